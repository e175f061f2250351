// A client without a program: it answers from a fixture, for component tests and for looking at screens in a browser.
// It keeps what is entered and can take it back, so that the screens can be used; it knows no rules of the domain.
import type {
  BacktestView,
  Changed,
  ChartKind,
  ChartRequest,
  ChartView,
  ClaimDetail,
  ClaimItem,
  ClaimRequest,
  ClaimsRequest,
  ClaimsView,
  GridCell,
  GridView,
  JudgeCondition,
  LifeRequest,
  LifeView,
  LogEntry,
  OutlookRequest,
  OutlookView,
  OverviewView,
  PasteCell,
  PastePreview,
  PasteRequest,
  PrintView,
  RegisterEdit,
  RegisterKind,
  RegisterRemove,
  RegisterRequest,
  RegisterRow,
  RegisterView,
  RemoveClaim,
  RemoveFinding,
  SetClaim,
  SetLineage,
  ScenarioDetail,
  ScenarioItem,
  ScenarioRun,
  ScenarioSet,
  ScenarioView,
  ScenariosView,
  SetObservation,
  Settings,
  WorkspaceView,
} from './bindings';
import type { Client, Failure } from './client';

/** What the fixture file holds: answers of the real program, recorded. JSON loses the unions, hence the casts. */
export interface Fixture {
  start: object;
  workspace: object;
  overview: { now: object; past: object };
  outlook: { now: object; past: object };
  backtest: { now: object; past: object };
  /** Charts of the outlook, by kind and size; `charts` are those of the overview, by size. */
  fans: { now: object; past: object };
  charts: { now: object[]; past: object[] };
  grids: { sectors: object; all: object };
  lives: object;
  sources: object;
  brief: object;
}

interface Change {
  label: string;
  at: string;
  undone: boolean;
  cells: { series: string; period: string; before: GridCell; after: GridCell; print: PrintView }[];
}

const copy = <T>(value: object): T => structuredClone(value) as T;

/** Colours by name, as tokens.css has them now: the recorded pictures name tokens. */
function coloured(svg: string): string {
  const style = getComputedStyle(document.documentElement);
  return svg.replace(
    /var\((--[\w-]+)\)/g,
    (_, name: string) => style.getPropertyValue(name).trim() || 'gray',
  );
}

export class Memory implements Client {
  /** Calls made, for tests: name and argument. */
  readonly calls: { name: string; argument: unknown }[] = [];
  /** What the native dialogs would answer. */
  picked: string | null = '/home/aide/pakistan-it-exports.hadaf';
  /** Why there is no forecast, where a screen is to be tried without one. */
  refusal: string | null = null;
  /** What the record of the method waits for: it is slow in the program. */
  record: Promise<unknown> = Promise.resolve();

  #fixture: Fixture;
  #open = false;
  #readOnly: string | null = null;
  #empty = false;
  #settings: Settings;
  #changes: Change[] = [];
  #grids: { sectors: GridView; all: GridView };
  #lives: Record<string, LifeView>;
  #scenarios = new Map<string, ScenarioItem>();
  #registers = new Map<RegisterKind, RegisterRow[]>();
  #claims: SetClaim[] = [];

  constructor(fixture: Fixture, options: { open?: boolean; readOnly?: string; empty?: boolean } = {}) {
    this.#fixture = fixture;
    this.#settings = copy<{ settings: Settings }>(fixture.start).settings;
    this.#grids = copy(fixture.grids);
    this.#lives = copy(fixture.lives);
    this.#open = options.open ?? false;
    this.#readOnly = options.readOnly ?? null;
    if (options.empty) this.#clear();
  }

