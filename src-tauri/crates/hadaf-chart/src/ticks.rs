//! Values at which an axis has a line: multiples of 1, 2, 2.5 or 5 times a power of ten.

/// The lines of a value axis, from its first to its last.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Ticks {
    /// Values, evenly spaced, at least two.
    pub(crate) values: Vec<f64>,
    /// Decimals that the step needs.
    pub(crate) decimals: usize,
}

/// Fewest and most lines of an axis.
const COUNT: std::ops::RangeInclusive<usize> = 4..=6;
/// Where the lowest value is more than this share of the highest, an axis from zero wastes the plot. Four years of a
/// series that grows by a fifth a year lie near a third, and a target's path above them moves that by a tenth from month
/// to month: this is far enough below for the axis to stay where it is.
const WASTE: f64 = 0.2;
/// A cropped axis keeps this share empty under the lowest value, so that the line does not stand on it; where no round
/// base leaves as much, the lesser share.
const ROOMS: [f64; 2] = [1.0 / 6.0, 1.0 / 30.0];

impl Ticks {
    /// Lines from zero (or below, for negative values) up to at least `high`.
    pub(crate) fn from_zero(low: f64, high: f64) -> Self {
        let (low, high) = (low.min(0.0), high.max(0.0));
        // Only values too small for a float's exponent have no round steps: their ends alone are ticks.
        Self::best(low, high, |_| true).unwrap_or_else(|| Self {
            values: vec![low, if high > low { high } else { low + 1.0 }],
            decimals: 0,
        })
    }

    /// Lines from `low` or a little below to `high` or a little above, wherever zero is: for bars that
    /// start at a base of their own.
    pub(crate) fn over(low: f64, high: f64) -> Self {
        // Values that agree in their first fifteen digits have no round numbers between them: lengths from
        // zero then say that they are alike.
        Self::best(low, high, |_| true).unwrap_or_else(|| Self::from_zero(low, high))
    }

    /// Those of the lines that lie between two values.
    pub(crate) fn within(mut self, low: f64, high: f64) -> Self {
        self.values.retain(|value| (low..=high).contains(value));
        self
    }

    /// Its first line, its last, and zero where that lies between.
    pub(crate) fn ends(mut self) -> Self {
        let (first, last) = (self.first(), self.last());
        self.values
            .retain(|value| *value == first || *value == last || *value == 0.0);
        self
    }

    /// As [`Self::from_zero`], but starting higher where the lowest value is more than [`WASTE`] of the highest. The
    /// values alone decide, not the lines above them: these jump by a whole step when one more month brings a new
    /// height, and where the axis starts would jump with them.
    pub(crate) fn cropped(low: f64, high: f64) -> Self {
        let whole = Self::from_zero(low, high);
        // Values that are all alike have no room of their own.
        let is_flat = high - low <= high * 1e-6;
        if low <= 0.0 || low <= WASTE * high || is_flat {
            return whole;
        }
        let above_zero = ROOMS.iter().find_map(|room| whole.starting_higher(low, high, *room));
        above_zero.unwrap_or(whole)
    }

    /// The axis that starts next below `low`, of those that start above zero, leave at least `room` of their height under
    /// it, and give the values more height than this one does.
    fn starting_higher(&self, low: f64, high: f64, room: f64) -> Option<Self> {
        let middle = power_of_ten_in((high - low).max(low / 1e12) / 5.0);
        let steps = (middle - 1..=middle + 1).flat_map(|power| [1.0, 2.0, 2.5, 5.0].map(|digits| (digits, power)));
        let span = |ticks: &Self| ticks.last() - ticks.first();
        steps
            .flat_map(|(digits, power)| Self::below(low, high, digits, power))
            .filter(|ticks| ticks.share(low) >= room && span(ticks) < span(self))
            .min_by(|one, other| {
                // As in `best`, so that rounding does not decide between equal ones.
                let parts = |height: f64| (height / span(self) * 1e6).round();
                parts(other.first())
                    .total_cmp(&parts(one.first()))
                    .then(parts(span(one)).total_cmp(&parts(span(other))))
                    .then(one.decimals.cmp(&other.decimals))
                    .then(one.values.len().cmp(&other.values.len()))
            })
    }

