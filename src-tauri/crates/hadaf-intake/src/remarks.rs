//! What was left out, what was assumed, and what keeps an import out, in words.

use hadaf_core::Measure;
use hadaf_error::AppError;
use hadaf_import::table::SheetPlace;
use hadaf_model::{Book, Refused};
use hadaf_words::{Format, listed, say};

use crate::compare::IntakeDraft;
use crate::compared::NotEntered;
use crate::file_reading::ReadContent;
use crate::long;
use crate::places::{cell, narrow, region};
use crate::spoken;
use crate::targets::Target;
use crate::wire::IntakeRemark;

/// Rows of a file of ours that are told.
const SHOWN: usize = 300;

/// Periods of estimates that are named.
const ESTIMATES: usize = 6;

impl IntakeDraft {
    pub(crate) fn left_out(&self, format: Format) -> (Vec<IntakeRemark>, u32) {
        let (mut remarks, mut more) = (Vec::new(), self.not_entered_more);
        for (file, reading) in self.reading.files.iter().enumerate() {
            if reading.by_hand > 0 {
                let text = say!(format.words, "intake-left-by-hand", count = reading.by_hand);
                remarks.push(remark("by_hand", None, String::new(), text));
            }
            let ReadContent::Tables(of) = &reading.content else {
                continue;
            };
            more += of.left_out_more;
            for left_out in &of.left_out {
                let text = spoken::why_left_out(format, left_out);
                let place = Some((file, &left_out.place));
                remarks.push(remark(left_out.why.as_str(), place, left_out.what.clone(), text));
            }
        }
        remarks.extend(self.not_entered.iter().map(|lost| self.not_entered(lost, format)));
        let mapped = self.reading.mapped.iter();
        for mapped in mapped.filter(|mapped| matches!(mapped.target, Target::LeftOut)) {
            let text = say!(format.words, "intake-left-series");
            remarks.push(remark("series", None, mapped.group.label.clone(), text));
        }
        (remarks, narrow(more))
    }

    fn not_entered(&self, lost: &NotEntered, format: Format) -> IntakeRemark {
        let (code, text) = match &lost.why {
            None => ("does_not_fit", say!(format.words, "intake-left-does-not-fit")),
            Some(why) => {
                let code = match why {
                    Refused::ToCome { .. } => "to_come",
                    Refused::TooEarly { .. } => "too_early",
                    Refused::UnknownSeries { .. } => "unknown_series",
                    Refused::Derived { .. } => "derived",
                    Refused::OtherKind { .. } => "other_kind",
                    Refused::NotItsOwn { .. } => "not_its_own",
                };
                (code, AppError::from(why.clone()).view(format).message)
            }
        };
        IntakeRemark {
            code: code.into(),
            place: self.value_place(lost.place),
            region: Some(cell(lost.place)),
            what: lost.what.clone(),
            text,
            blocks: false,
        }
    }

    pub(crate) fn assumed(&self, book: &Book, format: Format) -> Vec<IntakeRemark> {
        let words = format.words;
        let mut remarks = Vec::new();
        for (file, reading) in self.reading.files.iter().enumerate() {
            let ReadContent::Tables(of) = &reading.content else {
                continue;
            };
            for assumption in &of.assumed {
                let text = spoken::assumed(format, &assumption.that);
                let place = Some((file, &assumption.place));
                remarks.push(remark(assumption.that.code(), place, String::new(), text));
            }
            if let Some(from) = reading.source_from {
                let text = spoken::source_from(format, from, &reading.source.title);
                remarks.push(remark(from, None, String::new(), text));
            }
            if let Some(layout) = reading.layout.and_then(|layout| book.import_layouts.get(layout)) {
                let name = &layout.name;
                remarks.push(remark(
                    "remembered",
                    None,
                    String::new(),
                    say!(words, "intake-remembered", name = name),
                ));
            }
            if let Some(day) = self.one_day[file] {
                let text = say!(words, "paste-one-day", day = format.day(day));
                remarks.push(remark("one_day", None, String::new(), text));
            }
        }
        for mapped in &self.reading.mapped {
            let text = self.rescaled(mapped, format);
            if !text.is_empty() {
                remarks.push(remark("rescaled", None, mapped.group.label.clone(), text));
            }
            if let Target::New(made) = &mapped.target
                && made.1.measure == Measure::Stock
            {
                let text = say!(words, "intake-assumed-stock", title = &made.1.title);
                remarks.push(remark("stock", None, mapped.group.label.clone(), text));
            }
        }
        remarks.extend(self.estimates(format));
        remarks
    }

    /// What is kept as an estimate of each series, which whoever imports it must know.
    fn estimates(&self, format: Format) -> Vec<IntakeRemark> {
        let mut remarks = Vec::new();
        for of_series in self.estimates.chunk_by(|left, right| left.series == right.series) {
            let names = of_series.iter().take(ESTIMATES);
            let mut names: Vec<String> = names.map(|it| spoken::span(format, it.period, it.basis)).collect();
            let more = of_series.len() - names.len();
            if more > 0 {
                names.push(say!(format.words, "intake-more-estimates", count = more));
            }
            let text = say!(
                format.words,
                "intake-assumed-estimate",
                count = of_series.len(),
                periods = listed(format, &names)
            );
            let first = of_series[0];
            remarks.push(IntakeRemark {
                code: "estimate".into(),
                place: self.value_place(first.place),
                region: Some(cell(first.place)),
                what: self.title(first.series as usize),
                text,
                blocks: false,
            });
        }
        remarks
    }

    /// What keeps the import out, or is worth knowing.
    pub(crate) fn issues(&self, book: &Book, format: Format) -> Vec<IntakeRemark> {
        let mut remarks = Vec::new();
        for (file, reading) in self.reading.files.iter().enumerate() {
            let long = self.long.iter().find(|long| long.file == file);
            let (ReadContent::Long(imported), Some(long)) = (&reading.content, long) else {
                continue;
            };
            let report = long::report(&reading.name, imported, long, book, format);
            let shown = report.issues.into_iter().take(SHOWN);
            remarks.extend(shown.map(|issue| IntakeRemark {
                place: issue.line.map_or_else(String::new, |line| line.to_string()),
                region: None,
                what: String::new(),
                blocks: issue.severity == "error",
                code: issue.code,
                text: issue.message,
            }));
        }
        let mapped = self.reading.mapped.iter();
        let mapped = mapped.filter_map(|mapped| Some((mapped.group.label.clone(), mapped.wrong.as_ref()?)));
        let long = self.long_series.iter();
        let long = long.filter_map(|long| Some((long.id.to_string(), long.wrong.as_ref()?)));
        let wrong = mapped.chain(long);
        remarks.extend(wrong.map(|(label, wrong)| IntakeRemark {
            blocks: true,
            ..remark("unit", None, label, wrong.view(format).message)
        }));
        remarks
    }
}

fn remark(code: &str, place: Option<(usize, &SheetPlace)>, what: String, text: String) -> IntakeRemark {
    IntakeRemark {
        code: code.into(),
        place: place.map_or_else(String::new, |(_, place)| place.to_string()),
        region: place.map(|(file, place)| region(file, place)),
        what,
        text,
        blocks: false,
    }
}
