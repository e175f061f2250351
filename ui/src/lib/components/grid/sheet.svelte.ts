// Where one is in the grid: rows in sight, the current cell, the selected block. No values, no arithmetic.
import { untrack } from 'svelte';
import type { GridCell, GridColumn, GridRow, GridView } from '$lib/api/bindings';

/** A row in sight. */
export interface SheetRow {
  row: GridRow;
  /** A fiscal year's total; months stand under it. */
  isYear: boolean;
  /** Its months are in sight; false for a month. */
  unfolded: boolean;
}

/** A cell by its place in the data, which stays true when rows fold. */
export interface Spot {
  period: string;
  column: number;
}

/** A cell with its row and column. */
export interface Current {
  row: SheetRow;
  column: GridColumn;
  cell: GridCell;
}

/** The selected block, in rows and columns in sight, ends included. */
export interface Block {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export type Direction = 'up' | 'down' | 'left' | 'right';

/** How many rows PageUp and PageDown move. */
const PAGE = 12;
/** How many of the newest years are unfolded at first. */
const UNFOLDED = 2;

export class Sheet {
  #view: () => GridView;
  #folded = $state.raw<readonly string[] | null>(null);
  #head = $state.raw<Spot | null>(null);
  #tail = $state.raw<Spot | null>(null);

  constructor(view: () => GridView) {
    this.#view = view;
  }

  readonly columns: GridColumn[] = $derived.by(() => this.#view().columns);

  /** Periods of the years whose months are out of sight: at first all but the newest ones with data. */
  readonly folded: readonly string[] = $derived.by(() => {
    if (this.#folded) return this.#folded;
    const years = this.#view().years;
    const known = years.filter((year) =>
      year.months.some((month) => month.cells.some((cell) => cell.value !== null)),
    );
    // Nothing known yet: the present year stands open, to be filled.
    const open = known.length > 0 ? known.slice(-UNFOLDED) : years.slice(-1);
    return years.filter((year) => !open.includes(year)).map((year) => year.total.period);
  });

  readonly rows: SheetRow[] = $derived.by(() =>
    this.#view().years.flatMap((year): SheetRow[] => {
      const unfolded = !this.folded.includes(year.total.period);
      const months = unfolded ? year.months.map((row) => ({ row, isYear: false, unfolded: false })) : [];
      return [{ row: year.total, isYear: true, unfolded }, ...months];
    }),
  );

