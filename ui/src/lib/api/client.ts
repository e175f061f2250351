// The only file that knows the host. Everything else speaks to `Client`.
import { invoke, isTauri } from '@tauri-apps/api/core';
import { getCurrentWebview } from '@tauri-apps/api/webview';
import type {
  BacktestView,
  BriefExport,
  BriefRequest,
  BriefView,
  Changed,
  ChartExport,
  ChartRequest,
  ChartView,
  ClaimDetail,
  ClaimRequest,
  ClaimsRequest,
  ClaimsView,
  Exported,
  GridRequest,
  GridView,
  JudgeCondition,
  LifeRequest,
  LifeView,
  LogView,
  NewWorkspace,
  OutlookRequest,
  OutlookView,
  OverviewRequest,
  OverviewView,
  PastePreview,
  PasteRequest,
  RegisterEdit,
  RegisterRemove,
  RegisterRequest,
  RegisterView,
  RemoveClaim,
  RemoveFinding,
  SetClaim,
  SetLineage,
  ScenarioDetail,
  ScenarioRun,
  ScenarioSet,
  ScenarioView,
  ScenariosView,
  SetObservation,
  Settings,
  SourcesView,
  StartView,
  WorkspaceView,
} from './bindings';

/** What a file to be saved is. */
export type FileKind = 'hadaf' | 'pdf' | 'svg' | 'png';

/** The program behind the window. Every promise may reject with a [`Failure`]. */
export interface Client {
  start(): Promise<StartView>;
  settingsSet(settings: Settings): Promise<Settings>;
  workspaceOpen(path: string): Promise<WorkspaceView>;
  workspaceSample(): Promise<WorkspaceView>;
  workspaceNew(fresh: NewWorkspace): Promise<WorkspaceView>;
  workspaceSaveCopy(path: string): Promise<Exported>;
  workspaceClose(): Promise<StartView>;
  workspaceView(): Promise<WorkspaceView | null>;
  claims(request: ClaimsRequest): Promise<ClaimsView>;
  claimDetail(request: ClaimRequest): Promise<ClaimDetail>;
  claimSet(request: SetClaim): Promise<Changed>;
  claimRemove(request: RemoveClaim): Promise<Changed>;
  lineageSet(request: SetLineage): Promise<Changed>;
  lineageRemove(request: SetLineage): Promise<Changed>;
  conditionJudge(request: JudgeCondition): Promise<Changed>;
  conditionRemove(request: RemoveFinding): Promise<Changed>;
  overview(request: OverviewRequest): Promise<OverviewView>;
  outlook(request: OutlookRequest): Promise<OutlookView>;
  /** The record of the method: tries it again from past months, so it takes a second. */
  backtest(request: OutlookRequest): Promise<BacktestView>;
  chart(request: ChartRequest): Promise<ChartView>;
  chartExport(request: ChartExport): Promise<Exported>;
  chartCopy(request: ChartRequest): Promise<null>;
  grid(request: GridRequest): Promise<GridView>;
  observationSet(request: SetObservation): Promise<Changed>;
  pastePreview(request: PasteRequest): Promise<PastePreview>;
  pasteApply(request: PasteRequest): Promise<Changed>;
  register(request: RegisterRequest): Promise<RegisterView>;
  registerSet(request: RegisterEdit): Promise<Changed>;
  registerRemove(request: RegisterRemove): Promise<Changed>;
  scenarios(): Promise<ScenariosView>;
  scenarioRun(request: ScenarioRun): Promise<ScenarioView>;
  scenarioDetail(request: ScenarioRun): Promise<ScenarioDetail>;
  scenarioSet(request: ScenarioSet): Promise<Changed>;
  scenarioDuplicate(id: string): Promise<Changed>;
  scenarioRemove(id: string): Promise<Changed>;
  life(request: LifeRequest): Promise<LifeView>;
  sources(): Promise<SourcesView>;
  undo(): Promise<Changed>;
  redo(): Promise<Changed>;
  log(): Promise<LogView>;
  brief(request: BriefRequest): Promise<BriefView>;
  briefExport(request: BriefExport): Promise<Exported>;
  openPath(path: string): Promise<null>;
  pickOpen(): Promise<string | null>;
  pickSave(name: string, kind: FileKind): Promise<string | null>;
  /** Enlarges the whole window; 1 is 100 %. */
  zoom(factor: number): Promise<void>;
}

