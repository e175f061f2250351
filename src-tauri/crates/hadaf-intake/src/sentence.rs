//! How a table was read, in one sentence whose parts can be changed.

use std::collections::BTreeSet;

use hadaf_core::{Frequency, Period};
use hadaf_import::table::{TableLayout, TableReading};
use hadaf_words::{Format, say};

use crate::compare::IntakeDraft;
use crate::wire::{IntakeAbout, IntakePart};

/// Series that are named in the sentence.
const NAMED: usize = 4;

/// The sentence of a table.
pub(crate) fn sentence(draft: &IntakeDraft, format: Format, file: usize, table: usize) -> Vec<IntakePart> {
    let words = format.words;
    let reading = &draft.reading.files[file].tables()[table];
    let mut parts = vec![plain(match reading.layout {
        TableLayout::Long => say!(words, "intake-read-long"),
        TableLayout::PeriodsInColumns => say!(words, "intake-read-columns"),
        TableLayout::PeriodsInRows => say!(words, "intake-read-rows"),
        TableLayout::Matrix => say!(words, "intake-read-matrix"),
    })];
    if let Some(periods) = periods(reading, format) {
        parts.push(IntakePart {
            about: about_question(draft, file, reading, &PERIOD_KINDS),
            text: periods,
        });
    }
    if let Some(unit) = unit(reading, format) {
        parts.push(plain(say!(words, "intake-read-in")));
        parts.push(IntakePart {
            about: about_question(draft, file, reading, &["unit", "currency"]),
            text: unit,
        });
    }
    let series: Vec<u32> = series_of(draft, file, table);
    parts.push(plain(say!(words, "intake-read-series", count = series.len())));
    for (place, index) in series.iter().take(NAMED).enumerate() {
        let title = draft.title(*index as usize);
        let separator = if place == 0 { " " } else { ", " };
        parts.push(plain(separator.to_owned()));
        parts.push(IntakePart {
            text: title,
            about: Some(IntakeAbout::Series { series: *index }),
        });
    }
    if series.len() > NAMED {
        parts.push(plain(say!(words, "intake-read-more", count = series.len() - NAMED)));
    }
    let values: usize = reading.series.iter().map(|series| series.figures.len()).sum();
    parts.push(plain(say!(words, "intake-read-values", count = values)));
    if reading.missing > 0 {
        parts.push(IntakePart {
            text: say!(words, "intake-read-missing", count = reading.missing),
            about: Some(IntakeAbout::LeftOut),
        });
    }
    if !reading.checks.is_empty() {
        parts.push(plain(say!(words, "intake-read-checks", count = reading.checks.len())));
    }
    parts
}

/// Questions about what the periods of a table are.
const PERIOD_KINDS: [&str; 9] = [
    "period_column",
    "pair_meaning",
    "mixed_periods",
    "year_meaning",
    "month_year",
    "quarter_meaning",
    "date_order",
    "month_or_day",
    "spacing",
];

fn plain(text: String) -> IntakePart {
    IntakePart { text, about: None }
}

/// The first question of some kinds about a table.
fn about_question(draft: &IntakeDraft, file: usize, table: &TableReading, kinds: &[&str]) -> Option<IntakeAbout> {
    let asked = draft.reading.open.iter().chain(&draft.reading.answered);
    let mut of_table = asked.filter(|asked| {
        let place = asked.place.as_ref();
        asked.file == file && kinds.contains(&asked.kind) && place.is_some_and(|place| place.sheet == table.place.sheet)
    });
    of_table
        .next()
        .map(|asked| IntakeAbout::Question { id: asked.id.clone() })
}

/// "12 months, July 2024 to June 2025, and one year, FY2025".
fn periods(table: &TableReading, format: Format) -> Option<String> {
    let words = format.words;
    let figures = || table.series.iter().flat_map(|series| &series.figures);
    // Months and years stand apart: one among the others is no end of them.
    let kinds = [Frequency::Month, Frequency::Quarter, Frequency::FiscalYear].into_iter();
    let told = kinds.filter_map(|kind| {
        let periods = figures().map(|figure| figure.period);
        let periods: BTreeSet<Period> = periods.filter(|period| period.frequency() == kind).collect();
        let (first, last) = (*periods.first()?, *periods.last()?);
        let count = periods.len();
        let kind = match kind {
            Frequency::Month => say!(words, "intake-months", count = count),
            Frequency::Quarter => say!(words, "intake-quarters", count = count),
            Frequency::FiscalYear => say!(words, "intake-years", count = count),
        };
        let (first_name, last_name) = (format.period(first), format.period(last));
        Some(match first == last {
            true => say!(words, "intake-read-one-period", kind = kind, first = first_name),
            false => say!(
                words,
                "intake-read-periods",
                kind = kind,
                first = first_name,
                last = last_name
            ),
        })
    });
    told.reduce(|before, next| say!(words, "intake-read-kinds", before = before, next = next))
}

fn unit(table: &TableReading, format: Format) -> Option<String> {
    let mut units: Vec<String> = Vec::new();
    for series in &table.series {
        let unit = match series.unit {
            Some(unit) => format.unit(unit),
            None => say!(format.words, "intake-unit-unknown"),
        };
        if !units.contains(&unit) {
            units.push(unit);
        }
    }
    (!units.is_empty()).then(|| units.join(", "))
}

/// The series of a table, by their places among the mapped ones.
pub(crate) fn series_of(draft: &IntakeDraft, file: usize, table: usize) -> Vec<u32> {
    let mapped = draft.reading.mapped.iter().enumerate();
    let of_table = mapped.filter(|(_, mapped)| {
        let mut parts = mapped.group.parts.iter();
        parts.any(|part| (part.file, part.table) == (file, table))
    });
    of_table.filter_map(|(index, _)| u32::try_from(index).ok()).collect()
}