    /// Axes with a line every `digits` x 10^`power`, from round numbers a little below `low`. A step of two may start
    /// between its multiples, as in 100, 300, 500: where only whole ones would do, an axis would go back to zero for want of
    /// a start.
    fn below(low: f64, high: f64, digits: f64, power: i32) -> Vec<Self> {
        let step = digits * ten_to(power);
        // Counted in steps.
        let part = if digits == 2.0 { 0.5 } else { 1.0 };
        let highest = (low / step / part - 1e-9).ceil() - 1.0;
        let bases = (0..=*COUNT.end()).map(|down| (highest - down as f64) * part);
        bases
            .filter(|base| *base > 0.0)
            .filter_map(|base| {
                let lines = (high / step - base - 1e-9).ceil().max(0.0) as usize + 1;
                Self::lines(base, lines, digits, power)
            })
            .collect()
    }

    /// First value, where the axis starts.
    pub(crate) fn first(&self) -> f64 {
        *self.values.first().expect("an axis has at least two lines")
    }

    /// Last value, where it ends.
    pub(crate) fn last(&self) -> f64 {
        *self.values.last().expect("an axis has at least two lines")
    }

    /// How far up the axis a value stands, 0 to 1.
    fn share(&self, value: f64) -> f64 {
        (value - self.first()) / (self.last() - self.first())
    }

    /// The axis that covers `low` to `high` with the least waste; on a tie the one with the shorter
    /// numbers, then the one with fewer lines.
    fn best(low: f64, high: f64, allowed: impl Fn(&Self) -> bool) -> Option<Self> {
        let span = if high > low { high - low } else { 1.0 };
        // A decade below to a decade above the step that six lines would need.
        let middle = power_of_ten_in(span / 5.0);
        let steps = (middle - 1..=middle + 1).flat_map(|power| [1.0, 2.0, 2.5, 5.0].map(|digits| (digits, power)));
        steps
            .filter_map(|(digits, power)| Self::at(low, low + span, digits, power))
            .filter(allowed)
            .min_by(|one, other| {
                // Counted in parts of the span, so that rounding does not decide between equal ones.
                let waste = |ticks: &Self| ((ticks.last() - ticks.first()) / span * 1e6).round();
                waste(one)
                    .total_cmp(&waste(other))
                    .then(one.decimals.cmp(&other.decimals))
                    .then(one.values.len().cmp(&other.values.len()))
            })
    }

    /// Lines every `digits` x 10^`power`; `None` where they would be too few or too many.
    fn at(low: f64, high: f64, digits: f64, power: i32) -> Option<Self> {
        let step = digits * ten_to(power);
        let first = (low / step + 1e-9).floor();
        let last = (high / step - 1e-9).ceil().max(first + 1.0);
        Self::lines(first, (last - first) as usize + 1, digits, power)
    }

    /// So many lines from `first`, which is counted in steps of `digits` x 10^`power`; `None` where they are too few or
    /// too many.
    fn lines(first: f64, count: usize, digits: f64, power: i32) -> Option<Self> {
        if !COUNT.contains(&count) {
            return None;
        }
        let places = (-power).max(0) + i32::from(digits == 2.5);
        let decimals = if digits == 2.5 && power > 0 { 0 } else { places };
        // Counted in steps and rounded once, so that 0.1 + 0.2 never shows.
        let (step, scale) = (digits * ten_to(power), ten_to(decimals));
        let values = (0..count)
            .map(|index| {
                let value = (first + index as f64) * step;
                if value.abs() < 1e15 / scale {
                    (value * scale).round() / scale
                } else {
                    value
                }
            })
            .collect();
        Some(Self {
            values,
            decimals: usize::try_from(decimals).expect("not negative"),
        })
    }
}

/// 10^`power`, the nearest float on every platform: powers and logarithms of floats differ in the last
/// bit between them, reading and writing decimals does not.
fn ten_to(power: i32) -> f64 {
    format!("1e{power}").parse().expect("a number in digits")
}

