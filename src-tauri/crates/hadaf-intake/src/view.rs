//! A draft as the window shows it.

use hadaf_import::sheet::Workbook;
use hadaf_model::Book;
use hadaf_words::{Format, say};

use crate::compare::IntakeDraft;
use crate::compared::{Compared, ValueAt};
use crate::file_reading::{Asked, ReadContent};
use crate::opened::{IntakeFile, kind_word};
use crate::places::{cell, cell_name, narrow, region};
use crate::reading::{extent, frequency_word};
use crate::sentence::{sentence, series_of};
use crate::spoken;
use crate::targets::{Mapped, Target, scaled};
use crate::wire::{
    IntakeCheck, IntakeChoice, IntakeCounts, IntakeFileView, IntakeOutcome, IntakeQuestion, IntakeRemark, IntakeSeries,
    IntakeSheet, IntakeSource, IntakeTable, IntakeTarget, IntakeView,
};

/// Things of one kind that cross the border.
const SHOWN: usize = 300;

impl IntakeDraft {
    /// As the window shows it.
    pub fn view(&self, files: &[IntakeFile], book: &Book, format: Format) -> IntakeView {
        let (left_out, left_out_more) = self.left_out(format);
        let issues = self.issues(book, format);
        let blocked = self.blocked(&issues, format);
        // Into what is worked out nothing is imported.
        let entered = book.series.iter().filter(|series| series.formula.is_none());
        IntakeView {
            files: files
                .iter()
                .zip(0..)
                .map(|(file, index)| self.file_view(file, index, format))
                .collect(),
            tables: self.tables(format),
            series: self.series_views(book, format),
            questions: self
                .reading
                .open
                .iter()
                .map(|asked| self.question(asked, book, format))
                .collect(),
            answered: self
                .reading
                .answered
                .iter()
                .map(|asked| self.question(asked, book, format))
                .collect(),
            source: self.source(),
            counts: self.counts(),
            checks: self.checks(book, format),
            left_out,
            left_out_more,
            assumed: self.assumed(book, format),
            summary: self.summary(format),
            ready: blocked.is_empty(),
            blocked,
            issues,
            targets: entered.map(target).collect(),
            remembered: self.is_remembered(),
        }
    }

    fn file_view(&self, file: &IntakeFile, index: usize, format: Format) -> IntakeFileView {
        let failure = match &self.reading.files[index].content {
            ReadContent::Failed(error) => Some(error.view(format)),
            ReadContent::Long(_) | ReadContent::Tables(_) => None,
        };
        IntakeFileView {
            name: file.name.clone(),
            kind: file.workbook().map_or_else(String::new, |book| kind(format, book)),
            sheets: file.workbook().into_iter().flat_map(sheets).collect(),
            hint: failure.as_ref().and_then(|failure| failure.hint.clone()),
            failure: failure.map(|failure| failure.message),
        }
    }

    fn tables(&self, format: Format) -> Vec<IntakeTable> {
        let mut views = Vec::new();
        for (file, reading) in self.reading.files.iter().enumerate() {
            for (table, of) in reading.tables().iter().enumerate() {
                views.push(IntakeTable {
                    region: region(file, &of.place),
                    place: of.place.to_string(),
                    layout: of.layout.as_str().into(),
                    sentence: sentence(self, format, file, table),
                    series: series_of(self, file, table),
                });
            }
        }
        views
    }

    fn series_views(&self, book: &Book, format: Format) -> Vec<IntakeSeries> {
        let mapped = self
            .reading
            .mapped
            .iter()
            .map(|mapped| self.series_view(mapped, book, format));
        let long = self.long_series.iter().map(|of| {
            let series = of.series.as_ref();
            let wrong = of.wrong.as_ref();
            IntakeSeries {
                label: of.id.to_string(),
                place: String::new(),
                series: series.map(|series| series.id.to_string()),
                title: series.map_or_else(|| of.id.to_string(), |series| series.title.clone()),
                new: self.reading.described.iter().any(|(_, series)| series.id == of.id),
                unit: series.map(|series| series.unit.to_string()),
                target_unit: series.map(|series| series.unit.to_string()),
                scaled: String::new(),
                frequency: series.map_or("", |series| frequency_word(series.frequency)).into(),
                measure: series.map_or("", |series| series.measure.as_str()).into(),
                values: narrow(of.count(None)),
                first: String::new(),
                last: String::new(),
                wrong: wrong.map_or_else(String::new, |wrong| wrong.view(format).message),
            }
        });
        mapped.chain(long).collect()
    }

