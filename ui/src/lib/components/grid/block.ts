// Small things that are done with selected cells.
import type { GridCell } from '$lib/api/bindings';

/** Each once, in their order. */
export const distinct = (items: string[]): string[] => [...new Set(items)];

/** Exact values between tabs and line ends. */
export const textOf = (rows: GridCell[][]): string =>
  rows.map((cells) => cells.map((cell) => cell.value ?? '').join('\t')).join('\n');
