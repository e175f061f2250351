//! As of a day: whatever a screen shows or counts was known then.

use hadaf_app::wire::{
    BriefRequest, ChartKind, ChartRequest, ChartTheme, GridRequest, KnownRequest, OutlookRequest, OverviewRequest,
    RegisterKind, RegisterRequest,
};
use serde_json::{Value, json};

use crate::Desk;

const SERIES: &str = "ict_total";
const DAYS: [&str; 4] = ["2023-01-15", "2024-07-01", "2025-01-01", "2025-08-20"];

/// What may name a later day: what became of it since then, said to be so, and what was due.
const LATER: [&str; 2] = ["changes", "due"];

/// Year, month, day.
type Day = (u32, u32, u32);

/// A day as programs write it.
fn iso(text: &str) -> Option<Day> {
    let parts: Vec<u32> = text.split('-').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    match parts[..] {
        [year, month, day] if (1900..2200).contains(&year) => Some((year, month, day)),
        _ => None,
    }
}

/// Every day that a text names: 2025-01-31, 31 January 2025, 31 Jan 2025.
fn days_in(text: &str) -> Vec<Day> {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let words: Vec<&str> = text
        .split(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '-'))
        .filter(|word| !word.is_empty())
        .collect();
    let plain = words.iter().filter_map(|word| iso(word));
    let written = words.windows(3).filter_map(|three| {
        let (day, year) = (three[0].parse::<u32>().ok()?, three[2].parse::<u32>().ok()?);
        let month = MONTHS.iter().position(|name| three[1].starts_with(name))?;
        (day < 32 && year > 1900).then(|| (year, u32::try_from(month + 1).unwrap(), day))
    });
    plain.chain(written).collect()
}

fn later(value: &Value, day: Day, path: &str, found: &mut Vec<String>) {
    match value {
        Value::String(text) if days_in(text).iter().any(|named| *named > day) => {
            found.push(format!("{path}: {text}"));
        }
        Value::Array(items) => items.iter().for_each(|item| later(item, day, path, found)),
        Value::Object(fields) => {
            for (name, field) in fields.iter().filter(|(name, _)| !LATER.contains(&name.as_str())) {
                later(field, day, &format!("{path}.{name}"), found);
            }
        }
        _ => {}
    }
}

/// A month and its year that a text names and that had not begun: "72 % built in February 2026".
fn later_month(text: &str, day: Day) -> bool {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let words: Vec<&str> = text.split(|letter: char| !letter.is_ascii_alphanumeric()).collect();
    words.windows(2).any(|pair| {
        let month = MONTHS.iter().position(|name| *name == pair[0]);
        let year: Option<u32> = pair[1].parse().ok();
        let named = month
            .zip(year)
            .map(|(month, year)| (year, u32::try_from(month + 1).unwrap(), 1));
        named.is_some_and(|named| named > day)
    })
}

/// On the first of each month: what registers say, and said, names no later day and no later month.
#[test]
fn no_register_knows_a_later_day() {
    let desk = Desk::with_sample();
    for (year, month) in (2019..2027).flat_map(|year| (1..13).map(move |month| (year, month))) {
        let (day, as_of) = ((year, month, 1), format!("{year}-{month:02}-01"));
        for kind in RegisterKind::ALL {
            let request = RegisterRequest {
                register: *kind,
                series: SERIES.into(),
                as_of: Some(as_of.clone()),
            };
            // A day to come is no day of reading.
            let Ok(view) = desk.app.register(&request) else {
                continue;
            };
            for row in &view.rows {
                // What is due lies ahead, and a note may tell when that is.
                let told = row.values.iter().filter(|(name, _)| name.as_str() != "due");
                for (name, text) in told {
                    let is_later = days_in(text).iter().any(|named| *named > day);
                    let is_later = is_later || name != "note" && later_month(text, day);
                    assert!(!is_later, "{as_of}, {kind:?}, {name}: {text}");
                }
                let before = row.states.iter().flat_map(|state| [&state.known_from, &state.source]);
                for text in before.chain(&row.remarks).chain([&row.source]) {
                    let is_later = days_in(text).iter().any(|named| *named > day) || later_month(text, day);
                    assert!(!is_later, "{as_of}, {kind:?}: {text}");
                }
            }
        }
    }
}

