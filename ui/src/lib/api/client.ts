// The only file that knows the host. Everything else speaks to `Client`.
import { invoke, isTauri } from '@tauri-apps/api/core';
import { getCurrentWebview } from '@tauri-apps/api/webview';
import type { AppError, Code } from './bindings';
import { commands, type Commands } from './commands';

/** The program behind the window. Every promise may reject with a [`Failure`]. */
export interface Client extends Commands {
  /** Enlarges the whole window; 1 is 100 %. */
  zoom(factor: number): Promise<void>;
  /** Tells of files that are dragged over the window. */
  dragged(tell: (drag: Drag) => void): Promise<unknown>;
}

/** Files over the window: they have come, they are gone, or they were let go. */
export type Drag = { kind: 'over' } | { kind: 'gone' } | { kind: 'dropped'; paths: string[] };

/** Files are dragged by the system, which knows where they lie. */
function dragged(tell: (drag: Drag) => void): Promise<unknown> {
  return getCurrentWebview().onDragDropEvent(({ payload }) => {
    if (payload.type === 'drop') tell({ kind: 'dropped', paths: payload.paths });
    else if (payload.type === 'enter') tell({ kind: 'over' });
    else if (payload.type === 'leave') tell({ kind: 'gone' });
  });
}

/** Why something could not be done, in words. Decisions are made by `code`, never by reading the text. */
export type Failure = Omit<AppError, 'code'> & { code: Code | 'no_host' | 'unexpected' };

/** Whatever was thrown, as a failure that can be shown. */
export function asFailure(thrown: unknown): Failure {
  if (typeof thrown === 'object' && thrown !== null && 'message' in thrown) {
    const { code, message, hint } = thrown as Partial<Failure>;
    return { code: code ?? 'unexpected', message: String(message), hint: hint ? hint : null };
  }
  return { code: 'unexpected', message: String(thrown), hint: null };
}

/** The client for where the page runs: the desktop program, or a recording of it for a browser. */
export async function connect(): Promise<Client> {
  if (isTauri()) {
    return { ...commands(invoke), zoom: (factor) => getCurrentWebview().setZoom(factor), dragged };
  }
  if (import.meta.env.DEV || import.meta.env.MODE === 'preview') {
    const [{ Tape }, { default: recording }] = await Promise.all([
      import('./tape'),
      import('../../../tests/fixture/tape.json'),
    ]);
    return new Tape(recording).client;
  }
  throw { code: 'no_host', message: 'This page belongs to the Hadaf program.', hint: null } satisfies Failure;
}
