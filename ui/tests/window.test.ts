import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { BriefView } from '$lib/api/bindings';
import { lastCall, PAST, start } from './app';

const text = (id: string) => screen.getByTestId(id).textContent?.trim();

describe('the welcome screen', () => {
  it('opens the sample with Enter', async () => {
    const { user } = await start();
    await user.keyboard('{Enter}');
    expect(await screen.findByTestId('screen-overview')).toBeTruthy();
    expect(text('file-name')).toBe('pakistan-it-exports.hadaf');
  });

  it('creates a workspace from the form', async () => {
    const { tape, user } = await start();
    await user.keyboard('{Control>}n{/Control}');
    await user.type(await screen.findByTestId('new-name'), 'Textile exports');
    await user.type(screen.getByTestId('new-series'), 'Textiles, total');
    await user.type(screen.getByTestId('new-origin'), 'Bureau of Statistics');
    await user.click(screen.getByTestId('new-create'));
    await screen.findByTestId('screen-overview');
    expect(lastCall(tape, 'workspace_new')).toEqual({
      path: '/home/aide/textile-exports.hadaf',
      name: 'Textile exports',
      currency: 'USD',
      fiscal_year_start_month: 7,
      series_title: 'Textiles, total',
      origin: 'Bureau of Statistics',
    });
  });

  it('does not offer a file that is not there', async () => {
    await start();
    const [here, gone] = screen.getAllByTestId<HTMLButtonElement>('recent');
    expect(here?.disabled).toBe(false);
    expect(gone?.disabled).toBe(true);
  });

  it('stays when no file was picked, and tells why one cannot be opened', async () => {
    const { tape, user } = await start();
    tape.picked = null;
    await user.click(screen.getByTestId('welcome-open'));
    expect(screen.getByTestId('welcome')).toBeTruthy();
    tape.picked = '/media/usb/gone.hadaf';
    await user.click(screen.getByTestId('welcome-open'));
    expect((await screen.findByTestId('toast-failure')).textContent).toContain('There is no folder');
  });
});

