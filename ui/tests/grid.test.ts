import { createEvent, fireEvent, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { lastCall, start } from './app';

const NOVEMBER = 'grid-cell-ict_total-2024-11';
const FEBRUARY = 'grid-cell-ict_total-2026-02';
/** What a cell shows, without the space that keeps decimal points in line. */
function value(id: string) {
  const cell = screen.getByTestId(id).cloneNode(true) as HTMLElement;
  cell.querySelectorAll('[aria-hidden]').forEach((space) => space.remove());
  return cell.textContent;
}

/** Opens Data and stands on a cell. */
async function at(cell: string) {
  const app = await start('sample');
  await app.user.click(screen.getByTestId('nav-data'));
  await fireEvent.pointerDown(await screen.findByTestId(cell));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId(cell)));
  return app;
}

function paste(target: Element, text: string) {
  const event = createEvent.paste(target);
  // As WebKitGTK gives it: no items, only the text by name.
  Object.defineProperty(event, 'clipboardData', { value: { items: [], getData: () => text } });
  return fireEvent(target, event);
}

describe('entering a value', () => {
  it('begins with a digit, is told what it will do, and becomes an observation that undo takes back', async () => {
    const { tape, user } = await at(NOVEMBER);
    await user.keyboard('3');
    const field = await screen.findByTestId<HTMLInputElement>('edit-value');
    await waitFor(() => expect(document.activeElement).toBe(field));
    await user.type(field, '11.5');
    expect(field.value).toBe('311.5');
    await waitFor(() =>
      expect(screen.getByTestId('edit-preview').textContent).toContain('Revises 310 → 311.5'),
    );
    await user.type(screen.getByTestId('edit-source'), 'State Bank');
    await user.type(screen.getByTestId('edit-note'), 'half-year total{Enter}');
    // The cell shows the figure's own digits.
    await waitFor(() => expect(value(NOVEMBER)).toBe('311.5'));
    expect(lastCall(tape, 'observation_set')).toEqual({
      series: 'ict_total',
      period: '2024-11',
      value: '311.5',
      published: '2026-04-01',
      source: 'State Bank',
      status: null,
      note: 'half-year total',
    });
    // Enter moves on to the next month.
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByTestId('grid-cell-ict_total-2024-12')),
    );
    expect(screen.getByTestId('undo').textContent).toContain('Undo: IT exports, Nov 2024: 311.5');
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(value(NOVEMBER)).toBe('310'));
    await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    await waitFor(() => expect(value(NOVEMBER)).toBe('311.5'));
  });

  it('starts the next entry from the source of the last', async () => {
    const { user } = await at(NOVEMBER);
    await user.keyboard('3');
    await user.type(await screen.findByTestId('edit-source'), 'State Bank{Enter}');
    // A hundredth of the months around it: it is asked about once.
    await user.click(await screen.findByTestId('doubt-save'));
    await waitFor(() => expect(screen.queryByTestId('edit')).toBeNull());
    await user.keyboard('{Enter}');
    expect((await screen.findByTestId<HTMLInputElement>('edit-source')).value).toBe('State Bank');
  });

  it('is dropped by Esc, which gives the cell back', async () => {
    const { tape, user } = await at(NOVEMBER);
    await user.keyboard('{Enter}');
    await screen.findByTestId('edit');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByTestId('edit')).toBeNull());
    expect(value(NOVEMBER)).toBe('310');
    expect(lastCall(tape, 'observation_set')).toBeUndefined();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId(NOVEMBER)));
  });

  it('asks once whether a figure is meant that is far from the others', async () => {
    const { tape, user } = await at(NOVEMBER);
    await user.keyboard('{Enter}');
    const field = await screen.findByTestId<HTMLInputElement>('edit-value');
    await user.clear(field);
    await user.paste('310000000');
    await waitFor(() => expect(screen.getByTestId('edit-doubts').textContent).toContain('a million times'));
    await user.type(screen.getByTestId('edit-source'), 'State Bank{Enter}');
    const anyway = await screen.findByTestId('doubt-save');
    expect(lastCall(tape, 'observation_set')).toBeUndefined();
    await waitFor(() => expect(document.activeElement).toBe(anyway));
    await user.click(screen.getByTestId('doubt-back'));
    expect(document.activeElement).toBe(field);
    expect(screen.queryByTestId('doubt-save')).toBeNull();
    await user.keyboard('{Enter}');
    await screen.findByTestId('doubt-save');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByTestId('edit')).toBeNull());
    expect(lastCall(tape, 'observation_set')).toMatchObject({ value: '310000000' });
  });

  it('saves in one click what may have been meant', async () => {
    const { tape, user } = await at(NOVEMBER);
    await user.keyboard('{Enter}');
    await user.clear(await screen.findByTestId('edit-value'));
    await user.paste('310000000');
    await user.type(screen.getByTestId('edit-source'), 'State Bank{Enter}');
    const instead = await screen.findByTestId('doubt-instead');
    expect(instead.textContent).toBe('Save 310');
    await user.click(instead);
    await waitFor(() => expect(screen.queryByTestId('edit')).toBeNull());
    expect(lastCall(tape, 'observation_set')).toMatchObject({ value: '310' });
  });

  it('reads a day as people write it, and says what is none where it stands', async () => {
    const { tape, user } = await at(NOVEMBER);
    await user.keyboard('{Enter}');
    const value = await screen.findByTestId('edit-value');
    await user.clear(value);
    await user.paste('365');
    await user.type(screen.getByTestId('edit-source'), 'State Bank');
    const published = screen.getByTestId<HTMLInputElement>('edit-published');
    await user.clear(published);
    await user.paste('3 Mar 2026');
    await user.tab();
    expect((await screen.findByTestId('edit-published-read')).textContent).toBe('Read as 3 March 2026');
    await user.clear(published);
    await user.paste('03/04/2026');
    await user.click(screen.getByTestId('edit-commit'));
    const wrong = await screen.findByTestId('edit-published-wrong');
    expect(wrong.textContent).toContain('03/04/2026 can be 2026-04-03 or 2026-03-04');
    expect(document.activeElement).toBe(published);
    expect(lastCall(tape, 'observation_set')).toBeUndefined();
  });

  it('cannot be sent while it is no number or has no day', async () => {
    const { user } = await at(NOVEMBER);
    await user.keyboard('{Enter}');
    const field = await screen.findByTestId('edit-value');
    await user.clear(field);
    await user.type(field, '36,5x');
    await waitFor(() => expect(screen.getByTestId<HTMLButtonElement>('edit-commit').disabled).toBe(true));
    await user.clear(field);
    await user.type(field, '365');
    await waitFor(() => expect(screen.getByTestId<HTMLButtonElement>('edit-commit').disabled).toBe(false));
    await user.type(screen.getByTestId('edit-source'), 'State Bank');
    await user.clear(screen.getByTestId('edit-published'));
    await user.type(screen.getByTestId('edit-published'), 'in March');
    // The button stays, and leads to what keeps it from saving.
    await user.click(screen.getByTestId('edit-commit'));
    expect((await screen.findByTestId('edit-published-wrong')).textContent).toContain('in March');
    expect(document.activeElement).toBe(screen.getByTestId('edit-published'));
  });

  it('is not dropped by a click elsewhere once something is written', async () => {
    const { user } = await at(NOVEMBER);
    await user.keyboard('3');
    const field = await screen.findByTestId<HTMLInputElement>('edit-value');
    await user.type(field, '11');
    await user.click(screen.getByTestId('grid-cell-ict_total-2024-08'));
    expect(screen.getByTestId<HTMLInputElement>('edit-value').value).toBe('311');
    expect(screen.getByTestId('edit').textContent).toContain('Nov 2024');
  });

  it('has the focus when one comes by key', async () => {
    const { user } = await start('sample');
    (await screen.findByTestId('chart')).focus();
    await user.keyboard('{Control>}2{/Control}');
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByTestId('grid-cell-ict_total-2026-02')),
    );
  });

  it('deletes nothing before it has told what', async () => {
    const { tape, user } = await at(NOVEMBER);
    const told = {
      count: 2,
      summary: '2 figures are taken out.',
      sources: ['2 of State Bank'],
      remarks: [],
      behind: 1,
    };
    tape.scripts.take_out_preview = () => told;
    tape.scripts.take_out_apply = () => tape.play('undo', {});
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}{Delete}');
    expect((await screen.findByTestId('take-out-summary')).textContent).toContain('2 figures');
    expect(screen.getByTestId('take-out-source').textContent).toContain('State Bank');
    expect(value(NOVEMBER)).toBe('310');
    await user.click(screen.getByTestId('take-out-all'));
    const block = { series: ['ict_total'], periods: ['2024-11', '2024-12'], as_of: null };
    await waitFor(() => expect(lastCall(tape, 'take_out_preview')).toEqual({ block, all: true }));
    expect(lastCall(tape, 'take_out_apply')).toBeUndefined();
    await user.click(screen.getByTestId('take-out-cancel'));
    await waitFor(() => expect(screen.queryByTestId('take-out')).toBeNull());
    expect(lastCall(tape, 'take_out_apply')).toBeUndefined();
  });
});

