// The keys of the grid (craft: a spreadsheet's, with F2 for the history of the number).
import type { Direction, Sheet } from './sheet.svelte';

const ARROWS: Record<string, Direction> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** What a key can ask of the grid's owner. */
export interface Asks {
  edit: (typed: string | null) => void;
  /** The first selected row fills those below it, or the first column those beside it. */
  fill: (right: boolean) => void;
  /** The selected figures are to be taken out. */
  remove: () => void;
  /** The selected block goes to the clipboard, with or without what stands above and before it. */
  copy: (headers: boolean) => void;
}

/** Handles a key on the grid: false when it is none of its keys, 'moved' when the current cell has changed. */
export function gridKey(event: KeyboardEvent, sheet: Sheet, asks: Asks): false | 'moved' | 'done' {
  if (event.isComposing) return false;
  const control = event.ctrlKey || event.metaKey;
  const arrow = ARROWS[event.key];
  if (arrow && !event.altKey) {
    const mirrored = arrow === 'left' || arrow === 'right' ? mirror(arrow, event.target) : arrow;
    sheet.move(mirrored, { extend: event.shiftKey, edge: control });
    return 'moved';
  }
  if (control || event.altKey) {
    if (event.key === 'Home' || event.key === 'End') return end(event, sheet, true);
    return event.altKey ? false : withControl(event, sheet, asks);
  }
  switch (event.key) {
    case 'Home':
    case 'End':
      return end(event, sheet, false);
    case 'PageUp':
    case 'PageDown':
      sheet.move(event.key === 'PageUp' ? 'up' : 'down', { extend: event.shiftKey, page: true });
      return 'moved';
    case 'Enter':
      return done(() => asks.edit(null));
    case 'Delete':
    case 'Backspace':
      return done(asks.remove);
    case ' ':
      return space(event, sheet);
    case 'Escape':
      return sheet.isBlock ? done(() => sheet.collapse()) : false;
  }
  // Any letter of a number begins an entry; "?" stays the key for help.
  return /^[\d.,()+\-−]$/.test(event.key) ? done(() => asks.edit(event.key)) : false;
}

/** Ctrl+A takes the column first, and everything when it is taken already. */
function withControl(event: KeyboardEvent, sheet: Sheet, asks: Asks): 'done' | false {
  switch (event.key.toLowerCase()) {
    case 'a':
      return done(() => (sheet.isColumn ? sheet.selectAll() : sheet.selectColumn()));
    case ' ':
      return done(() => sheet.selectColumn());
    case 'c':
      return done(() => asks.copy(!event.shiftKey));
    case 'd':
      return done(() => asks.fill(false));
    case 'r':
      return done(() => asks.fill(true));
    case 'enter':
      return done(() => asks.edit(null));
  }
  return false;
}

function space(event: KeyboardEvent, sheet: Sheet): 'moved' | 'done' | false {
  const row = sheet.current?.row;
  if (event.shiftKey) sheet.selectRow();
  else if (row?.isYear) sheet.toggle(row.row.period);
  else return false;
  return 'moved';
}

function end(event: KeyboardEvent, sheet: Sheet, all: boolean): 'moved' {
  sheet.moveToEnd(event.key === 'End', all, event.shiftKey);
  return 'moved';
}

/** Left and right follow the eye: in a right-to-left page the next column stands to the left. */
function mirror(arrow: 'left' | 'right', at: EventTarget | null): Direction {
  const turned = at instanceof Element && getComputedStyle(at).direction === 'rtl';
  if (!turned) return arrow;
  return arrow === 'left' ? 'right' : 'left';
}

function done(act: () => void): 'done' {
  act();
  return 'done';
}
