// The outlook over the tape.
import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { lastCall, PAST, start } from './app';

const text = (id: string) => screen.getByTestId(id).textContent?.trim();

/** Opens the outlook; `before` may set the tape up. */
async function outlook(before: (app: Awaited<ReturnType<typeof start>>) => void = () => undefined) {
  const app = await start('sample');
  // What the overview asks is over before the outlook is looked at.
  await waitFor(() => expect(text('chance-record')).not.toBe(''));
  app.tape.calls.length = 0;
  before(app);
  await app.user.click(screen.getByTestId('nav-outlook'));
  await screen.findByTestId('screen-outlook');
  return app;
}

describe('the chance on the overview', () => {
  it('has the record of past chances beside it', async () => {
    await start('sample');
    await waitFor(() => expect(text('chance-record')).toContain('Tested on'));
  });
});

describe('the chance of each open claim', () => {
  it('stands in words, in number and as marks of 100', async () => {
    await outlook();
    const chances = await screen.findByTestId('chances');
    const amounts = within(chances)
      .getAllByRole('listitem')
      .map((card) => within(card).getByRole('button').textContent);
    expect(amounts).toEqual([
      '15,000',
      '5,200',
      '5,000',
      '4,500',
      '4,200 to 4,500',
      '4,000',
      '15,000',
      '10,000',
      '10,000 to 18,000',
      '10,000',
      '15,000',
    ]);
    const likely = screen.getByTestId('chance-T37');
    expect(within(likely).getByTestId('chance-words').textContent).toBe('Roughly even');
    expect(within(likely).getByTestId('chance-number').textContent).toBe('53 of 100');
    const path = (name: string) => likely.querySelector(`path.${name}`)?.getAttribute('d') ?? '';
    expect(path('filled').split('M')).toHaveLength(54);
    expect(path('open').split('M')).toHaveLength(48);
    expect(text('chance-T34')).toContain('Officially also 15,000');
    expect(text('chance-T30')).toContain('Condition: Needs an internet that is never off');
  });

  it('is walked by arrows, one stop of Tab, and F2 tells who said it', async () => {
    const { tape, user } = await outlook();
    const chances = await screen.findByTestId('chances');
    const stops = within(chances)
      .getAllByRole('button')
      .filter((button) => button.tabIndex === 0);
    expect(stops.map((button) => button.textContent)).toEqual(['15,000']);
    stops[0]?.focus();
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement?.textContent).toBe('5,200');
    expect(screen.getByTestId('chance-T30').classList).toContain('chosen');
    await user.keyboard('{F2}');
    await screen.findByTestId('history');
    expect(lastCall(tape, 'history')).toMatchObject({ claim: 'T30', as_of: null });
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByTestId('history')).toBeNull());
    expect(document.activeElement?.textContent).toBe('5,200');
  });

  it('never stands without its record, which may take its time', async () => {
    let arrive: (value: unknown) => void = () => undefined;
    const waiting = new Promise((resolve) => (arrive = resolve));
    await outlook(
      ({ tape }) => (tape.scripts.backtest = (given) => waiting.then(() => tape.play('backtest', given))),
    );
    await screen.findByTestId('chances');
    expect(text('record')).toContain('Reading the track record');
    arrive(null);
    await waitFor(() => expect(text('record')).toContain('with 4 months to go'));
    expect(text('record')).toContain('public series');
  });

  it('says that its record could not be read', async () => {
    await outlook(({ tape }) => {
      tape.scripts.backtest = () => {
        throw { code: 'forecast', message: 'The record stopped.', hint: null };
      };
    });
    await screen.findByTestId('chances');
    await waitFor(() => expect(text('record')).toContain('The record stopped.'));
  });
});

describe('the charts of the outlook', () => {
  it('are chosen by tabs and arrows, and leave as on the overview', async () => {
    const { tape, user } = await outlook();
    await screen.findByTestId('chart');
    expect(lastCall(tape, 'chart')).toMatchObject({ kind: 'outlook', framed: false, as_of: null });
    await user.click(screen.getByTestId('tab-outlook_monthly'));
    await waitFor(() => expect(lastCall(tape, 'chart')).toMatchObject({ kind: 'outlook_monthly' }));
    await user.keyboard('{ArrowRight}');
    await waitFor(() => expect(lastCall(tape, 'chart')).toMatchObject({ kind: 'backtest' }));
    expect(document.activeElement).toBe(screen.getByTestId('tab-backtest'));
    await user.click(screen.getByTestId('chart-export'));
    await user.click(await screen.findByTestId('chart-export-svg'));
    await screen.findByTestId('toast');
    expect(lastCall(tape, 'chart_export')).toMatchObject({
      path: '/home/aide/ict_total-backtest.svg',
      chart: { kind: 'backtest', framed: true },
    });
    await user.click(screen.getByTestId('chart-as-table'));
    expect(within(screen.getByTestId('chart-table')).getAllByRole('row').length).toBeGreaterThan(1);
  });
});

