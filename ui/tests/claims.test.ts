// The register of claims: what is listed, how its lineage runs, and what the screen asks of the program.
import { screen, waitFor, within } from '@testing-library/svelte';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import type { ChartView, ClaimDetail, ClaimItem, ClaimPreview, ClaimsView } from '$lib/api/bindings';
import { ALL, listed, strands } from '$lib/components/claims/register';
import { lastCall, PAST, start } from './app';

const history = (claim: string) => ({ series: 'ict_total', period: '', as_of: null, claim });

function item(id: string, more: Partial<ClaimItem> = {}): ClaimItem {
  return {
    id,
    group: 'due',
    fiscal_year: 'FY2025',
    amount: '4,200',
    kind: 'target',
    kind_words: 'Target',
    maker: 'Government of Pakistan',
    office: '',
    by: 'Government of Pakistan',
    quote: '',
    official: true,
    said: '18 December 2024',
    said_short: '18 Dec 2024',
    first_release: '3,800',
    latest: '3,810',
    off_first: '−9.5 %',
    off_latest: '−9.3 %',
    outcome: 'missed',
    outcome_first: 'missed',
    sign: '×',
    outcome_words: 'missed',
    sign_first: '×',
    outcome_first_words: 'missed at first',
    reason: '3,810 came in, 390 short.',
    times_said: 1,
    times_words: '',
    mark: 'alone',
    tied_to: null,
    conditions: '',
    chance: null,
    history: history(id),
    ...more,
  };
}

const CLAIMS = [
  item('T30', {
    group: 'open',
    fiscal_year: 'FY2026',
    amount: '5,200',
    outcome: 'open',
    outcome_words: 'open',
  }),
  item('T22'),
  item('T29', {
    kind: 'projection',
    maker: 'Ministry of IT, to the Senate committee',
    office: 'Ministry of IT',
    by: 'Ministry of IT',
    amount: '3,800',
    outcome: 'too_close',
    outcome_words: 'too close to call',
    conditions: 'If the budget is enough',
  }),
  item('T04', { group: 'restated', fiscal_year: 'FY2023', mark: 'again', outcome_words: 'counted with T02' }),
  item('T02', { fiscal_year: 'FY2023', mark: 'first', times_words: 'stated 2×' }),
];
const table = {
  columns: ['Stated by', 'Rank'],
  rows: [
    [
      { text: 'Ministry of IT', value: null, history: null },
      { text: 'not ranked', value: null, history: null },
    ],
  ],
};
const VIEW: ClaimsView = {
  series: 'ict_total',
  title: 'One of five was met',
  subtitle: 'Targets and projections',
  heads: ['For', 'Amount', 'Kind', 'Stated by', 'Stated on', 'Outturn', 'Off', 'Outcome'],
  groups: [
    { group: 'all', title: 'All', count: 5 },
    { group: 'due', title: 'Due', count: 3 },
    { group: 'open', title: 'Open', count: 1 },
    { group: 'restated', title: 'Restated', count: 1 },
  ],
  claims: CLAIMS,
  choices: {
    makers: ['Government of Pakistan', 'Ministry of IT'].map((value) => ({ value, label: value })),
    years: ['FY2026', 'FY2025', 'FY2023'].map((value) => ({ value, label: value })),
    kinds: [
      { value: 'target', label: 'Target' },
      { value: 'projection', label: 'Projection' },
    ],
    outcomes: [{ value: 'missed', label: 'missed' }],
  },
  links: [{ from: 'T04', to: 'T02', kind: 'restates' }],
  record: {
    value: '1 of 5',
    label: 'official targets and projections met',
    met: 1,
    of: 5,
    interval: 'With so few, the true rate could be anything from 4 to 62 in 100.',
    first: 'Against first releases: 1 of 5.',
    left_out: '',
    sentences: [],
    strip_title: 'Outturn against the target, %',
    strip: [
      {
        label: 'stated within the year',
        points: [{ id: 'T22', at: 0.2, kind: 'target', readout: 'T22, −9.3 %' }],
      },
    ],
    ticks: [{ at: 0, label: '−10', zero: false }],
    makers: table,
    makers_note: 'Ranked from 8 on.',
    horizons: { columns: [], rows: [] },
    naive: { columns: [], rows: [] },
    naive_note: '',
  },
  chances_note: '',
  disagreements: [],
  empty: null,
};

function detail(id: string): ClaimDetail {
  const claim = CLAIMS.find((one) => one.id === id) ?? item(id);
  const form = {
    id: null,
    claim: id,
    met: false,
    evidence: '',
    source: '',
    judged: '2026-04-01',
    disruption: '',
  };
  const conditions = claim.conditions
    ? [{ text: claim.conditions, met: null, words: 'not judged', finding: null }]
    : [];
  return {
    claim,
    title: `${claim.kind_words} for ${claim.fiscal_year}: ${claim.amount}`,
    quote: '',
    note: '',
    facts: [{ name: 'maker', label: 'Stated by', lines: [claim.maker] }],
    conditions,
    needed: [],
    others: CLAIMS.filter((one) => one.id !== id && one.fiscal_year === claim.fiscal_year).map((one) => ({
      id: one.id,
      text: one.amount,
      sign: one.sign,
      outcome_words: one.outcome_words,
    })),
    disruptions: [],
    judging: { ...form, condition: claim.conditions },
    findings: [],
    lineage: [],
    source: 'A page',
    address: '',
    history: { vintages: [] } as unknown as ClaimDetail['history'],
    entry: {} as ClaimDetail['entry'],
  };
}

