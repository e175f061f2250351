//! Making, changing, archiving and removing series.

use hadaf_core::{
    FormulaKind, Frequency, Measure, Observation, Period, Scale, Sector, SectorId, Series, SeriesFormula, SeriesId,
    Unit,
};
use hadaf_error::{Code, Result, refusal};
use hadaf_model::Book;
use hadaf_words::{Format, say};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::formula::{check_users, formula_of, usual_places};
use crate::kind::{derived_kind, unit_typed, word};
use crate::redraft::Redraft;
use crate::sector::{after_all, left_empty, new_id};
use crate::typed::{id_of, last, line, or_before, parent, placed, sector, series, title};

/// Makes a series, or changes one. What is absent stays as it is, or is as most series are.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct SetSeries {
    /// Which series to change; null: a new one.
    pub id: Option<String>,
    /// Id of a new one; null: made of its title.
    pub name: Option<String>,
    /// As people call it.
    pub title: Option<String>,
    /// Id of the sector that it measures; null for a new series: a sector of its own.
    pub sector: Option<String>,
    /// Id of the sector above its own; empty: none.
    pub parent: Option<String>,
    /// Code of its sector in EBOPS 2010; empty: none fits.
    pub ebops: Option<String>,
    /// "USD million", "percent", "count".
    pub unit: Option<String>,
    /// How it is worked out from other series, such as "it_exports - it_imports"; empty: its figures are entered.
    pub formula: Option<String>,
    /// "month", "quarter" or "fiscal_year".
    pub frequency: Option<String>,
    /// "flow" or "stock".
    pub measure: Option<String>,
    /// Decimal places that are shown.
    pub places: Option<u32>,
    /// It is a clean part of the total of the sector above.
    pub part_of_total: Option<bool>,
    /// Who makes the statistic.
    pub origin: Option<String>,
    /// Definition and caveats.
    pub note: Option<String>,
    /// The place of its sector among its siblings, from 1: the first series is the one that screens begin with.
    pub place: Option<u32>,
}

/// Puts a series away, or takes it out again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ArchiveSeries {
    /// Which.
    pub id: String,
    /// Away, or out again.
    pub archived: bool,
}

/// What making or changing a series does. The book has the observations of the one that is changed.
///
/// # Errors
/// [`Code::UnknownSeries`], [`Code::Word`] for a word that is none of those allowed and a title without a letter,
/// [`Code::Number`] for places beyond nine, [`Code::Refused`] for an id that is taken, a sector inside itself, a part
/// without a total, a frequency that the figures do not have, and a formula that gives nothing or something else.
pub fn set_series(book: &Book, typed: &SetSeries, format: Format) -> Result<Redraft> {
    let before = typed.id.as_deref().map(|id| series(book, id)).transpose()?;
    let title = match (&typed.title, before) {
        (Some(text), _) => title(text)?,
        (None, Some(before)) => before.title.clone(),
        (None, None) => title("")?,
    };
    let derived = formula_of(book, typed.formula.as_deref(), typed.unit.as_deref(), before)?;
    let place = sector_of(
        book,
        typed,
        before,
        derived.as_ref().map(|(formula, _)| formula),
        &title,
    )?;
    let kind = kind(book, typed, before, derived.as_ref().map(|(_, kind)| *kind), format)?;
    let mut after = Series {
        id: match before {
            Some(before) => before.id.clone(),
            None => new_series_id(book, typed.name.as_deref(), &title)?,
        },
        sector: place.id.clone(),
        title,
        unit: kind.unit,
        frequency: kind.frequency,
        measure: kind.measure,
        places: places(book, typed, before, kind, derived.as_ref().map(|(formula, _)| formula))?,
        part_of_total: false,
        position: before.map_or_else(
            || last(book.series.iter().map(|it| it.position)),
            |before| before.position,
        ),
        origin: or_before(typed.origin.as_ref(), before.map_or("", |it| &it.origin)),
        note: or_before(typed.note.as_ref(), before.map_or("", |it| &it.note)),
        archived: before.is_some_and(|before| before.archived),
        formula: derived.map(|(formula, _)| formula),
    };
    after.part_of_total = is_part(book, typed, before, &after, &place)?;
    let mut redraft = Redraft {
        label: say!(
            format.words,
            "label-series",
            what = if before.is_some() { "changed" } else { "added" },
            title = &after.title
        ),
        ..Redraft::default()
    };
    if let Some(before) = before {
        check_figures(book, before, &after)?;
        check_users(book, &after)?;
        redraft.notes = notes(book, before, &after, format);
        if before.sector != after.sector {
            redraft
                .gone_sectors
                .extend(left_empty(book, &before.sector, before.id.as_str()));
        }
    }
    let known = book.sectors.iter().find(|sector| sector.id == place.id);
    redraft.sectors = match typed.place {
        Some(at) => placed(book, place, at),
        None if known == Some(&place) => Vec::new(),
        None => vec![place],
    };
    if before != Some(&after) {
        redraft.made = before.is_none().then(|| after.id.to_string());
        redraft.series.push(after);
    }
    Ok(redraft)
}

