// Places of a sheet as people write them, and the part of a sheet that is in sight.
import type { IntakeRegion } from '$lib/api/bindings';

/** Rows and columns of a cell, from 0. */
export interface Spot {
  row: number;
  column: number;
}

/** Pixels of a row. */
export const ROW = 24;
/** Rows that are asked for at once, and columns that are shown at once. */
const ROWS = 120;
export const COLUMNS = 60;

/** The name of a column: A, B, ... Z, AA. */
export function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}

/** A range as people write it: B6:M7. */
export function rangeName({ top, left, bottom, right }: IntakeRegion): string {
  const [from, to] = [`${columnName(left)}${top + 1}`, `${columnName(right)}${bottom + 1}`];
  return from === to ? from : `${from}:${to}`;
}

/** The region between two cells, whichever comes first. */
export function between(sheet: { file: number; sheet: number }, one: Spot, other: Spot): IntakeRegion {
  return {
    ...sheet,
    top: Math.min(one.row, other.row),
    left: Math.min(one.column, other.column),
    bottom: Math.max(one.row, other.row),
    right: Math.max(one.column, other.column),
  };
}

/** The cells of a sheet to ask for, from one on. */
export function windowAt(
  at: { file: number; sheet: number },
  { row, column }: Spot,
  size: { rows: number; columns: number },
): IntakeRegion {
  return between(
    at,
    { row, column },
    {
      row: Math.max(row, Math.min(size.rows, row + ROWS) - 1),
      column: Math.max(column, Math.min(size.columns, column + COLUMNS) - 1),
    },
  );
}

export const holds = (region: IntakeRegion, { row, column }: Spot) =>
  row >= region.top && row <= region.bottom && column >= region.left && column <= region.right;

/** The first row to ask for, so that those in sight have some above and below them. */
export const firstRow = (scrolled: number) => Math.max(0, (Math.floor(scrolled / ROW / 40) - 1) * 40);

/** Where an arrow or another key leads from a cell; null where the key leads nowhere. */
export function step(event: KeyboardEvent, at: Spot, rows: number, columns: number): Spot | null {
  const far = event.ctrlKey || event.metaKey;
  const steps: Record<string, [row: number, column: number]> = {
    ArrowDown: [far ? rows : 1, 0],
    ArrowUp: [far ? -rows : -1, 0],
    ArrowRight: [0, far ? columns : 1],
    ArrowLeft: [0, far ? -columns : -1],
    PageDown: [8, 0],
    PageUp: [-8, 0],
    Home: [far ? -rows : 0, -columns],
    End: [far ? rows : 0, columns],
  };
  const by = steps[event.key];
  if (!by) return null;
  const clamp = (value: number, most: number) => Math.min(most - 1, Math.max(0, value));
  return { row: clamp(at.row + by[0], rows), column: clamp(at.column + by[1], columns) };
}
