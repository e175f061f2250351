//! The use cases of Hadaf as a plain Rust API: what the window, the command line and the tests share.
//!
//! Start at [`App`]. Requests and answers are the wire types in [`wire`]; a failure is an [`AppError`] with a stable
//! [`Code`]. Clock, folders and user come in through [`Environment`], and everything below is given its day.
//!
//! Rooms by role, each of which knows only those before it: `session` (what is open), `chart`, `view` (for the window),
//! `report` (for the command line), `enter`, `brief`. Their words are those of `hadaf-words`, their failures those of
//! `hadaf-error`, the six registers those of `hadaf-register`, and what the command line prints is that of
//! `hadaf-report`.

mod brief;
mod chart;
mod commands;
mod enter;
mod report;
mod session;
mod view;

pub use enter::{EnteredClaim, EnteredFigure, ImportRequest, Imports, samples};
pub use hadaf_core::without_isolates;
pub use hadaf_error::{AppError, Code, ErrorView, Result};
pub use hadaf_intake::{ImportIssue, ImportReport, IntakeReport};
pub use hadaf_model::Need;
pub use hadaf_register::entered_fields;
pub use hadaf_report::*;
pub use hadaf_store::{Access, Existing};
pub use hadaf_words::{Format, Words, with_hint};
pub use jiff::ZonedDateTime;
pub use report::*;
pub use session::{App, Clock, Environment, INDIA, PAKISTAN};

/// What crosses the border to the window: plain data, formatted for the eye, exact where it is a value.
/// TypeScript in `ui/src/lib/api/bindings.ts` is generated from these types.
///
/// Conventions: `snake_case` names; periods canonical ("2024-11", "2026-Q1", "FY2025"); dates ISO;
/// exact values as strings; texts ready to show in the language of the request. `as_of: null` reads
/// everything that is known.
pub mod wire {
    pub use crate::brief::*;
    pub use crate::chart::*;
    pub use crate::enter::{
        AcceptFinding, AttributeFigures, ClaimCompared, ClaimMeant, ClaimPreview, ClaimRemark, CorrectObservation,
        Corrected, NamedKind, PasteCell, PasteOutcome, PastePreview, PasteRequest, Rename, ScenarioSet, SetObservation,
        TakeOut, TakeOutView, WithdrawObservation,
    };
    pub use crate::report::{DataExport, ExportFormatView, ExportRequest, ExportView};
    pub use crate::session::FileKind;
    pub use crate::session::shell::*;
    pub use crate::view::*;
    pub use hadaf_export::ExportFormat;
    pub use hadaf_export::PlainFormat;
    pub use hadaf_intake::wire::*;
    pub use hadaf_outline::{
        ArchiveSeries, FormulaView, HolidayChoice, MergeSectors, MergeSeries, Outline, OutlineSector, OutlineSeries,
        ReadFormula, RemoveNamed, SetSector, SetSeries, SetWorkspace, WorkspaceSettings,
    };
    pub use hadaf_picture::{
        ChartKind, ChartPoint, ChartTable, ChartTheme, ChartView, HistoryRequest, ScenarioChart, TableCell,
    };
    pub use hadaf_register::{
        RegisterChoice, RegisterEdit, RegisterExport, RegisterField, RegisterFill, RegisterInput, RegisterKind,
        RegisterOutcome, RegisterPlan, RegisterPlanRow, RegisterRemove, RegisterRequest, RegisterRow, RegisterRows,
        RegisterState, RegisterTab, RegisterTone, RegisterView,
    };
    pub use hadaf_report::{
        DisagreementSide, DisagreementsRequest, DisagreementsView, ExportContents, ExportContentsSeries, RevisionCell,
        RevisionDay, RevisionRow, RevisionsRequest, RevisionsView, SourcesAtOdds,
    };
    pub use hadaf_sources::{
        AttachDocument, DocumentItem, DocumentOffer, DocumentState, MergeSources, SaveDocument, SetPreference,
        SetSource, SourceItem, SourcesView, WithdrawPreference,
    };
    pub use hadaf_words::{
        ChanceView, DoubtView, FigureUsedView, Instead, Keyword, Keywords, QualityFinding, QualityView,
    };
}
