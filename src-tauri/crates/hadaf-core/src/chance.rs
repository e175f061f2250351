//! Chances as people can use them: never 0 % or 100 %, in natural frequencies, on one ladder of words.
//!
//! Readers differ widely on what a word like "likely" means (Wintle et al. 2019, PLOS ONE 14(4):
//! e0213522), so that the number is shown first and the word comes from a published ladder: that of
//! Intelligence Community Directive 203, "Analytic Standards" (2015), section D.6.e.(2).(a).

use std::fmt;

/// The chance that something happens.
///
/// It is kept as computed; what is shown of it is held within 0.001 and 0.999, since a share of
/// sample paths knows neither impossible nor certain.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Chance(f64);

impl Chance {
    /// The lowest value shown.
    pub const LOWEST: f64 = 0.001;
    /// The highest value shown.
    pub const HIGHEST: f64 = 0.999;

    /// A chance from a share, 0 to 1; what lies outside is held at the nearer end. None for what is
    /// no number.
    pub fn new(share: f64) -> Option<Self> {
        (!share.is_nan()).then(|| Self(share.clamp(0.0, 1.0)))
    }

    /// `hits` of `of`; none of nothing.
    pub fn of_count(hits: usize, of: usize) -> Option<Self> {
        Self::new(hits.min(of) as f64 / of as f64)
    }

    /// The chance, [`Chance::LOWEST`] to [`Chance::HIGHEST`].
    pub fn value(self) -> f64 {
        self.0.clamp(Self::LOWEST, Self::HIGHEST)
    }

    /// The share as it was computed, 0 to 1: to be reckoned with, never to be shown.
    pub(crate) fn exact(self) -> f64 {
        self.0
    }

    /// The chance that it does not happen.
    #[must_use]
    pub fn complement(self) -> Self {
        Self(1.0 - self.0)
    }

    /// As a natural frequency.
    pub fn frequency(self) -> Frequency100 {
        match self.0 {
            share if share < Self::LOWEST => Frequency100::BelowOneIn1000,
            share if share < 0.01 => Frequency100::BelowOneIn100,
            share if share > Self::HIGHEST => Frequency100::Above999In1000,
            share if share > 0.99 => Frequency100::Above99In100,
            // 1 to 99 by the arms above.
            share => Frequency100::Of100((share * 100.0).round() as u8),
        }
    }

    /// How many of a hundred marks stand for it, 0 to 100. 0 and 100 go with the words "fewer than
    /// 1" and "more than 99" of [`Chance::frequency`].
    pub fn marks(self) -> u8 {
        match self.frequency() {
            Frequency100::BelowOneIn1000 | Frequency100::BelowOneIn100 => 0,
            Frequency100::Of100(marks) => marks,
            Frequency100::Above99In100 | Frequency100::Above999In1000 => 100,
        }
    }

    /// The word for it. It follows the number that is shown, so that 55.4 % is not "likely (55 in
    /// 100)" while 55 % is "a roughly even chance (55 in 100)".
    pub fn band(self) -> Band {
        let below = |marks: u8| match marks {
            0..=4 => Band::AlmostNoChance,
            5..=19 => Band::VeryUnlikely,
            20..=44 => Band::Unlikely,
            _ => Band::RoughlyEven,
        };
        match self.marks() {
            marks @ 0..=50 => below(marks),
            marks => below(100 - marks).mirrored(),
        }
    }
}

impl fmt::Display for Chance {
    /// Three decimals, held within the shown ends, e.g. `0.680`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.3}", self.value())
    }
}

/// A chance as "n in 100".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Frequency100 {
    /// Fewer than 1 in 1,000.
    BelowOneIn1000,
    /// Fewer than 1 in 100.
    BelowOneIn100,
    /// So many in 100, 1 to 99.
    Of100(u8),
    /// More than 99 in 100.
    Above99In100,
    /// More than 999 in 1,000.
    Above999In1000,
}

