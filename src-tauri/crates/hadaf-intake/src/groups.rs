//! The series of the files: what stands in several tables under one name is one series, what stands under one name and
//! disagrees is not.

use std::collections::{HashMap, HashSet};

use hadaf_core::{Basis, Decimal, Frequency, Period, Unit};
use hadaf_import::table::{ReadFigure, SeriesReading, TableReading};

/// A series of one table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct GroupPart {
    pub(crate) file: usize,
    pub(crate) table: usize,
    pub(crate) series: usize,
}

/// A series of the files.
#[derive(Debug, Clone)]
pub(crate) struct SeriesGroup {
    /// Its name, which no other one has.
    pub(crate) label: String,
    /// The files name it; otherwise its name is that of the table or the file.
    pub(crate) is_named: bool,
    pub(crate) unit: Option<Unit>,
    pub(crate) frequency: Frequency,
    pub(crate) parts: Vec<GroupPart>,
}

/// A table, and what there is to call its series by that have no name.
pub(crate) struct NamedTable<'a> {
    pub(crate) file: usize,
    pub(crate) table: usize,
    pub(crate) reading: &'a TableReading,
    pub(crate) fallback: String,
}

/// What keeps series apart: name, unit, and whether they are of quarters.
type GroupKey = (String, Option<Unit>, bool);

/// The file, the table and the figure.
type FigureSaid = (usize, usize, Decimal);

#[derive(Default)]
struct Grouping {
    groups: Vec<SeriesGroup>,
    /// The groups of a key, in the order in which they were found.
    keys: HashMap<GroupKey, Vec<usize>>,
    /// There is but one table, which does not contradict itself.
    is_one: bool,
    /// What each group says, by file and table.
    said: Vec<HashMap<(Period, Basis), FigureSaid>>,
}

/// The series of all tables, in the order of the files.
pub(crate) fn groups(tables: &[NamedTable<'_>]) -> Vec<SeriesGroup> {
    let mut grouping = Grouping {
        is_one: tables.len() < 2,
        ..Grouping::default()
    };
    for table in tables {
        let named = table.reading.series.iter();
        let named: HashSet<_> = named.map(|one| (one.label.as_str(), one.unit, one.frequency)).collect();
        for (index, series) in table.reading.series.iter().enumerate() {
            let has = |frequency| named.contains(&(series.label.as_str(), series.unit, frequency));
            let (has_months, has_quarters) = (has(Frequency::Month), has(Frequency::Quarter));
            // Years stand beside the months or quarters of the same name.
            let of_quarters = match series.frequency {
                Frequency::Quarter => true,
                Frequency::Month => false,
                Frequency::FiscalYear => has_quarters && !has_months,
            };
            grouping.take(table, index, series, of_quarters);
        }
    }
    let mut groups = grouping.groups;
    tell_apart(&mut groups);
    groups
}

impl Grouping {
    fn take(&mut self, table: &NamedTable<'_>, index: usize, series: &SeriesReading, of_quarters: bool) {
        let part = GroupPart {
            file: table.file,
            table: table.table,
            series: index,
        };
        let (label, is_named) = match series.label.as_str() {
            "" => (table.fallback.clone(), false),
            label => (label.to_owned(), true),
        };
        let mut key = (folded(&label), series.unit, of_quarters);
        // Years of a name that has months in another table of the files.
        if series.frequency == Frequency::FiscalYear && !self.keys.contains_key(&key) {
            let other = (key.0.clone(), key.1, !of_quarters);
            if self.keys.contains_key(&other) {
                key = other;
            }
        }
        let known = self.keys.get(&key).cloned().unwrap_or_default();
        let found = known.into_iter().find(|group| self.agrees(*group, part, series));
        let group = found.unwrap_or_else(|| {
            let taken = self.keys.entry(key).or_default();
            // The same name with other figures on the same sheets is another thing: its table says which.
            let label = match taken.is_empty() || table.fallback.is_empty() || !is_named {
                true => label,
                false => format!("{}: {label}", table.fallback),
            };
            self.groups.push(SeriesGroup {
                label,
                is_named,
                unit: series.unit,
                frequency: series.frequency,
                parts: Vec::new(),
            });
            self.said.push(HashMap::new());
            taken.push(self.groups.len() - 1);
            self.groups.len() - 1
        });
        let it = &mut self.groups[group];
        it.parts.push(part);
        it.frequency = it.frequency.min(series.frequency);
        if !self.is_one {
            let said = &mut self.said[group];
            said.extend(series.figures.iter().map(|figure| entry(part, series, figure)));
        }
    }

    /// No other table of the same file says another figure of the same period. Another file may: it is of another day.
    fn agrees(&self, group: usize, part: GroupPart, series: &SeriesReading) -> bool {
        let said = &self.said[group];
        series.figures.iter().all(|figure| {
            let known = said.get(&(figure.period, series.basis));
            known.is_none_or(|(file, table, value)| {
                (*file, *table) == (part.file, part.table) || *file != part.file || value.same_value(figure.value)
            })
        })
    }
}

fn entry(part: GroupPart, series: &SeriesReading, figure: &ReadFigure) -> ((Period, Basis), FigureSaid) {
    let place = (figure.period, series.basis);
    (place, (part.file, part.table, figure.value))
}

/// Gives each series a name of its own: with its frequency, its unit, or a number.
fn tell_apart(groups: &mut [SeriesGroup]) {
    let mut seen: HashMap<String, usize> = HashMap::new();
    for index in 0..groups.len() {
        let group = &groups[index];
        let (mut label, unit, frequency) = (group.label.clone(), group.unit, group.frequency);
        if seen.contains_key(&folded(&label)) {
            let other = &groups[seen[&folded(&label)]];
            label = match (unit == other.unit, unit) {
                (false, Some(unit)) => format!("{label} ({unit})"),
                _ if frequency != other.frequency => format!("{label} ({})", frequency.as_str().replace('_', " ")),
                _ => label,
            };
        }
        let plain = label.clone();
        let mut number = 2;
        while seen.contains_key(&folded(&label)) {
            label = format!("{plain} ({number})");
            number += 1;
        }
        seen.insert(folded(&label), index);
        groups[index].label = label;
    }
}

/// A name without case and without doubled blanks.
pub(crate) fn folded(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    words.join(" ").to_lowercase()
}
