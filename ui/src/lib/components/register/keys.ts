// The keys of a register: what a press does to the sheet, or what it asks for.
import type { RegisterSheet } from './sheet.svelte';

export interface RegisterAsks {
  /** Enter a value; `typed` is what was begun with, null goes on with what stands there. */
  edit: (typed: string | null) => void;
  /** Empty the selected cells. */
  clear: () => void;
  /** The first selected value into the others. */
  fill: () => void;
  /** Enter the new entry. */
  add: () => void;
}

const ARROWS: Record<string, [down: number, on: number]> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  PageDown: [12, 0],
  PageUp: [-12, 0],
};

/** Whether the press was one of the sheet's: "moved" where the cell in hand is another one. */
export function registerKey(
  event: KeyboardEvent,
  sheet: RegisterSheet,
  asks: RegisterAsks,
): 'moved' | 'done' | null {
  if (event.altKey || event.isComposing) return null;
  const control = event.ctrlKey || event.metaKey;
  const arrow = ARROWS[event.key];
  if (arrow) {
    const mirrored = getComputedStyle(event.target as Element).direction === 'rtl' ? -1 : 1;
    if (control) sheet.edge(Math.sign(arrow[0]) as -1 | 0 | 1, Math.sign(arrow[1] * mirrored) as -1 | 0 | 1);
    else sheet.move(arrow[0], arrow[1] * mirrored, event.shiftKey);
    return 'moved';
  }
  if (event.key === 'Home' || event.key === 'End') {
    const to = event.key === 'Home' ? -1 : 1;
    sheet.edge(control ? to : 0, to);
    return 'moved';
  }
  if (control) {
    if (event.key === 'Enter') asks.add();
    else if (event.key.toLowerCase() === 'd') asks.fill();
    else return null;
    return 'done';
  }
  if (event.key === 'Enter') asks.edit(null);
  else if (event.key === 'Delete' || event.key === 'Backspace') asks.clear();
  // A sign begins an entry; "?" opens the keys, as everywhere.
  else if (event.key.length === 1 && event.key !== '?' && event.key !== ' ') asks.edit(event.key);
  else return null;
  return 'done';
}