/// What putting a series away does.
///
/// # Errors
/// [`Code::UnknownSeries`], [`Code::Refused`] for the last one that is not put away.
pub fn archive_series(book: &Book, asked: &ArchiveSeries, format: Format) -> Result<Redraft> {
    let before = series(book, &asked.id)?;
    if asked.archived && is_last(book, before) {
        return Err(refusal!(Code::Refused, "series-last", series = &before.title));
    }
    let what = if asked.archived { "archived" } else { "restored" };
    let after = Series {
        archived: asked.archived,
        ..before.clone()
    };
    Ok(Redraft {
        label: say!(format.words, "label-series", what = what, title = &before.title),
        series: vec![after],
        ..Redraft::default()
    })
}

/// What removing a series does. The book has its observations.
///
/// # Errors
/// [`Code::UnknownSeries`], [`Code::Refused`] for the last one, while figures or claims belong to it, and while another one
/// is worked out from it.
pub fn remove_series(book: &Book, id: &str, format: Format) -> Result<Redraft> {
    let gone = series(book, id)?;
    let users: Vec<&str> = book.derived_from(&gone.id).iter().map(|it| it.title.as_str()).collect();
    if !users.is_empty() {
        return Err(refusal!(
            Code::Refused,
            "series-feeds",
            series = &gone.title,
            count = users.len(),
            users = users.join(", ")
        ));
    }
    let figures = entered(book, gone).len();
    let claims = claims_about(book, &gone.id);
    if figures > 0 || !claims.is_empty() {
        return Err(refusal!(
            Code::Refused,
            "series-in-use",
            series = &gone.title,
            figures = figures,
            claims = claims.len(),
            named = claims.join(", ")
        ));
    }
    let parts: Vec<&str> = book.parts(gone).iter().map(|part| part.title.as_str()).collect();
    if !parts.is_empty() {
        return Err(refusal!(
            Code::Refused,
            "series-has-parts",
            series = &gone.title,
            parts = parts.join(", ")
        ));
    }
    if book.series.len() == 1 || is_last(book, gone) && !gone.archived {
        return Err(refusal!(Code::Refused, "series-last", series = &gone.title));
    }
    Ok(Redraft {
        label: say!(format.words, "label-series", what = "removed", title = &gone.title),
        gone_series: vec![gone.id.clone()],
        gone_sectors: left_empty(book, &gone.sector, gone.id.as_str()).into_iter().collect(),
        ..Redraft::default()
    })
}

/// The figures that were entered of a series: of a derived one there are none.
fn entered<'a>(book: &'a Book, series: &Series) -> &'a [Observation] {
    match series.formula {
        Some(_) => &[],
        None => book.observations(&series.id),
    }
}

/// The claims about a series, by their ids.
pub(crate) fn claims_about(book: &Book, series: &SeriesId) -> Vec<String> {
    let about = book.claims.iter().filter(|claim| claim.series == *series);
    about.map(|claim| claim.id.to_string()).collect()
}

