// The field for a source: what it proposes, and what Enter does.
import { screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { lastCall, start } from './app';

const NOVEMBER = 'grid-cell-ict_total-2024-11';

/** An entry is open and 311 is written; `typed` stands in its source, and the suggestions are there. */
async function typed(text: string) {
  const { tape, session, user } = await start('sample');
  await user.keyboard('{Control>}2{/Control}');
  const cell = await screen.findByTestId(NOVEMBER);
  await user.click(cell);
  // What is saved here is on no tape: the field is what is tried.
  tape.scripts.observation_set = () => ({ label: 'saved', notes: [], workspace: session.workspace });
  await user.keyboard('311');
  const field = await screen.findByTestId<HTMLInputElement>('edit-source');
  await user.type(field, text);
  return { tape, session, user, field };
}

const options = () =>
  screen.queryAllByTestId('source-option').filter((option) => !option.closest('[hidden]'));
const sent = (tape: Parameters<typeof lastCall>[0]) => lastCall(tape, 'observation_set');

describe('the source of an entry', () => {
  it('takes the suggestion that is highlighted with Enter, and saves nothing yet', async () => {
    const { tape, user, field } = await typed('june 20');
    await waitFor(() => expect(options().length).toBeGreaterThan(0));
    const first = options()[0]?.textContent?.trim() ?? '';
    await user.keyboard('{ArrowDown}');
    expect(field.getAttribute('aria-activedescendant')).toBe(options()[0]?.id);
    await user.keyboard('{Enter}');
    expect(field.value).toBe(first);
    expect(sent(tape)).toBeUndefined();
    await waitFor(() => expect(screen.queryByTestId('source-new')).toBeNull());
    expect(screen.getByTestId('edit')).toBeTruthy();
  });

  it('asks before part of a known title becomes a new source', async () => {
    const { tape, user } = await typed('june 20');
    await waitFor(() => expect(options().length).toBeGreaterThan(0));
    expect(screen.getByTestId('source-new').textContent).toContain('A new source');
    await user.keyboard('{Enter}');
    expect(sent(tape)).toBeUndefined();
    expect(screen.getByTestId('source-new').textContent).toContain('Enter again');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(sent(tape)).toMatchObject({ source: 'june 20' }));
  });

  it('says that a title is new, and takes it at once where none is like it', async () => {
    const { tape, user } = await typed('Zzz bulletin');
    await waitFor(() => expect(screen.getByTestId('source-new').textContent).toContain('A new source'));
    expect(options()).toHaveLength(0);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(sent(tape)).toMatchObject({ source: 'Zzz bulletin' }));
  });

  it('is taken by a click, and its list closes with Esc before the entry does', async () => {
    const { user, field } = await typed('june 20');
    await waitFor(() => expect(options().length).toBeGreaterThan(0));
    await user.keyboard('{Escape}');
    expect(options()).toHaveLength(0);
    expect(screen.getByTestId('edit')).toBeTruthy();
    await user.keyboard('{ArrowDown}');
    const second = options()[1];
    if (second) await user.click(second);
    expect(field.value).toBe(second?.textContent?.trim());
    expect(document.activeElement).toBe(field);
  });
});

describe('an entry that is left with its screen', () => {
  it('is gone on with where it was', async () => {
    const { user, session } = await typed('Bulletin of May');
    await user.keyboard('{Control>}1{/Control}');
    await screen.findByTestId('screen-overview');
    expect((await screen.findByTestId('toast')).textContent).toContain('is kept');
    expect(session.draft).toMatchObject({ period: '2024-11', value: '311', source: 'Bulletin of May' });
    await user.keyboard('{Control>}2{/Control}');
    await waitFor(() => expect(screen.getByTestId<HTMLInputElement>('edit-value').value).toBe('311'));
    expect(screen.getByTestId<HTMLInputElement>('edit-source').value).toBe('Bulletin of May');
    expect(screen.getByTestId('edit').textContent).toContain('Nov 2024');
    expect(session.draft).toBeNull();
  });

  it('is given up by Esc, and then is not kept', async () => {
    const { user, session } = await typed('Bulletin of May');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByTestId('edit')).toBeNull());
    await user.keyboard('{Control>}1{/Control}');
    await screen.findByTestId('screen-overview');
    expect(session.draft).toBeNull();
  });
});
