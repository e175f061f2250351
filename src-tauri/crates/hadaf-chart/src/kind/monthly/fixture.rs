//! Monthly exports against a target, without and with what may come.

use super::spec::{ClaimLine, MonthlyPlot, NeededLevel};
use crate::fixture::{PATH, ahead, dollars, frame, lines, month, month_points, names, years};
use crate::part::Fan;
use crate::spec::ChartSpec;

/// Shares of the median at which a month's intervals end, from the lower end of 95 % to its upper.
const SPREAD: [f64; 7] = [0.72, 0.82, 0.90, 1.0, 1.09, 1.19, 1.36];

/// Forty-four months against the path to $5.2 bn.
pub fn monthly() -> ChartSpec<MonthlyPlot> {
    ChartSpec {
        frame: frame(
            "Reaching $5.2\u{a0}bn needs $556\u{a0}m a month from March to June; the best month so far is $437\u{a0}m",
            "Pakistan’s IT exports, US$\u{a0}million a month, July 2022 to February 2026",
            "(p) first release. □ calculated from published totals. Grey dot: first release, since revised.",
            "Monthly IT exports July 2022 to February 2026, from 190 to 437 US$ million, best month December 2025; \
             the $5.2 bn target for FY2026 needs 556 a month from March to June.",
        ),
        ticks: dollars(),
        plot: MonthlyPlot {
            span: (month(2022, 7), month(2026, 6)),
            points: month_points(),
            apart: 1,
            path: Some(ClaimLine {
                points: (0..)
                    .zip(PATH)
                    .map(|(ahead, value)| (month(2025, 7).plus(ahead), value))
                    .collect(),
                band: Vec::new(),
                label: lines(&["Path set by the", "$5.2\u{a0}bn target"]),
            }),
            needed: Some(NeededLevel {
                from: month(2026, 3),
                to: month(2026, 6),
                value: 556.25,
                label: lines(&["Needed: $556\u{a0}m", "a month to June"]),
            }),
            fan: None,
            behind: None,
            years: years(),
            derived_label: "calculated".to_owned(),
            month_names: names(),
        },
    }
}

/// The same with four months ahead.
pub fn monthly_fan() -> ChartSpec<MonthlyPlot> {
    let steps = ahead::months()
        .into_iter()
        .map(|(at, median)| ahead::step(at, SPREAD.map(|share| share * median)));
    let fan = Fan {
        steps: steps.collect(),
        label: ahead::label(&[
            "June: median 406",
            "50\u{a0}%: 366 to 443",
            "80\u{a0}%: 333 to 483",
            "95\u{a0}%: 292 to 552",
        ]),
        names: ahead::names(),
    };
    monthly().map(|plot| MonthlyPlot { fan: Some(fan), ..plot })
}
