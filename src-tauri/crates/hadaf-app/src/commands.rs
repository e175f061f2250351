//! The commands of the page, in one list.

/// Hands the list of commands to the macro `$with`. From it are made the handlers of the window, their permissions
/// (`src-tauri/commands.txt`, `capabilities/main.json`), and the page's side (`ui/src/lib/api/commands.ts`).
///
/// `name(argument: Type) -> Answer` stands for an answer that may be refused, so for `Result<Answer>`. Under `app` are
/// those that [`App`](crate::App) answers by a method of that name, which borrows each argument; under `window` those
/// that need a window, a dialog or the clipboard. The types are in scope where the list is used, by
/// `use hadaf_app::wire::*`.
#[macro_export]
macro_rules! commands {
    ($with:ident) => {
        $with! {
            app {
                /// Remembers choices.
                settings_set(settings: Settings) -> Settings;
                /// A day that was typed, to read everything as of it.
                day(text: String) -> DayView;
                /// Are we on course?
                overview(request: OverviewRequest) -> OverviewView;
                /// How likely is it, and what drives it?
                outlook(request: OutlookRequest) -> OutlookView;
                /// The record of the method: tries it again from past months, so it takes a second.
                backtest(request: OutlookRequest) -> BacktestView;
                /// A chart with all its texts.
                chart(request: ChartRequest) -> ChartView;
                /// Months by series.
                grid(request: GridRequest) -> GridView;
                /// What a block of the grid sums to.
                grid_sum(request: GridBlock) -> GridSum;
                /// Everything known of one number.
                history(request: HistoryRequest) -> HistoryView;
                /// The sources that were known on a day.
                sources(request: KnownRequest) -> SourcesView;
                /// All sources, each document held against its hash.
                documents_check() -> SourcesView;
                /// Enters a source, or amends one.
                source_set(request: SetSource) -> Changed;
                /// Lets one source take in another.
                source_merge(request: MergeSources) -> Changed;
                /// Removes a source on which nothing rests.
                source_remove(request: RemoveNamed) -> Changed;
                /// Lets go of the document of a source.
                document_detach(request: RemoveNamed) -> Changed;
                /// First releases against the latest, and what was read as of each day of publication.
                revisions(request: RevisionsRequest) -> RevisionsView;
                /// Figures that sources give differently, and whose is read by decision.
                disagreements(request: DisagreementsRequest) -> DisagreementsView;
                /// Decides which of several sources is read for a period.
                preference_set(request: SetPreference) -> Changed;
                /// Takes such a decision back.
                preference_withdraw(request: WithdrawPreference) -> Changed;
                /// The days on which figures were published, the newest first.
                publication_days() -> Vec<DayView>;
                /// How much of everything was known on a day.
                counts(request: KnownRequest) -> WorkspaceCounts;
                /// All changes.
                log() -> LogView;
                /// A briefing as pages.
                brief(request: BriefRequest) -> BriefView;
                /// Enters one value.
                observation_set(request: SetObservation) -> Changed;
                /// Puts right what was mistyped.
                observation_correct(request: CorrectObservation) -> Changed;
                /// Enters that a figure was withdrawn.
                observation_withdraw(request: WithdrawObservation) -> Changed;
                /// What the check finds of the data.
                quality() -> QualityView;
                /// Lets a finding stand, with the reason.
                finding_accept(request: AcceptFinding) -> Changed;
                /// Holds a finding open again.
                acceptance_withdraw(id: String) -> Changed;
                /// What a paste would do.
                paste_preview(request: PasteRequest) -> PastePreview;
                /// Does it.
                paste_apply(request: PasteRequest) -> Changed;
                /// What taking out the figures of a block would do.
                take_out_preview(request: TakeOut) -> TakeOutView;
                /// Does it.
                take_out_apply(request: TakeOut) -> Changed;
                /// Puts the day and the source of several figures right.
                figures_attribute(request: AttributeFigures) -> Changed;
                /// All sectors and series, with what rests on each.
                outline() -> Outline;
                /// Makes a series, or changes one.
                series_set(request: SetSeries) -> Changed;
                /// What a formula gives, while it is typed.
                formula_read(request: ReadFormula) -> FormulaView;
                /// Puts a series away, or takes it out again.
                series_archive(request: ArchiveSeries) -> Changed;
                /// Removes a series on which nothing rests.
                series_remove(request: RemoveNamed) -> Changed;
                /// Lets one series take in another.
                series_merge(request: MergeSeries) -> Changed;
                /// Makes a sector, or changes one.
                sector_set(request: SetSector) -> Changed;
                /// Removes a sector to which nothing belongs.
                sector_remove(request: RemoveNamed) -> Changed;
                /// Lets one sector take in another.
                sector_merge(request: MergeSectors) -> Changed;
                /// What the workspace knows about itself, and what of it can be changed.
                workspace_settings() -> WorkspaceSettings;
                /// Changes what the workspace knows about itself.
                workspace_set(request: SetWorkspace) -> Changed;
                /// The claims about a series, and how those who said them did.
                claims(request: ClaimsRequest) -> ClaimsView;
                /// One claim with all that is known of it.
                claim_detail(request: ClaimRequest) -> ClaimDetail;
                /// What a claim that is being typed would be.
                claim_preview(request: SetClaim) -> ClaimPreview;
                /// Says how a later claim hangs on an earlier one.
                lineage_set(request: SetLineage) -> Changed;
                /// Takes such a link away.
                lineage_remove(request: SetLineage) -> Changed;
                /// Says whether a condition held.
                condition_judge(request: JudgeCondition) -> Changed;
                /// Takes that back.
                condition_remove(request: RemoveFinding) -> Changed;
                /// The form of a claim.
                claim_form(request: ClaimFormRequest) -> ClaimForm;
                /// What is to be asked about a claim before it is saved.
                claim_meant(request: SetClaim) -> ClaimMeant;
                /// Enters a claim, or amends it.
                claim_set(request: SetClaim) -> Changed;
                /// Removes a claim.
                claim_remove(request: RemoveClaim) -> Changed;
                /// A register as known on a day.
                register(request: RegisterRequest) -> RegisterView;
                /// Enters an entry of a register, or amends it.
                register_set(request: RegisterEdit) -> Changed;
                /// Gives a field of several entries the same value.
                register_fill(request: RegisterFill) -> Changed;
                /// Removes an entry of a register.
                register_remove(request: RegisterRemove) -> Changed;
                /// What would become of rows of a spreadsheet.
                register_plan(request: RegisterRows) -> RegisterPlan;
                /// Enters them, as one change.
                register_enter(request: RegisterRows) -> Changed;
                /// What would leave for other programs.
                export_contents(request: ExportRequest) -> ExportView;
                /// Gives a workspace, a series or a source another name.
                rename(request: Rename) -> Changed;
                /// Takes the last change back.
                undo() -> Changed;
                /// Does it again.
                redo() -> Changed;
                /// Reads files that are to be imported.
                intake_open(request: IntakeOpen) -> IntakeView;
                /// Reads what was pasted.
                intake_paste(request: IntakePaste) -> IntakeView;
                /// What would be entered, with these answers.
                intake_draft(request: IntakeRequest) -> IntakeView;
                /// Cells of a sheet that is to be imported.
                intake_cells(request: IntakeCellsRequest) -> IntakeCells;
                /// Values that are to be imported, beside the workspace's.
                intake_values(request: IntakeValuesRequest) -> IntakeValues;
                /// Enters them, as one change.
                intake_apply(request: IntakeRequest) -> Changed;
                /// Lets go of what was read, and stops reading.
                intake_cancel() -> ();
                /// How far reading has come.
                intake_progress() -> IntakeProgress;
            }
            window {
                /// What the first screen shows.
                start() -> StartView;
                /// What is open now. The first call opens the workspace that the command line named.
                workspace_view() -> Option<WorkspaceView>;
                /// Opens a workspace.
                workspace_open(path: std::path::PathBuf) -> WorkspaceView;
                /// Opens a sample, which is built in the data folder when it is not there.
                workspace_sample(name: String) -> WorkspaceView;
                /// Builds the open sample anew, without what was changed in it, and opens it.
                workspace_sample_afresh() -> WorkspaceView;
                /// Creates a workspace and opens it.
                workspace_new(request: NewWorkspace) -> WorkspaceView;
                /// Writes a copy of the open workspace.
                workspace_save_copy(path: std::path::PathBuf) -> Exported;
                /// Closes the open workspace.
                workspace_close() -> StartView;
                /// Writes a chart to a file.
                chart_export(request: ChartExport) -> Exported;
                /// Puts a chart onto the clipboard as pixels.
                chart_copy(request: ChartRequest) -> ();
                /// Puts a block of the grid onto the clipboard.
                grid_copy(request: GridCopy) -> ();
                /// Writes data for other programs to a file.
                data_export(request: DataExport) -> Exported;
                /// Writes a register to a file.
                register_export(request: RegisterExport) -> Exported;
                /// Writes a briefing to a file.
                brief_export(request: BriefExport) -> Exported;
                /// Asks for a workspace to open; null when the person changed their mind.
                pick_open() -> Option<std::path::PathBuf>;
                /// Asks for files to import; none when the person changed their mind.
                pick_files() -> Vec<std::path::PathBuf>;
                /// Asks where to save a file; null when the person changed their mind.
                pick_save(name: String, kind: FileKind) -> Option<std::path::PathBuf>;
                /// Asks for a document to attach, and says what that would mean; null when the person changed their mind.
                pick_document() -> Option<DocumentOffer>;
                /// Attaches a file to a source.
                document_attach(request: AttachDocument) -> Changed;
                /// Writes a copy of the document of a source.
                document_save(request: SaveDocument) -> Exported;
                /// Shows a file in the system's viewer.
                open_path(path: std::path::PathBuf) -> ();
            }
        }
    };
}