/// The power of ten of a positive value's first digit.
fn power_of_ten_in(value: f64) -> i32 {
    let written = format!("{value:e}");
    let (_, power) = written.split_once('e').expect("written with its exponent");
    power.parse().expect("a finite number has a whole exponent")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_few() {
        let cases: [(f64, f64, &[f64]); 7] = [
            (190.0, 582.0, &[0.0, 200.0, 400.0, 600.0]),
            (10.0, 437.0, &[0.0, 100.0, 200.0, 300.0, 400.0, 500.0]),
            (10.0, 5200.0, &[0.0, 2000.0, 4000.0, 6000.0]),
            (0.01, 0.09, &[0.0, 0.02, 0.04, 0.06, 0.08, 0.1]),
            (-30.0, 60.0, &[-40.0, -20.0, 0.0, 20.0, 40.0, 60.0]),
            (0.0, 0.0, &[0.0, 0.2, 0.4, 0.6, 0.8, 1.0]),
            (7.0, 10.0, &[0.0, 2.0, 4.0, 6.0, 8.0, 10.0]),
        ];
        for (low, high, expected) in cases {
            assert_eq!(Ticks::from_zero(low, high).values, expected, "{low} to {high}");
        }
    }

    #[test]
    fn an_axis_is_cropped_only_where_a_fifth_would_be_empty() {
        let starts = |low, high| Ticks::cropped(low, high).first();
        assert_eq!(starts(190.0, 582.0), 100.0);
        // One more month, and a target's path rises: it starts where it did.
        for high in 560..=700 {
            assert_eq!(starts(190.0, f64::from(high)), 100.0, "{high}");
        }
        assert_eq!(starts(50.0, 582.0), 0.0);
        assert_eq!(starts(-5.0, 582.0), -200.0);
        assert!(starts(950.0, 1000.0) >= 800.0);
        for alike in [12.0, 0.005, 1e6, 4.2e-7] {
            assert_eq!(starts(alike, alike), 0.0, "{alike}");
        }
    }

    /// Growth with a season, seen through a window of four years that moves on by a month: where the axis starts does not
    /// go to and fro between zero and above.
    #[test]
    fn one_more_month_does_not_move_an_axis_to_and_fro() {
        const SEASON: [f64; 12] = [1.0, 1.05, 1.09, 1.1, 1.09, 1.05, 1.0, 0.95, 0.91, 0.9, 0.91, 0.95];
        for growth in [1.004, 1.008, 1.012, 1.016] {
            let level = std::iter::successors(Some(100.0), |level| Some(level * growth));
            let values: Vec<f64> = level
                .zip(SEASON.iter().cycle())
                .map(|(level, season)| level * season)
                .take(108)
                .collect();
            let from_zero = |window: &[f64]| {
                let low = window.iter().copied().fold(f64::INFINITY, f64::min);
                let high = window.iter().copied().fold(0.0, f64::max);
                Ticks::cropped(low, high).first() == 0.0
            };
            let starts: Vec<bool> = values.windows(48).map(from_zero).collect();
            let turns = starts.windows(2).filter(|pair| pair[0] != pair[1]).count();
            assert_eq!(turns, 0, "{growth}: {starts:?}");
        }
    }

    #[test]
    fn cropped_or_not_an_axis_covers_its_values() {
        for exponent in -6..12 {
            for (low, high) in [
                (1.0, 1.0),
                (1.0, 1.1),
                (3.0, 9.7),
                (0.2, 9.99),
                (9.0, 10.0),
                (-4.0, 7.0),
            ] {
                let scale = ten_to(exponent);
                let (low, high) = (low * scale, high * scale);
                for ticks in [Ticks::cropped(low, high), Ticks::from_zero(low, high)] {
                    assert!(COUNT.contains(&ticks.values.len()), "{low} to {high}: {ticks:?}");
                    let slack = scale * 1e-6;
                    assert!(
                        ticks.first() <= low + slack && ticks.last() >= high - slack,
                        "{low} to {high}: {ticks:?}"
                    );
                }
            }
        }
    }
}
