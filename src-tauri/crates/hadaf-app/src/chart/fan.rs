//! Intervals ahead, from values of every path.

use hadaf_chart::{Fan, FanBand, FanLine, FanStep};
use hadaf_core::Month;
use hadaf_model::outlook::quantile;

use crate::words::{Format, say};

/// One month ahead from its values in every path, ascending.
pub(crate) fn step(month: Month, ascending: &[f64], format: Format, places: u8) -> FanStep {
    let at = |share| quantile(ascending, share);
    let number = |value| format.rounded(value, places);
    let readout = say!(
        format.words,
        "fan-readout",
        month = format.month(month),
        median = number(at(0.5)),
        low = number(at(0.1)),
        high = number(at(0.9)),
    );
    FanStep {
        month,
        low95: at(0.025),
        low80: at(0.1),
        low50: at(0.25),
        median: at(0.5),
        high50: at(0.75),
        high80: at(0.9),
        high95: at(0.975),
        readout,
    }
}

/// The steps with their label at the end: the middle in bold, then the three intervals.
pub(crate) fn fan(steps: Vec<FanStep>, format: Format, places: u8) -> Fan {
    let number = |value| format.rounded(value, places);
    let names = [50.0, 80.0, 95.0].map(|share| format.percent(share, 0));
    let label = steps.last().map_or_else(Vec::new, |last| {
        let intervals = [
            (last.low50, last.high50),
            (last.low80, last.high80),
            (last.low95, last.high95),
        ];
        let middle = FanLine {
            words: say!(format.words, "fan-middle", median = number(last.median)),
            band: None,
        };
        let interval = |((name, band), (low, high)): ((&String, FanBand), (f64, f64))| FanLine {
            words: say!(
                format.words,
                "fan-interval",
                name = name.clone(),
                low = number(low),
                high = number(high)
            ),
            band: Some(band),
        };
        let intervals = names.iter().zip(FanBand::ALL).zip(intervals).map(interval);
        std::iter::once(middle).chain(intervals).collect()
    });
    Fan { steps, label, names }
}
