// One stop of the Tab key for a whole list or table of buttons; arrows move inside it.
import type { Attachment } from 'svelte/attachments';

/** Where an arrow leads: rows further down, items further on. */
const STEPS: Record<string, [row: number, item: number]> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/** False where a style takes it away; where nothing is laid out, all is in sight. */
export const isShown = (element: Element) => element.checkVisibility?.() ?? true;

/**
 * Moves the focus by arrows among the buttons of an element, whose rows are marked `data-row`. The button that had the
 * focus last is the one that Tab comes to; before, the one that stands for what is shown.
 */
export const roving: Attachment<HTMLElement> = (element) => {
  // A form in a row has stops of its own; what is out of sight is no stop.
  const buttonsOf = (row: Element) =>
    [...row.querySelectorAll<HTMLElement>('button:not(:disabled, form button)')].filter(isShown);
  const rows = () =>
    [...element.querySelectorAll('[data-row]')].map(buttonsOf).filter((buttons) => buttons.length > 0);

  function stop(at: HTMLElement | undefined) {
    for (const button of rows().flat()) {
      const wanted = button === at ? 0 : -1;
      if (button.tabIndex !== wanted) button.tabIndex = wanted;
    }
  }

  /** Rows come and go: there is always one to come to. */
  function mend() {
    const all = rows().flat();
    if (all.filter((button) => button.tabIndex === 0).length === 1) return;
    stop(all.find((button) => button.hasAttribute('aria-current')) ?? all[0]);
  }

  function press(event: KeyboardEvent) {
    const step = STEPS[event.key];
    if (!step || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey)
      return;
    const grid = rows();
    const row = grid.findIndex((buttons) => buttons.includes(event.target as HTMLElement));
    // In a single row an arrow down is its button's own: it opens a menu.
    if (row < 0 || (grid.length === 1 && step[0] !== 0)) return;
    const mirrored = getComputedStyle(element).direction === 'rtl' ? -1 : 1;
    const item = (grid[row] ?? []).indexOf(event.target as HTMLElement) + step[1] * mirrored;
    const there = grid[Math.min(grid.length - 1, Math.max(0, row + step[0]))] ?? [];
    there[Math.min(there.length - 1, Math.max(0, item))]?.focus();
    event.preventDefault();
  }

  const focused = (event: FocusEvent) => {
    if (event.target instanceof HTMLElement && rows().flat().includes(event.target)) stop(event.target);
  };
  const observer = new MutationObserver(mend);
  stop(undefined);
  mend();
  observer.observe(element, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['disabled', 'tabindex'],
  });
  // What has no room in a narrow window makes way for something else.
  window.addEventListener('resize', mend);
  element.addEventListener('keydown', press);
  element.addEventListener('focusin', focused);
  return () => {
    observer.disconnect();
    window.removeEventListener('resize', mend);
    element.removeEventListener('keydown', press);
    element.removeEventListener('focusin', focused);
  };
};
