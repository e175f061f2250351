// How somebody wants the window: its choices are kept by the program.
import type { Settings } from '$lib/api/bindings';
import type { Client } from '$lib/api/client';
import { speak } from '$lib/words';

const ZOOM = { least: 0.5, most: 2, step: 0.1 };

export class Choices {
  now = $state.raw<Settings>({ theme: 'system', zoom: 1, lang: 'en', author: '' });
  #systemDark = $state(false);
  #told = false;

  constructor(
    private readonly client: Client,
    /** Tells why something could not be done. */
    private readonly fail: (thrown: unknown) => void,
  ) {
    const dark = window.matchMedia?.('(prefers-color-scheme: dark)');
    this.#systemDark = dark?.matches ?? false;
    dark?.addEventListener('change', (event) => (this.#systemDark = event.matches));
  }

  /** "light" or "dark", with the system's wish resolved. */
  get theme(): 'light' | 'dark' {
    const { theme } = this.now;
    if (theme === 'system') return this.#systemDark ? 'dark' : 'light';
    return theme;
  }

  /** Takes in those that were made before. */
  begin(settings: Settings): void {
    this.#settle(settings);
    this.#told = true;
  }

  /** Changes some, once the program has told those that were made before: ours would be written over them. */
  async set(choice: Partial<Settings>): Promise<void> {
    if (!this.#told) return;
    const before = this.now;
    this.#settle({ ...before, ...choice });
    try {
      this.#settle(await this.client.settingsSet(this.now));
    } catch (thrown) {
      this.#settle(before);
      this.fail(thrown);
    }
  }

  /** One step larger (+1), smaller (-1) or back to 100 % (0). */
  zoom(direction: 1 | -1 | 0): Promise<void> {
    const wanted = direction === 0 ? 1 : this.now.zoom + direction * ZOOM.step;
    const zoom = Math.round(Math.min(ZOOM.most, Math.max(ZOOM.least, wanted)) * 10) / 10;
    return this.set({ zoom });
  }

  #settle(settings: Settings): void {
    const zoomed = settings.zoom !== this.now.zoom;
    this.now = settings;
    speak(settings.lang);
    if (zoomed) this.client.zoom(settings.zoom).catch((thrown: unknown) => this.fail(thrown));
  }
}
