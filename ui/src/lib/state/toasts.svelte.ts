// Short messages at the foot of the window: what was done, and why something was not.
import type { Failure } from '$lib/api/client';

/** How long a message stays; it waits while the pointer or the focus is on it. */
export const TOAST_MS = 8000;

export interface ToastAction {
  words: string;
  key?: string;
  run: () => void;
}

export interface Toast {
  id: number;
  text: string;
  hint: string | null;
  bad: boolean;
  action: ToastAction | null;
}

export class Toasts {
  list = $state.raw<Toast[]>([]);
  #next = 1;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Says what was done. A newer message takes the place of an older one; refusals stay. */
  say(text: string, action: ToastAction | null = null): void {
    this.list = [...this.list.filter((toast) => toast.bad), this.#make(text, null, false, action)];
    this.resume();
  }

  /** Says why something could not be done; stays until it is closed. */
  fail(failure: Failure): void {
    const others = this.list.filter((toast) => toast.text !== failure.message);
    this.list = [...others, this.#make(failure.message, failure.hint, true, null)];
  }

  close(id: number): void {
    this.list = this.list.filter((toast) => toast.id !== id);
  }

  /** Keeps the messages while somebody reads them. */
  pause(): void {
    clearTimeout(this.#timer);
  }

  resume(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.list = this.list.filter((toast) => toast.bad)), TOAST_MS);
  }

  #make(text: string, hint: string | null, bad: boolean, action: ToastAction | null): Toast {
    return { id: this.#next++, text, hint, bad, action };
  }
}