describe('selecting', () => {
  it('counts cells and known values, and asks for the block to be copied', async () => {
    const { tape, user } = await at('grid-cell-ict_total-2024-07');
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{ArrowRight}{/Shift}');
    expect(screen.getByTestId('grid-count').textContent).toBe('6 cells, 3 with a figure');
    const block = {
      series: ['ict_total', 'telecommunication_services'],
      periods: ['2024-07', '2024-08', '2024-09'],
      as_of: null,
    };
    await user.keyboard('{Control>}c{/Control}');
    expect(lastCall(tape, 'grid_copy')).toEqual({ block, headers: true });
    await user.keyboard('{Control>}{Shift>}C{/Shift}{/Control}');
    expect(lastCall(tape, 'grid_copy')).toEqual({ block, headers: false });
  });

  it('tells what the program sums, and never the sum of another selection', async () => {
    const { tape, user } = await at('grid-cell-ict_total-2024-07');
    tape.scripts.grid_sum = () => ({
      known: 3,
      sum: '876',
      mean: '292.0',
      unit: 'US$ million',
      note: 'a note',
    });
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    await waitFor(() => expect(screen.getByTestId('grid-sum').textContent).toContain('876'));
    expect(screen.getByTestId('grid-mean').textContent).toContain('292.0');
    expect(screen.getByTestId('grid-sum-note').textContent).toBe('a note');
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(screen.queryByTestId('grid-sum')).toBeNull());
  });

  it('takes a column by its head, a row by its head, and all by Ctrl+A twice', async () => {
    const { user } = await at(NOVEMBER);
    await fireEvent.pointerDown(screen.getByTestId('grid-head-computer_services'));
    const status = () => screen.getByTestId('grid-status').textContent;
    await waitFor(() => expect(status()).toContain('Computer'));
    expect(screen.getByTestId('grid-count').textContent).toMatch(/^3\d cells/);
    await fireEvent.pointerDown(screen.getByTestId(NOVEMBER));
    const row = screen.getByTestId(NOVEMBER).closest('tr')?.querySelector('[data-row]');
    await fireEvent.pointerDown(row as Element);
    await waitFor(() => expect(screen.getByTestId('grid-count').textContent).toMatch(/^4 cells/));
    await fireEvent.pointerDown(screen.getByTestId(NOVEMBER));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId(NOVEMBER)));
    await user.keyboard('{Control>}a{/Control}');
    const one = Number.parseInt(screen.getByTestId('grid-count').textContent ?? '', 10);
    await user.keyboard('{Control>}a{/Control}');
    expect(Number.parseInt(screen.getByTestId('grid-count').textContent ?? '', 10)).toBe(one * 4);
    // The current cell stays where it was.
    expect(document.activeElement).toBe(screen.getByTestId(NOVEMBER));
  });

  it('folds and unfolds a year with Space', async () => {
    const { user } = await at('grid-cell-ict_total-FY2025');
    await user.keyboard(' ');
    await waitFor(() => expect(screen.queryByTestId(NOVEMBER)).toBeNull());
    await user.keyboard(' ');
    expect(await screen.findByTestId(NOVEMBER)).toBeTruthy();
  });
});

