//! Charts of risks and scenarios: disruptions and budget lines of the sample, a week offline in April 2026.

use hadaf_chart::*;

use hadaf_core::Month;
use jiff::civil::{Date, date};

use super::{claim, fiscal_year, frame, lines, month, month_points, names};

/// The factors of a week offline: name, range, effect at low and high, chance of 4.5 billion.
const FACTORS: [(&str, &str, f64, f64, &str); 7] = [
    (
        "Needs the line live",
        "software .3 to .7",
        -26.0,
        -46.0,
        "54 – 58\u{a0}%",
    ),
    (
        "Made up later",
        ".9 to .4, fades in 10 to 3 d",
        -26.0,
        -42.0,
        "54 – 58\u{a0}%",
    ),
    ("Capacity cut off", ".60 to .95", -27.0, -43.0, "54 – 57\u{a0}%"),
    ("Clients lost a day", "0 to .002", -35.0, -41.0, "55 – 56\u{a0}%"),
    ("Weeks to return", "2 to 8", -36.0, -37.0, "55 – 56\u{a0}%"),
    ("Paid in the same month", ".5 to .2", -36.0, -37.0, "55 – 56\u{a0}%"),
    ("All together", "", -11.0, -68.0, "50 – 60\u{a0}%"),
];

fn minus(value: f64) -> String {
    format!("\u{2212}{}", value.abs())
}

pub(crate) fn tornado() -> Tornado {
    let row = |&(label, range, low, high, note): &(&str, &str, f64, f64, &str)| TornadoRow {
        label: label.to_owned(),
        range: range.to_owned(),
        low,
        high,
        low_label: minus(low),
        high_label: minus(high),
        note: note.to_owned(),
        total: label == "All together",
        readout: format!("{label}: {} to {} US$\u{a0}m", minus(low), minus(high)),
    };
    Tornado {
        frame: frame(
            "Which work needs the line live matters most: a week offline costs $26\u{a0}m or $46\u{a0}m",
            "A national outage of 7 days in April 2026, US$\u{a0}million of FY2026; one factor at a time, the others central",
            "Dark: factor at its low. Light: at its high. All factors are assumptions.",
            "Effect of each factor of a week offline on FY2026, from −26 to −46 US$ million for the widest, −11 to −68 together.",
        ),
        base: -36.0,
        base_label: "this scenario, \u{2212}36".to_owned(),
        rows: FACTORS.iter().map(row).collect(),
        heads: ["Factor", "Low to high", "Effect on FY2026", "Chance of 4,500"].map(str::to_owned),
        tick_prefix: "$".to_owned(),
        tick_suffix: "\u{a0}m".to_owned(),
    }
}

pub(crate) fn scenarios() -> Scenarios {
    let column =
        |label: &[&str], [median, low80, high80, low95, high95]: [f64; 5], value: &str, chance: &str| ScenarioColumn {
            label: lines(label),
            median,
            low80,
            high80,
            low95,
            high95,
            value_label: value.to_owned(),
            chance_label: chance.to_owned(),
            baseline: label[0] == "As it runs",
            current: label[0] == "A week offline",
            readout: format!("{}: US$\u{a0}{value}\u{a0}m, {chance}", label.join(" ")),
        };
    Scenarios {
        frame: frame(
            "A week offline costs $36\u{a0}m; $5.2\u{a0}bn is lost either way",
            "Pakistan’s IT exports in FY2026 under five sets of assumptions, US$\u{a0}million: middle, 80\u{a0}% and (thin) 95\u{a0}% interval",
            "4,500 falls below even odds at 11 outage days in April, the rest as set. Shares and make-up are assumptions.",
            "FY2026 under five scenarios: medians from 4,395 to 4,640 US$ million, none reaches the target of 5,200.",
        ),
        columns: vec![
            column(
                &["As it runs"],
                [4566.0, 4310.0, 4870.0, 4180.0, 5040.0],
                "4,566",
                "58 of 100",
            ),
            column(
                &["A week offline", "in April"],
                [4530.0, 4270.0, 4830.0, 4140.0, 5000.0],
                "4,530",
                "54 of 100",
            ),
            column(
                &["A month slow"],
                [4478.0, 4215.0, 4775.0, 4085.0, 4940.0],
                "4,478",
                "47 of 100",
            ),
            column(
                &["Budget released late"],
                [4395.0, 4120.0, 4690.0, 3990.0, 4850.0],
                "4,395",
                "34 of 100",
            ),
            column(
                &["Measures work"],
                [4640.0, 4370.0, 4950.0, 4235.0, 5125.0],
                "4,640",
                "68 of 100",
            ),
        ],
        claims: vec![
            claim(5200.0, true, &["$5.2\u{a0}bn target", "Ministry of IT"]),
            claim(5000.0, true, &["$5.0\u{a0}bn target", "Government"]),
            claim(4500.0, false, &["$4.5\u{a0}bn projected", "JS Global"]),
        ],
        chance_heading: "Chance of $4.5\u{a0}bn".to_owned(),
        tick_prefix: "$".to_owned(),
        tick_suffix: "\u{a0}m".to_owned(),
    }
}

/// The budget lines of the sample; a parser of its own, since quoted fields hold commas.
const BUDGET: &str = include_str!("../../../../../assets/samples/pakistan-it-exports/budget.csv");

/// Its disruptions.
const DISRUPTIONS: &str = include_str!("../../../../../assets/samples/pakistan-it-exports/disruptions.csv");