describe('what the outlook rests on', () => {
  it('names drivers with their bars, and what is assumed', async () => {
    await outlook();
    const drivers = within(await screen.findByTestId('drivers'));
    expect(drivers.getAllByRole('row')).toHaveLength(5);
    expect(drivers.getByRole('row', { name: /Uncertainty of March to June.*4,386 – 4,676/ })).toBeTruthy();
    expect(drivers.getAllByText('assumption')).toHaveLength(1);
    expect(drivers.getByRole('row', { name: /outage/ }).textContent).toContain('assumption');
  });

  it('shows pace and sectors, whose figures have a history', async () => {
    const { tape, user } = await outlook();
    const values = (await screen.findAllByTestId('headline-value')).map((value) => value.textContent);
    expect(values).toEqual(['556', '18.2', '+68\u{a0}%', 'never']);
    within(screen.getByTestId('sectors'))
      .getByRole('button', { name: /: 3,240$/ })
      .focus();
    await user.keyboard('{F2}');
    await waitFor(() => expect(lastCall(tape, 'history')).toMatchObject({ series: 'computer_services' }));
  });

  it('is one click away: method, remarks, and the record as tables and picture', async () => {
    const { user } = await outlook();
    await user.click(await screen.findByTestId('method-open'));
    const method = within(await screen.findByTestId('method'));
    expect(method.getByText(/10,000 joint paths/)).toBeTruthy();
    expect(within(method.getByTestId('method-remarks')).getAllByRole('listitem')).toHaveLength(6);
    expect((await method.findByTestId('record-coverage')).textContent).toMatch(/\d+ of \d+/);
    expect(method.getByTestId('record-methods').textContent).toContain('Same month last year');
    expect(method.getByTestId('record-chances').textContent).toContain('FY2025');
    expect(await method.findByTestId('chart')).toBeTruthy();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByTestId('method')).toBeNull());
    expect(document.activeElement).toBe(screen.getByTestId('method-open'));
  });
});

describe('the outlook as of a day', () => {
  it('is asked for anew, with its record', async () => {
    const { tape, session } = await outlook();
    await screen.findByText(/with 4 months to go/);
    session.readAsOf(PAST);
    await waitFor(() => expect(screen.queryByTestId('chance-T22')?.textContent).toContain('4,200'));
    await screen.findByText(/with 7 months to go/);
    expect(lastCall(tape, 'backtest')).toEqual({ series: 'ict_total', as_of: '2025-01-01' });
    expect(lastCall(tape, 'chart')).toMatchObject({ kind: 'outlook', as_of: '2025-01-01' });
  });

  it('follows a change and another series', async () => {
    const { tape, session, user } = await outlook();
    await screen.findByText(/with 4 months to go/);
    const asked = (name: string) => tape.calls.filter((call) => call.name === name).length;
    const before = asked('outlook');
    session.revision += 1;
    await waitFor(() => expect(asked('outlook')).toBe(before + 1));
    // Only the main series' picture and record are recorded.
    const ofMain = (name: string) => () =>
      tape.play(name, {
        request: { as_of: null, series: 'ict_total', ...(name === 'chart' ? { kind: 'outlook' } : {}) },
      });
    tape.scripts.chart = ofMain('chart');
    tape.scripts.backtest = ofMain('backtest');
    await user.click(screen.getByTestId('series-computer_services'));
    await waitFor(() => expect(lastCall(tape, 'outlook')).toMatchObject({ series: 'computer_services' }));
  });
});

describe('an outlook that cannot be', () => {
  it('says why and what it needs, and shows the year so far with its pace', async () => {
    const { tape } = await outlook(({ tape, session }) => {
      session.series = 'computer_services';
      // As of a day on which eleven months were known.
      tape.scripts.outlook = async (given) => ({
        ...((await tape.play('outlook', given)) as object),
        refused: 'Computer services has 11 values; a forecast needs at least 13.',
        method: null,
        claims: [],
      });
    });
    expect(await screen.findByTestId('outlook-refused')).toBeTruthy();
    expect(text('outlook-refused')).toContain('has 11 values; a forecast needs at least 13');
    expect(screen.getAllByTestId('headline-value').length).toBeGreaterThan(0);
    expect(text('outlook-refused')).toContain('No forecast, so no chance can be given.');
    expect(screen.queryByTestId('chances')).toBeNull();
    expect(screen.queryByTestId('record')).toBeNull();
    await screen.findByTestId('chart');
    expect(lastCall(tape, 'chart')).toMatchObject({ kind: 'year_to_date' });
    expect(lastCall(tape, 'backtest')).toBeUndefined();
  });

  it('says what to do in a new workspace', async () => {
    const { user } = await start('new');
    await user.click(screen.getByTestId('nav-outlook'));
    expect((await screen.findByTestId('empty')).textContent).toContain('No figures yet');
    expect(screen.queryByTestId('chances')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Enter figures' }));
    expect(await screen.findByTestId('screen-data')).toBeTruthy();
  });
});