describe('the overview', () => {
  it('shows figures with marks, claims, changes, questions and sources', async () => {
    await start('sample');
    const values = (await screen.findAllByTestId('headline-value')).map((value) => value.textContent);
    expect(values).toEqual(['2,975', '3,810', '556', '+68\u{a0}%', '< 0.1\u{a0}%']);
    expect(text('claim-T30')).toContain('5,200');
    expect(text('changes')).toContain('2,610 → 2,975');
    expect(within(screen.getByTestId('questions')).getAllByRole('listitem')).toHaveLength(7);
    expect(text('source-notes')).toContain('Business Recorder');
  });

  it('says once that nothing has changed', async () => {
    const { tape, session } = await start('sample');
    tape.scripts.overview = (given) => ({
      ...(tape.play('overview', given) as object),
      changes_title: 'No new or revised figures',
      changes: [],
    });
    session.revision += 1;
    await waitFor(() => expect(text('changes')).toBe('No new or revised figures'));
  });

  it('leads by arrows from a target to its form', async () => {
    const { tape, user } = await start('sample');
    tape.scripts.claim_form = () => {
      throw { code: 'word', message: 'Not on the tape', hint: null };
    };
    await screen.findByTestId('claim-T30');
    within(screen.getByTestId('claim-T30')).getByText('5,200').focus();
    await user.keyboard('{ArrowRight}{ArrowRight}');
    const edit = screen.getByTestId('target-edit-T30');
    expect(document.activeElement).toBe(edit);
    expect(edit.getAttribute('aria-label')).toMatch(/^Edit .*5,200/);
    await user.keyboard('{Enter}');
    await screen.findByTestId('target-dialog');
    expect(lastCall(tape, 'claim_form')).toMatchObject({ id: 'T30' });
  });

  it('leads from the chance to the outlook, and to the claim with F2', async () => {
    const { tape, user } = await start('sample');
    const chance = await screen.findByTestId('headline-outlook');
    chance.focus();
    await user.keyboard('{F2}');
    await screen.findByTestId('history');
    expect(lastCall(tape, 'history')).toMatchObject({ claim: 'T30' });
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByTestId('history')).toBeNull());
    await user.keyboard('{Enter}');
    expect(await screen.findByTestId('chances')).toBeTruthy();
  });

  it('asks for the chart at the size of its place, without a frame', async () => {
    const { tape } = await start('sample');
    await screen.findByTestId('chart');
    expect(lastCall(tape, 'chart')).toMatchObject({
      kind: 'monthly',
      width: 712,
      height: 292,
      framed: false,
      theme: 'light',
    });
  });

  it('reads the chart out by arrows', async () => {
    const { user } = await start('sample');
    const chart = await screen.findByTestId('chart');
    expect(text('chart-readout')).toContain('February 2026');
    chart.focus();
    await user.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(text('chart-readout')).toMatch(/December 2025\s+\$437\sm/);
    await user.keyboard('{Home}');
    expect(text('chart-readout')).toContain('July 2022');
    await waitFor(() =>
      expect(document.querySelector('[aria-live="polite"].hidden')?.textContent).toContain('July 2022'),
    );
  });

  it('shows the chart as a table', async () => {
    const { user } = await start('sample');
    await screen.findByTestId('chart');
    await user.click(screen.getByTestId('chart-as-table'));
    expect(within(screen.getByTestId('chart-table')).getAllByRole('row').length).toBeGreaterThan(40);
  });

  it('exports the chart framed, on paper colours for a PDF', async () => {
    const { tape, user } = await start('sample');
    await screen.findByTestId('chart');
    await user.click(screen.getByTestId('chart-export'));
    await user.click(await screen.findByTestId('chart-export-pdf'));
    await screen.findByTestId('toast');
    expect(lastCall(tape, 'chart_export')).toMatchObject({
      path: '/home/aide/ict_total-monthly.pdf',
      chart: { framed: true, theme: 'print', width: 960, height: 540 },
    });
    await user.click(screen.getByTestId('toast-action'));
    expect(lastCall(tape, 'open_path')).toBe('/home/aide/ict_total-monthly.pdf');
  });
});

