import { screen } from '@testing-library/svelte';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { start } from './app';

/** Rules broken on what is shown now, and words that the catalogue lacks. Contrast needs pixels; it is computed for the tokens in the look's README. */
async function broken() {
  const { violations } = await axe.run(document.body, {
    resultTypes: ['violations'],
    rules: { 'color-contrast': { enabled: false } },
  });
  const wordless = document.body.textContent?.match(/\[[a-z]+(-[a-z\d]+)*\]/g) ?? [];
  const rules = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
  );
  return [...rules, ...wordless];
}

describe('accessibility', () => {
  it('welcome', async () => {
    await start();
    expect(await broken()).toEqual([]);
  });

  it('overview, and the history of a number over it', async () => {
    const { user } = await start('sample');
    await screen.findByTestId('chart');
    expect(await broken()).toEqual([]);
    const [figure] = await screen.findAllByTestId('headline-value');
    figure?.focus();
    await user.keyboard('{F2}');
    await screen.findByTestId('history');
    expect(await broken()).toEqual([]);
  });

  it('the chart as a table', async () => {
    const { user } = await start('sample');
    await screen.findByTestId('chart');
    await user.click(screen.getByTestId('chart-as-table'));
    expect(await broken()).toEqual([]);
  });

  it('data, and a value being entered', async () => {
    const { user } = await start('sample');
    await user.click(screen.getByTestId('nav-data'));
    const cell = await screen.findByTestId('grid-cell-ict_total-2024-11');
    expect(await broken()).toEqual([]);
    cell.focus();
    await user.keyboard('{Enter}');
    await screen.findByTestId('edit');
    expect(await broken()).toEqual([]);
  });

  it('a block being pasted', async () => {
    const { user } = await start('sample');
    await user.click(screen.getByTestId('nav-data'));
    await user.click(await screen.findByTestId('paste-open'));
    await user.type(await screen.findByTestId('paste-text'), '315');
    await screen.findByTestId('paste-summary');
    expect(await broken()).toEqual([]);
  });

  it('the outlook, its record, and the method over it', async () => {
    const { user } = await start('sample');
    await user.click(screen.getByTestId('nav-outlook'));
    await screen.findByText(/with 4 months to go/);
    await screen.findByTestId('chart');
    expect(await broken()).toEqual([]);
    await user.click(screen.getByTestId('tab-backtest'));
    await user.click(screen.getByTestId('chart-as-table'));
    expect(await broken()).toEqual([]);
    await user.click(screen.getByTestId('method-open'));
    await screen.findByTestId('record-coverage');
    expect(await broken()).toEqual([]);
  });

  it('the outlook without a forecast', async () => {
    const { tape, user } = await start('sample');
    tape.scripts.outlook = async (given) => ({
      ...((await tape.play('outlook', given)) as object),
      refused: 'Computer services has 11 values; a forecast needs at least 13.',
      method: null,
      claims: [],
    });
    await user.click(screen.getByTestId('series-computer_services'));
    await user.click(screen.getByTestId('nav-outlook'));
    await screen.findByTestId('outlook-refused');
    await screen.findByTestId('chart');
    expect(await broken()).toEqual([]);
  });

  it.each(['briefings', 'sources', 'claims'])('%s', async (name) => {
    const { user } = await start('sample');
    await user.click(screen.getByTestId(`nav-${name}`));
    await screen.findByTestId(`screen-${name}`);
    expect(await broken()).toEqual([]);
  });

  it.each(['keys', 'log', 'settings', 'new', 'series', 'export'] as const)(
    'the dialog “%s”',
    async (panel) => {
      const { session } = await start('sample');
      session.panel = panel;
      await screen.findByRole('dialog');
      expect(await broken()).toEqual([]);
    },
  );

  it('a source with its document, and revisions', async () => {
    const { tape, session, user } = await start('sample');
    const document = {
      name: 'a.pdf',
      bytes: 3,
      size: '3 bytes',
      hash: 'a'.repeat(64),
      beside: null,
      state: 'inside',
      told: 'a.pdf: inside the workspace',
      shown: true,
    };
    tape.scripts.sources = async (given) => {
      const { sources } = (await tape.play('sources', given)) as { sources: object[] };
      return { sources: sources.map((source) => ({ ...source, document })) };
    };
    await user.click(screen.getByTestId('nav-sources'));
    await user.click((await screen.findAllByTestId('source-rename'))[0] as HTMLElement);
    await screen.findByTestId('document-save');
    expect(await broken()).toEqual([]);
    await user.keyboard('{Escape}');
    const cell = (text: string, fresh: boolean) => ({ text, fresh, revised: false });
    tape.scripts.revisions = () => ({
      series: 'ict_total',
      title: 'IT exports',
      unit: 'US$ million',
      summary: ['Months: one was published again, none was revised.'],
      years: ['FY2025'],
      year: 'FY2025',
      days: [{ date: '2024-12-18', text: '18 Dec 2024' }],
      rows: [
        {
          period: '2024-11',
          label: 'Nov 2024',
          first: '324',
          latest: '324',
          revision: '0',
          percent: '',
          revised: false,
          cells: [cell('324', true)],
        },
      ],
    });
    session.panel = 'revisions';
    await screen.findByTestId('revisions-2024-11');
    expect(await broken()).toEqual([]);
  });

  it('the form of a series, and of a target', async () => {
    const { session, user } = await start('sample');
    session.panel = 'series';
    await screen.findByTestId('outline-ict_total');
    await user.click(screen.getByTestId('series-add'));
    await screen.findByTestId('series-title');
    expect(await broken()).toEqual([]);
    session.panel = null;
    session.targeting = { series: 'ict_total', id: null };
    await screen.findByTestId('target-amount');
    expect(await broken()).toEqual([]);
  });
});
