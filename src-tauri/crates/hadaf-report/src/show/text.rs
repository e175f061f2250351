//! `hadaf show` for the eye: the figures of [`Show`] in columns, written as on screen and paper.

use hadaf_core::{Frequency, Holidays, Month, Reached, TotalBasis};
use jiff::civil::Date;

use super::{Show, ShowObservation, ShowPace, ShowSeries, ShowYear};
use crate::text_table::table;
use hadaf_words::{Format, Hole, MonthNames, PeriodNames, above, reached_words, say, unlike_words};

impl Show {
    /// For the eye; with the months of each series when `with_months`.
    pub fn to_text(&self, with_months: bool, format: Format) -> String {
        let mut blocks = vec![match self.as_of {
            Some(day) => format!(
                "{}, {}",
                self.workspace.name,
                say!(format.words, "as-known-on", day = format.day(day))
            ),
            None => self.workspace.name.clone(),
        }];
        for series in &self.series {
            let (unit, holidays) = (format.unit(series.unit), self.workspace.holidays);
            let periods = PeriodNames::new(format, self.calendar, series.frequency);
            blocks.push(format!("\n{} ({}), {unit}", series.title, series.id));
            let formula = series.formula.as_ref().map(ToString::to_string);
            blocks.extend(formula.map(|formula| say!(format.words, "outline-derived", formula = formula)));
            let years: Vec<&ShowYear> = self
                .fiscal_years
                .iter()
                .filter(|year| year.series == series.id)
                .collect();
            if !years.is_empty() {
                blocks.push(table(&years_table(format, holidays, periods, &years)));
                blocks.extend(years.iter().filter_map(|year| hole(format, periods, year)));
            }
            let is_known = !series.observations.is_empty();
            let has_year = !years.is_empty() && series.frequency != Frequency::FiscalYear;
            blocks.extend(periods.no_year_so_far(series.adding).filter(|_| is_known && !has_year));
            blocks.extend(
                self.pace
                    .iter()
                    .filter(|pace| pace.series == series.id)
                    .flat_map(|it| [pace(format, holidays, it), path(format, it)].into_iter().flatten()),
            );
            if with_months && !series.observations.is_empty() {
                blocks.push(table(&months_table(format, holidays, series)));
            }
        }
        blocks.join("\n")
    }
}

fn years_table(format: Format, holidays: Holidays, periods: PeriodNames, years: &[&ShowYear]) -> Vec<Vec<String>> {
    let words = format.words;
    let mut rows = vec![vec![
        say!(words, "column-year"),
        say!(words, "column-actual"),
        say!(words, "column-growth"),
        say!(words, "column-target"),
        say!(words, "column-gap"),
        String::new(),
    ]];
    let dash = || "\u{2013}".to_owned();
    rows.extend(years.iter().map(|year| {
        let basis = match (year.basis, year.last_month) {
            (Some(TotalBasis::PublishedToDate), Some(month)) => {
                say!(words, "total-published-to", end = periods.end_short(month))
            }
            (Some(TotalBasis::Last), Some(month)) => say!(words, "total-last", end = periods.end_short(month)),
            (Some(TotalBasis::Published), _) => String::new(),
            (Some(TotalBasis::Derived), _) => say!(words, "role-derived"),
            (Some(_), _) => periods.sum(year.months.into()),
            (None, _) => {
                let partly = periods.partly(&year.beyond, &year.lacking);
                let over = if year.is_over { "yes" } else { "no" };
                say!(words, "show-partial", partly = partly, over = over)
            }
        };
        vec![
            format.year(year.fiscal_year),
            year.value.map_or_else(dash, |value| format.exact(value)),
            year.growth_percent.map_or_else(dash, |growth| format.signed(growth, 1)),
            year.target.map_or_else(dash, |target| format.exact(target)),
            year.gap.map_or_else(dash, |gap| format.exact(gap)),
            [basis, unlike_year(format, holidays, periods, year)]
                .join(" ")
                .trim()
                .to_owned(),
        ]
    }));
    rows
}

/// That growth of a year so far compares unlike months, and why.
fn unlike_year(format: Format, holidays: Holidays, periods: PeriodNames, year: &ShowYear) -> String {
    let last = year.last_month.filter(|_| year.unlike_months);
    let unlike = last.and_then(|last| {
        let first = last.plus(1 - i32::from(year.months));
        let months: Vec<Month> = Month::range(first..=last).collect();
        unlike_words(holidays, months, periods.every(), format)
    });
    unlike.unwrap_or_default()
}