describe('the history of a number', () => {
  it('opens with F2 on a headline, and Esc gives the focus back', async () => {
    const { user } = await start('sample');
    const [, year] = await screen.findAllByTestId('headline-value');
    year?.focus();
    await user.keyboard('{F2}');
    const history = await screen.findByTestId('history');
    expect(history.textContent).toContain('IT exports, FY2025');
    expect(within(history).getAllByTestId('history-observation')).toHaveLength(2);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByTestId('history')).toBeNull());
    expect(document.activeElement).toBe(year);
  });

  it('opens on a claim: arrows lead to what is needed, F2 and a right click tell who said it', async () => {
    const { tape, user } = await start('sample');
    const claims = await screen.findByTestId('claims-current');
    const stops = within(claims)
      .getAllByRole('button')
      .filter((button) => button.tabIndex === 0);
    // The list of this year, that of the years ahead, and the way to enter one.
    expect(stops.map((button) => button.textContent)).toEqual(['5,200', 'FY2027', 'Enter a target …']);
    stops[0]?.focus();
    await user.keyboard('{ArrowDown}{ArrowRight}');
    expect(document.activeElement?.textContent).toBe('506');
    await user.keyboard('{F2}');
    expect((await screen.findByTestId('history')).textContent).toContain('Government of Pakistan');
    expect(lastCall(tape, 'history')).toMatchObject({ claim: 'T34', as_of: null });
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByTestId('history')).toBeNull());
    await fireEvent.contextMenu(screen.getByText('Shehbaz Sharif, Prime Minister,'));
    await waitFor(() => expect(lastCall(tape, 'history')).toMatchObject({ claim: 'T09' }));
  });

  it('opens on a change and on a cell of the chart as a table', async () => {
    const { tape, user } = await start('sample');
    const change = within(await screen.findByTestId('changes')).getByRole('button', {
      name: 'Feb 2026: 365, new',
    });
    change.focus();
    await user.keyboard('{F2}');
    await screen.findByTestId('history');
    expect(lastCall(tape, 'history')).toEqual({
      series: 'ict_total',
      period: '2026-02',
      as_of: '2026-03-31',
    });
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByTestId('history')).toBeNull());
    await user.click(screen.getByTestId('chart-as-table'));
    const table = screen.getByTestId('chart-table');
    await fireEvent.contextMenu(within(table).getByRole('button', { name: /: 374$/ }));
    await waitFor(() => expect(lastCall(tape, 'history')).toMatchObject({ period: '2026-01' }));
  });

  it('opens with a right click on a cell of the grid', async () => {
    const { tape, user } = await start('sample');
    await user.click(screen.getByTestId('nav-data'));
    await fireEvent.contextMenu(await screen.findByTestId('grid-cell-ict_total-2024-11'));
    await screen.findByTestId('history');
    expect(lastCall(tape, 'history')).toEqual({ series: 'ict_total', period: '2024-11', as_of: null });
  });

  it('opens with F2 on a point of the chart', async () => {
    const { tape, user } = await start('sample');
    (await screen.findByTestId('chart')).focus();
    await user.keyboard('{ArrowLeft}{F2}');
    await screen.findByTestId('history');
    expect(lastCall(tape, 'history')).toMatchObject({ period: '2026-01' });
  });
});

describe('as of a day', () => {
  it('reads the past, locks the grid, and Esc goes back', async () => {
    const { tape, user } = await start('sample');
    await user.click(screen.getByTestId('asof'));
    await user.click(await screen.findByTestId('asof-preset-2025-01-01'));
    await waitFor(() => expect(screen.getAllByTestId('headline-value')[0]?.textContent).toBe('1,530'));
    expect(lastCall(tape, 'overview')).toMatchObject({ as_of: '2025-01-01' });
    expect(screen.queryByTestId('undo')).toBeNull();
    await user.click(screen.getByTestId('nav-data'));
    const cell = await screen.findByTestId('grid-cell-ict_total-2024-11');
    await fireEvent.pointerDown(cell);
    cell.focus();
    await user.keyboard('5');
    expect(screen.queryByTestId('edit')).toBeNull();
    expect((await screen.findByTestId('toast')).textContent).toContain('as known on 1 January 2025');
    await user.keyboard('{Escape}');
    expect(text('asof')).toContain('today, 1 Apr 2026');
  });

  it('refuses what is no day, or one that has not come', async () => {
    const { session, user } = await start('sample');
    await user.click(screen.getByTestId('asof'));
    const field = await screen.findByTestId('asof-date');
    for (const [wrong, why] of [
      ['last year', 'is no day'],
      ['2027-01-01', 'is still to come'],
    ] as const) {
      await user.clear(field);
      await user.type(field, `${wrong}{Enter}`);
      expect((await screen.findByTestId('asof-date-wrong')).textContent).toContain(why);
      expect(document.activeElement).toBe(field);
    }
    await user.clear(field);
    await user.type(field, '2025-01-01{Enter}');
    expect(session.asOf).toBe('2025-01-01');
  });
});

