// Generated from the commands of hadaf-app; not edited by hand. CONTRIBUTING.md says how it is renewed.
import type {
  AcceptFinding,
  ArchiveSeries,
  AttachDocument,
  AttributeFigures,
  BacktestView,
  BriefExport,
  BriefRequest,
  BriefView,
  Changed,
  ChartExport,
  ChartRequest,
  ChartView,
  ClaimDetail,
  ClaimForm,
  ClaimFormRequest,
  ClaimMeant,
  ClaimPreview,
  ClaimRequest,
  ClaimsRequest,
  ClaimsView,
  CorrectObservation,
  DataExport,
  DayView,
  DisagreementsRequest,
  DisagreementsView,
  DocumentOffer,
  ExportRequest,
  ExportView,
  Exported,
  FileKind,
  FormulaView,
  GridBlock,
  GridCopy,
  GridRequest,
  GridSum,
  GridView,
  HistoryRequest,
  HistoryView,
  IntakeCells,
  IntakeCellsRequest,
  IntakeOpen,
  IntakePaste,
  IntakeProgress,
  IntakeRequest,
  IntakeValues,
  IntakeValuesRequest,
  IntakeView,
  JudgeCondition,
  KnownRequest,
  LogView,
  MergeSectors,
  MergeSeries,
  MergeSources,
  NewWorkspace,
  Outline,
  OutlookRequest,
  OutlookView,
  OverviewRequest,
  OverviewView,
  PastePreview,
  PasteRequest,
  QualityView,
  ReadFormula,
  RegisterEdit,
  RegisterExport,
  RegisterFill,
  RegisterPlan,
  RegisterRemove,
  RegisterRequest,
  RegisterRows,
  RegisterView,
  RemoveClaim,
  RemoveFinding,
  RemoveNamed,
  Rename,
  RevisionsRequest,
  RevisionsView,
  SaveDocument,
  SetClaim,
  SetLineage,
  SetObservation,
  SetPreference,
  SetSector,
  SetSeries,
  SetSource,
  SetWorkspace,
  Settings,
  SourcesView,
  StartView,
  TakeOut,
  TakeOutView,
  WithdrawObservation,
  WithdrawPreference,
  WorkspaceCounts,
  WorkspaceSettings,
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
  /** What a block of the grid sums to. */
  gridSum(request: GridBlock): Promise<GridSum>;
  /** Everything known of one number. */
  history(request: HistoryRequest): Promise<HistoryView>;
  /** The sources that were known on a day. */
  sources(request: KnownRequest): Promise<SourcesView>;
  /** All sources, each document held against its hash. */
  documentsCheck(): Promise<SourcesView>;
  /** Enters a source, or amends one. */
  sourceSet(request: SetSource): Promise<Changed>;
  /** Lets one source take in another. */
  sourceMerge(request: MergeSources): Promise<Changed>;
  /** Removes a source on which nothing rests. */
  sourceRemove(request: RemoveNamed): Promise<Changed>;
  /** Lets go of the document of a source. */
  documentDetach(request: RemoveNamed): Promise<Changed>;
  /** First releases against the latest, and what was read as of each day of publication. */
  revisions(request: RevisionsRequest): Promise<RevisionsView>;
  /** Figures that sources give differently, and whose is read by decision. */
  disagreements(request: DisagreementsRequest): Promise<DisagreementsView>;
  /** Decides which of several sources is read for a period. */
  preferenceSet(request: SetPreference): Promise<Changed>;
  /** Takes such a decision back. */
  preferenceWithdraw(request: WithdrawPreference): Promise<Changed>;
  /** The days on which figures were published, the newest first. */
  publicationDays(): Promise<Array<DayView>>;
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
  /** What the check finds of the data. */
  quality(): Promise<QualityView>;
  /** Lets a finding stand, with the reason. */
  findingAccept(request: AcceptFinding): Promise<Changed>;
  /** Holds a finding open again. */
  acceptanceWithdraw(id: string): Promise<Changed>;
  /** What a paste would do. */
  pastePreview(request: PasteRequest): Promise<PastePreview>;
  /** Does it. */
  pasteApply(request: PasteRequest): Promise<Changed>;
  /** What taking out the figures of a block would do. */
  takeOutPreview(request: TakeOut): Promise<TakeOutView>;
  /** Does it. */
  takeOutApply(request: TakeOut): Promise<Changed>;
  /** Puts the day and the source of several figures right. */
  figuresAttribute(request: AttributeFigures): Promise<Changed>;
  /** All sectors and series, with what rests on each. */
  outline(): Promise<Outline>;
  /** Makes a series, or changes one. */
  seriesSet(request: SetSeries): Promise<Changed>;
  /** What a formula gives, while it is typed. */
  formulaRead(request: ReadFormula): Promise<FormulaView>;
  /** Puts a series away, or takes it out again. */
  seriesArchive(request: ArchiveSeries): Promise<Changed>;
  /** Removes a series on which nothing rests. */
  seriesRemove(request: RemoveNamed): Promise<Changed>;
  /** Lets one series take in another. */
  seriesMerge(request: MergeSeries): Promise<Changed>;
  /** Makes a sector, or changes one. */
  sectorSet(request: SetSector): Promise<Changed>;
  /** Removes a sector to which nothing belongs. */
  sectorRemove(request: RemoveNamed): Promise<Changed>;
  /** Lets one sector take in another. */
  sectorMerge(request: MergeSectors): Promise<Changed>;
  /** What the workspace knows about itself, and what of it can be changed. */
  workspaceSettings(): Promise<WorkspaceSettings>;
  /** Changes what the workspace knows about itself. */
  workspaceSet(request: SetWorkspace): Promise<Changed>;
  /** The claims about a series, and how those who said them did. */
  claims(request: ClaimsRequest): Promise<ClaimsView>;
  /** One claim with all that is known of it. */
  claimDetail(request: ClaimRequest): Promise<ClaimDetail>;
  /** What a claim that is being typed would be. */
  claimPreview(request: SetClaim): Promise<ClaimPreview>;
  /** Says how a later claim hangs on an earlier one. */
  lineageSet(request: SetLineage): Promise<Changed>;
  /** Takes such a link away. */
  lineageRemove(request: SetLineage): Promise<Changed>;
  /** Says whether a condition held. */
  conditionJudge(request: JudgeCondition): Promise<Changed>;
  /** Takes that back. */
  conditionRemove(request: RemoveFinding): Promise<Changed>;
  /** The form of a claim. */
  claimForm(request: ClaimFormRequest): Promise<ClaimForm>;
  /** What is to be asked about a claim before it is saved. */
  claimMeant(request: SetClaim): Promise<ClaimMeant>;
  /** Enters a claim, or amends it. */
  claimSet(request: SetClaim): Promise<Changed>;
  /** Removes a claim. */
  claimRemove(request: RemoveClaim): Promise<Changed>;
  /** A register as known on a day. */
  register(request: RegisterRequest): Promise<RegisterView>;
  /** Enters an entry of a register, or amends it. */
  registerSet(request: RegisterEdit): Promise<Changed>;
  /** Gives a field of several entries the same value. */
  registerFill(request: RegisterFill): Promise<Changed>;
  /** Removes an entry of a register. */
  registerRemove(request: RegisterRemove): Promise<Changed>;
  /** What would become of rows of a spreadsheet. */
  registerPlan(request: RegisterRows): Promise<RegisterPlan>;
  /** Enters them, as one change. */
  registerEnter(request: RegisterRows): Promise<Changed>;
  /** What would leave for other programs. */
  exportContents(request: ExportRequest): Promise<ExportView>;
  /** Gives a workspace, a series or a source another name. */
  rename(request: Rename): Promise<Changed>;
  /** Takes the last change back. */
  undo(): Promise<Changed>;
  /** Does it again. */
  redo(): Promise<Changed>;
  /** Reads files that are to be imported. */
  intakeOpen(request: IntakeOpen): Promise<IntakeView>;
  /** Reads what was pasted. */
  intakePaste(request: IntakePaste): Promise<IntakeView>;
  /** What would be entered, with these answers. */
  intakeDraft(request: IntakeRequest): Promise<IntakeView>;
  /** Cells of a sheet that is to be imported. */
  intakeCells(request: IntakeCellsRequest): Promise<IntakeCells>;
  /** Values that are to be imported, beside the workspace's. */
  intakeValues(request: IntakeValuesRequest): Promise<IntakeValues>;
  /** Enters them, as one change. */
  intakeApply(request: IntakeRequest): Promise<Changed>;
  /** Lets go of what was read, and stops reading. */
  intakeCancel(): Promise<null>;
  /** How far reading has come. */
  intakeProgress(): Promise<IntakeProgress>;
  /** What the first screen shows. */
  start(): Promise<StartView>;
  /** What is open now. The first call opens the workspace that the command line named. */
  workspaceView(): Promise<WorkspaceView | null>;
  /** Opens a workspace. */
  workspaceOpen(path: string): Promise<WorkspaceView>;
  /** Opens a sample, which is built in the data folder when it is not there. */
  workspaceSample(name: string): Promise<WorkspaceView>;
  /** Builds the open sample anew, without what was changed in it, and opens it. */
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
  /** Puts a block of the grid onto the clipboard. */
  gridCopy(request: GridCopy): Promise<null>;
  /** Writes data for other programs to a file. */
  dataExport(request: DataExport): Promise<Exported>;
  /** Writes a register to a file. */
  registerExport(request: RegisterExport): Promise<Exported>;
  /** Writes a briefing to a file. */
  briefExport(request: BriefExport): Promise<Exported>;
  /** Asks for a workspace to open; null when the person changed their mind. */
  pickOpen(): Promise<string | null>;
  /** Asks for files to import; none when the person changed their mind. */
  pickFiles(): Promise<Array<string>>;
  /** Asks where to save a file; null when the person changed their mind. */
  pickSave(name: string, kind: FileKind): Promise<string | null>;
  /** Asks for a document to attach, and says what that would mean; null when the person changed their mind. */
  pickDocument(): Promise<DocumentOffer | null>;
  /** Attaches a file to a source. */
  documentAttach(request: AttachDocument): Promise<Changed>;
  /** Writes a copy of the document of a source. */
  documentSave(request: SaveDocument): Promise<Exported>;
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
  gridSum: (request) => invoke('grid_sum', { request }),
  history: (request) => invoke('history', { request }),
  sources: (request) => invoke('sources', { request }),
  documentsCheck: () => invoke('documents_check'),
  sourceSet: (request) => invoke('source_set', { request }),
  sourceMerge: (request) => invoke('source_merge', { request }),
  sourceRemove: (request) => invoke('source_remove', { request }),
  documentDetach: (request) => invoke('document_detach', { request }),
  revisions: (request) => invoke('revisions', { request }),
  disagreements: (request) => invoke('disagreements', { request }),
  preferenceSet: (request) => invoke('preference_set', { request }),
  preferenceWithdraw: (request) => invoke('preference_withdraw', { request }),
  publicationDays: () => invoke('publication_days'),
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
  takeOutPreview: (request) => invoke('take_out_preview', { request }),
  takeOutApply: (request) => invoke('take_out_apply', { request }),
  figuresAttribute: (request) => invoke('figures_attribute', { request }),
  outline: () => invoke('outline'),
  seriesSet: (request) => invoke('series_set', { request }),
  formulaRead: (request) => invoke('formula_read', { request }),
  seriesArchive: (request) => invoke('series_archive', { request }),
  seriesRemove: (request) => invoke('series_remove', { request }),
  seriesMerge: (request) => invoke('series_merge', { request }),
  sectorSet: (request) => invoke('sector_set', { request }),
  sectorRemove: (request) => invoke('sector_remove', { request }),
  sectorMerge: (request) => invoke('sector_merge', { request }),
  workspaceSettings: () => invoke('workspace_settings'),
  workspaceSet: (request) => invoke('workspace_set', { request }),
  claims: (request) => invoke('claims', { request }),
  claimDetail: (request) => invoke('claim_detail', { request }),
  claimPreview: (request) => invoke('claim_preview', { request }),
  lineageSet: (request) => invoke('lineage_set', { request }),
  lineageRemove: (request) => invoke('lineage_remove', { request }),
  conditionJudge: (request) => invoke('condition_judge', { request }),
  conditionRemove: (request) => invoke('condition_remove', { request }),
  claimForm: (request) => invoke('claim_form', { request }),
  claimMeant: (request) => invoke('claim_meant', { request }),
  claimSet: (request) => invoke('claim_set', { request }),
  claimRemove: (request) => invoke('claim_remove', { request }),
  register: (request) => invoke('register', { request }),
  registerSet: (request) => invoke('register_set', { request }),
  registerFill: (request) => invoke('register_fill', { request }),
  registerRemove: (request) => invoke('register_remove', { request }),
  registerPlan: (request) => invoke('register_plan', { request }),
  registerEnter: (request) => invoke('register_enter', { request }),
  exportContents: (request) => invoke('export_contents', { request }),
  rename: (request) => invoke('rename', { request }),
  undo: () => invoke('undo'),
  redo: () => invoke('redo'),
  intakeOpen: (request) => invoke('intake_open', { request }),
  intakePaste: (request) => invoke('intake_paste', { request }),
  intakeDraft: (request) => invoke('intake_draft', { request }),
  intakeCells: (request) => invoke('intake_cells', { request }),
  intakeValues: (request) => invoke('intake_values', { request }),
  intakeApply: (request) => invoke('intake_apply', { request }),
  intakeCancel: () => invoke('intake_cancel'),
  intakeProgress: () => invoke('intake_progress'),
  start: () => invoke('start'),
  workspaceView: () => invoke('workspace_view'),
  workspaceOpen: (path) => invoke('workspace_open', { path }),
  workspaceSample: (name) => invoke('workspace_sample', { name }),
  workspaceSampleAfresh: () => invoke('workspace_sample_afresh'),
  workspaceNew: (request) => invoke('workspace_new', { request }),
  workspaceSaveCopy: (path) => invoke('workspace_save_copy', { path }),
  workspaceClose: () => invoke('workspace_close'),
  chartExport: (request) => invoke('chart_export', { request }),
  chartCopy: (request) => invoke('chart_copy', { request }),
  gridCopy: (request) => invoke('grid_copy', { request }),
  dataExport: (request) => invoke('data_export', { request }),
  registerExport: (request) => invoke('register_export', { request }),
  briefExport: (request) => invoke('brief_export', { request }),
  pickOpen: () => invoke('pick_open'),
  pickFiles: () => invoke('pick_files'),
  pickSave: (name, kind) => invoke('pick_save', { name, kind }),
  pickDocument: () => invoke('pick_document'),
  documentAttach: (request) => invoke('document_attach', { request }),
  documentSave: (request) => invoke('document_save', { request }),
  openPath: (path) => invoke('open_path', { path }),
});