/// No other series is worked on.
fn is_last(book: &Book, series: &Series) -> bool {
    !book.series.iter().any(|other| other.id != series.id && !other.archived)
}

/// The sector that it is to measure, as that is from now on.
fn sector_of(
    book: &Book,
    typed: &SetSeries,
    before: Option<&Series>,
    formula: Option<&SeriesFormula>,
    title: &str,
) -> Result<Sector> {
    let named = typed.sector.as_deref().map(str::trim).filter(|id| !id.is_empty());
    // What is worked out tells of the sector of the first series in its formula.
    let first = formula.and_then(|formula| formula.inputs().into_iter().next());
    let first = first.and_then(|id| book.series.iter().find(|it| it.id == *id));
    let known = match (named, before.or(first)) {
        (Some(id), _) => Some(sector(book, id)?),
        (None, Some(like)) if typed.sector.is_none() => Some(sector(book, like.sector.as_str())?),
        (None, _) => None,
    };
    let mut place = match known {
        Some(known) => known.clone(),
        None => Sector {
            id: new_id(book, own_name(book, typed), title)?,
            title: title.to_owned(),
            parent: None,
            ebops: None,
            position: after_all(book),
        },
    };
    // A sector that is one with its series bears its name.
    if let (Some(before), Some(known)) = (before, known)
        && known.id == before.sector
        && known.title == before.title
    {
        title.clone_into(&mut place.title);
    }
    if let Some(up) = &typed.parent {
        place.parent = parent(book, up, known.map(|known| &known.id))?;
    }
    if let Some(code) = &typed.ebops {
        place.ebops = Some(line(code)).filter(|code| !code.is_empty());
    }
    Ok(place)
}

/// The id of a new series is that of its sector too, where it is free.
fn own_name<'a>(book: &Book, typed: &'a SetSeries) -> Option<&'a str> {
    let name = typed.name.as_deref().filter(|_| typed.id.is_none())?;
    let is_taken = book.sectors.iter().any(|sector| sector.id.as_str() == name.trim());
    (!is_taken).then_some(name)
}

fn new_series_id(book: &Book, typed: Option<&str>, title: &str) -> Result<SeriesId> {
    let is_taken = |id: &str| book.series.iter().any(|series| series.id.as_str() == id);
    match typed.map(str::trim).filter(|id| !id.is_empty()) {
        Some(id) if is_taken(id) => Err(refusal!(Code::Refused, "id-taken", name = id)),
        Some(id) => Ok(SeriesId::new(id)?),
        None => Ok(SeriesId::new(&id_of(title, "series", is_taken))?),
    }
}

/// What its figures count: as a formula has it, else as it was typed.
fn kind(
    book: &Book,
    typed: &SetSeries,
    before: Option<&Series>,
    derived: Option<FormulaKind>,
    format: Format,
) -> Result<FormulaKind> {
    let Some(derived) = derived else {
        let unit = unit(book, typed, before)?;
        let usual = before.map_or_else(|| measure_of(unit), |it| it.measure);
        return Ok(FormulaKind {
            unit,
            frequency: word(
                typed.frequency.as_ref(),
                before.map(|it| it.frequency),
                Frequency::Month,
            )?,
            measure: word(typed.measure.as_ref(), None, usual)?,
        });
    };
    derived_kind(
        derived,
        before,
        typed.unit.as_deref(),
        [&typed.frequency, &typed.measure],
        format,
    )
}

/// A new series counts in the workspace's currency, at the scale of the first one.
fn unit(book: &Book, typed: &SetSeries, before: Option<&Series>) -> Result<Unit> {
    if let Some(text) = typed.unit.as_deref().filter(|text| !text.trim().is_empty()) {
        return unit_typed(text);
    }
    let scale = match book.series.first().map(|series| series.unit) {
        Some(Unit::Money { scale, .. }) => scale,
        _ => Scale::Million,
    };
    let usual = Unit::Money {
        currency: book.info.currency,
        scale,
    };
    Ok(before.map_or(usual, |before| before.unit))
}

