//! What is typed as the formula of a derived series: read, held against the series that there are, and told.

use hadaf_core::{FormulaKind, KindError, Series, SeriesFormula, SeriesId, Unit, kind_of};
use hadaf_error::{AppError, Code, Result, refusal};
use hadaf_model::{Book, ModelError};
use hadaf_words::{Format, Keyword, formula_reading};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kind::unit_typed;

/// A formula while it is typed.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ReadFormula {
    /// As it stands in the field.
    pub formula: String,
    /// Of which series; null: of a new one.
    pub id: Option<String>,
    /// The unit that stands beside it; null: none yet.
    pub unit: Option<String>,
}

/// What a formula gives, or why it gives nothing.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct FormulaView {
    /// As it will be kept; empty where it cannot be read.
    pub formula: String,
    /// "IT exports less IT imports, US$ million a month"; empty where it gives nothing.
    pub reading: String,
    /// Why it gives nothing, and what to do; empty where it gives something.
    pub wrong: String,
    /// "USD million"; null where it gives nothing.
    pub unit: Option<String>,
    /// How often it gives a figure.
    pub frequency: Option<Keyword<hadaf_core::Frequency>>,
    /// Whether its figures add up.
    pub measure: Option<Keyword<hadaf_core::Measure>>,
}

/// What is typed so far, in words.
#[must_use]
pub fn read_formula(book: &Book, typed: &ReadFormula, format: Format) -> FormulaView {
    let mut view = FormulaView {
        formula: String::new(),
        reading: String::new(),
        wrong: String::new(),
        unit: None,
        frequency: None,
        measure: None,
    };
    let before = typed.id.as_deref().and_then(|id| book.series(id).ok());
    match parsed(book, &typed.formula, typed.unit.as_deref(), before) {
        Ok(Some((formula, kind))) => {
            view.reading = formula_reading(book, format, &formula, kind);
            view.formula = formula.to_string();
            view.unit = Some(kind.unit.to_string());
            view.frequency = Some(Keyword(kind.frequency));
            view.measure = Some(Keyword(kind.measure));
        }
        Ok(None) => {}
        Err(error) => {
            let error = error.view(format);
            let parts = [Some(error.message), error.hint];
            view.wrong = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
        }
    }
    view
}

/// The formula that a series has from now on, and what it gives; none where its figures are entered.
pub(crate) fn formula_of(
    book: &Book,
    typed: Option<&str>,
    unit: Option<&str>,
    before: Option<&Series>,
) -> Result<Option<(SeriesFormula, FormulaKind)>> {
    let kept = || {
        before
            .and_then(|before| before.formula.as_ref())
            .map(ToString::to_string)
    };
    let Some(text) = typed.map(str::to_owned).or_else(kept) else {
        return Ok(None);
    };
    let found = parsed(book, &text, unit, before)?;
    if let (Some(before), true) = (before.filter(|it| it.formula.is_none()), found.is_some()) {
        let figures = book.observations(&before.id).len();
        if figures > 0 {
            return Err(refusal!(
                Code::Refused,
                "formula-figures",
                series = &before.title,
                figures = figures
            ));
        }
    }
    Ok(found)
}

/// Refuses a change of a series from which another one could no longer be worked out.
pub(crate) fn check_users(book: &Book, after: &Series) -> Result<()> {
    let find = |id: &SeriesId| {
        let changed = (after.id == *id).then_some(after);
        changed.or_else(|| book.series.iter().find(|it| it.id == *id))
    };
    let breaks = |it: &&Series| {
        let formula = it.formula.as_ref();
        formula.is_some_and(|formula| !kind_of(formula, &find).is_ok_and(|kind| kind.fits(it)))
    };
    let users: Vec<&str> = book
        .derived_from(&after.id)
        .into_iter()
        .filter(|it| it.id != after.id)
        .filter(breaks)
        .map(|it| it.title.as_str())
        .collect();
    match users.is_empty() {
        true => Ok(()),
        false => Err(refusal!(
            Code::Refused,
            "formula-breaks",
            series = &after.title,
            count = users.len(),
            users = users.join(", ")
        )),
    }
}

/// Decimal places of what a formula gives, where nobody says how many: as many as those it is worked out from have.
pub(crate) fn usual_places(book: &Book, formula: &SeriesFormula, kind: FormulaKind) -> u8 {
    match kind.unit {
        Unit::Percent => 1,
        _ => finest_places(book, formula),
    }
}

/// The digits of a rate are none of what is converted at it.
fn finest_places(book: &Book, formula: &SeriesFormula) -> u8 {
    match formula {
        SeriesFormula::Series(id) => book.series.iter().find(|it| it.id == *id).map_or(0, |it| it.places),
        SeriesFormula::Convert { amount, .. } => finest_places(book, amount),
        _ => {
            let places = formula.operands().into_iter().map(|of| finest_places(book, of));
            places.max().unwrap_or(0)
        }
    }
}

fn parsed(
    book: &Book,
    text: &str,
    unit: Option<&str>,
    before: Option<&Series>,
) -> Result<Option<(SeriesFormula, FormulaKind)>> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let mut formula: SeriesFormula = text.parse()?;
    check_circle(book, &formula, before)?;
    let find = |id: &SeriesId| book.series.iter().find(|it| it.id == *id);
    let mut kind = kind_of(&formula, &find);
    // Into which currency an amount is divided says the unit of the series, or the workspace.
    if let (Err(KindError::IntoMissing { currency, .. }), SeriesFormula::Convert { into, .. }) = (&kind, &mut formula) {
        let typed = unit.and_then(|unit| unit_typed(unit).ok());
        let units = typed.into_iter().chain(before.map(|before| before.unit));
        let currencies = units.filter_map(Unit::currency).chain([book.info.currency]);
        *into = currencies.into_iter().find(|other| other != currency);
        kind = kind_of(&formula, &find);
    }
    let kind = kind.map_err(|error| match error {
        KindError::UnknownSeries { name } => AppError::from(ModelError::UnknownSeries {
            name: name.to_string(),
            known: book.series.iter().map(|series| series.id.to_string()).collect(),
        }),
        other => other.into(),
    })?;
    Ok(Some((formula, kind)))
}

/// Refuses a formula that names its own series, or one that is worked out from it.
fn check_circle(book: &Book, formula: &SeriesFormula, before: Option<&Series>) -> Result<()> {
    let Some(own) = before else { return Ok(()) };
    for id in formula.inputs() {
        let mut reached: Vec<&SeriesId> = vec![id];
        let mut place = 0;
        while let Some(next) = reached.get(place).copied() {
            if *next == own.id {
                return Err(refusal!(
                    Code::Refused,
                    "formula-circle",
                    series = &own.title,
                    through = id.as_str()
                ));
            }
            let inputs = book
                .series
                .iter()
                .find(|it| it.id == *next)
                .and_then(|it| it.formula.as_ref());
            let further = inputs.into_iter().flat_map(SeriesFormula::inputs);
            let new: Vec<&SeriesId> = further.filter(|id| !reached.contains(id)).collect();
            reached.extend(new);
            place += 1;
        }
    }
    Ok(())
}
