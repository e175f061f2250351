//! Random numbers that are the same on every platform for a seed.

use crate::numeric::{exp, ln};
use std::sync::OnceLock;

/// xoshiro256++ (Blackman and Vigna 2019), seeded by splitmix64.
pub(crate) struct Rng {
    state: [u64; 4],
    layers: &'static Layers,
}

const LAYERS: usize = 256;
/// Where the tail of the normal begins when its density is cut into 256 layers of one area.
const TAIL: f64 = 3.654_152_885_361_009;
const AREA: f64 = 0.004_928_673_233_974_655;

/// Edges of the layers and the density at them (ziggurat, Marsaglia and Tsang 2000).
struct Layers {
    x: [f64; LAYERS + 1],
    y: [f64; LAYERS + 1],
}

fn layers() -> &'static Layers {
    static LAYERS_ONCE: OnceLock<Layers> = OnceLock::new();
    LAYERS_ONCE.get_or_init(|| {
        let density = |x: f64| exp(-0.5 * x * x);
        let (mut x, mut y) = ([0.0; LAYERS + 1], [0.0; LAYERS + 1]);
        x[0] = AREA / density(TAIL);
        x[1] = TAIL;
        for i in 2..LAYERS {
            x[i] = (-2.0 * ln(AREA / x[i - 1] + density(x[i - 1]))).sqrt();
        }
        for i in 0..=LAYERS {
            y[i] = density(x[i]);
        }
        Layers { x, y }
    })
}

impl Rng {
    pub(crate) fn new(seed: u64) -> Self {
        let mut mix = seed;
        let state = std::array::from_fn(|_| {
            mix = mix.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mut z = mix;
            z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            z ^ (z >> 31)
        });
        Self {
            state,
            layers: layers(),
        }
    }

    #[inline]
    fn next(&mut self) -> u64 {
        let s = &mut self.state;
        let result = s[0].wrapping_add(s[3]).rotate_left(23).wrapping_add(s[0]);
        let shifted = s[1] << 17;
        s[2] ^= s[0];
        s[3] ^= s[1];
        s[1] ^= s[2];
        s[0] ^= s[3];
        s[2] ^= shifted;
        s[3] = s[3].rotate_left(45);
        result
    }

    /// Uniform on the open interval from 0 to 1.
    pub(crate) fn uniform(&mut self) -> f64 {
        ((self.next() >> 11) as f64 + 0.5) / (1_u64 << 53) as f64
    }

    /// Standard normal.
    #[inline]
    pub(crate) fn normal(&mut self) -> f64 {
        let Layers { x, y } = self.layers;
        loop {
            let bits = self.next();
            let layer = (bits & 0xff) as usize;
            let signed = ((bits >> 11) as f64 / (1_u64 << 52) as f64) - 1.0;
            let value = signed * x[layer];
            if value.abs() < x[layer + 1] {
                return value;
            }
            if layer == 0 {
                let far = self.beyond_tail();
                return if signed < 0.0 { -far } else { far };
            }
            let height = y[layer] + self.uniform() * (y[layer + 1] - y[layer]);
            if height < exp(-0.5 * value * value) {
                return value;
            }
        }
    }

    fn beyond_tail(&mut self) -> f64 {
        loop {
            let x = -ln(self.uniform()) / TAIL;
            let y = -ln(self.uniform());
            if 2.0 * y > x * x {
                return TAIL + x;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn normals_have_the_moments_and_tails_of_the_normal() {
        let mut rng = Rng::new(1);
        let draws: Vec<f64> = (0..400_000).map(|_| rng.normal()).collect();
        let n = draws.len() as f64;
        let moment = |k: i32| draws.iter().map(|x| (0..k).fold(1.0, |p, _| p * x)).sum::<f64>() / n;
        assert!(moment(1).abs() < 0.005);
        assert!((moment(2) - 1.0).abs() < 0.01);
        assert!(moment(3).abs() < 0.03);
        assert!((moment(4) - 3.0).abs() < 0.06);
        let beyond = |z: f64| draws.iter().filter(|x| x.abs() > z).count() as f64 / n;
        assert!((beyond(1.959_964) - 0.05).abs() < 0.0015);
        assert!((beyond(3.290_527) - 0.001).abs() < 0.0002);
    }

    #[test]
    fn a_seed_is_a_sequence() {
        let draw = |seed| {
            let mut rng = Rng::new(seed);
            (0..5).map(|_| rng.normal()).collect::<Vec<_>>()
        };
        assert_eq!(draw(7), draw(7));
        assert_ne!(draw(7), draw(8));
    }
}
