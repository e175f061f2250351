import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { lastCall, start } from './app';

/** The table of the tape, as it is copied from a spreadsheet. */
const COPIED = 'Million US$\n\tOct 2024\tNov 2024\tDec 2024\nTotal credits\t330\t311\t348\n';

const text = (id: string) => screen.getByTestId(id).textContent?.trim();

/** The sample, with that table read. */
async function read() {
  const started = await start('sample');
  await started.user.click(screen.getByTestId('nav-data'));
  await started.user.click(await screen.findByTestId('import-open'));
  await fireEvent.input(screen.getByTestId('import-text'), { target: { value: COPIED } });
  await started.user.click(screen.getByTestId('import-read'));
  await screen.findByTestId('import-sentence');
  await screen.findAllByTestId('import-value');
  return started;
}

const apply = () => screen.getByTestId<HTMLButtonElement>('import-apply');

describe('an import', () => {
  it('shows the sheet by what its cells were taken for, and what is asked', async () => {
    await read();
    const grid = within(screen.getByTestId('import-sheet'));
    expect((await grid.findByText('311')).className).toContain('value');
    expect(grid.getByText('Oct 2024').className).toContain('header');
    expect(screen.getByTestId('import-question-published')).toBeTruthy();
    expect(apply().disabled).toBe(true);
    expect(text('import-summary')).not.toBe('');
    expect(screen.getByTestId('nav-data').getAttribute('aria-current')).toBe('page');
  });

  it('is answered, mapped and entered as one step, which undo takes back', async () => {
    const { tape, user } = await read();
    await user.click(screen.getByTestId('import-own'));
    await user.type(screen.getByTestId('import-day'), '2026-04-01');
    await user.tab();
    await waitFor(() => expect(apply().disabled).toBe(false));
    // The question keeps its place, so that its answer can be changed.
    expect(screen.getByTestId('import-question-published')).toBeTruthy();
    const source = screen.getByTestId('import-source');
    await user.clear(source);
    await user.type(source, 'Copied table');
    await waitFor(() =>
      expect(lastCall(tape, 'intake_draft')).toMatchObject({ answers: { source: 'Copied table' } }),
    );
    await user.selectOptions(screen.getByTestId('import-target'), 'ict_total');
    await waitFor(() =>
      expect(lastCall(tape, 'intake_draft')).toEqual({
        answers: { published: '2026-04-01', source: 'Copied table' },
        mapping: [{ label: 'Total credits', series: 'ict_total' }],
        left_out: [],
      }),
    );
    await waitFor(() => expect(apply().disabled).toBe(false));
    await user.click(apply());
    expect(await screen.findByTestId('screen-data')).toBeTruthy();
    await user.click(await screen.findByTestId('toast-action'));
    await waitFor(() => expect(lastCall(tape, 'undo')).toBeNull());
  });

  it('leaves out what is chosen in the sheet by keys, and takes it in again', async () => {
    const { tape, user } = await read();
    const grid = within(screen.getByTestId('import-sheet'));
    (await grid.findAllByRole('gridcell'))[0]?.focus();
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowRight}{ArrowRight}{Delete}');
    await waitFor(() =>
      expect(lastCall(tape, 'intake_draft')).toMatchObject({ left_out: [{ top: 2, left: 2 }] }),
    );
    await user.click(await screen.findByTestId('import-take-in'));
    await waitFor(() => expect(lastCall(tape, 'intake_draft')).toMatchObject({ left_out: [] }));
  });

  it('is gone on with after another screen, and given up without a change', async () => {
    const { tape, user } = await read();
    await user.click(screen.getByTestId('nav-overview'));
    await screen.findByTestId('screen-overview');
    await user.click(screen.getByTestId('nav-data'));
    await user.click(await screen.findByTestId('import-open'));
    await user.click(await screen.findByTestId('import-cancel'));
    expect(await screen.findByTestId('import-start')).toBeTruthy();
    expect(tape.calls.some((call) => call.name === 'intake_cancel')).toBe(true);
    expect(screen.getByTestId<HTMLButtonElement>('undo').disabled).toBe(true);
  });

  it('begins with a file that is dropped on any screen, and tells what is wrong with it', async () => {
    const { tape } = await start('sample');
    tape.drag({ kind: 'over' });
    expect(await screen.findByTestId('drop-note')).toBeTruthy();
    tape.drag({ kind: 'dropped', paths: ['/home/aide/gone.xlsx'] });
    expect((await screen.findByTestId('import-broken')).textContent).toContain('gone.xlsx');
    expect(screen.queryByTestId('drop-note')).toBeNull();
  });

  it('needs a workspace', async () => {
    const { tape } = await start();
    tape.drag({ kind: 'dropped', paths: ['/home/aide/gone.xlsx'] });
    expect((await screen.findByTestId('toast')).textContent).toContain('workspace first');
  });
});
