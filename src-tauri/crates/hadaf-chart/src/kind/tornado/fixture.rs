//! The factors of a week offline in April 2026.

use super::spec::{TornadoPlot, TornadoRow};
use crate::fixture::{dollars, frame};
use crate::readout::Readout;
use crate::spec::ChartSpec;

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
        "Recovered later",
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

/// Six factors and all of them together.
pub fn tornado() -> ChartSpec<TornadoPlot> {
    let row = |&(label, range, low, high, note): &(&str, &str, f64, f64, &str)| TornadoRow {
        label: label.to_owned(),
        range: range.to_owned(),
        low,
        high,
        low_label: minus(low),
        high_label: minus(high),
        note: note.to_owned(),
        total: label == "All together",
        readout: Readout::new(label, format!("{} to {} US$\u{a0}m", minus(low), minus(high))),
    };
    ChartSpec {
        frame: frame(
            "Which work needs the line live matters most: a week offline costs $26\u{a0}m or $46\u{a0}m",
            "A national outage of 7 days in April 2026, US$\u{a0}million of FY2026; one factor at a time, the others central",
            "Dark: factor at its low. Light: at its high. All factors are assumptions.",
            "Effect of each factor of a week offline on FY2026, from −26 to −46 US$ million for the widest, −11 to −68 together.",
        ),
        ticks: dollars(),
        plot: TornadoPlot {
            base: -36.0,
            base_label: "this scenario, \u{2212}36".to_owned(),
            rows: FACTORS.iter().map(row).collect(),
            heads: ["Factor", "Low to high", "Effect on FY2026", "Chance of 4,500"].map(str::to_owned),
        },
    }
}
