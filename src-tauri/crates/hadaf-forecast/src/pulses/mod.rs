//! One-off spans: one to three values in a row outside the pattern, with the pattern going on after them.
//!
//! A value is judged by the noise of its own series, after trend and season ([`crate::pattern`]): so a dip of a tenth is
//! told in a quiet series, and one of a half is not in a rough one. A span counts where it stands clear of all that is
//! usual in the series, and of the values on both of its sides: a step to another level stands out from one side only.
//!
//! What is found is taken out before anything is fitted; else the season would expect it again a year later. A span
//! that touches the end may as well be the first of a new level, and nobody can tell yet. Then a quarter of its distance
//! is kept for each value that it has: one odd month moves the forecast little, and the fourth one is a new level.

use crate::numeric::median;
use crate::pattern::{END, HALF, Pattern, SEASONS, TrendLine, less};

/// How far the farthest value of a span must stand out, in robust standard deviations.
const THRESHOLD: f64 = 5.0;
/// How far each of its values must. Within this a value is usual.
const EDGE: f64 = 3.0;
/// Noise is taken as this at least, on the logarithmic scale about a share of the value: in a series without any not
/// everything stands out.
const LEAST_NOISE: f64 = 0.01;
/// So many times as far as the farthest of the other values: a series that often goes astray has no one-offs.
const CLEAR: f64 = 1.7;
/// Longest span.
const LONGEST: usize = 3;
/// A span stands out from the values on either side by this share of its distance from the pattern at least.
const BOTH_SIDES: f64 = 0.6;
/// Values on either side that it is set against.
const SIDE: usize = 4;
/// At most one value of so many may belong to a span; what happens more often is the series' own manner.
const RARE: usize = 6;
/// What noise is multiplied by where so many seasons are known: a median of few comes too close to each of them.
/// Chosen so that the share of false alarms is about the same for every length.
const FEW_SEASONS: [f64; 7] = [1.0, 1.0, 1.0, 1.15, 1.3, 1.1, 1.1];
/// The same with more seasons.
const MANY_SEASONS: f64 = 1.05;
/// At most one value of so many may be missing.
const HOLES: usize = 4;
/// Times that pattern and spans are told apart, each from what the other leaves.
const ROUNDS: usize = 2;

/// A one-off span.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pulse {
    /// Position of the first value.
    pub position: usize,
    /// How many there are.
    pub length: usize,
    /// The figure over the pattern, for a series that is always positive.
    pub ratio: Option<f64>,
    /// The figure less the pattern, a period, in units of the series; `None` where there is a ratio.
    pub step: Option<f64>,
    /// Share of the distance from the pattern that was left in, since it touches the end and may be a new level: a
    /// quarter a value. 0 for what was taken out whole.
    pub kept: f64,
}

impl Pulse {
    /// It touches the end, so that nobody can tell it from a new level.
    pub fn may_last(&self) -> bool {
        self.kept > 0.0
    }
}

/// A span on the scale of the model.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct OddSpan {
    pub first: usize,
    pub length: usize,
    /// Mean distance of its values from the pattern.
    pub away: f64,
    /// As [`Pulse::kept`].
    pub kept: f64,
}

impl OddSpan {
    fn has(&self, t: usize) -> bool {
        (self.first..self.first + self.length).contains(&t)
    }
}

/// Replaces one-off spans in complete values on the scale of the model by the pattern, and tells them in order of time.
pub(crate) fn take_out(values: &mut [f64], observed: &[bool], season: usize) -> Vec<OddSpan> {
    let length = values.len();
    let seen = observed.iter().filter(|seen| **seen).count();
    // What fills holes has no noise, so that beside many of them everything would stand out.
    if length < END.max(2 * season) || HOLES * (length - seen) > length {
        return Vec::new();
    }
    let mut usual = values.to_vec();
    let mut spans = Vec::new();
    for _ in 0..ROUNDS {
        let pattern = Pattern::of(&usual, season);
        let judged = JudgedSpans {
            values,
            observed,
            season,
            deviates: deviates(values, &usual, &pattern, observed, &spans),
            pattern: &pattern,
        };
        spans = judged.spans();
        usual.copy_from_slice(values);
        for span in &spans {
            for t in span.first..span.first + span.length {
                usual[t] = pattern.expected[t] + span.kept * (values[t] - pattern.expected[t]);
            }
        }
    }
    values.copy_from_slice(&usual);
    spans
}

