// Which number or claim an element on the page is about.
import type { Attachment } from 'svelte/attachments';
import type { HistoryRequest } from '$lib/api/bindings';

const LIVES = new WeakMap<Element, HistoryRequest>();

/** Marks an element as being about a number or a claim: F2 and a right click on it open its history. Null: about none. */
export function history(request: HistoryRequest | null): Attachment<HTMLElement> {
  return (element) => {
    if (request === null) return;
    LIVES.set(element, request);
    element.dataset.history = '';
    return () => {
      LIVES.delete(element);
      delete element.dataset.history;
    };
  };
}

/** What the place of an event is about, and the element beside which its history opens. */
export function historyAt(at: EventTarget | null): { request: HistoryRequest; anchor: HTMLElement } | null {
  const element = at instanceof Element ? at.closest<HTMLElement>('[data-history]') : null;
  const request = element ? LIVES.get(element) : undefined;
  if (!element || !request) return null;
  // A chart is large: its history opens at the point, not at the picture. So does that of a row.
  return { request, anchor: element.querySelector<HTMLElement>('[data-history-anchor]') ?? element };
}
