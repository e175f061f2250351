// The whole window over the in-memory client.
import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import App from '../src/App.svelte';
import { Memory, type Fixture } from '$lib/api/memory';
import { Session } from '$lib/state/session.svelte';
import outlook from './fixture/outlook.json';
import fixture from './fixture/workspace.json';

export const data: Fixture = { ...fixture, ...outlook };

/** Starts the window at the welcome screen, or with the workspace open. */
export async function start(options: { open?: boolean; readOnly?: string; empty?: boolean } = {}) {
  const client = new Memory(data, options);
  const session = new Session(client);
  render(App, { session });
  await screen.findByTestId(options.open ? 'screen-overview' : 'welcome');
  return { client, session, user: userEvent.setup() };
}

/** The last argument of the call `name`. */
export function lastCall(client: Memory, name: string): unknown {
  return client.calls.findLast((call) => call.name === name)?.argument;
}
