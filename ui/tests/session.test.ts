import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fileName, Session } from '$lib/state/session.svelte';
import { TOAST_MS } from '$lib/state/toasts.svelte';
import { PAST, played } from './app';

const ENTRY = {
  series: 'ict_total',
  period: '2024-11',
  value: '310',
  published: '2025-01-31',
  source: 'x',
  status: null,
  note: '',
};

async function opened() {
  const tape = played('sample');
  const session = new Session(tape.client);
  await session.begin();
  return { tape, client: tape.client, session };
}

describe('a session', () => {
  it('takes up the workspace that the program has open', async () => {
    const { session } = await opened();
    expect(session.workspace?.file_name).toBe('pakistan-it-exports.hadaf');
    expect(session.series).toBe('ict_total');
  });

  it('tells what was done on a screen there, and not on the next', async () => {
    const { client, session } = await opened();
    session.changed(await client.observationSet(ENTRY));
    expect(session.toasts.list).toHaveLength(1);
    session.screen = 'data';
    expect(session.toasts.list).toEqual([]);
  });

  it('follows undo and redo with labels and a new revision', async () => {
    const { client, session } = await opened();
    session.changed(await client.observationSet(ENTRY));
    const revision = session.revision;
    expect(session.workspace?.undo).toBe('IT exports, Nov 2024: 310');
    await session.undo();
    expect([session.workspace?.undo, session.workspace?.redo]).toEqual([null, 'IT exports, Nov 2024: 310']);
    await session.redo();
    expect(session.workspace?.redo).toBeNull();
    expect(session.revision).toBe(revision + 2);
  });

  it('takes steps that are pressed quickly one after the other', async () => {
    const { client, session } = await opened();
    session.changed(await client.observationSet(ENTRY));
    session.changed(await client.observationSet({ ...ENTRY, period: '2024-12' }));
    await Promise.all([session.undo(), session.undo()]);
    expect([session.workspace?.undo, session.workspace?.redo]).toEqual([null, 'IT exports, Nov 2024: 310']);
  });

  it('says why there is nothing to undo, and stays as it is', async () => {
    const { session } = await opened();
    await session.undo();
    expect(session.toasts.list.map((toast) => [toast.text, toast.bad])).toEqual([
      ['There is nothing to undo', true],
    ]);
    expect(session.busy).toBe(false);
  });

  it('reads today as today', async () => {
    const { session } = await opened();
    session.readAsOf(PAST);
    expect(session.past).toBe(true);
    session.readAsOf({ ...PAST, date: '2026-04-01' });
    expect(session.past).toBe(false);
  });

  it('keeps zoom between half and double', async () => {
    const { session } = await opened();
    for (let step = 0; step < 15; step += 1) await session.zoom(1);
    expect(session.settings.zoom).toBe(2);
    for (let step = 0; step < 20; step += 1) await session.zoom(-1);
    expect(session.settings.zoom).toBe(0.5);
    await session.zoom(0);
    expect(session.settings.zoom).toBe(1);
  });

  it('writes no choice over those that it has not been told yet', async () => {
    const tape = played('sample');
    const session = new Session(tape.client);
    await session.zoom(1);
    expect(tape.calls).toEqual([]);
  });

  it('keeps the old choice when the program cannot', async () => {
    const { tape, session } = await opened();
    tape.scripts.settings_set = () => {
      throw { code: 'disk_full', message: 'The disk is full.', hint: null };
    };
    await session.set({ theme: 'dark' });
    expect(session.theme).toBe('light');
    expect(session.toasts.list[0]?.text).toBe('The disk is full.');
  });
});

describe('messages', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('go after eight seconds, wait while they are read, and refusals stay', async () => {
    const { session } = await opened();
    const { toasts } = session;
    toasts.say('done');
    toasts.fail({ code: 'io', message: 'refused', hint: null });
    toasts.pause();
    vi.advanceTimersByTime(2 * TOAST_MS);
    expect(toasts.list).toHaveLength(2);
    toasts.resume();
    vi.advanceTimersByTime(TOAST_MS);
    expect(toasts.list.map((toast) => toast.text)).toEqual(['refused']);
  });
});

describe('a file name', () => {
  it('is made of what every system takes', () => {
    expect(fileName('Textile exports: 2025/26')).toBe('textile-exports-2025-26');
    expect(fileName('برآمدات')).toBe('برآمدات');
    expect(fileName('///')).toBe('workspace');
  });
});
