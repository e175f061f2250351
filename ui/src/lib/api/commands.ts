// Generated from the commands of hadaf-app; not edited by hand. CONTRIBUTING.md says how it is renewed.
import type {
  AcceptFinding,
  QualityView,
  BacktestView,
  BriefExport,
  BriefRequest,
  BriefView,
  Changed,
  ChartExport,
  ChartRequest,
  ChartView,
  CorrectObservation,
  DayView,
  Exported,
  FileKind,
  GridRequest,
  GridView,
  HistoryRequest,
  HistoryView,
  KnownRequest,
  LogView,
  NewWorkspace,
  OutlookRequest,
  OutlookView,
  OverviewRequest,
  OverviewView,
  PastePreview,
  PasteRequest,
  Rename,
  SetObservation,
  Settings,
  SourcesView,
  StartView,
  WithdrawObservation,
  WorkspaceCounts,
  WorkspaceView,
} from './bindings';

/** The program behind the window. Every promise may reject with an `AppError`. */
export interface Commands {
  /** Remembers choices. */
  settingsSet(settings: Settings): Promise<Settings>;
  /** A day that was typed, to read everything as of it. */
  day(text: string): Promise<DayView>;
  /** Are we on course? */
  overview(request: OverviewRequest): Promise<OverviewView>;
  /** How likely is it, and what drives it? */
  outlook(request: OutlookRequest): Promise<OutlookView>;
  /** The record of the method: tries it again from past months, so it takes a second. */
  backtest(request: OutlookRequest): Promise<BacktestView>;
  /** A chart with all its texts. */
  chart(request: ChartRequest): Promise<ChartView>;
  /** Months by series. */
  grid(request: GridRequest): Promise<GridView>;
  /** Everything known of one number. */
  history(request: HistoryRequest): Promise<HistoryView>;
  /** The sources that were known on a day. */
  sources(request: KnownRequest): Promise<SourcesView>;
  /** How much of everything was known on a day. */
  counts(request: KnownRequest): Promise<WorkspaceCounts>;
  /** All changes. */
  log(): Promise<LogView>;
  /** A briefing as pages. */
  brief(request: BriefRequest): Promise<BriefView>;
  /** Enters one value. */
  observationSet(request: SetObservation): Promise<Changed>;
  /** Puts right what was mistyped. */
  observationCorrect(request: CorrectObservation): Promise<Changed>;
  /** Enters that a figure was withdrawn. */
  observationWithdraw(request: WithdrawObservation): Promise<Changed>;
  quality(): Promise<QualityView>;
  findingAccept(request: AcceptFinding): Promise<Changed>;
  acceptanceWithdraw(id: string): Promise<Changed>;
  /** What a paste would do. */
  pastePreview(request: PasteRequest): Promise<PastePreview>;
  /** Does it. */
  pasteApply(request: PasteRequest): Promise<Changed>;
  /** Gives a workspace, a series or a source another name. */
  rename(request: Rename): Promise<Changed>;
  /** Takes the last change back. */
  undo(): Promise<Changed>;
  /** Does it again. */
  redo(): Promise<Changed>;
  /** What the first screen shows. */
  start(): Promise<StartView>;
  /** What is open now. The first call opens the workspace that the command line named. */
  workspaceView(): Promise<WorkspaceView | null>;
  /** Opens a workspace. */
  workspaceOpen(path: string): Promise<WorkspaceView>;
  /** Opens the sample, which is built in the data folder when it is not there. */
  workspaceSample(): Promise<WorkspaceView>;
  /** Builds the sample anew, without what was changed in it, and opens it. */
  workspaceSampleAfresh(): Promise<WorkspaceView>;
  /** Creates a workspace and opens it. */
  workspaceNew(request: NewWorkspace): Promise<WorkspaceView>;
  /** Writes a copy of the open workspace. */
  workspaceSaveCopy(path: string): Promise<Exported>;
  /** Closes the open workspace. */
  workspaceClose(): Promise<StartView>;
  /** Writes a chart to a file. */
  chartExport(request: ChartExport): Promise<Exported>;
  /** Puts a chart onto the clipboard as pixels. */
  chartCopy(request: ChartRequest): Promise<null>;
  /** Writes a briefing to a file. */
  briefExport(request: BriefExport): Promise<Exported>;
  /** Asks for a workspace to open; null when the person changed their mind. */
  pickOpen(): Promise<string | null>;
  /** Asks where to save a file; null when the person changed their mind. */
  pickSave(name: string, kind: FileKind): Promise<string | null>;
  /** Shows a file in the system's viewer. */
  openPath(path: string): Promise<null>;
}

/** Asks for a command by its name. */
export type Invoke = <Answer>(command: string, given?: Record<string, unknown>) => Promise<Answer>;

/** The commands, asked for by `invoke`. */
export const commands = (invoke: Invoke): Commands => ({
  settingsSet: (settings) => invoke('settings_set', { settings }),
  day: (text) => invoke('day', { text }),
  overview: (request) => invoke('overview', { request }),
  outlook: (request) => invoke('outlook', { request }),
  backtest: (request) => invoke('backtest', { request }),
  chart: (request) => invoke('chart', { request }),
  grid: (request) => invoke('grid', { request }),
  history: (request) => invoke('history', { request }),
  sources: (request) => invoke('sources', { request }),
  counts: (request) => invoke('counts', { request }),
  log: () => invoke('log'),
  brief: (request) => invoke('brief', { request }),
  observationSet: (request) => invoke('observation_set', { request }),
  observationCorrect: (request) => invoke('observation_correct', { request }),
  observationWithdraw: (request) => invoke('observation_withdraw', { request }),
  quality: () => invoke('quality'),
  findingAccept: (request) => invoke('finding_accept', { request }),
  acceptanceWithdraw: (id) => invoke('acceptance_withdraw', { id }),
  pastePreview: (request) => invoke('paste_preview', { request }),
  pasteApply: (request) => invoke('paste_apply', { request }),
  rename: (request) => invoke('rename', { request }),
  undo: () => invoke('undo'),
  redo: () => invoke('redo'),
  start: () => invoke('start'),
  workspaceView: () => invoke('workspace_view'),
  workspaceOpen: (path) => invoke('workspace_open', { path }),
  workspaceSample: () => invoke('workspace_sample'),
  workspaceSampleAfresh: () => invoke('workspace_sample_afresh'),
  workspaceNew: (request) => invoke('workspace_new', { request }),
  workspaceSaveCopy: (path) => invoke('workspace_save_copy', { path }),
  workspaceClose: () => invoke('workspace_close'),
  chartExport: (request) => invoke('chart_export', { request }),
  chartCopy: (request) => invoke('chart_copy', { request }),
  briefExport: (request) => invoke('brief_export', { request }),
  pickOpen: () => invoke('pick_open'),
  pickSave: (name, kind) => invoke('pick_save', { name, kind }),
  openPath: (path) => invoke('open_path', { path }),
});