/// What every screen is given as of a day.
fn screens(desk: &Desk, day: &str) -> Value {
    let as_of = Some(day.to_owned());
    let app = &desk.app;
    let overview = app
        .overview(&OverviewRequest {
            series: SERIES.into(),
            as_of: as_of.clone(),
        })
        .unwrap();
    let outlook = app
        .outlook(&OutlookRequest {
            series: SERIES.into(),
            as_of: as_of.clone(),
        })
        .unwrap();
    let grid = app
        .grid(&GridRequest {
            all: true,
            as_of: as_of.clone(),
            frequency: None,
        })
        .unwrap();
    let brief = app
        .brief(&BriefRequest {
            series: SERIES.into(),
            as_of: as_of.clone(),
            lang: "en".into(),
            with_notes: true,
        })
        .unwrap();
    let chart = |kind| {
        app.chart(&ChartRequest {
            kind,
            series: SERIES.into(),
            as_of: as_of.clone(),
            width: 960.0,
            height: 540.0,
            theme: ChartTheme::Light,
            framed: true,
            scenario: None,
        })
        .unwrap()
    };
    let charts: Vec<_> = [ChartKind::Monthly, ChartKind::YearToDate, ChartKind::Annual]
        .map(chart)
        .into_iter()
        .collect();
    let known = KnownRequest { as_of };
    let mut overview = serde_json::to_value(overview).unwrap();
    // The notes of what changed since then are those of later documents.
    let changed: Vec<Value> = overview["changes"].as_array().unwrap().clone();
    let later_marks: Vec<&Value> = changed
        .iter()
        .flat_map(|row| row["marks"].as_array().unwrap())
        .collect();
    let sources = overview["sources"].as_array().unwrap();
    let kept: Vec<Value> = sources
        .iter()
        .filter(|source| !later_marks.contains(&&source["number"]))
        .cloned()
        .collect();
    overview["sources"] = kept.into();
    json!({
        "overview": overview,
        "outlook": outlook,
        "grid": grid,
        "brief": { "title": brief.title, "pages": brief.pages, "contains": brief.contains },
        "charts": charts,
        "sources": app.sources(&known).unwrap(),
        "counts": app.counts(&known).unwrap(),
    })
}

#[test]
fn no_screen_names_a_later_day() {
    let desk = Desk::with_sample();
    for text in DAYS {
        let day = iso(text).unwrap();
        let mut found = Vec::new();
        later(&screens(&desk, text), day, "", &mut found);
        assert!(found.is_empty(), "{text}: {found:#?}");
    }
}

#[test]
fn what_is_counted_grows_with_the_days() {
    let desk = Desk::with_sample();
    let counts = |day: Option<&str>| {
        let request = KnownRequest {
            as_of: day.map(Into::into),
        };
        let counts = desk.app.counts(&request).unwrap();
        assert_eq!(
            desk.app.sources(&request).unwrap().sources.len(),
            usize::try_from(counts.sources).unwrap()
        );
        counts
    };
    let all: Vec<_> = DAYS.iter().map(|day| counts(Some(day))).chain([counts(None)]).collect();
    for pair in all.windows(2) {
        let numbers = |counts: &hadaf_app::wire::WorkspaceCounts| {
            [counts.observations, counts.claims, counts.disruptions, counts.sources]
        };
        let (before, after) = (numbers(&pair[0]), numbers(&pair[1]));
        assert!(
            before.iter().zip(after).all(|(before, after)| *before < after),
            "{before:?} {after:?}"
        );
    }
    let today = desk.app.workspace_view().unwrap().unwrap().counts;
    assert_eq!(all.last(), Some(&today), "without a day, all that there is");
}

#[test]
fn days_are_proposed_newest_first() {
    for moment in ["2026-04-01T14:02:00+05:00[+05:00]", "2029-04-01T14:02:00+05:00[+05:00]"] {
        let view = Desk::sample_at(moment).app.workspace_view().unwrap().unwrap();
        let days: Vec<&String> = view.days.iter().map(|day| &day.date).collect();
        assert!(days.windows(2).all(|pair| pair[0] > pair[1]), "{days:?}");
        assert!(days.contains(&view.latest.as_ref().unwrap()), "{days:?}");
        assert_eq!(days.len(), 6, "{days:?}");
    }
}