describe('a file that cannot be changed', () => {
  it('says why, and offers a copy', async () => {
    const { tape, user } = await start('read only');
    expect(text('saved-state')).toContain('Somebody else has this workspace open.');
    expect(screen.queryByTestId('undo')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Save a copy' }));
    expect(lastCall(tape, 'workspace_save_copy')).toBe('/home/aide/pakistan-it-exports.hadaf');
  });
});

describe('briefings', () => {
  it('says what is still to be looked at', async () => {
    const { tape, user } = await start('sample');
    tape.scripts.brief = (given) => {
      const view = tape.play('brief', given) as BriefView;
      return { ...view, checks: [{ ok: false, text: 'One source has no date' }, ...view.checks] };
    };
    await user.click(screen.getByTestId('nav-briefings'));
    await waitFor(() => expect(text('brief-checks')).toContain('Check:One source has no date'));
  });

  it('shows the page and its checks, and makes the PDF', async () => {
    const { tape, user } = await start('sample');
    await user.keyboard('{Control>}6{/Control}');
    expect(await screen.findByTestId('brief-page')).toBeTruthy();
    expect(text('brief-checks')).toContain('Passed:One page');
    expect(text('brief-contains')).toContain('Notes of this workspace stay in it');
    await user.click(screen.getByTestId('brief-export'));
    await screen.findByTestId('toast');
    expect(lastCall(tape, 'brief_export')).toEqual({
      brief: { series: 'ict_total', as_of: null, lang: 'en', with_notes: false },
      path: '/home/aide/ict_total-2026-04-01.pdf',
    });
  });
});

describe('private notes', () => {
  it('leave only where somebody says so', async () => {
    const { tape, user } = await start('sample');
    await user.click(screen.getByTestId('nav-briefings'));
    await user.click(await screen.findByTestId('brief-with-notes'));
    await waitFor(() => expect(text('brief-contains')).toContain('notes that were written'));
    expect(lastCall(tape, 'brief')).toMatchObject({ with_notes: true });
  });
});

describe('a series of years', () => {
  it('opens on its years, and says calmly what it has not', async () => {
    const { tape, session } = await start('sample');
    tape.scripts.overview = async (given) => ({
      ...((await tape.play('overview', given)) as object),
      every: 'fiscal_year',
    });
    session.revision += 1;
    await waitFor(() => expect(screen.queryByTestId('tab-monthly')).toBeNull());
    await waitFor(() => expect(lastCall(tape, 'chart')).toMatchObject({ kind: 'annual' }));
    const message =
      'IT exports has one figure a year: there is no year so far, and nothing within a year to draw.';
    tape.scripts.chart = () => {
      throw { code: 'no_data', message, hint: 'The chart of fiscal years shows what there is.' };
    };
    session.revision += 1;
    expect((await screen.findByTestId('empty')).textContent).toContain(message);
    expect(screen.queryByTestId('failure')).toBeNull();
    expect(screen.queryByTestId('chart-export')).toBeNull();
  });
});

describe('a series of quarters', () => {
  it('is told in quarters: its chart, and what is needed', async () => {
    const { tape, session } = await start('sample');
    tape.scripts.overview = async (given) => ({
      ...((await tape.play('overview', given)) as object),
      every: 'quarter',
    });
    session.revision += 1;
    await waitFor(() => expect(text('tab-monthly')).toBe('Quarterly'));
    const claims = within(screen.getByTestId('claims-current'));
    expect(claims.getByText('a quarter')).toBeTruthy();
    expect(claims.getAllByRole('button', { name: /^Needed a quarter for / }).length).toBeGreaterThan(0);
  });
});

describe('names', () => {
  it('are changed from the menu of the file, and changed back', async () => {
    const { tape, session, user } = await start('sample');
    await user.click(screen.getByTestId('file-menu'));
    await user.click(await screen.findByTestId('file-rename'));
    const field = await screen.findByTestId<HTMLInputElement>('rename-title');
    expect(field.value).toBe("Pakistan's IT exports");
    await user.clear(field);
    await user.type(field, 'IT and telecom');
    await user.click(screen.getByTestId('rename-commit'));
    await waitFor(() => expect(session.workspace?.name).toBe('IT and telecom'));
    expect(lastCall(tape, 'rename')).toEqual({ what: 'workspace', id: '', title: 'IT and telecom' });
    await waitFor(() => expect(screen.queryByTestId('rename-dialog')).toBeNull());
    await user.click(screen.getByTestId('toast-action'));
    await waitFor(() => expect(session.workspace?.name).toBe("Pakistan's IT exports"));
  });

  it('of sources start from what they are, and what is refused stays to be mended', async () => {
    const { tape, user } = await start('sample');
    await user.click(screen.getByTestId('nav-sources'));
    tape.scripts.source_set = () => {
      throw { code: 'word', message: 'No name was given.', hint: 'Write one.' };
    };
    const [edit] = await screen.findAllByTestId('source-rename');
    await user.click(edit as HTMLElement);
    const field = await screen.findByTestId<HTMLInputElement>('source-title');
    expect(field.value).not.toBe('');
    await user.type(field, ' again');
    await user.click(screen.getByTestId('source-save'));
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('No name was given'));
    expect(screen.getByTestId('source-dialog')).toBeTruthy();
    expect(lastCall(tape, 'source_set')).toMatchObject({ title: field.value });
  });
});

