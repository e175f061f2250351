// What is being entered in the grid: a figure in a cell, or a block that was pasted.
import { tick, untrack } from 'svelte';
import type { Changed, GridBlock, GridView } from '$lib/api/bindings';
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
  /** The selected cells, where these are several. */
  cells: { series: string[]; periods: string[] } | null;
}

/** Make it while a component is being set up. */
export class Entering {
  entry = $state.raw<Entry | null>(null);
  /** The block that is to be pasted; empty: it is still to be given. */
  pasted = $state.raw<string | null>(null);
  /** It is to fill the whole selection. */
  filling = $state.raw(false);
  /** The figures that are to be taken out. */
  leaving = $state.raw<GridBlock | null>(null);
  /** The figures that are to bear another day or source. */
  attributed = $state.raw<GridBlock | null>(null);
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
    this.entry = { at, anchor, typed, draft: null, cells: this.sheet.isBlock ? this.sheet.asked : null };
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
    this.sheet.moveOn();
    void this.cells()?.focus();
  }

  placed(change: Changed, next: Habit): void {
    this.pasted = null;
    this.habit = next;
    this.session.changed(change);
    void this.cells()?.focus();
  }

  cancel(): void {
    [this.entry, this.pasted, this.leaving, this.attributed] = [null, null, null, null];
    void this.cells()?.focus();
  }

  /** What is entered at the cell is put right instead, or withdrawn. */
  amend(): void {
    const at = this.entry?.at;
    this.entry = null;
    if (!at) return;
    const period = at.cell.span?.period ?? at.row.row.period;
    this.session.amending = { series: at.column.series, period, entry: null };
  }

  /** The first selected row, or the first column, is to fill the others. */
  fill(right: boolean): void {
    if (this.sheet.isBlock) this.spread(this.sheet.filling(right));
  }

  /** Figures are to fill the whole selection. */
  spread(text: string): void {
    if (this.refused() || text.trim() === '') return;
    [this.pasted, this.filling] = [text, true];
  }

  /** Asks for a block that is to be pasted. */
  askForBlock(): void {
    [this.pasted, this.filling] = ['', false];
  }

  /** The selected figures are to be taken out. */
  remove(): void {
    if (!this.refused()) this.leaving = { ...this.sheet.asked, as_of: null };
  }

  /** The selected figures are to bear another day or source. */
  attribute(): void {
    if (!this.refused()) this.attributed = { ...this.sheet.asked, as_of: null };
  }

  /** Several figures were changed at once. */
  done(change: Changed): void {
    [this.leaving, this.attributed] = [null, null];
    this.session.changed(change);
    void this.cells()?.focus();
  }

  /** Goes to the first period after the newest figure of the series, and begins an entry there. */
  async next(): Promise<void> {
    if (this.entry || this.pasted !== null || this.leaving || this.refused()) return;
    const next = this.sheet.next();
    if (!next) return this.session.toasts.say(t('grid-no-next'));
    this.sheet.reveal(next);
    await tick();
    await this.cells()?.focus();
    this.edit(null);
  }

  /** WebKitGTK leaves `items` empty, so the text is read by name. */
  paste(event: ClipboardEvent): void {
    if (isWriting(event) || this.entry || this.pasted !== null || this.leaving) return;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text.trim() === '' || this.refused()) return;
    event.preventDefault();
    void this.#place(text, event.clipboardData?.getData('text/html') ?? '');
  }

  /** What names things that are not there is asked about as a file is; the rest falls where it says, or on the selection. */
  async #place(text: string, html: string): Promise<void> {
    const { published, source } = this.habit;
    const asked = { ...this.sheet.landing(), text, published, source };
    // Why it cannot be read is told by the dialog.
    const told = await this.session.client.pastePreview(asked).catch(() => null);
    if (told?.table) this.session.import((intake) => intake.paste(text, html));
    else [this.pasted, this.filling] = [text, false];
  }

  /** Puts the selection onto the clipboard. */
  async copy(headers: boolean): Promise<void> {
    const block = { ...this.sheet.asked, as_of: this.session.asOf };
    try {
      await this.session.client.gridCopy({ block, headers });
      this.session.toasts.say(t(headers ? 'grid-copied' : 'grid-copied-bare'));
    } catch (thrown) {
      this.session.fail(thrown);
    }
  }

  /** Goes on with an entry that was begun and left with this screen. */
  async #resume(draft: Draft): Promise<void> {
    this.session.draft = null;
    const column = this.view().columns.findIndex(({ series }) => series === draft.series);
    this.sheet.reveal(this.sheet.find(column, draft.period) ?? { period: draft.period, column });
    await tick();
    await this.cells()?.focus();
    const anchor = this.cells()?.current() ?? null;
    const at = this.sheet.current;
    if (anchor && at && this.view().editable === null)
      this.entry = { at, anchor, typed: null, draft, cells: null };
    else this.session.draft = draft;
  }
}
