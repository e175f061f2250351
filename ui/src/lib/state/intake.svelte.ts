// An import before it is applied: what was read, what was answered, and what would become of it.
import type {
  Changed,
  IntakeAbout,
  IntakeMapping,
  IntakeProgress,
  IntakeRegion,
  IntakeRequest,
  IntakeView,
} from '$lib/api/bindings';
import { asFailure, type Client, type Failure } from '$lib/api/client';

/** How often it is asked how far reading has come. */
const PROGRESS_MS = 200;

/** The cells at the corners of a region are those of one place. */
export const sameRegion = (one: IntakeRegion, other: IntakeRegion) =>
  JSON.stringify(one) === JSON.stringify(other);

export class Intake {
  view = $state.raw<IntakeView | null>(null);
  failure = $state.raw<Failure | null>(null);
  progress = $state.raw<IntakeProgress | null>(null);
  /** Files are being read. */
  reading = $state(false);
  /** Another draft is on its way. */
  pending = $state(false);
  applying = $state(false);
  /** All that was answered so far; it is sent whole. */
  request = $state.raw<IntakeRequest>({ answers: {}, mapping: [], left_out: [] });
  /** Grows with every draft, so that cells and values are asked for again. */
  revision = $state(0);
  /** The file and the sheet that are looked at. */
  sheet = $state.raw({ file: 0, sheet: 0 });
  /** The place that a remark, a check or a difference is about. */
  shown = $state.raw<IntakeRegion | null>(null);
  /** What a part of the sentence has led to. */
  about = $state.raw<IntakeAbout | null>(null);

  #asked = 0;
  #ended = false;

  constructor(private readonly client: Client) {}

  /** Reads files. Answers whether there is a draft now. */
  open(paths: string[]): Promise<boolean> {
    return this.#read(() => this.client.intakeOpen({ paths }));
  }

  /** Reads what was copied. */
  paste(text: string, html: string): Promise<boolean> {
    return this.#read(() => this.client.intakePaste({ text, ...(html === '' ? {} : { html }) }));
  }

  answer(id: string, value: string): void {
    if (this.request.answers[id] === value) return;
    this.#change({ answers: { ...this.request.answers, [id]: value } });
  }

  /** Says what becomes of a series; what was said of it before stays where that says nothing of it. */
  map(label: string, said: Partial<IntakeMapping>): void {
    const before = this.request.mapping.find((one) => one.label === label);
    const proposed = this.view?.series.find((one) => one.label === label);
    const series = proposed?.new ? '' : (proposed?.series ?? null);
    const now = { ...(before ?? { label, series }), ...said };
    this.#change({ mapping: [...this.request.mapping.filter((one) => one.label !== label), now] });
  }

  leaveOut(region: IntakeRegion): void {
    if (this.request.left_out.some((one) => sameRegion(one, region))) return;
    this.#change({ left_out: [...this.request.left_out, region] });
  }

  takeIn(region: IntakeRegion): void {
    this.#change({ left_out: this.request.left_out.filter((one) => !sameRegion(one, region)) });
  }

  /** Goes to a place of a sheet. */
  show(region: IntakeRegion | null): void {
    if (!region) return;
    this.sheet = { file: region.file, sheet: region.sheet };
    this.shown = region;
  }

  /** Enters all of it as one change; null where that was refused. */
  async apply(): Promise<Changed | null> {
    if (this.applying) return null;
    this.applying = true;
    this.failure = null;
    try {
      const change = await this.client.intakeApply(this.request);
      this.#ended = true;
      return change;
    } catch (thrown) {
      this.failure = asFailure(thrown);
      return null;
    } finally {
      this.applying = false;
    }
  }

  /** Lets go of it; nothing has changed. */
  async cancel(): Promise<void> {
    if (this.#ended) return;
    this.#ended = true;
    await this.client.intakeCancel();
  }

  #change(said: Partial<IntakeRequest>): void {
    if (this.#ended) return;
    this.request = { ...this.request, ...said };
    void this.#draft();
  }

  async #draft(): Promise<void> {
    const asked = ++this.#asked;
    this.pending = true;
    try {
      const view = await this.client.intakeDraft(this.request);
      if (asked !== this.#asked || this.#ended) return;
      [this.view, this.failure] = [view, null];
      this.revision += 1;
    } catch (thrown) {
      if (asked === this.#asked && !this.#ended) this.failure = asFailure(thrown);
    } finally {
      if (asked === this.#asked) this.pending = false;
    }
  }

  async #read(ask: () => Promise<IntakeView>): Promise<boolean> {
    this.reading = true;
    const poll = setInterval(() => void this.#look(), PROGRESS_MS);
    try {
      const view = await ask();
      if (this.#ended) return false;
      this.view = view;
      this.revision += 1;
      this.show(view.tables[0]?.region ?? null);
      this.shown = null;
      return true;
    } catch (thrown) {
      if (!this.#ended) this.failure = asFailure(thrown);
      return false;
    } finally {
      clearInterval(poll);
      this.reading = false;
    }
  }

  /** How far it has come; whoever reads the files says it if that fails. */
  async #look(): Promise<void> {
    try {
      this.progress = await this.client.intakeProgress();
    } catch {
      this.progress = null;
    }
  }
}
