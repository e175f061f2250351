// What jsdom lacks: layout and a few interfaces of browsers. The stand-ins answer as an 800 px wide window would.
import { cleanup, configure } from '@testing-library/svelte';
import { afterEach } from 'vitest';

class StillObserver implements ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

globalThis.ResizeObserver = StillObserver;
globalThis.PointerEvent ??= class extends MouseEvent {} as typeof PointerEvent;
Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 712 });
Element.prototype.scrollIntoView = () => {};
Element.prototype.hasPointerCapture = () => false;
Element.prototype.setPointerCapture = () => {};
Element.prototype.releasePointerCapture = () => {};
HTMLCanvasElement.prototype.getContext = () => null;
URL.createObjectURL = () => 'blob:page';
URL.revokeObjectURL = () => {};
window.matchMedia = (media) =>
  ({ media, matches: false, addEventListener() {}, removeEventListener() {} }) as unknown as MediaQueryList;

// A failing query tells its own message; the whole page would bury it.
configure({
  asyncUtilTimeout: 10_000,
  getElementError: (message) => new Error((message ?? 'not found').slice(0, 200)),
});

afterEach(() => cleanup());