/// The ladder of words of ICD 203. Its bands meet at 5, 20, 45, 55, 80 and 95 %; a chance at an edge
/// belongs to the band nearer to the middle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Band {
    /// "Almost no chance", below 5 %.
    AlmostNoChance,
    /// "Very unlikely", 5 to 20 %.
    VeryUnlikely,
    /// "Unlikely", 20 to 45 %.
    Unlikely,
    /// "Roughly even chance", 45 to 55 %.
    RoughlyEven,
    /// "Likely", 55 to 80 %.
    Likely,
    /// "Very likely", 80 to 95 %.
    VeryLikely,
    /// "Almost certain", above 95 %.
    AlmostCertain,
}

crate::text::words!(Band, {
    AlmostNoChance => "almost_no_chance", VeryUnlikely => "very_unlikely", Unlikely => "unlikely",
    RoughlyEven => "roughly_even", Likely => "likely", VeryLikely => "very_likely", AlmostCertain => "almost_certain",
});

impl Band {
    fn mirrored(self) -> Self {
        let index = Self::ALL.iter().position(|band| *band == self).expect("all are listed");
        Self::ALL[Self::ALL.len() - 1 - index]
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn edges_of_the_ladder_and_of_the_number() {
        use Band as B;
        use Frequency100 as F;
        let cases = [
            (0.0, F::BelowOneIn1000, B::AlmostNoChance),
            (0.0009, F::BelowOneIn1000, B::AlmostNoChance),
            (0.001, F::BelowOneIn100, B::AlmostNoChance),
            (0.0099, F::BelowOneIn100, B::AlmostNoChance),
            (0.01, F::Of100(1), B::AlmostNoChance),
            (0.0449, F::Of100(4), B::AlmostNoChance),
            (0.05, F::Of100(5), B::VeryUnlikely),
            (0.20, F::Of100(20), B::Unlikely),
            (0.444, F::Of100(44), B::Unlikely),
            (0.45, F::Of100(45), B::RoughlyEven),
            (0.554, F::Of100(55), B::RoughlyEven),
            (0.556, F::Of100(56), B::Likely),
            (0.68, F::Of100(68), B::Likely),
            (0.80, F::Of100(80), B::Likely),
            (0.81, F::Of100(81), B::VeryLikely),
            (0.95, F::Of100(95), B::VeryLikely),
            (0.96, F::Of100(96), B::AlmostCertain),
            (0.99, F::Of100(99), B::AlmostCertain),
            (0.991, F::Above99In100, B::AlmostCertain),
            (0.9995, F::Above999In1000, B::AlmostCertain),
            (1.0, F::Above999In1000, B::AlmostCertain),
        ];
        for (share, frequency, band) in cases {
            let chance = Chance::new(share).unwrap();
            assert_eq!((chance.frequency(), chance.band()), (frequency, band), "{share}");
        }
        assert_eq!(Chance::new(f64::NAN), None);
        assert_eq!(Chance::of_count(0, 0), None);
        assert_eq!(Chance::of_count(0, 10_000).unwrap().to_string(), "0.001");
        assert_eq!(Chance::of_count(3, 4).unwrap().marks(), 75);
    }

    proptest! {
        #[test]
        fn never_sure_and_the_same_ladder_from_both_ends(share in -0.5_f64..1.5, other in 0.0_f64..=1.0) {
            let (chance, other) = (Chance::new(share).unwrap(), Chance::new(other).unwrap());
            prop_assert!((Chance::LOWEST..=Chance::HIGHEST).contains(&chance.value()));
            prop_assert!(chance.marks() <= 100);
            // A half is rounded up on both sides, so that only marks other than halves mirror.
            if ((share * 100.0).fract() - 0.5).abs() > 1e-6 {
                prop_assert_eq!(chance.complement().band(), chance.band().mirrored());
                prop_assert_eq!(chance.complement().marks(), 100 - chance.marks());
            }
            if chance <= other {
                prop_assert!(chance.band() <= other.band() && chance.frequency() <= other.frequency());
            }
        }
    }
}