describe('pasting a block', () => {
  it('is previewed, placed in one step and undone in one', async () => {
    const { tape, user } = await at(NOVEMBER);
    await paste(screen.getByTestId(NOVEMBER), '315\t12\r\n350\t13\r\n');
    expect((await screen.findByTestId('paste-summary')).textContent).toBe(
      '2 new, 2 revised, 0 unchanged, 0 unreadable.',
    );
    expect(screen.getAllByTestId('paste-cell').map((cell) => cell.className.split(' ')[0])).toEqual([
      'revises',
      'new',
      'revises',
      'new',
    ]);
    await user.type(screen.getByTestId('paste-source'), 'State Bank table');
    await user.click(screen.getByTestId('paste-commit'));
    // The sector's figures are far below those around them.
    await user.click(await screen.findByTestId('doubt-save'));
    await waitFor(() => expect(value(NOVEMBER)).toBe('315'));
    expect(value('grid-cell-telecommunication_services-2024-12')).not.toBe('·');
    expect(lastCall(tape, 'paste_apply')).toMatchObject({
      source: 'State Bank table',
      published: '2026-04-01',
    });
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(value(NOVEMBER)).toBe('310'));
    expect(screen.getByTestId('grid-cell-ict_total-2024-12').textContent).toContain('348');
  });

  it('asks once whether a figure is meant, and puts right what is not', async () => {
    const { tape, user } = await at(NOVEMBER);
    await paste(screen.getByTestId(NOVEMBER), '310000000');
    expect((await screen.findByTestId('paste-doubts')).textContent).toContain('a million times');
    await user.type(screen.getByTestId('paste-source'), 'State Bank table');
    await user.click(screen.getByTestId('paste-commit'));
    expect((await screen.findByTestId('paste-question')).textContent).toContain('Is it meant?');
    expect(lastCall(tape, 'paste_apply')).toBeUndefined();
    await user.click(screen.getByTestId('paste-doubts-use'));
    await waitFor(() => expect(screen.queryByTestId('paste-doubts')).toBeNull());
    expect(screen.queryByTestId('doubt-save')).toBeNull();
    expect(screen.getByTestId('paste-cell').className).toContain('same');
  });

  it('is not placed while a cell is no number', async () => {
    await at(NOVEMBER);
    await paste(screen.getByTestId(NOVEMBER), 'abc');
    await screen.findByTestId('paste-summary');
    expect(screen.getByTestId<HTMLButtonElement>('paste-commit').disabled).toBe(true);
  });

  it('can begin from the button, into a field', async () => {
    const { user } = await at(NOVEMBER);
    await user.click(screen.getByTestId('paste-open'));
    await user.type(await screen.findByTestId('paste-text'), '315');
    await waitFor(() => expect(screen.getByTestId('paste-summary').textContent).toContain('1 revised'));
    expect(screen.getByTestId('paste-cell').textContent).toContain('310 → 315');
  });

  it('fills down with Ctrl+D', async () => {
    const { user } = await at(NOVEMBER);
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}{Control>}d{/Control}');
    await screen.findByTestId('paste-summary');
    expect(screen.getAllByTestId('paste-cell').map((cell) => cell.className.split(' ')[0])).toEqual([
      'same',
      'revises',
    ]);
  });
});

