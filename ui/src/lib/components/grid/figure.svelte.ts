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

/** Several selected cells, each of which can take the value. */
export interface Cells {
  series: string[];
  periods: string[];
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
  /** It is being saved into all selected cells, and not into its own alone. */
  whole = $state(false);
  /** Whether the figures of all cells are meant, in words. */
  question = $state('');

  /** What the entry would do, told by the program while it is typed. */
  readonly #preview = new Loaded(() =>
    this.fields.value.trim() === '' ? null : this.#previewed(this.fields.value.trim()),
  );
  readonly told: PasteCell | null = $derived.by(() => this.#preview.value?.cells[0] ?? null);
  readonly invalid = $derived.by(() => this.told?.outcome === 'invalid');
  /** It is being asked whether the value is meant. */
  readonly asking = $derived.by(
    () =>
      this.#asked !== null &&
      this.#asked === this.fields.value.trim() &&
      (this.whole ? this.question !== '' : this.doubts.length > 0),
  );
  /** Something was typed that would be lost. */
  readonly begun = $derived.by(
    () => this.fields.value.trim() !== (this.cell.standing ?? '') || this.fields.note.trim() !== '',
  );

  constructor(
    private readonly session: Session,
    readonly cell: Cell,
    fields: Fields,
    readonly cells: Cells | null = null,
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
    whole = false,
  ): Promise<void> {
    [this.busy, this.failure] = [true, null];
    // What was asked of one cell was not asked of all.
    if (whole !== this.whole) this.#asked = null;
    this.whole = whole;
    try {
      const on = await demand();
      if (on === null || (await this.#doubtful())) {
        this.busy = false;
        return;
      }
      const { source } = this.fields;
      done(await this.#saved(on.date), { published: on.date, source: source.trim() });
    } catch (thrown) {
      this.failure = asFailure(thrown);
      if (this.failure.code === 'replaced') void this.session.look();
      this.busy = false;
    }
  }

  #saved(published: string): Promise<Changed> {
    const { series, period } = this.cell;
    const [value, source, note] = [this.fields.value, this.fields.source, this.fields.note].map((text) =>
      text.trim(),
    ) as [string, string, string];
    if (this.whole && this.cells)
      return this.session.client.pasteApply({
        ...this.cells,
        text: value,
        fill: true,
        published,
        source,
        note,
      });
    return this.session.client.observationSet({
      series,
      period,
      value,
      published,
      source,
      status: null,
      note,
    });
  }

  /** Whether it must be asked first if the value is meant. */
  async #doubtful(): Promise<boolean> {
    const text = this.fields.value.trim();
    if (this.#asked === text) return false;
    const { cells, question } = await this.#previewed(text, this.whole);
    this.question = this.whole ? question : '';
    if (this.whole ? question === '' : (cells[0]?.doubts.length ?? 0) === 0) return false;
    // What cannot be pressed cannot take the focus.
    [this.#asked, this.busy] = [text, false];
    return true;
  }

  #previewed(text: string, whole = false) {
    const { published, source } = this.fields;
    const one = { series: [this.cell.series], periods: [this.cell.period] };
    const place = whole && this.cells ? { ...this.cells, fill: true } : one;
    return this.session.client.pastePreview({ ...place, text, published: published.trim(), source });
  }
}
