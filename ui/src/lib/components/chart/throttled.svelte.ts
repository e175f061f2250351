/** The least time between two announcements. */
const QUIET_MS = 300;

/** A line for screen readers that changes at most once in a while and ends on the last thing said. */
export class Throttled {
  text = $state('');
  #next = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  say(text: string): void {
    this.#next = text;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.text = this.#next;
    }, QUIET_MS);
  }
}
