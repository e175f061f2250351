//! Which series of the workspace takes the values of which series of the files. A name that the workspace knows is that
//! series, a name that was said before is what it was then, and what is neither is made.

use std::collections::{BTreeSet, HashMap, HashSet};

use hadaf_core::{Decimal, Frequency, ImportMapping, Measure, Scale, Sector, SectorId, Series, SeriesId, Unit};
use hadaf_error::{AppError, Code, Result, refusal};
use hadaf_model::{Book, check_entered};

use crate::groups::{SeriesGroup, folded};
use crate::wire::IntakeMapping;

/// What becomes of a series of the files.
#[derive(Debug, Clone)]
pub(crate) enum Target {
    /// A series of the workspace takes its values.
    Existing(Series),
    /// A series is made that takes them.
    New(Box<(Sector, Series)>),
    /// It is left out.
    LeftOut,
}

impl Target {
    /// The series that takes the values, if one does.
    pub(crate) fn series(&self) -> Option<&Series> {
        match self {
            Self::Existing(series) => Some(series),
            Self::New(made) => Some(&made.1),
            Self::LeftOut => None,
        }
    }
}

/// A series of the files with what becomes of it.
#[derive(Debug, Clone)]
pub(crate) struct Mapped {
    pub(crate) group: SeriesGroup,
    pub(crate) target: Target,
    /// By how many places its numbers move to be counted in the unit of the series that takes them.
    pub(crate) shift: i32,
    /// Why its values cannot be taken so.
    pub(crate) wrong: Option<AppError>,
    /// That a layout was remembered decided.
    pub(crate) is_remembered: bool,
}

/// A name that a remembered layout does not have, where it has another one that is missing now.
#[derive(Debug, Clone)]
pub(crate) struct Renamed {
    /// Which series of the files.
    pub(crate) group: usize,
    /// The series of the workspace that may be meant.
    pub(crate) lacking: Vec<SeriesId>,
}

/// What is said of the series of the files.
pub(crate) struct Wishes<'a> {
    pub(crate) book: &'a Book,
    pub(crate) mapping: &'a [IntakeMapping],
    /// The series of everything that no name names, and of a file that holds one alone.
    pub(crate) series: Option<&'a SeriesId>,
    pub(crate) remembered: Option<&'a ImportMapping>,
    /// Decimal places of a series of the files.
    pub(crate) places: &'a dyn Fn(&SeriesGroup) -> u8,
}

