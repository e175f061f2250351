import type { Attachment } from 'svelte/attachments';

/** How long a width must stand still before a picture is drawn for it. */
const SETTLE_MS = 120;

/** Tells the inner width of an element, at once and then whenever it has settled on a new one. */
export function sized(tell: (width: number) => void): Attachment<HTMLElement> {
  return (element) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = Math.floor(element.clientWidth);
    tell(last);
    const observer = new ResizeObserver(([entry]) => {
      const width = Math.floor(entry?.contentRect.width ?? 0);
      if (width === last || width === 0) return;
      clearTimeout(timer);
      timer = setTimeout(() => tell((last = width)), last === 0 ? 0 : SETTLE_MS);
    });
    observer.observe(element);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  };
}