    fn series_view(&self, mapped: &Mapped, book: &Book, format: Format) -> IntakeSeries {
        let series = mapped.target.series();
        let extent = extent(&self.reading, &mapped.group, book);
        let part = mapped.group.parts.first();
        let place = part.map(|part| {
            let figures = &self.reading.series_of(*part).figures;
            let table = &self.reading.files[part.file].tables()[part.table].place;
            figures
                .first()
                .map_or_else(|| table.to_string(), |figure| cell_name(table, figure.at))
        });
        IntakeSeries {
            label: mapped.group.label.clone(),
            place: place.unwrap_or_default(),
            series: series.map(|series| series.id.to_string()),
            title: series.map_or_else(|| mapped.group.label.clone(), |series| series.title.clone()),
            new: matches!(mapped.target, Target::New(_)),
            unit: mapped.group.unit.map(|unit| unit.to_string()),
            target_unit: series.map(|series| series.unit.to_string()),
            scaled: self.rescaled(mapped, format),
            frequency: frequency_word(mapped.group.frequency).into(),
            measure: series.map_or("flow", |series| series.measure.as_str()).into(),
            values: extent.map_or(0, |(.., count)| narrow(count)),
            first: extent.map_or_else(String::new, |(first, ..)| format.period(first)),
            last: extent.map_or_else(String::new, |(_, last, _)| format.period(last)),
            wrong: mapped
                .wrong
                .as_ref()
                .map_or_else(String::new, |wrong| wrong.view(format).message),
        }
    }

    pub(crate) fn rescaled(&self, mapped: &Mapped, format: Format) -> String {
        let Some(series) = mapped.target.series().filter(|_| mapped.wrong.is_none()) else {
            return String::new();
        };
        let parts = mapped.group.parts.iter();
        let mut values = parts.flat_map(|part| self.reading.series_of(*part).figures.iter().map(|it| it.value));
        let example = values.find_map(|value| Some((value, scaled(value, mapped.shift)?)));
        spoken::rescaled(format, mapped.group.unit, series.unit, example)
    }

    /// What a series is called, by its place.
    pub(crate) fn title(&self, index: usize) -> String {
        let mapped = self.reading.mapped.get(index);
        let of_mapped = mapped.map(|mapped| match mapped.target.series() {
            Some(series) => series.title.clone(),
            None => mapped.group.label.clone(),
        });
        of_mapped.unwrap_or_else(|| {
            let long = self.long_series.get(index.saturating_sub(self.reading.mapped.len()));
            long.map_or_else(String::new, |long| match &long.series {
                Some(series) => series.title.clone(),
                None => long.id.to_string(),
            })
        })
    }

    /// What the series of an id is called, one that is made too.
    fn title_of(&self, id: &str, book: &Book) -> String {
        let known = book.series(id).ok();
        let made = || {
            self.made()
                .map(|(_, series)| series)
                .find(|series| series.id.as_str() == id)
        };
        known
            .or_else(made)
            .map_or_else(|| id.to_owned(), |series| series.title.clone())
    }

    pub(crate) fn question(&self, asked: &Asked, book: &Book, format: Format) -> IntakeQuestion {
        let (text, why) = spoken::question(format, asked);
        let title = |id: &str| book.series(id).ok().map(|series| series.title.clone());
        let wrong = asked.wrong.as_ref().map(|wrong| wrong.view(format).message);
        let choices = asked.choices.iter().map(|value| IntakeChoice {
            value: value.clone(),
            label: spoken::choice(format, asked.kind, value, title),
        });
        IntakeQuestion {
            id: asked.id.clone(),
            kind: asked.kind.into(),
            place: asked.place.as_ref().map_or_else(String::new, ToString::to_string),
            region: asked.place.as_ref().map(|place| region(asked.file, place)),
            text,
            why: wrong.unwrap_or(why),
            choices: choices.collect(),
            free: asked.is_free,
            answer: asked.answer.clone(),
        }
    }

    fn source(&self) -> IntakeSource {
        let first = self.reading.files.first();
        first.map_or_else(IntakeSource::default, |file| IntakeSource {
            title: file.source.title.clone(),
            publisher: file.source.publisher.clone(),
            address: file.source.address.clone(),
        })
    }

    pub(crate) fn counts(&self) -> IntakeCounts {
        let mut counts = IntakeCounts {
            values: narrow(self.figures.len()),
            ..IntakeCounts::default()
        };
        for figure in &self.figures {
            match figure.outcome {
                IntakeOutcome::New => counts.new += 1,
                IntakeOutcome::Same => counts.same += 1,
                IntakeOutcome::Revises => counts.revises += 1,
                IntakeOutcome::Conflicts => counts.conflicts += 1,
                IntakeOutcome::Refused => counts.refused += 1,
            }
        }
        counts
    }

