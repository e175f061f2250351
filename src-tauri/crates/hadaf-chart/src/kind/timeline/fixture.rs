//! Disruptions and promised measures of the sample.

#![allow(clippy::unwrap_used, reason = "an example stops where it is wrong")]

use hadaf_core::Month;
use jiff::civil::{Date, date};

use super::spec::{Lane, TimelinePlot, TimelineSpan, Tone};
use crate::fixture::{csv_rows, dollars, frame, month_points, names, year_mark};
use crate::readout::Readout;
use crate::spec::ChartSpec;

/// The disruptions of the sample.
const DISRUPTIONS: &str = include_str!("../../../../../../assets/samples/pakistan-it-exports/disruptions.csv");

/// The measures of the sample that have a day.
const INITIATIVES: &str = include_str!("../../../../../../assets/samples/pakistan-it-exports/initiatives.csv");

/// The first or last day of what a register writes as a day, a month or a year, and whether it is a month.
fn day(text: &str, last: bool) -> Option<(Date, bool)> {
    if let Ok(day) = text.parse::<Date>() {
        return Some((day, false));
    }
    if let Ok(year) = text.parse::<i16>() {
        let (month, day) = if last { (12, 31) } else { (1, 1) };
        return Some((date(year, month, day), false));
    }
    let month: Month = text.parse().ok()?;
    Some((if last { month.last_day() } else { month.first_day() }, true))
}

/// Disruptions by kind above the months.
pub fn timeline() -> ChartSpec<TimelinePlot> {
    let kinds = ["submarine cable", "shutdown", "platform ban", "throttling", "other"];
    let span = |fields: &Vec<String>| {
        let (start, start_about) = day(&fields[0], false).unwrap();
        // Where no end was found, the first day or month is all that is known.
        let known = if fields[1].is_empty() { &fields[0] } else { &fields[1] };
        let (end, end_about) = day(known, true).unwrap();
        let place = fields[2]
            .trim_start_matches("Nationwide")
            .trim_start_matches([',', ':', ' '])
            .to_owned();
        let short = if place.is_empty() {
            "nationwide"
        } else {
            place.split(',').next().unwrap()
        };
        let rest = place.strip_prefix(short).unwrap_or("").trim_start_matches([',', ' ']);
        let mut label = vec![short.to_owned()];
        label.extend((!rest.is_empty()).then(|| rest.to_owned()));
        TimelineSpan {
            start,
            end: Some(end),
            start_about,
            end_about: end_about || fields[1].is_empty(),
            due: None,
            tone: if fields[3] == "other" {
                Tone::Muted
            } else {
                Tone::Neutral
            },
            label,
            readout: Readout::new(
                format!("{} to {}", fields[0], fields[1]),
                format!("{}, {}", fields[3], fields[2]),
            ),
        }
    };
    let lane = |kind: &str| Lane {
        label: kind.to_owned(),
        items: csv_rows(DISRUPTIONS)
            .iter()
            // Not what an entry said before.
            .filter(|fields| fields[3] == kind && fields[10].is_empty())
            .map(span)
            .collect(),
    };
    ChartSpec {
        frame: frame(
            "The register has 21 disruptions in five years; X was banned for fifteen months, a cable was cut every year",
            "Disruptions of the internet in Pakistan by kind, and IT exports a month",
            "Faint ends: day not known. A dip below a span need not come from it.",
            "Timeline of 21 disruptions from February 2021 to November 2025 in five lanes, above monthly IT exports.",
        ),
        ticks: dollars(),
        plot: TimelinePlot {
            span: (date(2021, 1, 1), date(2026, 6, 30)),
            today: Some((date(2026, 4, 1), "1 Apr 2026".to_owned())),
            lanes: kinds.map(lane).into(),
            months: month_points(),
            apart: 1,
            series_label: "IT exports, US$\u{a0}m a month".to_owned(),
            years: (2021..=2026).map(|year| year_mark(year, "")).collect(),
            month_names: names(),
        },
    }
}

/// Measures by who promised them.
pub fn initiatives() -> ChartSpec<TimelinePlot> {
    let today = date(2026, 4, 1);
    let span = |fields: &Vec<String>| {
        let due = day(&fields[3], true).map(|(due, _)| due);
        let (start, start_about) = day(&fields[2], false).or_else(|| day(&fields[3], false))?;
        let late = due.is_some_and(|due| due < today) || fields[4].starts_with("late");
        let tone = match fields[4].as_str() {
            status if status.starts_with("in force") || status.starts_with("published") => Tone::Good,
            status if status.starts_with("replaced") || status.contains("withdrawn") => Tone::Muted,
            _ if late => Tone::Bad,
            _ => Tone::Neutral,
        };
        let word = if tone == Tone::Bad { "overdue: " } else { "" };
        Some(TimelineSpan {
            start,
            end: (tone == Tone::Muted).then_some(due.unwrap_or(start)),
            start_about,
            end_about: false,
            due,
            tone,
            label: vec![format!("{word}{}", fields[0])],
            readout: Readout::new(fields[0].clone(), fields[4].clone()),
        })
    };
    let mut lanes: Vec<Lane> = Vec::new();
    let rows = csv_rows(INITIATIVES).into_iter();
    for fields in rows.filter(|fields| fields[9].is_empty()) {
        let owner = match fields[1].split([',', ' ']).next().unwrap() {
            "State" | "Federal" => "Money and tax",
            "Telecommunication" | "Transworld" | "PTCL" => "Lines",
            _ => "Ministries",
        };
        let Some(item) = span(&fields) else { continue };
        match lanes.iter_mut().find(|lane| lane.label == owner) {
            Some(lane) => lane.items.push(item),
            None => lanes.push(Lane {
                label: owner.to_owned(),
                items: vec![item],
            }),
        }
    }
    ChartSpec {
        frame: frame(
            "Of the measures with a date, several are overdue on 1 April 2026",
            "Measures promised for IT exports: from the day they were announced; diamond: the day they are due",
            "Pointed end: still running.",
            "Timeline of measures from 2017 to 2029 with their due dates, several of them overdue.",
        ),
        ticks: dollars(),
        plot: TimelinePlot {
            span: (date(2022, 7, 1), date(2027, 12, 31)),
            today: Some((today, "1 Apr 2026".to_owned())),
            lanes,
            months: Vec::new(),
            ..timeline().plot
        },
    }
}
