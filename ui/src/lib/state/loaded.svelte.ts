// An answer of the program that follows what it was asked with.
import { asFailure, type Failure } from '$lib/api/client';

/**
 * Asks again whenever what `ask` reads changes, and drops answers that come too late. The last answer stays
 * while a new one is on its way, so that nothing flickers; where `ask` has nothing to ask, there is none. Make it while a component is being set up.
 */
export class Loaded<T> {
  value = $state.raw<T | null>(null);
  failure = $state.raw<Failure | null>(null);
  pending = $state(false);

  constructor(ask: () => Promise<T> | null) {
    $effect(() => {
      let current = true;
      const answer = ask();
      if (answer === null) {
        this.value = null;
        this.failure = null;
        this.pending = false;
        return;
      }
      this.pending = true;
      answer
        .then((value) => {
          if (!current) return;
          this.value = value;
          this.failure = null;
          this.pending = false;
        })
        .catch((thrown: unknown) => {
          if (!current) return;
          this.failure = asFailure(thrown);
          this.pending = false;
        });
      return () => {
        current = false;
      };
    });
  }
}
