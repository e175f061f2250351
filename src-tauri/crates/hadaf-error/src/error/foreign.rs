//! What the crates below refuse, with its message in the catalogue.

use hadaf_brief::BriefError;
use hadaf_chart::ChartError;
use hadaf_core::{CoreError, DayError, SaidError};
use hadaf_export::ExportError;
use hadaf_forecast::ForecastError;
use hadaf_forecast::scenario::ScenarioError;
use hadaf_import::sheet::WorkbookError;
use hadaf_import::{AmountError, Column, ImportError, NumberError, PasteError};
use hadaf_model::{FitError, ModelError, Refused};
use hadaf_store::StoreError;
use hadaf_words::sentence_case;

use super::{AppError, Code, system_words};
use crate::refusal;

/// As it was written, in quotes, with what cannot be seen spelled out.
pub(super) fn quoted(text: &str) -> String {
    format!("{text:?}")
}

impl From<StoreError> for AppError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NotFound(path) => refusal!(Code::NotFound, "no-file", path = path.display().to_string()),
            StoreError::NoFolder(path) => AppError::no_folder_there(&path),
            StoreError::Exists(path) => refusal!(Code::Exists, "exists", path = path.display().to_string()),
            StoreError::NotADatabase(detail) => refusal!(Code::NotAWorkspace, "not-a-workspace", detail = detail),
            StoreError::OtherDatabase => refusal!(Code::NotAWorkspace, "other-database"),
            StoreError::Newer { file, program } => refusal!(
                Code::NewerVersion,
                "newer",
                file = file.to_string(),
                program = program.to_string()
            ),
            StoreError::Damaged(detail) => refusal!(Code::Damaged, "damaged", detail = detail, backup = "none"),
            StoreError::Altered(name) => refusal!(Code::Damaged, "altered", name = name, backup = "none"),
            StoreError::Unfinished => refusal!(Code::ReadOnly, "unfinished"),
            StoreError::Replaced => refusal!(Code::Replaced, "replaced"),
            StoreError::Gone => refusal!(Code::NotFound, "gone"),
            StoreError::ReadOnly(reason) => refusal!(
                Code::ReadOnly,
                "read-only",
                why = reason.as_str(),
                detail = reason.detail()
            ),
            StoreError::Locked => refusal!(Code::Busy, "busy"),
            StoreError::DiskFull => refusal!(Code::DiskFull, "no-room"),
            StoreError::Constraint(detail) => refusal!(Code::Refused, "constraint", detail = detail),
            StoreError::Unknown { kind, id } => refusal!(Code::Refused, "unknown-row", kind = kind, id = id),
            StoreError::NothingToUndo => refusal!(Code::NothingToUndo, "nothing-to-undo"),
            StoreError::NothingToRedo => refusal!(Code::NothingToRedo, "nothing-to-redo"),
            StoreError::Conflict(name) => refusal!(Code::Conflict, "conflict", name = name),
            StoreError::Io(error) if error.kind() == std::io::ErrorKind::PermissionDenied => {
                refusal!(
                    Code::ReadOnly,
                    "system-permission",
                    reason = sentence_case(&system_words(&error))
                )
            }
            StoreError::Io(error) => AppError::system(sentence_case(&system_words(&error))),
            other => refusal!(Code::Internal, "engine", reason = sentence_case(&other.to_string())),
        }
    }
}