    fn summary(&self, format: Format) -> String {
        let counts = self.counts();
        say!(
            format.words,
            "intake-summary",
            new = counts.new,
            revises = counts.revises,
            conflicts = counts.conflicts,
            same = counts.same
        )
    }

    fn blocked(&self, issues: &[IntakeRemark], format: Format) -> String {
        let words = format.words;
        if let Some(failure) = self.failure() {
            return failure.view(format).message;
        }
        if let Some(issue) = issues.iter().find(|issue| issue.blocks) {
            return issue.text.clone();
        }
        match (self.reading.open.len(), self.fresh) {
            (0, 0) => say!(words, "intake-nothing-new"),
            (0, _) => String::new(),
            (open, _) => say!(words, "intake-open", count = open),
        }
    }

    pub(crate) fn checks(&self, book: &Book, format: Format) -> Vec<IntakeCheck> {
        let mut checks = Vec::new();
        for (file, reading) in self.reading.files.iter().enumerate() {
            for table in reading.tables() {
                for check in &table.checks {
                    let label = if check.label.is_empty() {
                        &table.place.name
                    } else {
                        &check.label
                    };
                    let (agrees, difference, message) = spoken::check(format, book.calendar(), check, label);
                    let at = ValueAt {
                        file: narrow(file),
                        sheet: narrow(table.place.sheet),
                        at: check.at,
                    };
                    checks.push(IntakeCheck {
                        kind: "total".into(),
                        label: label.clone(),
                        period: spoken::span(format, check.period, check.basis),
                        stated: format.exact(check.stated),
                        parts: format.exact(check.parts),
                        difference,
                        agrees,
                        message,
                        place: cell_name(&table.place, check.at),
                        region: Some(cell(at)),
                    });
                }
            }
        }
        checks.sort_by_key(|check| check.agrees);
        checks.truncate(SHOWN);
        let doubts = self.doubts.iter().map(|(at, doubt)| IntakeCheck {
            kind: doubt.kind.clone(),
            label: self.title_of(&doubt.series, book),
            period: doubt.period.clone(),
            stated: String::new(),
            parts: String::new(),
            difference: String::new(),
            agrees: false,
            message: doubt.message.clone(),
            place: self.value_place(*at),
            region: Some(cell(*at)),
        });
        let mut all: Vec<IntakeCheck> = doubts.take(SHOWN).collect();
        all.extend(checks);
        all
    }

    /// Where a value stands, as people write it.
    pub(crate) fn value_place(&self, at: ValueAt) -> String {
        let tables = self.reading.files[at.file as usize].tables();
        let place = tables
            .iter()
            .map(|table| &table.place)
            .find(|place| place.sheet == at.sheet as usize);
        place.map_or_else(|| at.at.to_string(), |place| cell_name(place, at.at))
    }

    /// A value, formatted.
    pub(crate) fn difference(figure: &Compared, format: Format) -> String {
        let Some(before) = figure.before.filter(|before| !before.same_value(figure.value)) else {
            return String::new();
        };
        let Ok(difference) = figure.value.checked_sub(before) else {
            return String::new();
        };
        let shown = format.signed(difference.to_f64(), difference.places());
        match before.is_zero() {
            true => shown,
            false => {
                let share = difference.to_f64() / before.to_f64().abs() * 100.0;
                format!("{shown} ({})", format.signed_percent(share, 1))
            }
        }
    }
}

fn kind(format: Format, book: &Workbook) -> String {
    let words = format.words;
    match kind_word(book.kind) {
        "text" => say!(words, "intake-kind-text"),
        "page" => say!(words, "intake-kind-page"),
        "ods" => say!(words, "intake-kind-ods"),
        "package" => say!(words, "intake-kind-package"),
        _ => say!(words, "intake-kind-excel"),
    }
}

fn sheets(book: &Workbook) -> impl Iterator<Item = IntakeSheet> {
    book.sheets.iter().map(|sheet| IntakeSheet {
        name: sheet.name.clone(),
        rows: narrow(sheet.rows()),
        columns: narrow(sheet.columns()),
        hidden: sheet.hidden,
    })
}

fn target(series: &hadaf_core::Series) -> IntakeTarget {
    IntakeTarget {
        id: series.id.to_string(),
        title: series.title.clone(),
        unit: series.unit.to_string(),
        frequency: frequency_word(series.frequency).into(),
    }
}
