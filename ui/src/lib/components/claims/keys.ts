// The keys of the screen of targets: letters, where nothing is written and nothing is raised.
import { isWriting, somethingOpen } from '$lib/keys';

/** What can be done by a key. */
export interface ClaimActs {
  new: () => unknown;
  amend: () => unknown;
  link: () => unknown;
  judge: () => unknown;
  card: () => unknown;
  find: () => unknown;
}

const KEYS: Record<string, keyof ClaimActs> = {
  n: 'new',
  e: 'amend',
  l: 'link',
  j: 'judge',
  s: 'card',
  '/': 'find',
};

/** Does what a key asks for; anything else is left alone. */
export function claimKey(event: KeyboardEvent, acts: ClaimActs): void {
  if (event.isComposing || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
  if (isWriting(event) || somethingOpen()) return;
  const act = KEYS[event.key.toLowerCase()];
  if (!act) return;
  event.preventDefault();
  acts[act]();
}
