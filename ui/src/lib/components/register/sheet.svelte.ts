// A register as a sheet: which cell is in hand, how far the selection reaches, what is being typed.
import type { RegisterField, RegisterRow, RegisterView } from '$lib/api/bindings';

/** The row of an entry that is not there yet. */
export const NEW = 'new';

/** A cell: the entry by its number, and the column by its place. */
export interface Spot {
  id: string;
  column: number;
}

export class RegisterSheet {
  view = $state.raw<RegisterView | null>(null);
  /** Nothing can be entered. */
  locked = $state(false);
  /** The cell in hand. */
  at = $state<Spot>({ id: NEW, column: 0 });
  /** The other end of the selected rows; null where one cell is selected. */
  end = $state<string | null>(null);
  /** What is typed into the cell in hand; null while nothing is. */
  typed = $state<string | null>(null);

  /** The rows in the order of the screen. */
  readonly rows = $derived.by((): RegisterRow[] => {
    const view = this.view;
    return view ? view.order.flatMap((place) => view.rows[place] ?? []) : [];
  });
  readonly columns = $derived<RegisterField[]>(this.view ? [...this.view.fields, this.view.source] : []);
  /** The numbers of the rows from the top, that of a new entry before them. */
  readonly ids = $derived([...(this.locked ? [] : [NEW]), ...this.rows.map((row) => row.id)]);
  readonly row = $derived(this.rows.find((row) => row.id === this.at.id) ?? null);
  readonly field = $derived(this.columns[this.at.column] ?? null);
  /** The selected rows, from the top. */
  readonly selected = $derived.by(() => {
    const ends = [this.ids.indexOf(this.at.id), this.ids.indexOf(this.end ?? this.at.id)].sort(
      (a, b) => a - b,
    );
    return this.ids.slice(ends[0], (ends[1] ?? 0) + 1);
  });

  /** Another register, or the same one after a change; what was in hand stays in hand. */
  show(view: RegisterView, locked: boolean): void {
    const other = this.view?.register !== view.register;
    this.view = view;
    this.locked = locked;
    if (other) {
      this.at = { id: this.rows[0]?.id ?? NEW, column: 0 };
      this.end = null;
      this.typed = null;
    }
    if (!this.ids.includes(this.at.id)) this.at = { ...this.at, id: this.ids[0] ?? NEW };
    if (this.end !== null && !this.ids.includes(this.end)) this.end = null;
  }

  /** What a cell shows. */
  text(row: RegisterRow, column: number): string {
    return (column === this.columns.length - 1 ? row.source : row.cells[column]) ?? '';
  }

  /** What a cell is entered as. */
  value(row: RegisterRow, column: number): string {
    const field = this.columns[column];
    if (!field) return '';
    return column === this.columns.length - 1 ? row.source : (row.values[field.name] ?? '');
  }

  go(spot: Spot, extend = false): void {
    if (!extend) {
      this.at = spot;
      this.end = null;
      return;
    }
    this.end = spot.id === NEW ? this.end : spot.id;
  }

  /** By rows down and columns on; with `extend` the selection grows by rows. */
  move(down: number, on: number, extend = false): void {
    const from = this.ids.indexOf(extend ? (this.end ?? this.at.id) : this.at.id);
    const id = this.ids[Math.min(this.ids.length - 1, Math.max(0, from + down))] ?? this.at.id;
    if (extend) {
      if (id !== NEW && this.at.id !== NEW) this.end = id;
      return;
    }
    const column = Math.min(this.columns.length - 1, Math.max(0, this.at.column + on));
    this.go({ id, column });
  }

  /** To the first or last row or column. */
  edge(down: -1 | 0 | 1, on: -1 | 0 | 1): void {
    this.move(down * this.ids.length, on * this.columns.length);
  }

  isSelected(id: string, column: number): boolean {
    return column === this.at.column && this.selected.length > 1 && this.selected.includes(id);
  }

  /** The selected cells as a spreadsheet takes them. */
  copied(): string {
    const chosen = this.rows.filter((row) => this.selected.includes(row.id));
    return chosen.map((row) => this.value(row, this.at.column) || this.text(row, this.at.column)).join('\n');
  }
}