describe('the next period', () => {
  it('is gone to with one key, and its entry begins', async () => {
    const { user } = await at(NOVEMBER);
    await user.keyboard('{Control>}{Shift>}N{/Shift}{/Control}');
    const field = await screen.findByTestId<HTMLInputElement>('edit-value');
    expect(field.value).toBe('');
    expect(screen.getByTestId('edit').textContent).toContain('Mar 2026');
    // No new workspace was begun.
    expect(screen.queryByTestId('new-dialog')).toBeNull();
  });
});

describe('one value in several cells', () => {
  it('is saved by Ctrl+Enter as one change, and asked about once', async () => {
    const { tape, user } = await at(NOVEMBER);
    const cells = { series: ['ict_total'], periods: ['2024-11', '2024-12'] };
    const question = '2 figures look unusual. Are they meant?';
    tape.scripts.paste_preview = () => ({
      cells: [],
      question,
      summary: '',
      changes: 2,
      ready: true,
      table: false,
    });
    tape.scripts.paste_apply = () => tape.play('observation_set', {});
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}3');
    await user.type(await screen.findByTestId('edit-source'), 'State Bank');
    expect(screen.getByTestId('edit-fill').textContent).toContain('2 cells');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect((await screen.findByTestId('edit-question')).textContent).toBe(question);
    expect(lastCall(tape, 'paste_preview')).toMatchObject({ ...cells, text: '3', fill: true });
    expect(lastCall(tape, 'paste_apply')).toBeUndefined();
    await user.click(screen.getByTestId('doubt-back'));
    await waitFor(() => expect(screen.queryByTestId('edit-question')).toBeNull());
  });
});