/// Distances from the pattern, in robust standard deviations of what is usual at such a place: towards the ends the
/// pattern knows one side only, so that what is usual there is read from every stretch that ends as it does.
fn deviates(values: &[f64], usual: &[f64], pattern: &Pattern, observed: &[bool], spans: &[OddSpan]) -> Vec<f64> {
    let length = values.len();
    let seasons = length / pattern.effects.len();
    let few = match pattern.effects.len() {
        1 => 1.0,
        _ => FEW_SEASONS.get(seasons).copied().unwrap_or(MANY_SEASONS),
    };
    let judged = |t: &usize| observed[*t] && !spans.iter().any(|span| span.has(*t));
    let away = |t: usize| values[t] - pattern.expected[t];
    let inside = (HALF..length - HALF).filter(judged).map(|t| away(t).abs());
    let inner = few * noise(inside.collect());
    let flat = less(usual, &pattern.effects);
    let lines: Vec<TrendLine> = flat.windows(END).map(TrendLine::through).collect();
    let at_place = |place: usize| {
        let ends = lines.iter().enumerate().map(|(from, line)| (from + place, line));
        let sizes = ends
            .filter(|(t, _)| judged(t))
            .map(|(t, line)| (flat[t] - line.at(place)).abs());
        inner.max(few * noise(sizes.collect()))
    };
    let early: Vec<f64> = (0..HALF).map(at_place).collect();
    let late: Vec<f64> = (END - HALF..END).map(at_place).collect();
    (0..length)
        .map(|t| {
            let noise = match t {
                t if t < HALF => early[t],
                t if t + HALF >= length => late[t + HALF - length],
                _ => inner,
            };
            if observed[t] { away(t) / noise } else { 0.0 }
        })
        .collect()
}

/// Robust standard deviation of distances. A median is one of its own values, so that a share of them is exactly nothing
/// and tells nothing; where most are next to nothing, little is taken for granted.
fn noise(mut sizes: Vec<f64>) -> f64 {
    let still = sizes.iter().filter(|size| **size < 0.2 * LEAST_NOISE).count();
    if 10 * still >= 6 * sizes.len() {
        return 2.0 * LEAST_NOISE;
    }
    sizes.retain(|size| *size > 1e-12);
    (1.4826 * median(sizes)).max(LEAST_NOISE)
}

/// A series held against its pattern.
struct JudgedSpans<'a> {
    values: &'a [f64],
    observed: &'a [bool],
    season: usize,
    pattern: &'a Pattern,
    deviates: Vec<f64>,
}

impl JudgedSpans<'_> {
    fn spans(&self) -> Vec<OddSpan> {
        let length = self.values.len();
        let flat = less(self.values, &self.pattern.effects);
        let size = |t: usize| self.deviates[t].abs();
        let (mut found, mut largest, mut t) = (Vec::new(), 0.0_f64, 0);
        while t < length {
            if size(t) <= EDGE {
                largest = largest.max(size(t));
                t += 1;
                continue;
            }
            let sign = self.deviates[t].signum();
            let run = self.deviates[t..].iter().take_while(|it| **it * sign > EDGE).count();
            let (first, after) = (t, t + run);
            t = after;
            // Longer ones are wanderings or levels, and say nothing about the others.
            if run > LONGEST {
                continue;
            }
            let peak = (first..after).map(size).fold(0.0, f64::max);
            if peak <= THRESHOLD || first == 0 || (first..after).any(|t| self.may_be_season(t)) {
                largest = largest.max(peak.min(THRESHOLD));
                continue;
            }
            let away = (first..after).map(|t| self.values[t] - self.pattern.expected[t]);
            let away = away.sum::<f64>() / run as f64;
            if stands_out(&flat, first, after, away) {
                let kept = if after == length {
                    run as f64 / (LONGEST + 1) as f64
                } else {
                    0.0
                };
                let span = OddSpan {
                    first,
                    length: run,
                    away,
                    kept,
                };
                found.push((peak, span));
            }
        }
        found.retain(|(peak, _)| *peak >= CLEAR * largest);
        let found: Vec<OddSpan> = found.into_iter().map(|(_, span)| span).collect();
        let found: Vec<OddSpan> = found
            .iter()
            .filter(|span| !self.is_every_year(span, &found))
            .copied()
            .collect();
        match found.iter().map(|span| span.length).sum::<usize>() * RARE > length {
            true => Vec::new(),
            false => found,
        }
    }

    /// While the season is not known: the same place of another year is as far off, or no other year is known.
    fn may_be_season(&self, t: usize) -> bool {
        let (length, season) = (self.values.len(), self.season);
        if season < 2 || length >= SEASONS * season {
            return false;
        }
        let alike = |other: Option<usize>| {
            let other = other.filter(|other| *other < length && self.observed[*other])?;
            Some(self.deviates[other] * self.deviates[t].signum() > 0.5 * self.deviates[t].abs())
        };
        let others = [alike(t.checked_sub(season)), alike(Some(t + season))];
        others.contains(&Some(true)) || others == [None, None]
    }

    /// Half of the years or more stand out at that place: a season that changed, and none of them is odd.
    fn is_every_year(&self, span: &OddSpan, all: &[OddSpan]) -> bool {
        let place = span.first % self.season;
        let years = (place..self.values.len()).step_by(self.season);
        let odd = years.clone().filter(|t| all.iter().any(|span| span.has(*t))).count();
        self.season > 1 && odd > 1 && 2 * odd >= years.count()
    }
}

/// Whether a span lies apart from what is before it, and from what is after it where anything is.
fn stands_out(flat: &[f64], first: usize, after: usize, away: f64) -> bool {
    let here = flat[first..after].iter().sum::<f64>() / (after - first) as f64;
    let apart =
        |side: &[f64]| side.is_empty() || (here - median(side.to_vec())) * away.signum() >= BOTH_SIDES * away.abs();
    apart(&flat[first.saturating_sub(SIDE)..first]) && apart(&flat[after..(after + SIDE).min(flat.len())])
}

#[cfg(test)]
mod tests;