/// What lacks of a year though months after it are known.
fn hole(format: Format, periods: PeriodNames, year: &ShowYear) -> Option<String> {
    let hole = Hole {
        year: year.fiscal_year,
        last: year.value.and(year.last_month),
        lacking: &year.lacking,
        beyond: &year.beyond,
        is_over: year.is_over,
    };
    (!year.beyond.is_empty()).then(|| hole.sentence(format, periods))
}

fn months_table(format: Format, holidays: Holidays, series: &ShowSeries) -> Vec<Vec<String>> {
    let row = |observation: &ShowObservation| {
        let mut status = observation.status.to_string();
        if observation.provisional {
            status.push_str(" (p)");
        }
        let growth = observation.growth_percent;
        let month = observation
            .period
            .as_month()
            .filter(|_| observation.unlike_months && growth.is_some());
        vec![
            format.period_short(observation.period),
            format.exact(observation.value),
            growth.map_or_else(String::new, |growth| format.signed_percent(growth, 1)),
            status,
            day_or_about(format, observation.published, observation.published_about),
            observation.source.clone(),
            month
                .and_then(|month| unlike_words(holidays, [month], Frequency::Month, format))
                .unwrap_or_default(),
        ]
    };
    series.observations.iter().map(row).collect()
}

fn pace(format: Format, holidays: Holidays, pace: &ShowPace) -> Option<String> {
    if pace.is_reached {
        let gap = pace.to_date.checked_sub(pace.target).ok()?;
        let reached = Reached {
            period: pace.reached_in,
        };
        return Some(say!(
            format.words,
            "show-reached",
            year = format.year(pace.fiscal_year),
            target = format.exact(pace.target),
            claim = pace.claim.to_string(),
            reached = reached_words(format, reached, MonthNames::Long),
            above = above(format, gap.is_zero(), || format.exact(gap)),
        ));
    }
    let needed = pace.needed_per_period?;
    let unlike = unlike_words(holidays, pace.unlike_left.clone(), pace.counted_in, format);
    let growth = pace.needed_growth_percent.map_or_else(String::new, |growth| {
        say!(
            format.words,
            "show-pace-growth",
            growth = format.signed_percent(growth, 1),
            reached = pace.windows_reached,
            windows = pace.windows,
            unlike = if unlike.is_some() { "yes" } else { "no" },
            reasons = unlike.unwrap_or_default()
        )
    });
    Some(say!(
        format.words,
        "show-pace",
        year = format.year(pace.fiscal_year),
        target = format.exact(pace.target),
        claim = pace.claim.to_string(),
        needed = format.rounded(needed, pace.places),
        number = pace.periods_left,
        count = pace.periods_left.to_string(),
        every = pace.counted_in.as_str(),
        growth = growth,
        day = pace
            .needed_per_day
            .map_or_else(String::new, |day| format.rounded(day, (pace.places + 2).min(9))),
        over = if pace.year_over { "yes" } else { "no" },
    ))
}

/// How the year so far stands to the path to the target in use, or why there is none.
fn path(format: Format, pace: &ShowPace) -> Option<String> {
    let words = format.words;
    let target = format.exact(pace.target);
    if pace.has_no_path {
        let before = format.year(pace.fiscal_year.prev());
        return Some(say!(words, "no-path", target = target, before = before));
    }
    let gap = pace.path_gap_percent.filter(|_| !pace.is_reached)?;
    Some(say!(
        words,
        "show-path",
        year = format.year(pace.fiscal_year),
        target = target,
        gap = format.percent(gap.abs(), 1),
        side = if gap < 0.0 { "behind" } else { "ahead" },
    ))
}

/// A day, or that the page has none.
/// "18 Dec 2024", "about Dec 2024".
pub(super) fn day_or_about(format: Format, published: Option<Date>, about: bool) -> String {
    match published.filter(|_| about) {
        Some(about) => say!(format.words, "when-about", month = format.month_short(Month::of(about))),
        None => day(format, published),
    }
}

pub(super) fn day(format: Format, day: Option<Date>) -> String {
    day.map_or_else(|| say!(format.words, "day-none"), |day| format.day_short(day))
}