/// The rows of a CSV file below its head.
fn rows(csv: &str) -> Vec<Vec<String>> {
    let row = |line: &str| {
        let mut fields = vec![String::new()];
        let mut quoted = false;
        for letter in line.chars() {
            match letter {
                '"' => quoted = !quoted,
                ',' if !quoted => fields.push(String::new()),
                letter => fields.last_mut().unwrap().push(letter),
            }
        }
        fields
    };
    csv.lines().skip(1).map(row).collect()
}

pub(crate) fn budget() -> Budget {
    // Lines of the whole division: what was allocated, and what was known of it in or after the year.
    let wanted = |fields: &&Vec<String>| fields[1].starts_with("IT and Telecom") || fields[2].ends_with("six months");
    let bar = |fields: &Vec<String>| {
        let amount = |index: usize| fields[index].parse::<f64>().ok();
        let share = |part: Option<f64>| match (part, amount(4)) {
            (Some(part), Some(whole)) => format!("{:.0}\u{a0}%", 100.0 * part / whole),
            _ => String::new(),
        };
        let months = match fields[2].rsplit(' ').next() {
            Some("December" | "months") => Some(6),
            Some("January") => Some(7),
            _ => None,
        };
        BudgetBar {
            label: vec![fields[0].clone(), fields[2].clone()],
            allocated: amount(4),
            released: amount(5),
            spent: amount(6),
            released_label: share(amount(5)),
            spent_label: share(amount(6)),
            elapsed: months.map(|months| f64::from(months) / 12.0),
            elapsed_label: months.map_or_else(String::new, |months| format!("{months} of 12 months")),
            readout: fields[..7].join(", "),
        }
    };
    let texts = frame(
        "Of FY2023’s money 59\u{a0}% was spent in seven months; of FY2025’s 9\u{a0}% in six",
        "Development budget of the IT division, million rupees, counted from the start of each fiscal year",
        "Without a share: not published. Released may mean authorised.",
        "Allocated, released and spent for IT in FY2013 to FY2026, from 4,700 to 23,929 million rupees a year.",
    );
    let told = |fields: &&Vec<String>| fields[4..7].iter().any(|field| !field.is_empty());
    Budget {
        frame: Frame {
            source: "Source: budget documents and the press, as in the register.".to_owned(),
            ..texts
        },
        // The newest first.
        bars: rows(BUDGET).iter().rev().filter(wanted).filter(told).map(bar).collect(),
        names: ["allocated", "released", "spent"].map(str::to_owned),
        tick_prefix: "Rs\u{a0}".to_owned(),
        tick_suffix: "\u{a0}m".to_owned(),
    }
}

/// The first or last day of what a register writes as a day or a month, and whether it is a month.
fn day(text: &str, last: bool) -> Option<(Date, bool)> {
    if let Ok(day) = text.parse::<Date>() {
        return Some((day, false));
    }
    let month: Month = text.parse().ok()?;
    Some((if last { month.last_day() } else { month.first_day() }, true))
}

pub(crate) fn timeline() -> Timeline {
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
        Span {
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
            readout: format!("{} to {}: {}, {}", fields[0], fields[1], fields[3], fields[2]),
        }
    };
    let lane = |kind: &str| Lane {
        label: kind.to_owned(),
        items: rows(DISRUPTIONS)
            .iter()
            .filter(|fields| fields[3] == kind)
            .map(span)
            .collect(),
    };
    let year = |year: i16| YearMark {
        fiscal_year: fiscal_year(year),
        first_month: month(year - 1, 7),
        label: format!("FY{year}"),
        total: String::new(),
    };
    Timeline {
        frame: frame(
            "The register has 21 disruptions in five years; X was banned for fifteen months, a cable was cut every year",
            "Disruptions of the internet in Pakistan by kind, and IT exports a month",
            "Faint ends: day not known. A dip below a span need not come from it.",
            "Timeline of 21 disruptions from February 2021 to November 2025 in five lanes, above monthly IT exports.",
        ),
        span: (date(2021, 1, 1), date(2026, 6, 30)),
        today: Some((date(2026, 4, 1), "1 Apr 2026".to_owned())),
        lanes: kinds.map(lane).into(),
        months: month_points(),
        series_label: "IT exports, US$\u{a0}m a month".to_owned(),
        years: (2021..=2026).map(year).collect(),
        month_names: names(),
        tick_prefix: "$".to_owned(),
        tick_suffix: "\u{a0}m".to_owned(),
    }
}

/// The measures of the sample that have a day.
const INITIATIVES: &str = include_str!("../../../../../assets/samples/pakistan-it-exports/initiatives.csv");

pub(crate) fn initiatives() -> Timeline {
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
        Some(Span {
            start,
            end: (tone == Tone::Muted).then_some(due.unwrap_or(start)),
            start_about,
            end_about: false,
            due,
            tone,
            label: vec![format!("{word}{}", fields[0])],
            readout: format!("{}: {}", fields[0], fields[4]),
        })
    };
    let mut lanes: Vec<Lane> = Vec::new();
    for fields in rows(INITIATIVES) {
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
    Timeline {
        frame: frame(
            "Of the measures with a date, several are overdue on 1 April 2026",
            "Measures promised for IT exports: from the day they were announced; diamond: the day they are due",
            "Pointed end: still running.",
            "Timeline of measures from 2017 to 2029 with their due dates, several of them overdue.",
        ),
        span: (date(2022, 7, 1), date(2027, 12, 31)),
        today: Some((today, "1 Apr 2026".to_owned())),
        lanes,
        months: Vec::new(),
        ..timeline()
    }
}