impl From<CoreError> for AppError {
    fn from(error: CoreError) -> Self {
        match error {
            CoreError::Period(error) => error.into(),
            CoreError::Number { text, reason } => {
                refusal!(
                    Code::Number,
                    "number-invalid",
                    text = quoted(&text),
                    why = reason.as_str()
                )
            }
            CoreError::Overflow { operation } => {
                refusal!(Code::Number, "number-too-large", operation = operation.as_str())
            }
            CoreError::Inexact { value, places } => refusal!(
                Code::Number,
                "number-inexact",
                value = value.to_string(),
                places = places
            ),
            CoreError::UnitMismatch { left, right } => refusal!(
                Code::Word,
                "unit-mismatch",
                left = left.to_string(),
                right = right.to_string()
            ),
            CoreError::ConceptMismatch { cost } => refusal!(Code::Word, "concept-mismatch", cost = cost.as_str()),
            CoreError::Word { what, text, known } => refusal!(
                Code::Word,
                "word-unknown",
                text = quoted(&text),
                what = what.as_str(),
                known = match known.trim_end() {
                    "" => "none",
                    known => known,
                }
            ),
            CoreError::FactorRange {
                factor,
                value,
                least,
                most,
            } => refusal!(
                Code::Word,
                "factor-range",
                factor = factor,
                value = value.to_string(),
                least = least.to_string(),
                most = most.to_string()
            ),
            CoreError::FactorOrder { factor } => refusal!(Code::Word, "factor-order", factor = factor),
            CoreError::FactorUnknown { factor } => refusal!(Code::Word, "factor-unknown", factor = factor),
            CoreError::Untitled { of } => refusal!(
                Code::Word,
                "untitled",
                list = of.map_or("none", |(list, _)| list.as_str()),
                number = of.map_or_else(String::new, |(_, number)| number.to_string())
            ),
            CoreError::Range { what, value, low, high } => refusal!(
                Code::Word,
                "out-of-range",
                what = what.as_str(),
                value = value.to_string(),
                low = low.to_string(),
                high = high.to_string()
            ),
        }
    }
}

impl From<DayError> for AppError {
    fn from(error: DayError) -> Self {
        match error {
            DayError::Ambiguous { text, first, second } => refusal!(
                Code::Date,
                "date-ambiguous",
                text = text,
                first = first.to_string(),
                second = second.to_string()
            ),
            DayError::Impossible { text } => refusal!(Code::Date, "date-impossible", text = text),
            DayError::Unknown { text } if text.is_empty() => refusal!(Code::Date, "date-missing"),
            DayError::Unknown { text } => refusal!(Code::Date, "no-date", text = text),
        }
    }
}

impl From<SaidError> for AppError {
    fn from(error: SaidError) -> Self {
        match error {
            SaidError::Day(error) => error.into(),
            SaidError::Unread { text } => refusal!(Code::Date, "said-unread", text = text),
            SaidError::ToCome { day, today } => refusal!(Code::Date, "said-to-come", day = day, today = today),
        }
    }
}

impl From<ChartError> for AppError {
    fn from(error: ChartError) -> Self {
        match error {
            ChartError::Size { width, height } => refusal!(
                Code::Chart,
                "chart-size",
                width = width.to_string(),
                height = height.to_string()
            ),
            ChartError::Crowded { width, height } => refusal!(
                Code::Chart,
                "chart-crowded",
                width = width.to_string(),
                height = height.to_string()
            ),
            ChartError::Density { pixels } => refusal!(Code::Chart, "chart-density", pixels = pixels.to_string()),
            ChartError::Value { value, at } => {
                refusal!(Code::Chart, "chart-value", value = value.to_string(), at = at)
            }
            ChartError::Paint(reason) => refusal!(Code::Chart, "chart-paint", reason = reason),
            other => refusal!(Code::Chart, "engine", reason = sentence_case(&other.to_string())),
        }
    }
}

impl From<BriefError> for AppError {
    fn from(error: BriefError) -> Self {
        // A text of the workspace that cannot be set is for the reader to change; the rest is our fault.
        match error {
            BriefError::Empty { place } => refusal!(Code::Brief, "brief-empty", place = sentence_case(&place)),
            other => refusal!(Code::Brief, "brief-fault", reason = sentence_case(&other.to_string())),
        }
    }
}

impl From<ExportError> for AppError {
    fn from(error: ExportError) -> Self {
        match error {
            ExportError::TooManySeries { series, limit } => {
                refusal!(
                    Code::Refused,
                    "export-wide",
                    series = series.to_string(),
                    limit = limit.to_string()
                )
            }
            other => refusal!(Code::Internal, "engine", reason = sentence_case(&other.to_string())),
        }
    }
}

