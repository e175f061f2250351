//! How a derived series is worked out, in words: "IT exports less IT imports".

use hadaf_core::{AsOf, FormulaKind, Period, Scale, Series, SeriesFormula, SeriesId, Unit, isolated, kind_of};
use hadaf_model::{Book, FigureUsed};
use serde::Serialize;
use ts_rs::TS;

use crate::{Format, released};

/// A formula in words, with the titles of its series: "IT exports less IT imports".
pub fn formula_words(book: &Book, format: Format, formula: &SeriesFormula) -> String {
    FormulaSpeaker { book, format }.told(formula)
}

/// With what comes of it: "IT exports less IT imports, US$ million a month".
pub fn formula_reading(book: &Book, format: Format, formula: &SeriesFormula, kind: FormulaKind) -> String {
    say!(
        format.words,
        "derived-reading",
        what = formula_words(book, format, formula),
        unit = format.unit(kind.unit),
        measure = match kind.unit {
            Unit::Percent => "percent",
            _ => kind.measure.as_str(),
        },
        frequency = kind.frequency.as_str()
    )
}

/// How the figures of a series come about: "Calculated: IT exports less IT imports."; none where they are entered.
pub fn derived_note(book: &Book, format: Format, series: &Series) -> Option<String> {
    let formula = series.formula.as_ref()?;
    let what = formula_words(book, format, formula);
    Some(say!(format.words, "derived-note", what = what))
}

/// What a figure of it is, beside the release of the newest figure that it rests on: "calculated: IT exports less IT
/// imports".
pub fn derived_status(book: &Book, format: Format, formula: &SeriesFormula) -> String {
    let what = formula_words(book, format, formula);
    say!(format.words, "derived-status", what = what)
}

/// A figure that one of a derived series is worked out from.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct FigureUsedView {
    /// Id of its series.
    pub series: String,
    /// Canonical period.
    pub period: String,
    /// "IT exports, July 2025".
    pub title: String,
    /// "324 US$ million".
    pub value: String,
    /// "State Bank of Pakistan, 18 August 2025".
    pub place: String,
}

/// What a figure of a derived series is worked out from as of a day; nothing where there is none.
///
/// # Panics
/// Where the book was read without the observations of the series.
pub fn figures_used_view(
    book: &Book,
    format: Format,
    series: &Series,
    period: Period,
    as_of: AsOf,
) -> Vec<FigureUsedView> {
    let view = |used: &FigureUsed<'_>| FigureUsedView {
        series: used.series.id.to_string(),
        period: used.period.to_string(),
        title: format!("{}, {}", isolated(&used.series.title), format.period(used.period)),
        value: format!("{} {}", format.exact(used.reading.value), format.unit(used.series.unit)),
        place: released(book, format, used.reading.source, &used.reading.published),
    };
    book.figures_used(series, period, as_of).iter().map(view).collect()
}

/// The same in a line: "IT exports, July 2025: 324 US$ million (State Bank, 18 August 2025)".
pub fn figure_used_words(book: &Book, format: Format, used: &FigureUsed<'_>) -> String {
    say!(
        format.words,
        "derived-used",
        series = &used.series.title,
        period = format.period(used.period),
        value = format.exact(used.reading.value),
        unit = format.unit(used.series.unit),
        place = released(book, format, used.reading.source, &used.reading.published)
    )
}

struct FormulaSpeaker<'a> {
    book: &'a Book,
    format: Format,
}

impl FormulaSpeaker<'_> {
    fn told(&self, formula: &SeriesFormula) -> String {
        let words = self.format.words;
        match formula {
            SeriesFormula::Series(id) => self.title(id),
            SeriesFormula::Sum(left, right) => {
                say!(words, "derived-sum", left = self.told(left), right = self.inside(right))
            }
            SeriesFormula::Difference(left, right) => {
                say!(
                    words,
                    "derived-difference",
                    left = self.told(left),
                    right = self.inside(right)
                )
            }
            SeriesFormula::Share(part, whole) => {
                say!(
                    words,
                    "derived-share",
                    part = self.inside(part),
                    whole = self.inside(whole)
                )
            }
            SeriesFormula::Growth(of) => say!(words, "derived-growth", of = self.inside(of)),
            SeriesFormula::Rolling(of) => say!(words, "derived-rolling", of = self.inside(of)),
            SeriesFormula::PerDay(of) => say!(words, "derived-per-day", of = self.inside(of)),
            SeriesFormula::PerWorkingDay(of) => say!(words, "derived-per-working-day", of = self.inside(of)),
            SeriesFormula::Convert { amount, rate, .. } => say!(
                words,
                "derived-convert",
                amount = self.inside(amount),
                currency = self.currency(formula),
                rate = self.inside(rate)
            ),
            SeriesFormula::Quarterly(of) => say!(words, "derived-quarterly", of = self.inside(of)),
            SeriesFormula::Yearly(of) => say!(words, "derived-yearly", of = self.inside(of)),
        }
    }

    /// In brackets where it is a sum or a difference.
    fn inside(&self, formula: &SeriesFormula) -> String {
        match formula {
            SeriesFormula::Sum(..) | SeriesFormula::Difference(..) => {
                say!(self.format.words, "derived-inside", of = self.told(formula))
            }
            _ => self.told(formula),
        }
    }

    fn find(&self, id: &SeriesId) -> Option<&Series> {
        self.book.series.iter().find(|series| series.id == *id)
    }

    /// The title of a series; its id where it is not there.
    fn title(&self, id: &SeriesId) -> String {
        self.find(id)
            .map_or_else(|| id.to_string(), |series| series.title.clone())
    }

    /// The currency that comes of a formula.
    fn currency(&self, formula: &SeriesFormula) -> String {
        let kind = kind_of(formula, &|id| self.find(id)).ok();
        let currency = kind.and_then(|kind| kind.unit.currency());
        let unit = |currency| Unit::Money {
            currency,
            scale: Scale::One,
        };
        currency.map_or_else(String::new, |currency| self.format.unit(unit(currency)))
    }
}