describe('a past day', () => {
  it('counts and lists what was known then, and offers no change', async () => {
    const { session, user } = await start('sample');
    const count = () => screen.getByTestId('nav-sources').textContent;
    const today = count();
    session.readAsOf(PAST);
    await waitFor(() => expect(count()).toMatch(/\d/));
    expect(count()).not.toBe(today);
    await user.click(screen.getByTestId('nav-sources'));
    await screen.findAllByTestId('source');
    expect(screen.queryByTestId('source-rename')).toBeNull();
    await user.click(screen.getByTestId('file-menu'));
    await screen.findByTestId('file-open');
    expect(screen.queryByTestId('file-rename')).toBeNull();
  });
});

describe('a new workspace', () => {
  it('says on each screen what to do next', async () => {
    const { user } = await start('new');
    expect((await screen.findByTestId('empty')).textContent).toContain('No figures yet');
    await user.click(screen.getByTestId('nav-briefings'));
    expect((await screen.findByTestId('empty')).textContent).toContain('has no figures to show');
    expect(screen.getByTestId<HTMLButtonElement>('brief-export').disabled).toBe(true);
    await user.click(screen.getByRole('button', { name: 'Enter figures' }));
    expect(await screen.findByTestId('grid')).toBeTruthy();
    expect(text('grid-summary')).toContain('Type the first figure');
    // The present year stands open on its first month.
    const first = screen.getByTestId('grid-cell-total-2025-07');
    expect(document.activeElement).toBe(first);
    await user.keyboard('3');
    expect(await screen.findByTestId('edit')).toBeTruthy();
  });
});

describe('what went wrong', () => {
  it('is told with its code, and closed by Esc before the past is left', async () => {
    const { session, user } = await start('sample');
    session.readAsOf(PAST);
    session.fail({ code: 'disk_full', message: 'There is no room on the disk.', hint: 'Make room.' });
    expect((await screen.findByTestId('toast-failure')).textContent).toContain('disk_full');
    await user.keyboard('{Escape}');
    expect(screen.queryByTestId('toast-failure')).toBeNull();
    expect(session.asOf).toBe('2025-01-01');
    await user.keyboard('{Escape}');
    expect(session.asOf).toBeNull();
  });
});

describe('settings', () => {
  it('are kept by the program', async () => {
    const { tape, user } = await start('sample');
    await user.click(screen.getByTestId('settings'));
    await user.click(await screen.findByTestId('theme-dark'));
    expect(document.documentElement.dataset.theme).toBe('dark');
    await user.keyboard('{Control>}={/Control}');
    expect(lastCall(tape, 'settings_set')).toMatchObject({ theme: 'dark', zoom: 1.1 });
    expect(lastCall(tape, 'zoom')).toBe(1.1);
  });
});