/// Money is counted over a period, a share or a number of things at its end.
fn measure_of(unit: Unit) -> Measure {
    match unit {
        Unit::Money { .. } => Measure::Flow,
        Unit::Percent | Unit::Count => Measure::Stock,
    }
}

fn places(
    book: &Book,
    typed: &SetSeries,
    before: Option<&Series>,
    kind: FormulaKind,
    formula: Option<&SeriesFormula>,
) -> Result<u8> {
    match typed.places {
        Some(places) => match u8::try_from(places) {
            Ok(places) if places <= 9 => Ok(places),
            _ => Err(refusal!(Code::Number, "series-places", places = places.to_string())),
        },
        None => Ok(match (before, formula) {
            (Some(before), _) => before.places,
            (None, Some(formula)) => usual_places(book, formula, kind),
            (None, None) => u8::from(kind.unit == Unit::Percent),
        }),
    }
}

/// Whether it counts into the total of the sector above. A new flow below a total of its unit does, unless it is said that
/// it stands beside.
fn is_part(book: &Book, typed: &SetSeries, before: Option<&Series>, after: &Series, place: &Sector) -> Result<bool> {
    let total = total_above(book, after, place.parent.as_ref());
    match (typed.part_of_total, total) {
        (Some(true), None) => Err(refusal!(Code::Refused, "series-no-total", series = &after.title)),
        (Some(part), _) => Ok(part),
        (None, None) => Ok(false),
        // What is worked out stands beside a total, unless it is said that it is a part.
        (None, Some(_)) => Ok(
            before.map_or(after.unit != Unit::Percent && after.formula.is_none(), |before| {
                before.part_of_total
            }),
        ),
    }
}

/// The series of the nearest sector above that has the same unit.
fn total_above<'a>(book: &'a Book, after: &Series, above: Option<&SectorId>) -> Option<&'a Series> {
    let of = |id: &SectorId| {
        let mut same = book
            .series
            .iter()
            .filter(|it| it.sector == *id && it.unit == after.unit);
        same.find(|it| it.id != after.id)
    };
    let above = above?;
    of(above).or_else(|| crate::typed::above(book, above).into_iter().find_map(|it| of(&it.id)))
}

/// Figures that a series has must be figures that it can have.
fn check_figures(book: &Book, before: &Series, after: &Series) -> Result<()> {
    let figures = entered(book, before);
    let fits = |observation: &&Observation| match (observation.period, after.frequency) {
        (Period::FiscalYear(_), _)
        | (Period::Month(_), Frequency::Month)
        | (Period::Quarter(_), Frequency::Quarter) => true,
        (Period::Month(_) | Period::Quarter(_), _) => false,
    };
    let others = figures.iter().filter(|it| !fits(it)).count();
    if before.frequency != after.frequency && others > 0 {
        return Err(refusal!(
            Code::Refused,
            "series-frequency",
            series = &before.title,
            figures = others,
            frequency = after.frequency.as_str()
        ));
    }
    let to_date = figures.iter().filter(|it| it.basis.is_to_date()).count();
    if after.measure == Measure::Stock && before.measure == Measure::Flow && to_date > 0 {
        return Err(refusal!(
            Code::Refused,
            "series-stock",
            series = &before.title,
            figures = to_date
        ));
    }
    Ok(())
}

/// What another unit does to what is there.
fn notes(book: &Book, before: &Series, after: &Series, format: Format) -> Vec<String> {
    let mut notes = Vec::new();
    let figures = entered(book, before).len();
    if before.unit != after.unit && figures > 0 {
        notes.push(say!(
            format.words,
            "note-unit-changed",
            figures = figures,
            before = format.unit(before.unit),
            after = format.unit(after.unit)
        ));
    }
    let lost = book.claims.iter().filter(|claim| claim.series == before.id);
    let lost: Vec<&str> = lost
        .filter(|claim| Book::claim_in(claim, before.unit).is_some() && Book::claim_in(claim, after.unit).is_none())
        .map(|claim| claim.id.as_str())
        .collect();
    if !lost.is_empty() {
        notes.push(say!(format.words, "note-unit-claims", claims = lost.join(", ")));
    }
    notes
}