  /** The current cell: the newest known value of the first column (else its first month) until somebody moves. */
  readonly head: Spot = $derived.by(() => {
    const head = this.#head;
    if (head && this.#index(head.period) >= 0 && head.column < this.columns.length) return head;
    // A grid of fiscal years has no rows but those.
    const below = this.rows.filter(({ isYear }) => !isYear);
    const months = below.length > 0 ? below : this.rows;
    const newest = months.findLast(({ row }) => row.cells[0]?.value != null) ?? months[0] ?? this.rows[0];
    return { period: newest?.row.period ?? '', column: 0 };
  });

  readonly block: Block = $derived.by(() => {
    const row = this.#index(this.head.period);
    const { column } = this.head;
    const tail = this.#tail;
    const other = tail ? this.#index(tail.period) : -1;
    if (!tail || other < 0) return { top: row, bottom: row, left: column, right: column };
    return {
      top: Math.min(row, other),
      bottom: Math.max(row, other),
      left: Math.min(column, tail.column),
      right: Math.max(column, tail.column),
    };
  });

  /** The selected rows, each with its selected cells. */
  readonly selected: { row: GridRow; cells: GridCell[] }[] = $derived.by(() =>
    this.rows
      .slice(this.block.top, this.block.bottom + 1)
      .map(({ row }) => ({ row, cells: row.cells.slice(this.block.left, this.block.right + 1) })),
  );

  get isBlock(): boolean {
    const { top, bottom, left, right } = this.block;
    return top !== bottom || left !== right;
  }

  /** The current cell with its row and column, or null in an empty grid. */
  get current(): Current | null {
    const row = this.rows[this.#index(this.head.period)];
    const column = this.columns[this.head.column];
    const cell = row?.row.cells[this.head.column];
    return row && column && cell ? { row, column, cell } : null;
  }

  contains(row: number, column: number): boolean {
    const { top, bottom, left, right } = this.block;
    return row >= top && row <= bottom && column >= left && column <= right;
  }

  /** Makes a cell the current one; with `extend` the block grows from where it began. */
  go(spot: Spot, extend = false): void {
    this.#tail = extend ? (this.#tail ?? this.head) : null;
    this.#head = spot;
  }

  /** Makes a cell the current one, and shows its row where the year was folded. */
  reveal(spot: Spot): void {
    const year = this.#view().years.find((one) => one.months.some((month) => month.period === spot.period));
    if (year && this.folded.includes(year.total.period)) this.toggle(year.total.period);
    this.go(spot);
  }

  /** Moves within the current row; the rest stays as it is. Does not depend on where one is. */
  goToColumn(column: number): void {
    untrack(() => this.go({ period: this.head.period, column }));
  }

  /** Only the current cell is selected. */
  collapse(): void {
    this.#tail = null;
  }

  move(direction: Direction, how: { extend?: boolean; edge?: boolean; page?: boolean } = {}): void {
    const down = direction === 'down' ? 1 : direction === 'up' ? -1 : 0;
    const right = direction === 'right' ? 1 : direction === 'left' ? -1 : 0;
    let [row, column] = [this.#index(this.head.period), this.head.column];
    if (how.edge) [row, column] = this.#edge(row, column, down, right);
    else [row, column] = this.#clamped(row + down * (how.page ? PAGE : 1), column + right);
    this.go({ period: this.rows[row]?.row.period ?? '', column }, how.extend);
  }

  /** To the first or last column, or to the first or last cell of all. */
  moveToEnd(last: boolean, all: boolean, extend: boolean): void {
    const column = last ? this.columns.length - 1 : 0;
    const row = all ? this.rows.at(last ? -1 : 0)?.row.period : this.head.period;
    this.go({ period: row ?? this.head.period, column }, extend);
  }

  selectRow(): void {
    this.#tail = { period: this.head.period, column: 0 };
    this.#head = { period: this.head.period, column: this.columns.length - 1 };
  }

  /** Shows or hides the months of a year; a current cell that would vanish moves to the year. */
  toggle(year: string): void {
    const folding = !this.folded.includes(year);
    const folded = folding ? [...this.folded, year] : this.folded.filter((period) => period !== year);
    const months = this.#view().years.find((one) => one.total.period === year)?.months ?? [];
    if (folding && months.some((month) => month.period === this.head.period)) {
      this.go({ period: year, column: this.head.column });
    }
    this.#folded = folded;
  }

  /** The selected block as a spreadsheet takes it: exact values, tabs and line ends. */
  copy(): string {
    return this.selected.map(({ cells }) => cells.map((cell) => cell.value ?? '').join('\t')).join('\n');
  }

  /** The first selected row once for every selected row, as Ctrl+D fills down. */
  filled(): string {
    const first = this.selected[0]?.cells.map((cell) => cell.value ?? '').join('\t') ?? '';
    return this.selected.map(() => first).join('\n');
  }

  /**
   * Where a pasted block falls: from the top left of the selection, columns to the right, and down over periods of
   * the same kind, months with months and years with years, whether in sight or folded.
   */
  landing(): { series: string[]; periods: string[] } {
    const start = this.rows[this.block.top];
    const years = this.#view().years;
    const kin = start?.isYear ? years.map((year) => year.total) : years.flatMap((year) => year.months);
    const from = kin.findIndex((row) => row.period === start?.row.period);
    return {
      series: this.columns.slice(this.block.left).map((column) => column.series),
      periods: kin.slice(from).map((row) => row.period),
    };
  }

  #index(period: string): number {
    return this.rows.findIndex(({ row }) => row.period === period);
  }

  #clamped(row: number, column: number): [number, number] {
    return [
      Math.min(this.rows.length - 1, Math.max(0, row)),
      Math.min(this.columns.length - 1, Math.max(0, column)),
    ];
  }

  /** As in spreadsheets: to the end of the filled run, or over a gap to the next filled cell. */
  #edge(row: number, column: number, down: number, right: number): [number, number] {
    const filled = (r: number, c: number) => this.rows[r]?.row.cells[c]?.value != null;
    const inside = (r: number, c: number) =>
      r >= 0 && c >= 0 && r < this.rows.length && c < this.columns.length;
    const run = filled(row, column) && filled(row + down, column + right);
    while (inside(row + down, column + right)) {
      if (run && !filled(row + down, column + right)) break;
      [row, column] = [row + down, column + right];
      if (!run && filled(row, column)) break;
    }
    return [row, column];
  }
}
