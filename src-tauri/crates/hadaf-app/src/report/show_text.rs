//! `hadaf show` for the eye: the figures of [`Show`] in columns, written as on screen and paper.

use hadaf_core::{Decimal, Period, Unit};
use jiff::civil::Date;

use crate::report::{Show, ShowLife, ShowPace, ShowSeries, ShowYear};
use crate::words::{Format, say};

impl Show {
    /// In English text; with the months of each series when `with_months`.
    pub fn to_text(&self, with_months: bool) -> String {
        let format = Format::of("en");
        let mut blocks = vec![match self.as_of {
            Some(day) => format!(
                "{}, {}",
                self.workspace.name,
                say!(format.words, "as-known-on", day = format.day(day))
            ),
            None => self.workspace.name.clone(),
        }];
        for series in &self.series {
            let unit = series
                .unit
                .parse()
                .map_or_else(|_| series.unit.clone(), |unit: Unit| format.unit(unit));
            blocks.push(format!("\n{} ({}), {unit}", series.title, series.id));
            let years: Vec<&ShowYear> = self
                .fiscal_years
                .iter()
                .filter(|year| year.series == series.id)
                .collect();
            if !years.is_empty() {
                blocks.push(table(&years_table(format, &years)));
            }
            blocks.extend(
                self.pace
                    .iter()
                    .filter(|pace| pace.series == series.id)
                    .filter_map(|it| pace(format, it)),
            );
            if with_months && !series.observations.is_empty() {
                blocks.push(table(&months_table(format, series)));
            }
        }
        blocks.join("\n")
    }
}

impl ShowLife {
    /// In English text.
    pub fn to_text(&self) -> String {
        let format = Format::of("en");
        let period = self
            .period
            .parse()
            .map_or_else(|_| self.period.clone(), |period| format.period(period));
        let mut rows = Vec::new();
        for print in &self.prints {
            let role = format.words.say(&format!("role-{}", print.role.replace('_', "-")), &[]);
            rows.push(
                [
                    exact(format, &print.value),
                    role,
                    day(format, print.published),
                    print.source.clone(),
                ]
                .to_vec(),
            );
        }
        format!("{}, {period}\n{}", self.series, table(&rows))
    }
}

fn years_table(format: Format, years: &[&ShowYear]) -> Vec<Vec<String>> {
    let words = format.words;
    let mut rows = vec![vec![
        say!(words, "column-year"),
        say!(words, "column-exports"),
        say!(words, "column-growth"),
        say!(words, "column-target"),
        say!(words, "column-gap"),
        String::new(),
    ]];
    let dash = || "\u{2013}".to_owned();
    rows.extend(years.iter().map(|year| {
        let basis = match year.basis.as_str() {
            "published" => String::new(),
            _ => say!(words, "grid-sum", count = year.months),
        };
        vec![
            year.fiscal_year.clone(),
            exact(format, &year.value),
            year.growth_percent.map_or_else(dash, |growth| format.signed(growth, 1)),
            year.target.as_ref().map_or_else(dash, |target| exact(format, target)),
            year.gap.as_ref().map_or_else(dash, |gap| exact(format, gap)),
            basis,
        ]
    }));
    rows
}

fn months_table(format: Format, series: &ShowSeries) -> Vec<Vec<String>> {
    let row = |observation: &crate::report::ShowObservation| {
        let period = observation.period.parse::<Period>();
        let mut status = observation.status.clone();
        if observation.provisional {
            status.push_str(" (p)");
        }
        vec![
            period.map_or_else(|_| observation.period.clone(), |period| format.period_short(period)),
            exact(format, &observation.value),
            status,
            day(format, observation.published),
            observation.source.clone(),
        ]
    };
    series.observations.iter().map(row).collect()
}

fn pace(format: Format, pace: &ShowPace) -> Option<String> {
    let needed: f64 = pace.needed_per_month.as_ref()?.parse().ok()?;
    let growth = pace
        .needed_growth_percent
        .map_or_else(String::new, |growth| format.signed_percent(growth, 1));
    Some(say!(
        format.words,
        "show-pace",
        year = pace.fiscal_year.clone(),
        target = exact(format, &pace.target),
        claim = pace.claim.clone(),
        needed = format.rounded(needed, 0),
        months = pace.months_left,
        growth = growth,
        reached = pace.windows_reached,
        windows = pace.windows,
        day = pace
            .needed_per_day
            .as_ref()
            .map_or_else(String::new, |day| exact(format, day)),
        over = if pace.year_over { "yes" } else { "no" },
    ))
}

pub(crate) fn exact(format: Format, value: &str) -> String {
    Decimal::parse(value).map_or_else(|_| value.to_owned(), |value| format.exact(value))
}

fn day(format: Format, day: Option<Date>) -> String {
    day.map_or_else(|| say!(format.words, "day-none"), |day| format.day_short(day))
}

/// Columns two spaces apart: what begins with a digit or a sign stands to the right.
pub(crate) fn table(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        rows.iter()
            .filter_map(|row| row.get(column))
            .map(|cell| cell.chars().count())
            .max()
            .unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let is_number =
        |cell: &str| cell.starts_with(|first: char| first.is_ascii_digit() || "+-\u{2212}\u{2013}".contains(first));
    let numeric = |column: usize| {
        let mut cells = rows
            .iter()
            .skip(1)
            .filter_map(|row| row.get(column))
            .filter(|cell| !cell.is_empty());
        column > 0 && cells.next().is_some_and(|cell| is_number(cell))
    };
    let line = |row: &Vec<String>| {
        let cells = row.iter().enumerate().map(|(column, cell)| {
            let pad = " ".repeat(widths[column] - cell.chars().count());
            if numeric(column) && !cell.contains(' ') {
                format!("{pad}{cell}")
            } else {
                format!("{cell}{pad}")
            }
        });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}
