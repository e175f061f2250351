//! The domain of Hadaf: periods under a fiscal calendar, exact amounts, series, observations with
//! their vintages, claims and target paths. Pure: no I/O, no clock, no floating point in stored values.
//!
//! Start at [`Period`] and [`FiscalCalendar`], then [`Observation`] and [`Vintage`] (which observation of a
//! number was current on a day), then [`CurrentClaims`], [`Pace`] and [`TargetPath`].
//!
//! ```
//! use hadaf_core::{FiscalCalendar, Period, growth_percent};
//!
//! let pakistan = FiscalCalendar::new(7)?;
//! let period = Period::parse("FY2025-26", &pakistan)?;
//! assert_eq!(period.to_string(), "FY2026");
//! assert_eq!(pakistan.start_of(period).to_string(), "2025-07");
//! let needed = growth_percent(3800.0, 5200.0).map(|percent| format!("{percent:.1} %"));
//! assert_eq!(needed.as_deref(), Some("36.8 %"));
//! # Ok::<(), hadaf_core::CoreError>(())
//! ```

mod acceptance;
mod amount;
mod as_of;
mod basis;
mod calendar;
mod chance;
mod claim;
mod claim_compared;
mod coefficient;
mod contribution;
mod cost;
mod daily;
mod dated;
mod day_text;
mod decimal;
mod derived_series;
mod direction;
mod document;
mod draft;
mod error;
mod factor;
mod finding;
mod formula;
mod holidays;
mod id;
mod import_layout;
mod language_table;
mod long_row;
mod number_style;
mod observation;
mod outages;
mod outcome;
mod outcome_chances;
mod outturn;
mod overdue;
mod pace;
mod period;
mod period_error;
mod period_span;
mod period_text;
mod period_tokens;
mod plain_table;
mod plain_text;
mod plausibility;
mod preference;
mod readings;
mod refused;
mod register;
mod release;
mod revision;
mod risk;
mod said;
mod sample;
mod scenario;
mod series;
mod series_id;
mod source;
mod stated;
mod target_path;
mod text;
mod totals;
mod track_record;
mod triangle;
mod vintage;

pub use acceptance::Acceptance;
pub use amount::{Amount, Currency, Scale, Unit};
pub use as_of::{AsOf, is_to_come};
pub use basis::Basis;
pub use calendar::{FiscalCalendar, YearNames};
pub use chance::{Band, Chance, Frequency100};
pub use claim::{Claim, ClaimId, ClaimKind, CurrentClaims, Lineage, LineageKind};
pub use claim_compared::{ComparedClaim, compared_claims};
pub use coefficient::{Citation, Coefficient, ExportSector, UsedBy, coefficients, export_sectors};
pub use contribution::{Contribution, Contributions, ToDateBasis, contributions};
pub use cost::{CostClaim, CostConcept};
pub use daily::{DailyMonth, DailyPace, daily_average, daily_months};
pub use day_text::{DayError, read_day, read_partial_date};
pub use decimal::Decimal;
pub use derived_series::{
    DerivedFrom, FigureInput, FormulaKind, KindError, derived_observations, figures_used, kind_of,
};
pub use direction::{is_from_right, isolated, without_isolates};
pub use document::{DocumentContent, SourceDocument};
pub use draft::{Draft, SourceDraft};
pub use error::{CoreError, NumberFault, Result};
pub use factor::{CostPoint, Factor, FactorGroup, FactorId, FactorUnit, Part, PartList, Setting};
pub use finding::ConditionFinding;
pub use formula::{FormulaError, SeriesFormula};
pub use holidays::{Feast, FeastDays, Holidays, UnlikeMonths, unlike_months};
pub use id::*;
pub use import_layout::{ImportLayout, ImportMapping};
pub use long_row::{LongRow, LongSeries, described_csv, guarded, is_calculated, long_csv, unguarded};
pub use number_style::NumberStyle;
pub use observation::{Correction, Observation, Published, Status, known_days};
pub use outages::{KindHistory, OutageHistory};
pub use outcome::{Against, ClaimScore, ConditionCost, CostBasis, Horizon, Outcome, Reason, Scores, Scoring, Verdict};
pub use outcome_chances::{Goal, OutcomeChances};
pub use outturn::{Naive, Outturn};
pub use overdue::Due;
pub use pace::{Pace, PastGrowth, Reached, Stretch, stretches};
pub use period::{FiscalYear, Month, Period, Quarter};
pub use period_error::{NoPeriod, PeriodError, PeriodOption};
pub use period_text::month_number;
pub use plain_table::{PlainCell, PlainTable, storable};
pub use plain_text::{plain_char, plain_text};
pub use plausibility::{ClaimedYears, Doubt, Figures, Judge, Kin, SumOf, claim_doubt, sum_is_off, years_known};
pub use preference::{Preference, mark_preferred};
pub use readings::{Derivation, MonthsTogether, Readings, Withdrawal};
pub use refused::{Operation, RangeKind, WordKind};
pub use register::{Dated, Register};
pub use release::{ReleasePace, ReleasedBy};
pub use revision::{Outturns, RevisionSpread, YearRevision};
pub use risk::*;
pub use said::{Said, SaidAbout, SaidError};
pub use sample::{Interval, Intervals, Level, Sample};
pub use scenario::{Assumptions, BudgetAssumption, InitiativeAssumption, Outage, Scenario, ScenarioId};
pub use series::{Adding, Frequency, Measure, Sector, Series};
pub use series_id::{SectorId, SeriesId};
pub use source::Source;
pub use stated::Side;
pub use target_path::{Landing, PathMethod, TargetPath, past_years};
pub use totals::{
    FiscalYearTotal, PartialYear, PartsCheck, TotalBasis, YearSoFar, growth_percent, partial_years, running_totals,
    sum_of, total, totals,
};
pub use track_record::{Counts, Errors, Hanging, HitRate, MakerRecord, RANKED_FROM, Theil, TrackRecord, TrackRecords};
pub use triangle::{PeriodRevisions, RevisionStatistics, TriangleCell, revisions_of};
pub use vintage::{Judged, Reading, Vintage, VintageRole};
