//! What leaves a workspace for other programs: listed before it leaves, and gathered into a package. Only what was known on
//! the day is in it, and of what people noted for themselves only what was asked for.

use std::collections::BTreeSet;

use hadaf_core::{Claim, Frequency, Sector, SectorId, Series, SourceId, Status, TotalBasis};
use hadaf_export::{
    ExportFormat, ExportLabels, ExportedFigure, ExportedFile, ExportedSeries, ExportedValue, ExportedYear, Label,
    Package, PathOfTarget,
};
use hadaf_model::{ModelError, Situation};
use hadaf_words::{Format, say, say_of};
use serde::Serialize;
use ts_rs::TS;

use crate::text_table::table;

/// What would leave, before it does.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ExportContents {
    /// The day on which it is read, ISO.
    pub as_of: String,
    /// Each series with what leaves of it.
    pub series: Vec<ExportContentsSeries>,
    /// Targets and projections.
    pub claims: u32,
    /// Documents that figures and targets name.
    pub sources: u32,
    /// Notes of people, and whether they go along.
    pub notes: u32,
    /// They go along.
    pub with_notes: bool,
    /// All of it in a sentence.
    pub sentence: String,
    /// What becomes of the notes, in a sentence; empty where there are none.
    pub notes_sentence: String,
}

/// What leaves of a series.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ExportContentsSeries {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Values as they were published, revised ones included.
    pub values: u32,
    /// Periods that have a current figure.
    pub figures: u32,
}