/** The screen of targets over this register; the chart has a point for T22 and one for T29. */
async function register(view: ClaimsView = VIEW) {
  const desk = await start('sample');
  const { tape, user } = desk;
  tape.scripts.claims = () => view;
  tape.scripts.claim_detail = ({ request }) => detail((request as { id: string }).id);
  const chart = tape.scripts.chart;
  tape.scripts.chart = (given) => {
    const { kind } = given.request as { kind: string };
    if (kind !== 'hedgehog') return chart ? chart(given) : tape.play('chart', given);
    const point = { y: 10, lane: 1, text: '' };
    const points = ['T22', 'T29'].map((id, at) => ({
      ...point,
      x: 100 * at,
      head: id,
      history: history(id),
    }));
    const drawn = {
      kind: 'hedgehog',
      title: view.title,
      subtitle: '',
      note: '',
      source: '',
      alt: 'Lines',
      svg: '<svg></svg>',
    };
    return {
      ...drawn,
      width: 700,
      height: 240,
      plot_top: 0,
      plot_bottom: 240,
      points,
      table,
    } as unknown as ChartView;
  };
  await user.click(screen.getByTestId('nav-claims'));
  await screen.findByTestId('screen-claims');
  return desk;
}

const rows = () =>
  within(screen.getByTestId('claims-table'))
    .getAllByRole('row')
    .flatMap((row) => row.dataset.claim ?? []);
const inHand = () => document.querySelector<HTMLElement>('tr.chosen')?.dataset.claim;

describe('the choice', () => {
  const ids = (by: Partial<typeof ALL>) => listed(CLAIMS, { ...ALL, ...by }).map(({ id }) => id);

  it('takes what has all that was asked for', () => {
    expect(ids({})).toEqual(['T30', 'T22', 'T29', 'T04', 'T02']);
    expect(ids({ group: 'due' })).toEqual(['T22', 'T29', 'T02']);
    expect(ids({ maker: 'Ministry of IT' })).toEqual(['T29']);
    expect(ids({ year: 'FY2025', kind: 'target' })).toEqual(['T22']);
    expect(ids({ words: 'senate  BUDGET' })).toEqual(['T29']);
    expect(ids({ words: 'senate road' })).toEqual([]);
    // What restates another has no outcome of its own.
    expect(ids({ outcome: 'missed' })).toEqual(['T22', 'T02']);
  });
});

describe('the lineage', () => {
  it('runs from the first to the last of a family, past what stands between', () => {
    const links = [
      { from: 'C', to: 'A', kind: 'restates' },
      { from: 'D', to: 'C', kind: 'replaces' },
    ];
    const { rows, lanes } = strands(['D', 'C', 'B', 'A'], links);
    expect(lanes).toBe(1);
    expect(rows[0]).toEqual([{ lane: 0, dot: true, up: null, down: 'replaces' }]);
    expect(rows[1]).toEqual([{ lane: 0, dot: true, up: 'replaces', down: 'restates' }]);
    expect(rows[2]).toEqual([{ lane: 0, dot: false, up: 'restates', down: 'restates' }]);
    expect(rows[3]).toEqual([{ lane: 0, dot: true, up: 'restates', down: null }]);
  });

  it('gives families that overlap lanes of their own, and leaves out what is not listed', () => {
    const links = [
      { from: 'A', to: 'C', kind: 'narrows' },
      { from: 'B', to: 'D', kind: 'restates' },
      { from: 'E', to: 'F', kind: 'restates' },
      { from: 'A', to: 'Z', kind: 'restates' },
    ];
    const { rows, lanes } = strands(['A', 'B', 'C', 'D', 'E', 'F'], links);
    expect(lanes).toBe(2);
    expect(rows[1]?.map(({ lane, dot }) => [lane, dot])).toEqual([
      [0, false],
      [1, true],
    ]);
    // A lane that is free again is taken again.
    expect(rows[4]?.map(({ lane }) => lane)).toEqual([0]);
  });
});

