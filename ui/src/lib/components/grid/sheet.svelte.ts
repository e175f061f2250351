// Where one is in the grid: rows in sight, the current cell, the selected block. No values, no arithmetic.
import { untrack } from 'svelte';
import type { GridBlock, GridCell, GridColumn, GridRow, GridView } from '$lib/api/bindings';
import { distinct, textOf } from './block';

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
  /** The end of a block in which the current cell is not: of a whole column, or of everything. */
  #end = $state.raw<Spot | null>(null);

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
    const here = this.head;
    const [one, other] = [this.#end ?? here, this.#tail ?? here];
    const rows = [this.#index(one.period), this.#index(other.period)];
    const [top, bottom] = rows.includes(-1) ? Array(2).fill(this.#index(here.period)) : rows;
    const columns = rows.includes(-1) ? [here.column] : [one.column, other.column];
    return {
      top: Math.min(top, bottom),
      bottom: Math.max(top, bottom),
      left: Math.min(...columns),
      right: Math.min(this.columns.length - 1, Math.max(...columns)),
    };
  });

  /** The selected cells, as the program is asked about them. */
  readonly asked: Omit<GridBlock, 'as_of'> = $derived.by(() => ({
    series: this.columns.slice(this.block.left, this.block.right + 1).map(({ series }) => series),
    periods: this.rows.slice(this.block.top, this.block.bottom + 1).map(({ row }) => row.period),
  }));

  /** The selected rows, each with its selected cells. */
  readonly selected: { row: GridRow; cells: GridCell[] }[] = $derived.by(() =>
    this.rows
      .slice(this.block.top, this.block.bottom + 1)
      .map(({ row }) => ({ row, cells: row.cells.slice(this.block.left, this.block.right + 1) })),
  );

  /** How many figures are selected; one that spans several rows is one. */
  readonly known: number = $derived.by(() => {
    const found = this.selected.flatMap(({ cells }, row) =>
      cells.flatMap(({ value, span }, column) =>
        value === null ? [] : [`${column} ${span?.period ?? this.block.top + row - (span?.row ?? 0)}`],
      ),
    );
    return distinct(found).length;
  });

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
    this.#end = null;
    this.#head = spot;
  }

  /** Makes a cell the current one, and shows its row where the year was folded. */
  reveal(spot: Spot): void {
    const year = this.#view().years.find((one) => one.months.some((month) => month.period === spot.period));
    if (year && this.folded.includes(year.total.period)) this.toggle(year.total.period);
    this.go(spot);
  }

  /** Where the figure of a period stands: in its row, or in the first of those that it spans. */
  find(column: number, period: string): Spot | null {
    const rows = this.#view().years.flatMap(({ total, months }) => [total, ...months]);
    const row =
      rows.find((one) => one.period === period) ??
      rows.find((one) => one.cells[column]?.span?.period === period);
    return row ? { period: row.period, column } : null;
  }

  /** Down to the next figure of the column, past the rows that the current one spans. */
  moveOn(): void {
    const span = this.current?.cell.span;
    const rows = span?.period ? span.rows - span.row : 1;
    const [row, column] = this.#clamped(this.#index(this.head.period) + rows, this.head.column);
    this.go({ period: this.rows[row]?.row.period ?? '', column });
  }

  /** Moves within the current row; the rest stays as it is. Does not depend on where one is. */
  goToColumn(column: number): void {
    untrack(() => this.go({ period: this.head.period, column }));
  }

  /** Only the current cell is selected. */
  collapse(): void {
    this.#tail = null;
    this.#end = null;
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

  /** The row of the current cell, or another one; with `extend` all rows from the selection to it. */
  selectRow(period = this.head.period, extend = false): void {
    this.#tail = { period: extend ? (this.#tail ?? this.head).period : period, column: 0 };
    this.#end = null;
    this.#head = { period, column: this.columns.length - 1 };
  }

  /** The whole column of the current cell, or another one; with `extend` all columns from the selection to it. */
  selectColumn(column = this.head.column, extend = false): void {
    const from = extend ? (this.#tail?.column ?? this.head.column) : column;
    if (!extend) this.#head = { period: this.head.period, column };
    this.#tail = { period: this.rows[0]?.row.period ?? '', column: from };
    this.#end = { period: this.rows.at(-1)?.row.period ?? '', column };
  }

  selectAll(): void {
    this.#tail = { period: this.rows[0]?.row.period ?? '', column: 0 };
    this.#end = { period: this.rows.at(-1)?.row.period ?? '', column: this.columns.length - 1 };
  }

  /** The whole column is selected. */
  get isColumn(): boolean {
    const { top, bottom, left, right } = this.block;
    return top === 0 && bottom === this.rows.length - 1 && left === right;
  }

  /**
   * The first period after the last figure of the current column; the current one where it has none yet, and null where
   * the grid ends with a figure.
   */
  next(): Spot | null {
    const { column, period } = this.head;
    const years = this.#view().years;
    const isYearly =
      this.columns[column]?.frequency === 'fiscal_year' || years.every(({ months }) => !months.length);
    const rows = isYearly ? years.map(({ total }) => total) : years.flatMap(({ months }) => months);
    const last = rows.findLastIndex((row) => row.cells[column]?.value != null);
    if (last < 0) return { period, column };
    const next = rows[last + 1];
    return next ? { period: next.period, column } : null;
  }

  /** Shows or hides the months of all years, as the one of them is. */
  toggleAll(year: string): void {
    const folding = !this.folded.includes(year);
    const month = this.rows.find(({ row }) => row.period === this.head.period);
    if (folding && month && !month.isYear) {
      const at = this.#view().years.find(({ months }) => months.includes(month.row));
      this.go({ period: at?.total.period ?? year, column: this.head.column });
    }
    this.#folded = folding ? this.#view().years.map(({ total }) => total.period) : [];
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

  /** The first selected row, or with `right` the first column, which is to fill the others. */
  filling(right = false): string {
    const rows = right ? this.selected : this.selected.slice(0, 1);
    const cells = (row: { cells: GridCell[] }) => (right ? row.cells.slice(0, 1) : row.cells);
    return textOf(rows.map(cells));
  }

  /** All that is selected, as it fills what the selection grows to. */
  text(): string {
    return textOf(this.selected.map(({ cells }) => cells));
  }

  /**
   * Where a pasted block falls: from the top left of the selection, columns to the right, and down over periods of
   * the same kind, months with months and years with years, whether in sight or folded. Of a quarterly series beside
   * months over its quarters.
   */
  landing(): { series: string[]; periods: string[] } {
    const start = this.rows[this.block.top];
    const years = this.#view().years;
    const kin = start?.isYear ? years.map((year) => year.total) : years.flatMap((year) => year.months);
    const from = kin.findIndex((row) => row.period === start?.row.period);
    const periods = kin.slice(from).map((row) => row.cells[this.block.left]?.span?.period ?? row.period);
    return {
      series: this.columns.slice(this.block.left).map((column) => column.series),
      periods: distinct(periods),
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