impl Wishes<'_> {
    /// The target of each series of the files, and the names that may be those of other series.
    ///
    /// # Errors
    /// A mapping to a series that is not there, or is worked out from others; a unit or a measure that is none.
    pub(crate) fn targets(&self, groups: Vec<SeriesGroup>) -> Result<(Vec<Mapped>, Vec<Renamed>)> {
        if let Some(id) = self.series {
            check_entered(self.book, id)?;
        }
        let only_one = groups.len() == 1;
        let lacking = self.lacking(&groups);
        let names = SeriesNames::of(self.book);
        let mut wished: HashMap<&str, Vec<&IntakeMapping>> = HashMap::new();
        for wish in self.mapping {
            wished.entry(&wish.label).or_default().push(wish);
        }
        let mut taken: BTreeSet<String> = self.book.series.iter().map(|series| series.id.to_string()).collect();
        taken.extend(self.book.sectors.iter().map(|sector| sector.id.to_string()));
        let (mut mapped, mut renamed) = (Vec::new(), Vec::new());
        for group in groups {
            let (mut target, is_remembered) = self.proposed(&group, only_one, &names);
            let unknown = target.is_none() && self.remembered.is_some() && !lacking.is_empty();
            if unknown {
                renamed.push(Renamed {
                    group: mapped.len(),
                    lacking: lacking.clone(),
                });
            }
            let wishes = wished.get(group.label.as_str()).into_iter().flatten().copied();
            // A label can stand in several tables: what was changed in one of them counts.
            let mut made = None;
            for wish in wishes {
                let is_proposal = match (&wish.series, &target) {
                    (None, Some(Target::LeftOut)) => true,
                    (Some(id), Some(Target::Existing(series))) => id == series.id.as_str(),
                    (Some(id), None) => {
                        id.is_empty() && wish.id.is_none() && wish.title.is_none() && wish.unit.is_none()
                    }
                    _ => false,
                };
                if !is_proposal {
                    target = self.wished(wish)?;
                    made = Some(wish);
                    break;
                }
            }
            let target = match target {
                Some(target) => target,
                None => self.fresh(&group, made, &mut taken)?,
            };
            let (shift, wrong) = match target.series() {
                Some(series) => match shift(group.unit, series.unit) {
                    Ok(shift) => (shift, None),
                    Err(error) => (0, Some(error)),
                },
                None => (0, None),
            };
            mapped.push(Mapped {
                group,
                target,
                shift,
                wrong,
                is_remembered,
            });
        }
        number_positions(self.book, &mut mapped);
        Ok((mapped, renamed))
    }

    /// What is proposed without anybody saying so; none where the series is to be made.
    fn proposed(&self, group: &SeriesGroup, only_one: bool, names: &SeriesNames<'_>) -> (Option<Target>, bool) {
        let existing = |id: &SeriesId| self.book.series(id.as_str()).ok().cloned().map(Target::Existing);
        if let Some(id) = self.series
            && (only_one || !group.is_named)
        {
            return (existing(id), false);
        }
        // Quarters are no figures of a series of months: they are a series of their own.
        let has_quarters = group.frequency == Frequency::Quarter;
        let fits = |series: &&Series| {
            shift(group.unit, series.unit).is_ok() && !(has_quarters && series.frequency == Frequency::Month)
        };
        let before = self.remembered.and_then(|mapping| mapping.series.get(&group.label));
        match before {
            Some(None) => return (Some(Target::LeftOut), true),
            Some(Some(id)) => {
                let known = self.book.series(id.as_str()).ok().filter(fits);
                if let Some(series) = known {
                    return (Some(Target::Existing(series.clone())), true);
                }
            }
            None => {}
        }
        let name = folded(&group.label);
        let found = names.of_name(&name).find(fits);
        (found.cloned().map(Target::Existing), false)
    }

    /// The series that the remembered layout has and no name of the files leads to.
    fn lacking(&self, groups: &[SeriesGroup]) -> Vec<SeriesId> {
        let Some(mapping) = self.remembered else {
            return Vec::new();
        };
        let there: HashSet<&str> = groups.iter().map(|group| group.label.as_str()).collect();
        let missing = mapping
            .series
            .iter()
            .filter(|(label, _)| !there.contains(label.as_str()));
        let ids = missing.filter_map(|(_, id)| id.clone());
        ids.filter(|id| self.book.series(id.as_str()).is_ok()).collect()
    }

    /// What a person wants; none for a series that is to be made.
    fn wished(&self, wish: &IntakeMapping) -> Result<Option<Target>> {
        match wish.series.as_deref() {
            None => Ok(Some(Target::LeftOut)),
            Some("") => Ok(None),
            Some(id) => {
                let series = self.book.series(id)?;
                check_entered(self.book, &series.id)?;
                Ok(Some(Target::Existing(series.clone())))
            }
        }
    }

    fn fresh(&self, group: &SeriesGroup, wish: Option<&IntakeMapping>, taken: &mut BTreeSet<String>) -> Result<Target> {
        let given = |text: Option<&String>| text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
        let title = given(wish.and_then(|wish| wish.title.as_ref())).unwrap_or_else(|| group.label.clone());
        let unit = match given(wish.and_then(|wish| wish.unit.as_ref())) {
            Some(unit) => unit.parse()?,
            None => group.unit.unwrap_or(Unit::Money {
                currency: self.book.info.currency,
                scale: Scale::Million,
            }),
        };
        let measure = match given(wish.and_then(|wish| wish.measure.as_ref())) {
            Some(measure) => measure.parse()?,
            None if is_stock(&title) => Measure::Stock,
            None => Measure::Flow,
        };
        let id = match given(wish.and_then(|wish| wish.id.as_ref())) {
            Some(id) => {
                let id = SeriesId::new(&id)?;
                if self.book.series(id.as_str()).is_ok() {
                    return Err(refusal!(Code::Refused, "series-there", name = id.to_string()));
                }
                id.to_string()
            }
            None => free_id(&title, taken),
        };
        taken.insert(id.clone());
        let series = Series {
            id: SeriesId::new(&id)?,
            sector: SectorId::new(&id)?,
            title: title.chars().take(200).collect(),
            unit,
            frequency: group.frequency,
            measure,
            places: (self.places)(group),
            part_of_total: false,
            position: 0,
            origin: String::new(),
            note: String::new(),
            archived: false,
            formula: None,
        };
        let sector = Sector {
            id: SectorId::new(&id)?,
            title: series.title.clone(),
            parent: None,
            ebops: None,
            position: 0,
        };
        Ok(Target::New(Box::new((sector, series))))
    }
}

/// The series of a workspace by their ids and by their titles without case.
struct SeriesNames<'a>(HashMap<String, Vec<&'a Series>>);

