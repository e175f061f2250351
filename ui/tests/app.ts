// The whole window over the tape of the real program.
import { cleanup, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, expect } from 'vitest';
import App from '../src/App.svelte';
import type { DayView } from '$lib/api/bindings';
import { Tape } from '$lib/api/tape';
import { Session } from '$lib/state/session.svelte';
import recording from './fixture/tape.json';

/** How the program stands: nothing open, the sample open, in use by somebody else, or a new workspace open. */
export type Scene = 'closed' | 'sample' | 'read only' | 'new';

/** A day in the past of the sample. */
export const PAST: DayView = { date: '2025-01-01', text: '1 January 2025', short: '1 Jan 2025' };

let playing: Tape | null = null;

/** A client and the tape behind it. */
export function played(scene: Scene) {
  playing = new Tape(recording, scene);
  // Every selection on the way to another is asked about; what the answer says is tested with the program.
  playing.scripts.grid_sum = () => ({ known: 0, sum: null, mean: null, unit: '', note: '' });
  return playing;
}

/** Starts the window in a scene. */
export async function start(scene: Scene = 'closed') {
  const tape = played(scene);
  const session = new Session(tape.client);
  render(App, { session });
  await screen.findByTestId(scene === 'closed' ? 'welcome' : 'screen-overview');
  return { tape, session, user: userEvent.setup() };
}

/** The last argument of the call `name`. */
export function lastCall(tape: Tape, name: string): unknown {
  return tape.calls.findLast((call) => call.name === name)?.argument;
}

// A screen that asks for what the tape does not hold was not tested.
afterEach(() => {
  cleanup();
  expect(playing?.missing ?? []).toEqual([]);
  playing = null;
});
