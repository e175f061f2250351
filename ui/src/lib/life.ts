// Which number or claim an element on the page is about.
import type { Attachment } from 'svelte/attachments';
import type { LifeRequest } from '$lib/api/bindings';

const LIVES = new WeakMap<Element, LifeRequest>();

/** Marks an element as being about a number or a claim: F2 and a right click on it open its life. Null: about none. */
export function life(request: LifeRequest | null): Attachment<HTMLElement> {
  return (element) => {
    if (request === null) return;
    LIVES.set(element, request);
    element.dataset.life = '';
    return () => {
      LIVES.delete(element);
      delete element.dataset.life;
    };
  };
}

/** What the place of an event is about, and the element beside which its life opens. */
export function lifeAt(at: EventTarget | null): { request: LifeRequest; anchor: HTMLElement } | null {
  const element = at instanceof Element ? at.closest<HTMLElement>('[data-life]') : null;
  const request = element ? LIVES.get(element) : undefined;
  if (!element || !request) return null;
  // A chart is large: its life opens at the point, not at the picture. So does that of a row.
  return { request, anchor: element.querySelector<HTMLElement>('[data-life-anchor]') ?? element };
}