/// Gathers what leaves. The situations are those of the series, as of one day; the first one is what the trajectory is
/// about.
///
/// # Errors
/// Sums that do not fit.
pub fn export_package(situations: &[Situation<'_>], with_notes: bool, format: Format) -> Result<Package, ModelError> {
    let first = situations.first();
    let book = first.map(|situation| situation.book);
    let book = book.ok_or_else(|| ModelError::UnknownSeries {
        name: String::new(),
        known: Vec::new(),
    })?;
    let as_of = situations[0].as_of;
    let ids: BTreeSet<_> = situations.iter().map(|situation| &situation.series.id).collect();
    let about = |claim: &&Claim| ids.contains(&claim.series) && claim.known(as_of);
    let note = |text: &str| if with_notes { text.to_owned() } else { String::new() };
    let claims: Vec<Claim> = book
        .claims
        .iter()
        .filter(about)
        .map(|claim| Claim {
            note: note(&claim.note),
            entered_by: String::new(),
            ..claim.clone()
        })
        .collect();
    let series: Vec<ExportedSeries> = situations
        .iter()
        .map(|situation| exported(situation, with_notes, format))
        .collect();
    let values = series
        .iter()
        .flat_map(|series| series.values.iter().map(|value| value.source));
    let used: BTreeSet<SourceId> = values.chain(claims.iter().map(|claim| claim.source)).collect();
    let sources = book.sources.values().filter(|source| used.contains(&source.id));
    Ok(Package {
        name: book.info.name.clone(),
        currency: book.info.currency,
        calendar: *book.calendar(),
        as_of: as_of.day(),
        sectors: sectors(situations),
        sources: sources
            .map(|source| hadaf_core::Source {
                note: note(&source.note),
                ..source.clone()
            })
            .collect(),
        series,
        claims,
        licences: Vec::new(),
    })
}

/// The sectors of the series, and those above them.
fn sectors(situations: &[Situation<'_>]) -> Vec<Sector> {
    let book = situations[0].book;
    let find = |id: &SectorId| book.sectors.iter().find(|sector| sector.id == *id);
    let up = |sector: &&Sector| sector.parent.as_ref().and_then(find);
    let lines = situations.iter().flat_map(|situation| {
        let own = find(&situation.series.sector);
        std::iter::successors(own, up).take(book.sectors.len())
    });
    let used: BTreeSet<_> = lines.map(|sector| &sector.id).collect();
    let used = book
        .sectors_in_order()
        .into_iter()
        .filter(|sector| used.contains(&sector.id));
    used.cloned().collect()
}

fn exported(situation: &Situation<'_>, with_notes: bool, format: Format) -> ExportedSeries {
    let known = situation.observations.iter();
    let mut known: Vec<_> = known.filter(|it| situation.as_of.knows(&it.published)).collect();
    known.sort_by_key(|it| (it.published.known_from(), it.id));
    let formula = situation.series.formula.as_ref();
    // How it is worked out is no note of anybody's, and goes along in any case.
    let derived = formula.map(|formula| say!(format.words, "export-derived", formula = formula.to_string()));
    let values = known.into_iter().map(|observation| ExportedValue {
        period: observation.period,
        basis: observation.basis,
        value: (!observation.is_withdrawn()).then_some(observation.value),
        status: match observation.status {
            Some(Status::First) if derived.is_some() => Some(Status::Derived),
            status => status,
        },
        published: observation.published,
        source: observation.source,
        note: match &derived {
            Some(derived) => derived.clone(),
            None if with_notes => observation.note.clone(),
            None => String::new(),
        },
    });
    let estimates = situation.readings.estimates().map(|(period, reading)| ExportedFigure {
        period,
        value: reading.value,
        provisional: true,
    });
    let figures = situation.readings.iter().map(|(period, reading)| ExportedFigure {
        period,
        value: reading.value,
        provisional: reading.provisional,
    });
    let mut figures: Vec<ExportedFigure> = figures.chain(estimates).collect();
    figures.sort_by(|left, right| situation.calendar().compare(left.period, right.period));
    let years = situation.totals.iter().map(|total| {
        let target = situation.target_of(total.fiscal_year);
        ExportedYear {
            fiscal_year: total.fiscal_year,
            value: total.value,
            basis: basis(total.basis, situation.readings.every(), format),
            months: total.months,
            growth_percent: total.growth_percent,
            target: target.and_then(|claim| situation.amount(claim)),
        }
    });
    ExportedSeries {
        values: values.collect(),
        figures,
        years: years.collect(),
        target: target(situation, format),
        series: Series {
            archived: false,
            origin: derived.unwrap_or_else(|| situation.series.origin.clone()),
            ..situation.series.clone()
        },
    }
}

/// How a year's total came about, in the periods of its series.
fn basis(basis: TotalBasis, every: Frequency, format: Format) -> String {
    let (words, every) = (format.words, every.as_str());
    match basis {
        TotalBasis::Published => say!(words, "export-basis-published"),
        TotalBasis::Sum => say!(words, "export-basis-sum", every = every),
        TotalBasis::ToDate => say!(words, "export-basis-to-date", every = every),
        TotalBasis::PublishedToDate => say!(words, "export-basis-published-to-date"),
        TotalBasis::Last => say!(words, "export-basis-last"),
        TotalBasis::Derived => say!(words, "export-basis-derived"),
    }
}

/// The target of the current year, month by month.
fn target(situation: &Situation<'_>, format: Format) -> Option<PathOfTarget> {
    let (path, claim, year) = (situation.path.as_ref()?, situation.target()?, situation.year()?);
    let months = situation.calendar().months_of(year);
    Some(PathOfTarget {
        title: say!(
            format.words,
            "export-path",
            target = format.money_short(claim.value, claim.unit),
            year = format.year(year)
        ),
        months: months.into_iter().zip(path.months).collect(),
    })
}

impl ExportContents {
    /// Of a package, which has the notes of people where `with_notes` says so; there are `notes` of them.
    #[must_use]
    pub fn of(package: &Package, notes: usize, with_notes: bool, format: Format) -> Self {
        let series: Vec<ExportContentsSeries> = package
            .series
            .iter()
            .map(|series| ExportContentsSeries {
                id: series.series.id.to_string(),
                title: series.series.title.clone(),
                values: count(series.values.len()),
                figures: count(series.figures.len()),
            })
            .collect();
        let values: u32 = series.iter().map(|series| series.values).sum();
        let words = format.words;
        Self {
            as_of: package.as_of.to_string(),
            claims: count(package.claims.len()),
            sources: count(package.sources.len()),
            notes: count(notes),
            with_notes,
            sentence: say!(
                words,
                "export-contents",
                series = series.len(),
                values = values,
                claims = package.claims.len(),
                sources = package.sources.len(),
                day = format.day(package.as_of)
            ),
            notes_sentence: match (notes, with_notes) {
                (0, _) => String::new(),
                (_, true) => say!(words, "export-notes-go", notes = notes),
                (_, false) => say!(words, "export-notes-stay", notes = notes),
            },
            series,
        }
    }

    /// For the eye.
    #[must_use]
    pub fn text(&self, format: Format) -> String {
        let words = format.words;
        let head = vec![
            say!(words, "outline-column-series"),
            say!(words, "export-column-values"),
            say!(words, "export-column-periods"),
        ];
        let row = |series: &ExportContentsSeries| {
            vec![
                series.title.clone(),
                series.values.to_string(),
                series.figures.to_string(),
            ]
        };
        let rows: Vec<Vec<String>> = std::iter::once(head).chain(self.series.iter().map(row)).collect();
        let lines = [self.sentence.as_str(), &self.notes_sentence, &table(&rows)];
        let lines: Vec<&str> = lines.into_iter().filter(|line| !line.is_empty()).collect();
        lines.join("\n")
    }
}

/// How many notes of people belong to what leaves: of figures, targets and sources.
#[must_use]
pub fn notes_in(package: &Package) -> usize {
    // What is worked out says how, which nobody noted.
    let entered = package.series.iter().filter(|series| series.series.formula.is_none());
    let figures = entered.flat_map(|series| series.values.iter().map(|value| &value.note));
    let claims = package.claims.iter().map(|claim| &claim.note);
    let sources = package.sources.iter().map(|source| &source.note);
    figures
        .chain(claims)
        .chain(sources)
        .filter(|note| !note.is_empty())
        .count()
}

/// The headings in a language.
#[must_use]
pub fn export_labels(format: Format) -> ExportLabels {
    ExportLabels::new(false, |label| say_of!(format.words, "export-{}", Label, label))
}

/// What of a written file is not as it stands in the workspace, in words.
#[must_use]
pub fn export_remarks(file: &ExportedFile, format: Format) -> Vec<String> {
    let cleaned = (file.cleaned > 0).then(|| say!(format.words, "export-cleaned", count = file.cleaned));
    let shortened = file.shortened.iter().map(|it| {
        say!(
            format.words,
            "export-shortened",
            sheet = &it.sheet,
            cell = &it.cell,
            characters = it.characters.to_string()
        )
    });
    cleaned.into_iter().chain(shortened).collect()
}

/// A format as the window offers it.
#[must_use]
pub fn export_format_words(asked: ExportFormat, format: Format) -> (String, String) {
    (
        say_of!(format.words, "export-format-{}", ExportFormat, asked),
        say_of!(format.words, "export-about-{}", ExportFormat, asked),
    )
}

fn count(number: usize) -> u32 {
    u32::try_from(number).expect("nothing is counted in billions")
}
