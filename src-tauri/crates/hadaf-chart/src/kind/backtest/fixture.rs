//! What "a fifth more than a year ago" would have forecast every three months.

use hadaf_core::Month;

use super::spec::{BacktestNames, BacktestPlot, OutturnPoint, PastLine, PastStep};
use crate::fixture::{dollars, frame, month, month_points, names, years};
use crate::readout::Readout;
use crate::spec::ChartSpec;

/// What "a fifth more than a year ago" would have said every three months for the half year ahead.
pub fn backtest() -> ChartSpec<BacktestPlot> {
    let points = month_points();
    let value = |at: Month| points.iter().find(|point| point.month == at).map(|point| point.value);
    let forecasts = (0..9).map(|quarter| {
        let origin = month(2023, 8).plus(3 * quarter);
        let steps = (1..=6).filter_map(|ahead| {
            let at = origin.plus(ahead);
            let point = value(at.plus(-12))? * 1.2;
            let spread = point * (0.07 + 0.012 * f64::from(ahead));
            Some(PastStep {
                month: at,
                point,
                low80: point - spread,
                high80: point + spread,
            })
        });
        PastLine {
            origin,
            steps: steps.collect(),
            readout: Readout::new(format!("From {origin}"), ""),
        }
    });
    ChartSpec {
        frame: frame(
            "A fifth more than a year ago would have missed most of spring 2024",
            "IT exports, US$\u{a0}million a month, and what a fifth more than a year ago would have said",
            "Bands of forecasts that do not overlap; the others as thin lines.",
            "Monthly IT exports with past forecasts made every three months, each with its 80 % range.",
        ),
        ticks: dollars(),
        plot: BacktestPlot {
            outturns: points
                .iter()
                .map(|point| OutturnPoint {
                    month: point.month,
                    value: point.value,
                    readout: point.readout.clone(),
                })
                .collect(),
            forecasts: forecasts.collect(),
            names: BacktestNames {
                outturn: "outturn".to_owned(),
                forecast: "forecast".to_owned(),
                range: "80\u{a0}% range".to_owned(),
                outside: "outside".to_owned(),
            },
            years: years(),
            month_names: names(),
        },
    }
}
