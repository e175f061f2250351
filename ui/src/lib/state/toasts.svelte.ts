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
  /** The stable word of a failure, by which help finds it. */
  code: string | null;
  bad: boolean;
  action: ToastAction | null;
}

export class Toasts {
  list = $state.raw<Toast[]>([]);
  #next = 1;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Says what was done. A newer message takes the place of an older one; refusals stay. */
  say(text: string, action: ToastAction | null = null): void {
    this.list = [...this.list.filter((toast) => toast.bad), this.#make({ text, action })];
    this.resume();
  }

  /** Says why something could not be done; stays until it is closed, or its cause is gone. */
  fail(failure: Failure, action: ToastAction | null = null): void {
    const others = this.list.filter((toast) => toast.text !== failure.message);
    this.list = [
      ...others,
      this.#make({ text: failure.message, hint: failure.hint, code: failure.code, bad: true, action }),
    ];
  }

  /** Says what was done, which ends what kept something from being done before. */
  done(text: string, action: ToastAction | null = null): void {
    this.mended();
    this.say(text, action);
  }

  close(id: number): void {
    this.list = this.list.filter((toast) => toast.id !== id);
  }

  /** What kept something from being done is past: it was done, or nobody wants it any more. */
  mended(): void {
    this.list = this.list.filter((toast) => !toast.bad);
  }

  /** What the messages were about is out of sight. */
  clear(): void {
    this.list = [];
  }

  /** Closes the newest refusal; false when there is none. */
  closeRefusal(): boolean {
    const newest = this.list.findLast((toast) => toast.bad);
    if (newest) this.close(newest.id);
    return newest !== undefined;
  }

  /** Keeps the messages while somebody reads them. */
  pause(): void {
    clearTimeout(this.#timer);
  }

  resume(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.list = this.list.filter((toast) => toast.bad)), TOAST_MS);
  }

  #make(what: Partial<Toast> & { text: string }): Toast {
    return { hint: null, code: null, bad: false, action: null, ...what, id: this.#next++ };
  }
}