impl From<ImportError> for AppError {
    fn from(error: ImportError) -> Self {
        match error {
            ImportError::TooLarge { bytes, limit } => refusal!(
                Code::Import,
                "import-too-large",
                bytes = bytes.to_string(),
                limit = limit.to_string()
            ),
            ImportError::NotUtf8 { offset } => refusal!(Code::Import, "import-not-utf8", offset = offset.to_string()),
            ImportError::LineTooLong { line } => {
                refusal!(Code::Import, "import-line-too-long", line = line.to_string())
            }
            ImportError::Empty => refusal!(Code::Import, "import-empty"),
            ImportError::NoHeader { missing } => {
                let missing: Vec<&str> = missing.into_iter().map(Column::as_str).collect();
                refusal!(Code::Import, "import-no-header", missing = missing.join(", "))
            }
            ImportError::TwiceInHeader { column } => {
                refusal!(Code::Import, "import-header-twice", column = column.as_str())
            }
        }
    }
}

impl From<WorkbookError> for AppError {
    fn from(error: WorkbookError) -> Self {
        match error {
            WorkbookError::Empty => refusal!(Code::Import, "import-empty"),
            WorkbookError::TooLarge { bytes, limit } => refusal!(
                Code::Import,
                "import-too-large",
                bytes = bytes.to_string(),
                limit = limit.to_string()
            ),
            WorkbookError::Bomb { part } => refusal!(Code::Import, "import-bomb", part = part),
            WorkbookError::TooManyCells { limit } => {
                refusal!(Code::Import, "import-too-many-cells", limit = limit.to_string())
            }
            WorkbookError::TooManySheets { limit } => {
                refusal!(Code::Import, "import-too-many-sheets", limit = limit.to_string())
            }
            WorkbookError::LongCell { sheet, row, limit } => refusal!(
                Code::Import,
                "import-long-cell",
                sheet = sheet,
                row = row.to_string(),
                limit = limit.to_string()
            ),
            WorkbookError::Password => refusal!(Code::Import, "import-password"),
            WorkbookError::NoTable { what } => refusal!(Code::Import, "import-no-table", what = what),
            WorkbookError::Damaged { part } => refusal!(Code::Import, "import-damaged", part = part),
            WorkbookError::Deletes { row } => refusal!(Code::Import, "import-deletes", row = row.to_string()),
        }
    }
}

impl From<NumberError> for AppError {
    fn from(error: NumberError) -> Self {
        match error {
            NumberError::DecimalComma { text, reading } => refusal!(
                Code::Number,
                "number-comma",
                text = quoted(&text),
                reading = reading.to_string()
            ),
            NumberError::WithUnit { text } => refusal!(Code::Number, "number-with-unit", text = quoted(&text)),
            NumberError::IsPeriod { text, what } => refusal!(
                Code::Number,
                "number-is-period",
                text = quoted(&text),
                kind = what.as_str()
            ),
            NumberError::IsError { text } => refusal!(Code::Number, "number-is-error", text = quoted(&text)),
            NumberError::TwoSigns { text } => refusal!(Code::Number, "number-two-signs", text = quoted(&text)),
            NumberError::NoNumber { text, fault } => {
                refusal!(
                    Code::Number,
                    "number-invalid",
                    text = quoted(&text),
                    why = fault.as_str()
                )
            }
        }
    }
}

impl From<AmountError> for AppError {
    fn from(error: AmountError) -> Self {
        match error {
            AmountError::Number(error) => error.into(),
            AmountError::NoDigits { text } if text.is_empty() => refusal!(Code::Number, "value-missing"),
            AmountError::NoDigits { text } => refusal!(Code::Number, "amount-digits", text = quoted(&text)),
            AmountError::Word { text, word } => {
                refusal!(Code::Number, "amount-word", text = quoted(&text), word = word)
            }
            AmountError::Twice { text, word } => {
                refusal!(Code::Number, "amount-twice", text = quoted(&text), word = word)
            }
            AmountError::PercentOf { text } => refusal!(Code::Number, "amount-percent", text = quoted(&text)),
            AmountError::Bound { text, word } => {
                refusal!(Code::Number, "amount-bound", text = quoted(&text), word = word)
            }
            AmountError::Scaleless { text, scale } => {
                refusal!(
                    Code::Number,
                    "amount-scale",
                    text = quoted(&text),
                    scale = scale.as_str()
                )
            }
            AmountError::Falling { text } => refusal!(Code::Number, "amount-falling", text = quoted(&text)),
            AmountError::Mixed { text } => refusal!(Code::Number, "amount-mixed", text = quoted(&text)),
            AmountError::TooLarge { text } => refusal!(Code::Number, "amount-large", text = quoted(&text)),
        }
    }
}

