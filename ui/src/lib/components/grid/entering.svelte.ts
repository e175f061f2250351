// What is being entered in the grid: a figure in a cell, or a block that was pasted.
import { tick, untrack } from 'svelte';
import type { Changed, GridView } from '$lib/api/bindings';
import { isWriting } from '$lib/keys';
import type { Draft } from '$lib/state/places';
import type { Session } from '$lib/state/session.svelte';
import { t } from '$lib/words';
import type { Current, Sheet } from './sheet.svelte';

/** What the next entry starts from: figures of one page are entered one after the other. */
export interface Habit {
  published: string;
  source: string;
}

/** The drawn grid, as far as an entry needs it. */
interface Cells {
  /** The element of the current cell. */
  current: () => HTMLElement | null;
  /** Puts the focus where the current cell is. */
  focus: () => Promise<void>;
}

/** What is being entered, and where: it stays itself while the grid below is read anew. */
interface Entry {
  at: Current;
  anchor: HTMLElement;
  /** What the entry was begun with; null begins with the figure that stands there. */
  typed: string | null;
  draft: Draft | null;
}

/** Make it while a component is being set up. */
export class Entering {
  entry = $state.raw<Entry | null>(null);
  /** The block that is to be pasted; empty: it is still to be given. */
  pasted = $state.raw<string | null>(null);
  habit = $state.raw<Habit>({ published: '', source: '' });

  constructor(
    private readonly session: Session,
    private readonly sheet: Sheet,
    private readonly view: () => GridView,
    private readonly cells: () => Cells | undefined,
  ) {
    this.habit = { published: session.workspace?.today ?? '', source: '' };
    $effect(() => {
      const { draft } = session;
      if (!draft || !cells() || this.entry || view().editable !== null) return;
      if (view().columns.some(({ series }) => series === draft.series))
        void untrack(() => this.#resume(draft));
    });
  }

  /** Begins an entry in the current cell. */
  edit(typed: string | null): void {
    const anchor = this.cells()?.current() ?? null;
    const at = this.sheet.current;
    if (!anchor || !at || this.refused()) return;
    if (at.column.derived) {
      this.session.toasts.say(t('grid-derived', { how: at.column.derived }));
      return;
    }
    // The grid may have been scrolled away from it.
    anchor.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
    this.entry = { at, anchor, typed, draft: null };
  }

  /** Says why nothing can be entered; false when something can. */
  refused(): boolean {
    const why = this.view().editable;
    if (why === null) return false;
    this.session.toasts.say(why);
    return true;
  }

  entered(change: Changed, next: Habit): void {
    this.entry = null;
    this.habit = next;
    this.session.changed(change);
    this.sheet.move('down');
    void this.cells()?.focus();
  }

  placed(change: Changed, next: Habit): void {
    this.pasted = null;
    this.habit = next;
    this.session.changed(change);
    void this.cells()?.focus();
  }

  cancel(): void {
    [this.entry, this.pasted] = [null, null];
    void this.cells()?.focus();
  }

  /** What is entered at the cell is put right instead, or withdrawn. */
  amend(): void {
    const at = this.entry?.at;
    this.entry = null;
    if (at) this.session.amending = { series: at.column.series, period: at.row.row.period, entry: null };
  }

  /** The first selected row is to fill the others. */
  fill(): void {
    if (!this.refused() && this.sheet.isBlock) this.pasted = this.sheet.filled();
  }

  /** WebKitGTK leaves `items` empty, so the text is read by name. */
  paste(event: ClipboardEvent): void {
    if (isWriting(event) || this.entry || this.pasted !== null) return;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text.trim() === '' || this.refused()) return;
    event.preventDefault();
    this.pasted = text;
  }

  copy(event: ClipboardEvent): void {
    if (isWriting(event) || !(event.target instanceof Element && event.target.closest('[data-period]')))
      return;
    event.clipboardData?.setData('text/plain', this.sheet.copy());
    event.preventDefault();
    this.session.toasts.say(t('grid-copied'));
  }

  /** Goes on with an entry that was begun and left with this screen. */
  async #resume(draft: Draft): Promise<void> {
    this.session.draft = null;
    const column = this.view().columns.findIndex(({ series }) => series === draft.series);
    this.sheet.reveal({ period: draft.period, column });
    await tick();
    await this.cells()?.focus();
    const anchor = this.cells()?.current() ?? null;
    const at = this.sheet.current;
    if (anchor && at && this.view().editable === null) this.entry = { at, anchor, typed: null, draft };
    else this.session.draft = draft;
  }
}
