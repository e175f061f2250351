// The keys that work everywhere. Keys of a part (grid, chart) are handled by the part.
import { isShown } from '$lib/components/shared/roving';
import { historyAt } from '$lib/history';
import { SCREENS, type Screen } from '$lib/state/places';
import type { Session } from '$lib/state/session.svelte';

/** The event comes from a place where text is written. */
export function isWriting(event: Event): boolean {
  const at = event.target;
  if (!(at instanceof HTMLElement)) return false;
  return at.isContentEditable || at.matches('input:not([type=checkbox]):not([type=radio]), textarea, select');
}

/** Something raised (popover, menu, dialog) is open and takes Esc and letters for itself. */
export function somethingOpen(): boolean {
  return (
    document.querySelector('[data-dialog-content], [data-popover-content], [data-menu-content]') !== null
  );
}

/** A dialog is open, and what lies under it waits. */
function dialogOpen(): boolean {
  return document.querySelector('[data-dialog-content]') !== null;
}

/** What the Tab key would come to first in a region. */
const STOPS =
  ':is(a[href], button, input, select, textarea, [tabindex]):not(:disabled, [tabindex="-1"], [hidden] *)';

/** To the first stop of the next region of the window, or of the one before: navigation, bar, screen. */
function toRegion(by: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')];
  const stops = regions.map((region) => [...region.querySelectorAll<HTMLElement>(STOPS)].find(isShown));
  const now = regions.findIndex((region) => region.contains(document.activeElement));
  for (let step = 1; step <= regions.length; step += 1) {
    const from = now < 0 && by < 0 ? 0 : now;
    const stop = stops[(from + by * step + regions.length * 2) % regions.length];
    if (stop) return stop.focus();
  }
}

/** Leads to a screen; what is being written in a field is taken in first, as by a click elsewhere. */
function toScreen(session: Session, screen: Screen): void {
  const at = document.activeElement;
  if (at instanceof HTMLElement && at.matches('input, textarea')) at.blur();
  session.screen = screen;
}

type Action = (session: Session) => unknown;

const WITH_CTRL: Record<string, Action> = {
  y: (session) => session.redo(),
  o: (session) => session.openPicked(),
  n: (session) => (session.panel = 'new'),
  s: (session) => session.workspace && session.saveCopy(),
  '+': (session) => session.zoom(1),
  '=': (session) => session.zoom(1),
  '-': (session) => session.zoom(-1),
  '0': (session) => session.zoom(0),
};

function find(event: KeyboardEvent, session: Session): Action | null {
  const control = event.ctrlKey || event.metaKey;
  const number = /^Digit([1-7])$/.exec(event.code)?.[1];
  if ((control || event.altKey) && number && session.workspace && !dialogOpen()) {
    const screen = SCREENS[Number(number) - 1];
    return screen ? (it) => toScreen(it, screen) : null;
  }
  if (control && !event.altKey) {
    const key = event.key.toLowerCase();
    // Within a field the field's own undo comes first.
    if ((key === 'z' || key === 'y') && (isWriting(event) || !session.workspace)) return null;
    // What lies under a dialog waits; its size can be changed all the same.
    if (dialogOpen() && !/[-+=0]/.test(key)) return null;
    if (key === 'z') return (it) => (event.shiftKey ? it.redo() : it.undo());
    // With Shift it is the next period, where there is a grid.
    if (key === 'n' && event.shiftKey) return null;
    return WITH_CTRL[key] ?? null;
  }
  if (event.key === 'F6' && !dialogOpen()) return () => toRegion(event.shiftKey ? -1 : 1);
  if (isWriting(event) || somethingOpen()) return null;
  if (event.key === '?') return (it) => (it.panel = 'keys');
  if (event.key === 'F1') return (it) => (it.panel = 'keys');
  return event.key === 'Escape' ? escape(session) : null;
}

/** Esc first closes what went wrong, then leaves the past. */
function escape(session: Session): Action | null {
  if (session.toasts.list.some((toast) => toast.bad)) return (it) => it.toasts.closeRefusal();
  return session.past ? (it) => it.readAsOf(null) : null;
}

/** Keys of a browser that have no place in a program: reload would drop what is being written, observation is the PDF's. */
function isBrowserKey(event: KeyboardEvent): boolean {
  if (event.key === 'F5') return true;
  return (event.ctrlKey || event.metaKey) && ['r', 'p'].includes(event.key.toLowerCase());
}

/** Handles a key press on the window. Presses that compose a letter, or that a part took, are left alone. */
export function handleKey(event: KeyboardEvent, session: Session): void {
  if (event.isComposing || event.defaultPrevented) return;
  if (isBrowserKey(event) && !import.meta.env.DEV) event.preventDefault();
  const action = find(event, session);
  if (!action) return;
  event.preventDefault();
  action(session);
}

/** F2 or a right click on any number opens its history. */
export function handleHistory(event: KeyboardEvent | MouseEvent, session: Session): void {
  if (event instanceof KeyboardEvent && event.key !== 'F2') return;
  const history = historyAt(event.target);
  if (!history) {
    // The browser's own menu is of use where text is written or selected, and nowhere else.
    const useful = isWriting(event) || document.getSelection()?.toString();
    if (event.type === 'contextmenu' && !useful && !import.meta.env.DEV) event.preventDefault();
    return;
  }
  event.preventDefault();
  session.showHistory(history.request, history.anchor);
}
