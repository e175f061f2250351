import { screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { start } from './app';

describe('a target', () => {
  it('takes two fields, and the source follows from who stated it', async () => {
    const { tape, user } = await start('sample');
    tape.scripts.claim_set = () => {
      throw { code: 'word', message: 'Not on the tape', hint: null };
    };
    await user.click(await screen.findByTestId('target-add'));
    const amount = await screen.findByTestId('target-amount');
    // The form comes after its dialog, and begins in its first field all the same.
    await waitFor(() => expect(document.activeElement).toBe(amount));
    await user.keyboard('6 bn');
    await user.type(screen.getByTestId('target-maker'), 'Senate');
    await user.click(screen.getByTestId('target-save'));
    await screen.findByText(/Not on the tape/);
    expect(tape.calls.find(({ name }) => name === 'claim_set')?.argument).toMatchObject({
      amount: '6 bn',
      maker: 'Senate',
      source: 'Statement by Senate',
      kind: 'target',
      official: true,
    });
  });

  it('keeps a source that was written by hand', async () => {
    const { tape, user } = await start('sample');
    tape.scripts.claim_set = () => {
      throw { code: 'word', message: 'Not on the tape', hint: null };
    };
    await user.click(await screen.findByTestId('target-add'));
    await user.type(await screen.findByTestId('target-amount'), '6');
    await user.type(screen.getByTestId('target-source'), 'Speech');
    await user.type(screen.getByTestId('target-maker'), 'Senate');
    await user.click(screen.getByTestId('target-save'));
    await waitFor(() =>
      expect(tape.calls.find(({ name }) => name === 'claim_set')?.argument).toMatchObject({
        source: 'Speech',
      }),
    );
  });
});

describe('data that leave', () => {
  it('are listed before, and notes stay unless somebody asks', async () => {
    const { tape, user } = await start('sample');
    tape.scripts.data_export = ({ request }) => ({ path: (request as { path: string }).path, bytes: 1 });
    await user.click(screen.getByTestId('nav-data'));
    await user.click(await screen.findByTestId('data-more'));
    await user.click(await screen.findByTestId('export-open'));
    const contents = await screen.findByTestId('export-contents');
    expect(contents.textContent).toContain('11 series');
    expect(contents.textContent).toContain('stay in the workspace');
    await user.click(screen.getByTestId('export-csv'));
    await user.click(screen.getByTestId('export-save'));
    await waitFor(() => expect(tape.calls.some(({ name }) => name === 'data_export')).toBe(true));
    expect(tape.calls.find(({ name }) => name === 'data_export')?.argument).toMatchObject({
      format: 'csv',
      path: '/home/aide/pakistan-s-it-exports-2026-04-01.csv',
      request: { with_notes: false, series: [] },
    });
  });
});