impl From<PasteError> for AppError {
    fn from(error: PasteError) -> Self {
        match error {
            PasteError::Empty => refusal!(Code::Import, "paste-empty"),
            PasteError::TooLarge { limit } => refusal!(Code::Import, "paste-too-large", limit = limit.to_string()),
        }
    }
}

impl From<ModelError> for AppError {
    fn from(error: ModelError) -> Self {
        match error {
            ModelError::Store(error) => error.into(),
            ModelError::Core(error) => error.into(),
            ModelError::Fit(error) => error.into(),
            ModelError::Scenario(error) => error.into(),
            ModelError::UnknownSeries { name, known } => {
                refusal!(
                    Code::UnknownSeries,
                    "unknown-series",
                    name = name,
                    count = known.len(),
                    known = known.join(", ")
                )
            }
            ModelError::YearNotAhead { series, known } => {
                let known: Vec<String> = known.iter().map(ToString::to_string).collect();
                refusal!(
                    Code::Forecast,
                    "scenario-year",
                    series = series.as_str(),
                    count = known.len(),
                    known = known.join(", ")
                )
            }
            ModelError::Gap { series, month } => {
                refusal!(Code::Forecast, "scenario-gap", series = series, month = month)
            }
            ModelError::ClaimNotOpen { id, known } => {
                refusal!(
                    Code::Word,
                    "scenario-claim",
                    id = id,
                    count = known.len(),
                    known = known.join(", ")
                )
            }
        }
    }
}

impl From<Refused> for AppError {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::UnknownSeries { name, known } => ModelError::UnknownSeries {
                name: name.to_string(),
                known: known.iter().map(ToString::to_string).collect(),
            }
            .into(),
            Refused::Derived { series, formula } => {
                refusal!(Code::Refused, "derived-entry", series = series, formula = formula)
            }
            Refused::OtherKind { series, period } => {
                refusal!(Code::Period, "period-kind", period = period, series = series)
            }
            Refused::ToCome { day, today } => refusal!(Code::Date, "date-to-come", day = day, today = today),
            Refused::NotItsOwn {
                series,
                period,
                source,
                publishers,
            } => refusal!(
                Code::Refused,
                "withdraw-other",
                source = source,
                series = series,
                period = period,
                publishers = publishers.join(", ")
            ),
            Refused::TooEarly { day, period } => refusal!(Code::Date, "date-too-early", day = day, period = period),
        }
    }
}

impl From<FitError> for AppError {
    fn from(error: FitError) -> Self {
        match error {
            FitError::Core(error) => error.into(),
            FitError::NotMonthly { series, every } => refusal!(
                Code::Forecast,
                "forecast-monthly",
                series = series,
                every = every.as_str()
            ),
            FitError::Refused { series, reason } => no_forecast(&series, &reason),
        }
    }
}

impl From<ScenarioError> for AppError {
    fn from(error: ScenarioError) -> Self {
        match error {
            ScenarioError::Assumptions(error) => error.into(),
            ScenarioError::Factor(factor) => refusal!(Code::Word, "factor-unknown", factor = factor.to_string()),
            ScenarioError::Range { first, last, horizon } => refusal!(
                Code::Word,
                "scenario-months",
                first = first.to_string(),
                last = last.to_string(),
                horizon = horizon.to_string()
            ),
            ScenarioError::NoPaths => refusal!(Code::Internal, "scenario-paths"),
        }
    }
}

/// Why a series is not forecast.
pub fn no_forecast(series: &str, reason: &ForecastError) -> AppError {
    match *reason {
        ForecastError::TooShort { have, need } => {
            refusal!(
                Code::Forecast,
                "forecast-short",
                series = series,
                have = have,
                need = need
            )
        }
        ForecastError::Horizon { horizon, max } => {
            refusal!(Code::Number, "forecast-horizon", given = horizon, most = max)
        }
        ForecastError::Season { season, max } => {
            refusal!(Code::Number, "forecast-season", given = season, most = max)
        }
        ForecastError::NotFinite { position } => refusal!(
            Code::Forecast,
            "forecast-number",
            series = series,
            number = (position + 1).to_string()
        ),
    }
}
