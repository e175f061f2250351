//! Intervals ahead, from values of every path.

use hadaf_chart::{Fan, FanBand, FanLine, FanStep, Readout};
use hadaf_core::{Intervals, Level, Month, Sample};
use hadaf_words::{Format, say};

/// One month ahead from its values in every path.
pub(crate) fn step_of_sample(month: Month, values: &Sample, format: Format, places: u8) -> FanStep {
    let at = values.intervals();
    fan_step(
        month,
        at,
        Readout::new(format.month(month), middle_and_range(at, format, places)),
    )
}

/// "middle 3,376, with 80 % chance 3,337 to 3,417".
pub(crate) fn middle_and_range(at: Intervals, format: Format, places: u8) -> String {
    let [median, low, high] = format.apart([at.median, at.p80.low, at.p80.high], places);
    say!(format.words, "fan-readout", median = median, low = low, high = high)
}

/// The intervals of a month as the fan draws them.
pub(crate) fn fan_step(month: Month, at: Intervals, readout: Readout) -> FanStep {
    FanStep {
        month,
        low95: at.p95.low,
        low80: at.p80.low,
        low50: at.p50.low,
        median: at.median,
        high50: at.p50.high,
        high80: at.p80.high,
        high95: at.p95.high,
        readout,
    }
}

/// The steps with their label at the end: the middle in bold, then the three intervals.
pub(crate) fn fan(steps: Vec<FanStep>, format: Format, places: u8) -> Fan {
    let names = Level::ALL.map(|level| format.percent(level.percent().into(), 0));
    let label = steps.last().map_or_else(Vec::new, |last| {
        let values = [
            last.median,
            last.low50,
            last.high50,
            last.low80,
            last.high80,
            last.low95,
            last.high95,
        ];
        let [median, low50, high50, low80, high80, low95, high95] = format.apart(values, places);
        let intervals = [(low50, high50), (low80, high80), (low95, high95)];
        let middle = FanLine {
            words: say!(format.words, "fan-middle", median = median),
            band: None,
        };
        let interval = |((name, band), (low, high)): ((&String, FanBand), (String, String))| FanLine {
            words: say!(
                format.words,
                "fan-interval",
                name = name.clone(),
                low = low,
                high = high
            ),
            band: Some(band),
        };
        let intervals = names.iter().zip(FanBand::ALL).zip(intervals).map(interval);
        std::iter::once(middle).chain(intervals).collect()
    });
    Fan { steps, label, names }
}