describe('correcting an entry', () => {
  it('begins in the history with what was entered, and sends what is right', async () => {
    const { tape, user } = await at(NOVEMBER);
    await user.keyboard('{F2}');
    const [button] = await screen.findAllByTestId('history-amend');
    await user.click(button as HTMLElement);
    const field = await screen.findByTestId<HTMLInputElement>('amend-value');
    await waitFor(() => expect(field.value).toBe('310'));
    await user.clear(field);
    await user.type(field, '311');
    await user.click(screen.getByTestId('amend-save'));
    await waitFor(() => expect(screen.queryByTestId('amend')).toBeNull());
    expect(lastCall(tape, 'observation_correct')).toMatchObject({
      series: 'ict_total',
      period: '2024-11',
      value: '311',
      published: '',
      source: '',
    });
    await waitFor(() => expect(value(NOVEMBER)).toBe('311'));
  });

  it('is offered beside a new entry, and beside it the withdrawal', async () => {
    const { tape, user } = await at(FEBRUARY);
    await user.keyboard('{Enter}');
    await user.click(await screen.findByTestId('edit-amend'));
    await user.click(await screen.findByTestId('amend-withdraw'));
    // A publisher withdraws its own figure: the one that published it is named already.
    const source = screen.getByTestId<HTMLInputElement>('amend-source');
    await waitFor(() => expect(source.value).toBe('IT exports to February 2026'));
    expect(screen.queryByTestId('amend-value')).toBeNull();
    await user.click(screen.getByTestId('amend-save'));
    await waitFor(() => expect(screen.queryByTestId('amend')).toBeNull());
    expect(lastCall(tape, 'observation_withdraw')).toEqual({
      series: 'ict_total',
      period: '2026-02',
      published: '2026-04-01',
      source: 'IT exports to February 2026',
      note: '',
    });
    await waitFor(() => expect(value(FEBRUARY)).toBe('–'));
  });
});

describe('quality', () => {
  it('lists what the check finds, leads to the cell, and lets a finding stand with a reason', async () => {
    const { tape, user } = await at(NOVEMBER);
    await user.click(screen.getByTestId('quality-open-panel'));
    const finding = 'months_annual:ict_total@FY2021';
    await user.click(await screen.findByTestId(`quality-go-${finding}`));
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByTestId('grid-cell-ict_total-FY2021')),
    );
    const open = screen.getAllByTestId('quality-open').length;
    await user.click(screen.getByTestId(`quality-accept-${finding}`));
    await user.type(await screen.findByTestId('quality-because'), 'Parts are rounded{Enter}');
    const accepted = await screen.findByTestId('quality-accepted');
    expect(accepted.textContent).toContain('Parts are rounded');
    expect(screen.getAllByTestId('quality-open')).toHaveLength(open - 1);
    expect(lastCall(tape, 'finding_accept')).toEqual({ id: finding, because: 'Parts are rounded' });
    await user.click(screen.getByTestId(`quality-reopen-${finding}`));
    await waitFor(() => expect(screen.queryByTestId('quality-accepted')).toBeNull());
    expect(screen.getAllByTestId('quality-open')).toHaveLength(open);
    await user.click(screen.getByTestId('quality-close'));
    expect(screen.queryByTestId('quality')).toBeNull();
  });
});