/** Why something could not be done, in words. Decisions are made by `code`, never by reading the text. */
export interface Failure {
  code: string;
  message: string;
  hint: string | null;
}

/** Whatever was thrown, as a failure that can be shown. */
export function asFailure(thrown: unknown): Failure {
  if (typeof thrown === 'object' && thrown !== null && 'message' in thrown) {
    const { code, message, hint } = thrown as Partial<Failure>;
    return { code: code ?? 'unexpected', message: String(message), hint: hint ? hint : null };
  }
  return { code: 'unexpected', message: String(thrown), hint: null };
}

/** The desktop program. */
const tauri: Client = {
  start: () => invoke('start'),
  settingsSet: (settings) => invoke('settings_set', { settings }),
  workspaceOpen: (path) => invoke('workspace_open', { path }),
  workspaceSample: () => invoke('workspace_sample'),
  workspaceNew: (fresh) => invoke('workspace_new', { new: fresh }),
  workspaceSaveCopy: (path) => invoke('workspace_save_copy', { path }),
  workspaceClose: () => invoke('workspace_close'),
  workspaceView: () => invoke('workspace_view'),
  claims: (request) => invoke('claims', { request }),
  claimDetail: (request) => invoke('claim_detail', { request }),
  claimSet: (request) => invoke('claim_set', { request }),
  claimRemove: (request) => invoke('claim_remove', { request }),
  lineageSet: (request) => invoke('lineage_set', { request }),
  lineageRemove: (request) => invoke('lineage_remove', { request }),
  conditionJudge: (request) => invoke('condition_judge', { request }),
  conditionRemove: (request) => invoke('condition_remove', { request }),
  overview: (request) => invoke('overview', { request }),
  outlook: (request) => invoke('outlook', { request }),
  backtest: (request) => invoke('backtest', { request }),
  chart: (request) => invoke('chart', { request }),
  chartExport: (request) => invoke('chart_export', { request }),
  chartCopy: (request) => invoke('chart_copy', { request }),
  grid: (request) => invoke('grid', { request }),
  observationSet: (request) => invoke('observation_set', { request }),
  pastePreview: (request) => invoke('paste_preview', { request }),
  pasteApply: (request) => invoke('paste_apply', { request }),
  register: (request) => invoke('register', { request }),
  registerSet: (request) => invoke('register_set', { request }),
  registerRemove: (request) => invoke('register_remove', { request }),
  scenarios: () => invoke('scenarios'),
  scenarioRun: (request) => invoke('scenario_run', { request }),
  scenarioDetail: (request) => invoke('scenario_detail', { request }),
  scenarioSet: (request) => invoke('scenario_set', { request }),
  scenarioDuplicate: (id) => invoke('scenario_duplicate', { id }),
  scenarioRemove: (id) => invoke('scenario_remove', { id }),
  life: (request) => invoke('life', { request }),
  sources: () => invoke('sources'),
  undo: () => invoke('undo'),
  redo: () => invoke('redo'),
  log: () => invoke('log'),
  brief: (request) => invoke('brief', { request }),
  briefExport: (request) => invoke('brief_export', { request }),
  openPath: (path) => invoke('open_path', { path }),
  pickOpen: () => invoke('pick_open'),
  pickSave: (name, kind) => invoke('pick_save', { name, kind }),
  zoom: (factor) => getCurrentWebview().setZoom(factor),
};

/** The client for where the page runs: the desktop program, or the in-memory one of a browser preview. */
export async function connect(): Promise<Client> {
  if (isTauri()) return tauri;
  if (import.meta.env.DEV || import.meta.env.MODE === 'preview') {
    const [{ Memory }, { default: fixture }, { default: outlook }] = await Promise.all([
      import('./memory'),
      import('../../../tests/fixture/workspace.json'),
      import('../../../tests/fixture/outlook.json'),
    ]);
    return new Memory({ ...fixture, ...outlook });
  }
  throw { code: 'no_host', message: 'This page belongs to the Hadaf program.', hint: null } satisfies Failure;
}
