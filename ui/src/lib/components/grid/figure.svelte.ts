// A figure that is being entered in a cell: what was typed, what it would do, and whether it is meant.
import type { Changed, DayView, PasteCell } from '$lib/api/bindings';
import { asFailure, type Failure } from '$lib/api/client';
import { Loaded } from '$lib/state/loaded.svelte';
import type { Session } from '$lib/state/session.svelte';
import type { Habit } from './entering.svelte';

/** Its cell, and the figure that stands there; a sum is none, and is not what a year was given. */
export interface Cell {
  series: string;
  period: string;
  standing: string | null;
}

/** What stands in the fields. */
export interface Fields {
  value: string;
  published: string;
  source: string;
  note: string;
}

/** Make it while a component is being set up, anew for each entry. */
export class Figure {
  fields = $state<Fields>({ value: '', published: '', source: '', note: '' });
  failure = $state.raw<Failure | null>(null);
  busy = $state(false);
  /** The value of which was asked whether it is meant: it is asked once. */
  #asked = $state<string | null>(null);

  /** What the entry would do, told by the program while it is typed. */
  readonly #preview = new Loaded(() =>
    this.fields.value.trim() === '' ? null : this.#previewed(this.fields.value.trim()),
  );
  readonly told: PasteCell | null = $derived.by(() => this.#preview.value?.cells[0] ?? null);
  readonly invalid = $derived.by(() => this.told?.outcome === 'invalid');
  /** It is being asked whether the value is meant. */
  readonly asking = $derived.by(
    () => this.#asked !== null && this.#asked === this.fields.value.trim() && this.doubts.length > 0,
  );
  /** Something was typed that would be lost. */
  readonly begun = $derived.by(
    () => this.fields.value.trim() !== (this.cell.standing ?? '') || this.fields.note.trim() !== '',
  );

  constructor(
    private readonly session: Session,
    readonly cell: Cell,
    fields: Fields,
  ) {
    this.fields = fields;
  }

  get doubts() {
    return this.told?.doubts ?? [];
  }

  /** What may have been meant in its place. */
  get instead() {
    return this.doubts.find((doubt) => doubt.instead)?.instead ?? null;
  }

  /** Goes back from the question to the fields. */
  back(): void {
    this.#asked = null;
  }

  /**
   * Saves it, once `demand` has answered with the day that it was published on; `done` is not called where something is
   * to be put right or answered first.
   */
  async save(
    demand: () => Promise<DayView | null>,
    done: (change: Changed, habit: Habit) => void,
  ): Promise<void> {
    [this.busy, this.failure] = [true, null];
    try {
      const on = await demand();
      if (on === null || (await this.#doubtful())) {
        this.busy = false;
        return;
      }
      const { series, period } = this.cell;
      const { value, source, note } = this.fields;
      const change = await this.session.client.observationSet({
        series,
        period,
        value: value.trim(),
        published: on.date,
        source: source.trim(),
        status: null,
        note: note.trim(),
      });
      done(change, { published: on.date, source: source.trim() });
    } catch (thrown) {
      this.failure = asFailure(thrown);
      if (this.failure.code === 'replaced') void this.session.look();
      this.busy = false;
    }
  }

  /** Whether it must be asked first if the value is meant. */
  async #doubtful(): Promise<boolean> {
    const text = this.fields.value.trim();
    if (this.#asked === text) return false;
    const { cells } = await this.#previewed(text);
    if ((cells[0]?.doubts.length ?? 0) === 0) return false;
    // What cannot be pressed cannot take the focus.
    [this.#asked, this.busy] = [text, false];
    return true;
  }

  #previewed(text: string) {
    const { published, source } = this.fields;
    const place = { series: [this.cell.series], periods: [this.cell.period] };
    return this.session.client.pastePreview({ ...place, text, published: published.trim(), source });
  }
}