impl<'a> SeriesNames<'a> {
    fn of(book: &'a Book) -> Self {
        let mut names: HashMap<String, Vec<&Series>> = HashMap::new();
        for series in &book.series {
            let (id, title) = (series.id.to_string(), folded(&series.title));
            if title != id {
                names.entry(title).or_default().push(series);
            }
            names.entry(id).or_default().push(series);
        }
        Self(names)
    }

    /// Those of a name, in the order of the workspace.
    fn of_name(&self, name: &str) -> impl Iterator<Item = &'a Series> {
        self.0.get(name).into_iter().flatten().copied()
    }
}

/// New sectors stand behind those that there are.
fn number_positions(book: &Book, mapped: &mut [Mapped]) {
    let mut next = next_position(book);
    for one in mapped {
        if let Target::New(made) = &mut one.target {
            made.0.position = next;
            next += 1;
        }
    }
}

/// The position behind all sectors of the first level.
pub(crate) fn next_position(book: &Book) -> i64 {
    let roots = book.sectors.iter().filter(|sector| sector.parent.is_none());
    roots.map(|sector| sector.position).max().map_or(0, |last| last + 1)
}

/// The places by which numbers of one unit move to be counted in another.
///
/// # Errors
/// Another currency, or money where things are counted.
pub(crate) fn shift(from: Option<Unit>, to: Unit) -> Result<i32> {
    let power = |scale: Scale| i32::from(scale.power());
    match (from, to) {
        (None, _) => Ok(0),
        (
            Some(Unit::Money { currency, scale }),
            Unit::Money {
                currency: wanted,
                scale: target,
            },
        ) if currency == wanted => Ok(power(scale) - power(target)),
        (Some(from), to) if from == to => Ok(0),
        (Some(from), to) => Err(refusal!(
            Code::Refused,
            "import-unit",
            found = from.to_string(),
            series = to.to_string()
        )),
    }
}

/// Its name says that it counts what there is, not what comes.
pub(crate) fn is_stock(title: &str) -> bool {
    let name = folded(title);
    [
        "outstanding",
        "end of period",
        "end-period",
        "stock of",
        "reserves",
        "exchange rate",
    ]
    .iter()
    .any(|word| name.contains(word))
}

/// An id made of a title, which nothing has yet.
pub(crate) fn free_id(title: &str, taken: &BTreeSet<String>) -> String {
    let mut id = String::new();
    // "1. Exports of services": the number of a row names nothing.
    let named = title.trim_start_matches(|c: char| !c.is_alphabetic());
    for letter in if named.is_empty() { title } else { named }.to_lowercase().chars() {
        match letter {
            'a'..='z' | '0'..='9' => id.push(letter),
            _ if id.ends_with('_') || id.is_empty() => {}
            _ => id.push('_'),
        }
        if id.len() >= 48 {
            break;
        }
    }
    let id = id.trim_matches('_').to_owned();
    let plain = match id.starts_with(|first: char| first.is_ascii_lowercase()) {
        true => id,
        false if id.is_empty() => "series".to_owned(),
        false => format!("series_{id}"),
    };
    let numbered = (2..).map(|number| format!("{plain}_{number}"));
    let mut names = std::iter::once(plain.clone()).chain(numbered);
    names.find(|id| !taken.contains(id)).unwrap_or(plain)
}

/// The number in the unit of the series that takes it; none where its digits do not fit.
pub(crate) fn scaled(value: Decimal, shift: i32) -> Option<Decimal> {
    if shift == 0 {
        Some(value)
    } else {
        value.shifted(shift).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_made_of_a_title() {
        let taken = BTreeSet::from(["total".to_owned()]);
        for (title, id) in [
            ("Computer services", "computer_services"),
            ("Total", "total_2"),
            ("2. Telecom & IT", "telecom_it"),
            ("2024", "series_2024"),
            ("\u{6a9}\u{644}", "series"),
        ] {
            assert_eq!(free_id(title, &taken), id);
        }
    }

    #[test]
    fn thousands_become_millions_exactly() {
        let from = "USD thousand".parse().unwrap();
        let to = "USD million".parse().unwrap();
        assert_eq!(shift(Some(from), to).unwrap(), -3);
        let value = |text: &str| text.parse::<Decimal>().unwrap();
        assert_eq!(scaled(value("354120"), -3).unwrap().to_string(), "354.120");
        assert_eq!(scaled(value("0.0000001"), -3), None);
        assert!(shift(Some("PKR million".parse().unwrap()), to).is_err());
        assert!(shift(Some("count".parse().unwrap()), to).is_err());
    }
}
