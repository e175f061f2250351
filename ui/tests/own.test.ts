import { screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { start } from './app';

/** Nothing is to be asked about what was typed. */
const MEANT = { doubts: [], compared: [] };

describe('a target', () => {
  it('takes two fields, and the source follows from who stated it', async () => {
    const { tape, user } = await start('sample');
    tape.scripts.claim_meant = () => MEANT;
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
    tape.scripts.claim_meant = () => MEANT;
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

  it('is doubted once, and can be put right', async () => {
    const { tape, user } = await start('sample');
    const message = '5.2 is about a thousandth of what a year of this series comes to (about 3,809).';
    const doubt = { kind: 'power_of_ten', series: 'ict_total', period: 'FY2026', message };
    const instead = { value: 'USD 5200 million', text: '$5.2 bn' };
    tape.scripts.claim_meant = ({ request }) =>
      (request as { amount: string }).amount === '5.2'
        ? { ...MEANT, doubts: [{ ...doubt, instead }] }
        : MEANT;
    tape.scripts.claim_set = () => {
      throw { code: 'word', message: 'Not on the tape', hint: null };
    };
    const saved = () => tape.calls.filter(({ name }) => name === 'claim_set').map(({ argument }) => argument);
    await user.click(await screen.findByTestId('target-add'));
    await user.type(await screen.findByTestId('target-amount'), '5.2');
    await user.type(screen.getByTestId('target-maker'), 'Senate');
    await user.click(screen.getByTestId('target-save'));
    expect((await screen.findByTestId('target-doubts')).textContent).toContain(message);
    expect(saved()).toEqual([]);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('doubt-save')));
    await user.click(screen.getByTestId('target-doubts-use'));
    expect(screen.queryByTestId('doubt-save')).toBeNull();
    await user.click(screen.getByTestId('target-save'));
    await waitFor(() => expect(saved()).toMatchObject([{ amount: 'USD 5200 million', link: null }]));
    // Meant all the same: asked once, then saved.
    await user.clear(screen.getByTestId('target-amount'));
    await user.type(screen.getByTestId('target-amount'), '5.2');
    await user.click(await screen.findByTestId('doubt-save'));
    await waitFor(() => expect(saved().at(-1)).toMatchObject({ amount: '5.2' }));
  });

  it('is held beside what the same one stated, and hangs on it where somebody says so', async () => {
    const { tape, user } = await start('sample');
    const text = 'T30 states the same: $5.2 bn target, Ministry of IT, before July 2025.';
    const compared = [{ id: 'T30', kind: 'restates', text, choice: 'It restates T30' }];
    tape.scripts.claim_meant = () => ({ ...MEANT, compared });
    tape.scripts.claim_set = () => {
      throw { code: 'word', message: 'Not on the tape', hint: null };
    };
    await user.click(await screen.findByTestId('target-add'));
    await user.type(await screen.findByTestId('target-amount'), '5.2 bn');
    await user.type(screen.getByTestId('target-maker'), 'Ministry of IT');
    await user.click(screen.getByTestId('target-save'));
    expect((await screen.findByTestId('target-asked')).textContent).toContain(text);
    expect(tape.calls.some(({ name }) => name === 'claim_set')).toBe(false);
    await user.selectOptions(screen.getByTestId('target-tie'), 'It restates T30');
    await user.click(screen.getByTestId('target-save'));
    await waitFor(() =>
      expect(tape.calls.find(({ name }) => name === 'claim_set')?.argument).toMatchObject({
        link: { to: 'T30', kind: 'restates' },
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