describe('the screen of targets', () => {
  it('lists what is due, and is walked by arrows', async () => {
    const { user, tape } = await register();
    await screen.findByTestId('claims-table');
    expect(rows()).toEqual(['T22', 'T29', 'T02']);
    expect(inHand()).toBe('T22');
    within(screen.getByTestId('claim-T22')).getByRole('button').focus();
    await user.keyboard('{ArrowDown}');
    expect(inHand()).toBe('T29');
    await waitFor(() => expect(screen.getByTestId('claim-inspector').textContent).toContain('3,800'));
    expect(lastCall(tape, 'claim_detail')).toEqual({ id: 'T29', as_of: null });
    const told = () => screen.getByTestId('claim-T22').textContent ?? '';
    expect(told()).toContain('3,810');
    await user.click(screen.getByTestId('claims-against-first'));
    expect(told()).toContain('3,800');
    expect(told()).toContain('missed at first');
    await user.click(screen.getByTestId('claims-against-latest'));
    await user.click(screen.getByTestId('tab-all'));
    expect(rows()).toHaveLength(5);
    await user.selectOptions(screen.getByTestId('claims-maker'), 'Ministry of IT');
    expect(rows()).toEqual(['T29']);
    await user.click(screen.getByTestId('claims-clear'));
    await user.type(screen.getByTestId('claims-words'), 'fy2026');
    expect(rows()).toEqual(['T30']);
    const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });

  it('chooses in the table what is chosen in the chart, and the other way', async () => {
    const { user } = await register();
    const chart = await screen.findByTestId('chart');
    await waitFor(() => expect(screen.getByTestId('chart-readout').textContent).toContain('T22'));
    chart.focus();
    await user.keyboard('{ArrowRight}');
    expect(inHand()).toBe('T29');
    within(screen.getByTestId('claim-T22')).getByRole('button').focus();
    await waitFor(() => expect(screen.getByTestId('chart-readout').textContent).toContain('T22'));
  });

  it('is entered, linked and judged by keys', async () => {
    const { user, tape, session } = await register();
    await screen.findByTestId('claim-inspector');
    const changed = () => ({ label: 'Done', notes: [], workspace: session.workspace });
    within(screen.getByTestId('claim-T29')).getByRole('button').focus();
    await waitFor(() => expect(screen.getByTestId('claim-inspector').textContent).toContain('T29'));
    tape.scripts.lineage_set = changed;
    await user.keyboard('l');
    await user.selectOptions(await screen.findByTestId('link-to'), 'T22');
    await user.click(screen.getByTestId('link-save'));
    await waitFor(() => expect(screen.queryByTestId('link-dialog')).toBeNull());
    expect(lastCall(tape, 'lineage_set')).toEqual({ from: 'T29', to: 'T22', kind: 'restates' });

    tape.scripts.condition_judge = changed;
    await user.keyboard('j');
    await user.type(await screen.findByTestId('judge-evidence'), 'It was off');
    await user.type(screen.getByTestId('judge-source'), 'A statement nobody has{Enter}');
    await waitFor(() => expect(screen.queryByTestId('judge-dialog')).toBeNull());
    expect(lastCall(tape, 'condition_judge')).toMatchObject({
      claim: 'T29',
      condition: 'If the budget is enough',
      met: false,
      evidence: 'It was off',
    });

    await user.keyboard('s');
    expect((await screen.findByTestId('scorecard-makers')).textContent).toContain('not ranked');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByTestId('scorecard')).toBeNull());
    await user.keyboard('n');
    await screen.findByTestId('target-dialog');
    expect(session.targeting).toEqual({ series: 'ict_total', id: null });
  });

  it('tells of what is typed before it is saved', async () => {
    const { user, tape } = await register();
    await screen.findByTestId('claims-table');
    const told: ClaimPreview = {
      read: '5,000 US$ million; FY2023',
      remarks: [{ field: 'said', words: 'The page does not say when it was stated.', stops: false }],
      outcome: 'It will be listed as not scorable.',
      scorable: false,
      complete: true,
      compared: [
        {
          id: 'T04',
          kind: 'restates',
          text: 'T04 states the same: $5 bn target.',
          choice: 'It restates T04',
        },
      ],
    };
    tape.scripts.claim_preview = () => told;
    tape.scripts.claim_set = () => ({ label: 'Done', notes: [], made: 'T40', workspace: null });
    await user.keyboard('n');
    await user.type(await screen.findByTestId('target-amount'), '5bn');
    await waitFor(() => expect(screen.getByTestId('target-checks').textContent).toContain('not scorable'));
    expect(lastCall(tape, 'claim_preview')).toMatchObject({ amount: '5bn', series: 'ict_total' });
    expect(screen.getByTestId('target-remark-said').textContent).toContain('does not say when');
    expect(screen.getByTestId('target-like-T04').textContent).toContain('states the same');
  });

  it('reads a past day, in which nothing is entered', async () => {
    const { user, tape, session } = await register();
    await screen.findByTestId('claim-inspector');
    session.readAsOf(PAST);
    await waitFor(() =>
      expect(lastCall(tape, 'claims')).toEqual({ series: 'ict_total', as_of: '2025-01-01' }),
    );
    await waitFor(() => expect(screen.queryByTestId('claim-amend')).toBeNull());
    expect(screen.queryByTestId('claim-add')).toBeNull();
    await user.keyboard('nlj');
    expect(session.targeting).toBeNull();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('says what to do next where there is none', async () => {
    const { user, session } = await register({ ...VIEW, claims: [], empty: 'Enter the first one.' });
    await user.click(await screen.findByTestId('claims-first'));
    expect(session.targeting).toEqual({ series: 'ict_total', id: null });
  });
});