  async start() {
    return { ...copy<Awaited<ReturnType<Client['start']>>>(this.#fixture.start), settings: this.#settings };
  }
  async settingsSet(settings: Settings) {
    this.#note('settings_set', settings);
    return (this.#settings = settings);
  }
  async workspaceOpen(path: string) {
    this.#note('workspace_open', path);
    if (path.includes('/media/')) throw missing(path);
    return this.#opened();
  }
  async workspaceSample() {
    this.#note('workspace_sample', null);
    return this.#opened();
  }
  async workspaceNew(fresh: object) {
    this.#note('workspace_new', fresh);
    return this.#opened();
  }
  async workspaceSaveCopy(path: string) {
    this.#note('workspace_save_copy', path);
    return { path, bytes: 262144 };
  }
  async workspaceClose() {
    this.#open = false;
    return this.start();
  }
  async workspaceView() {
    return this.#open ? this.#workspace() : null;
  }
  async overview(request: { as_of: string | null }) {
    this.#note('overview', request);
    if (this.#empty) return { ...copy<OverviewView>(this.#fixture.overview.now), empty: 'No figures yet.' };
    return copy<Awaited<ReturnType<Client['overview']>>>(
      request.as_of ? this.#fixture.overview.past : this.#fixture.overview.now,
    );
  }
  async outlook(request: OutlookRequest) {
    this.#note('outlook', request);
    const { now, past } = this.#fixture.outlook;
    const view = copy<OutlookView>(request.as_of ? past : now);
    if (this.#empty) return { ...view, empty: 'No figures yet.' };
    if (this.refusal) return { ...view, claims: [], drivers: [], method: null, refused: this.refusal };
    return view;
  }
  async backtest(request: OutlookRequest) {
    this.#note('backtest', request);
    await this.record;
    const { now, past } = this.#fixture.backtest;
    const view = copy<BacktestView>(request.as_of ? past : now);
    return this.refusal ? { ...view, refused: this.refusal } : view;
  }
  async chart(request: ChartRequest) {
    this.#note('chart', request);
    const { charts, fans } = this.#fixture;
    const [others, kinds] = request.as_of ? [charts.past, fans.past] : [charts.now, fans.now];
    const fan = copy<Partial<Record<ChartKind, ChartView[]>>>(kinds)[request.kind];
    const chart = (fan ?? copy<ChartView[]>(others)).at(request.width > 900 ? -1 : 0);
    if (!chart) throw missing('chart');
    await null; // a change of the theme reaches the page at the end of the step in which it is made
    // Recorded at one size: stretched to the one asked for.
    const [x, y] = [request.width / chart.width, request.height / chart.height];
    const scale = Math.min(x, y);
    const [dx, dy] = [(request.width - chart.width * scale) / 2, (request.height - chart.height * scale) / 2];
    return {
      ...chart,
      svg: coloured(chart.svg),
      width: request.width,
      height: request.height,
      plot_top: chart.plot_top * scale + dy,
      plot_bottom: chart.plot_bottom * scale + dy,
      points: chart.points.map((p) => ({ ...p, x: p.x * scale + dx, y: p.y * scale + dy })),
    };
  }
  async chartExport(request: { path: string }) {
    this.#note('chart_export', request);
    return { path: request.path, bytes: 20480 };
  }
  async chartCopy(request: ChartRequest) {
    this.#note('chart_copy', request);
    return null;
  }
  async grid(request: { all: boolean; as_of: string | null }) {
    this.#note('grid', request);
    const grid = structuredClone(request.all ? this.#grids.all : this.#grids.sectors);
    if (request.as_of) grid.editable = 'A past date is read; values are entered today.';
    if (this.#readOnly) grid.editable = this.#readOnly;
    return grid;
  }
  async observationSet(request: SetObservation) {
    this.#note('observation_set', request);
    const number = request.value.replaceAll(',', '').trim();
    if (!/^-?\d+(\.\d+)?$/.test(number)) {
      throw {
        code: 'not_a_number',
        message: `“${request.value}” is not a number.`,
        hint: 'Write 365 or 365.2.',
      };
    }
    const change = this.#apply(
      [[request.series, request.period, number]],
      request,
      `${request.period} entered`,
    );
    return this.#changed(change.label);
  }
  async claims({ series, as_of }: ClaimsRequest): Promise<ClaimsView> {
    this.#note('claims', { series, as_of });
    const table = { columns: [], rows: [], lives: [] };
    const claims = this.#claims.map(claimItem);
    return {
      series,
      title: '',
      subtitle: '',
      groups: [{ group: 'all', title: 'All', count: claims.length }],
      claims,
      record: {
        value: '',
        label: '',
        met: 0,
        of: 0,
        interval: '',
        left_out: '',
        sentences: [],
        strip_title: '',
        strip: [],
        ticks: [],
        makers: table,
        makers_note: '',
        horizons: table,
        naive: table,
        naive_note: '',
      },
      chances_note: '',
      disagreements: [],
      empty: claims.length ? null : 'No claim yet.',
    };
  }
  async claimDetail({ id }: ClaimRequest): Promise<ClaimDetail> {
    this.#note('claim_detail', id);
    const entry = this.#claims.find((one) => one.id === id);
    if (!entry) throw missing(id);
    const life = {
      series: entry.series,
      period: entry.fiscal_year,
      title: '',
      unit: '',
      value: entry.amount,
    };
    return {
      claim: claimItem(entry),
      title: entry.amount,
      quote: entry.quote,
      note: entry.note,
      facts: [],
      findings: [],
      lineage: [],
      source: entry.source,
      address: entry.address,
      life: { ...life, vintages: [], others: [], sentences: [], summary: '' },
      entry,
    };
  }
  async claimSet(entry: SetClaim) {
    this.#note('claim_set', entry);
    const id = entry.id ?? `C${this.#claims.length + 1}`;
    this.#claims = [...this.#claims.filter((one) => one.id !== id), { ...entry, id }];
    return this.#changed(`${entry.amount} entered`);
  }
  async claimRemove({ id }: RemoveClaim) {
    this.#note('claim_remove', id);
    this.#claims = this.#claims.filter((one) => one.id !== id);
    return this.#changed(`${id} removed`);
  }
  async lineageSet(link: SetLineage) {
    this.#note('lineage_set', link);
    return this.#changed(`${link.from} ${link.kind} ${link.to}`);
  }
  async lineageRemove(link: SetLineage) {
    this.#note('lineage_remove', link);
    return this.#changed(`${link.from} freed`);
  }
  async conditionJudge(finding: JudgeCondition) {
    this.#note('condition_judge', finding);
    return this.#changed(`${finding.condition} judged`);
  }
  async conditionRemove({ id }: RemoveFinding) {
    this.#note('condition_remove', id);
    return this.#changed('finding removed');
  }
  async register({ register }: RegisterRequest): Promise<RegisterView> {
    const rows = structuredClone(this.#registers.get(register) ?? []);
    const empty = rows.length === 0 ? 'Nothing is entered yet.' : null;
    return { register, title: '', note: '', fields: [], rows, empty };
  }
  async registerSet(edit: RegisterEdit) {
    this.#note('register_set', edit);
    const rows = this.#registers.get(edit.register) ?? [];
    const id = edit.id ?? String(rows.length + 1);
    const values = { ...edit.values };
    const row = {
      id,
      cells: Object.values(values),
      values,
      computed: {},
      remarks: [],
      tone: '',
      address: '',
    };
    const others = rows.filter((other) => other.id !== id);
    this.#registers.set(edit.register, [...others, { ...row, source: edit.source }]);
    return this.#changed(`${edit.register} entered`);
  }
  async registerRemove({ register, id }: RegisterRemove) {
    this.#note('register_remove', { register, id });
    const rows = this.#registers.get(register) ?? [];
    this.#registers.set(
      register,
      rows.filter((row) => row.id !== id),
    );
    return this.#changed(`${register} removed`);
  }
  async scenarios(): Promise<ScenariosView> {
    const scenarios = structuredClone([...this.#scenarios.values()]);
    return { scenarios, empty: scenarios.length === 0 ? 'No scenario yet.' : null };
  }
  async scenarioRun(request: ScenarioRun): Promise<ScenarioView> {
    this.#note('scenario_run', request);
    throw missing('scenario');
  }
  async scenarioDetail(request: ScenarioRun): Promise<ScenarioDetail> {
    this.#note('scenario_detail', request);
    throw missing('scenario');
  }
  async scenarioSet(scenario: ScenarioSet) {
    this.#note('scenario_set', scenario);
    this.#scenarios.set(scenario.id, structuredClone(scenario));
    return this.#changed(`${scenario.title} entered`);
  }
  async scenarioDuplicate(id: string) {
    this.#note('scenario_duplicate', id);
    const original = this.#scenarios.get(id);
    if (!original) throw missing('scenario');
    let number = 2;
    while (this.#scenarios.has(`${id}_${number}`)) number += 1;
    const copied = {
      ...structuredClone(original),
      id: `${id}_${number}`,
      title: `${original.title} (${number})`,
    };
    this.#scenarios.set(copied.id, copied);
    return this.#changed(`${copied.title} entered`);
  }
  async scenarioRemove(id: string) {
    this.#note('scenario_remove', id);
    this.#scenarios.delete(id);
    return this.#changed(`${id} removed`);
  }
  async pastePreview(request: PasteRequest): Promise<PastePreview> {
    const cells = this.#placed(request);
    const count = (outcome: string) => cells.filter((cell) => cell.outcome === outcome).length;
    const invalid = count('invalid');
    return {
      cells,
      summary: `${count('new')} new, ${count('revises')} revised, ${count('same')} the same, ${invalid} not numbers.`,
      ready: invalid === 0 && count('new') + count('revises') > 0,
    };
  }
  async pasteApply(request: PasteRequest) {
    this.#note('paste_apply', request);
    const values = this.#placed(request)
      .filter((cell) => cell.outcome === 'new' || cell.outcome === 'revises')
      .map((cell): [string, string, string] => [cell.series, cell.period, cell.value ?? '']);
    const change = this.#apply(values, { ...request, note: '' }, `${values.length} values pasted`);
    return this.#changed(change.label);
  }
  async life(request: LifeRequest) {
    this.#note('life', request);
    const life = this.#lives[request.claim ? `@${request.claim}` : `${request.series}@${request.period}`];
    if (!life) throw { code: 'not_found', message: 'Nothing is known of this number yet.', hint: null };
    return structuredClone(life);
  }
  async sources() {
    return copy<Awaited<ReturnType<Client['sources']>>>(this.#fixture.sources);
  }
  async undo() {
    this.#note('undo', null);
    const change = this.#changes.findLast((one) => !one.undone);
    if (!change) throw { code: 'nothing_to_undo', message: 'There is nothing to undo.', hint: null };
    change.undone = true;
    for (const cell of change.cells) this.#place(cell.series, cell.period, cell.before);
    return this.#changed(change.label);
  }
  async redo() {
    this.#note('redo', null);
    const change = this.#changes.find((one) => one.undone);
    if (!change) throw { code: 'nothing_to_redo', message: 'There is nothing to redo.', hint: null };
    change.undone = false;
    for (const cell of change.cells) this.#place(cell.series, cell.period, cell.after);
    return this.#changed(change.label);
  }
  async log() {
    const entries = this.#changes.map(({ label, at, undone }, index): LogEntry => ({
      id: index + 1,
      label,
      at,
      undone,
      by: this.#settings.author,
    }));
    return { entries: entries.reverse() };
  }
  async brief(request: object) {
    this.#note('brief', request);
    if (this.#empty)
      throw { code: 'no_data', message: 'It has no figures to show.', hint: 'Enter a figure.' };
    return copy<Awaited<ReturnType<Client['brief']>>>(this.#fixture.brief);
  }
  async briefExport(request: { path: string }) {
    this.#note('brief_export', request);
    return { path: request.path, bytes: 91136 };
  }
  async openPath(path: string) {
    this.#note('open_path', path);
    return null;
  }
  async pickOpen() {
    return this.picked;
  }
  async pickSave(name: string) {
    return this.picked === null ? null : `/home/aide/${name}`;
  }
  async zoom(factor: number) {
    this.#note('zoom', factor); // a browser has a zoom of its own
  }

  /** As a workspace that was made just now: one series, no figures, the last two years to fill. */
  #clear() {
    this.#empty = true;
    const grid = structuredClone(this.#grids.sectors);
    grid.columns.length = 1;
    grid.years = grid.years.slice(-2);
    const blank: GridCell = { text: '', value: null, mark: 'none', hint: '' };
    for (const row of grid.years.flatMap((year) => [year.total, ...year.months])) row.cells = [blank];
    this.#grids = { sectors: grid, all: structuredClone(grid) };
    this.#lives = {};
  }

  #note(name: string, argument: unknown) {
    this.calls.push({ name, argument });
  }

  #opened(): WorkspaceView {
    this.#open = true;
    return this.#workspace();
  }

  #workspace(): WorkspaceView {
    const workspace = copy<WorkspaceView>(this.#fixture.workspace);
    if (this.#empty) workspace.counts.observations = 0;
    return {
      ...workspace,
      read_only: this.#readOnly,
      undo: this.#changes.findLast((one) => !one.undone)?.label ?? null,
      redo: this.#changes.find((one) => one.undone)?.label ?? null,
    };
  }

  #changed(label: string): Changed {
    return { label, workspace: this.#workspace() };
  }

  #apply(
    values: [string, string, string][],
    how: { published: string; source: string; note: string },
    label: string,
  ) {
    const change: Change = { label, at: '2026-04-01T14:02:00Z', undone: false, cells: [] };
    for (const [series, period, value] of values) {
      const before = this.#cell(series, period);
      if (!before) throw missing(period);
      const text = Number(value).toLocaleString('en', { maximumFractionDigits: 6 });
      const after: GridCell = {
        text,
        value,
        mark: before.value === null ? 'provisional' : 'revised',
        hint: `published ${how.published}, ${how.source}`,
      };
      const print: PrintView = {
        value: text,
        exact: value,
        change: '',
        role: 'in_force',
        role_label: 'in force',
        published: how.published,
        maker: '',
        source: how.source,
        address: '',
        entered_by: this.#settings.author,
        entered_at: '1 Apr 2026, 14:02',
        note: how.note,
      };
      change.cells.push({ series, period, before: { ...before }, after, print });
      this.#place(series, period, after);
      this.#lives[`${series}@${period}`]?.vintages.unshift(print);
    }
    this.#changes = this.#changes.filter((one) => !one.undone);
    this.#changes.push(change);
    return change;
  }

  #placed(request: PasteRequest): PasteCell[] {
    const lines = request.text.replace(/\r/g, '').replace(/\n+$/, '').split('\n');
    return lines.slice(0, request.periods.length).flatMap((line, row) =>
      line
        .split('\t')
        .slice(0, request.series.length)
        .map((raw, column): PasteCell => {
          const [series, period] = [request.series[column] ?? '', request.periods[row] ?? ''];
          const place = { series, period, raw };
          const text = raw.replaceAll(',', '').trim();
          const old = this.#cell(series, period)?.value ?? null;
          if (text === '') return { ...place, value: null, outcome: 'empty', message: '' };
          if (!/^-?\d+(\.\d+)?$/.test(text)) {
            return { ...place, value: null, outcome: 'invalid', message: `“${raw}” is not a number` };
          }
          if (old === null) return { ...place, value: text, outcome: 'new', message: text };
          if (Number(old) === Number(text)) return { ...place, value: text, outcome: 'same', message: text };
          return { ...place, value: text, outcome: 'revises', message: `${old} → ${text}` };
        }),
    );
  }

  *#sites(series: string, period: string) {
    for (const grid of [this.#grids.sectors, this.#grids.all]) {
      const column = grid.columns.findIndex((one) => one.series === series);
      const row = grid.years
        .flatMap((year) => [year.total, ...year.months])
        .find((one) => one.period === period);
      if (row && column >= 0) yield { row, column };
    }
  }

  #cell(series: string, period: string): GridCell | undefined {
    for (const { row, column } of this.#sites(series, period)) return row.cells[column];
    return undefined;
  }

  #place(series: string, period: string, cell: GridCell) {
    for (const { row, column } of this.#sites(series, period)) row.cells[column] = { ...cell };
  }
}

function missing(what: string): Failure {
  return {
    code: 'not_found',
    message: `${what} is not there.`,
    hint: 'It may be on a drive that is not plugged in.',
  };
}

/** A claim as it was typed: what became of it only the program knows. */
function claimItem(entry: SetClaim): ClaimItem {
  return {
    id: entry.id ?? '',
    group: entry.official ? 'open' : 'unofficial',
    fiscal_year: entry.fiscal_year,
    amount: entry.amount,
    kind: entry.kind,
    kind_words: entry.kind,
    maker: entry.maker,
    office: entry.office,
    official: entry.official,
    said: entry.said,
    first_print: '',
    latest: '',
    off_first: '',
    off_latest: '',
    outcome: 'open',
    outcome_first: 'open',
    sign: '…',
    outcome_words: 'open',
    reason: '',
    times_said: 1,
    times_words: '',
    mark: 'alone',
    tied_to: null,
    conditions: entry.conditions,
    chance: null,
    life: null,
  };
}
