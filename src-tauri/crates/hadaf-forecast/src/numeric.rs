//! Elementary functions whose last digit is the same on every platform (`libm`), and small statistics.

/// Natural logarithm.
pub(crate) fn ln(x: f64) -> f64 {
    libm::log(x)
}

/// Exponential, with the argument kept where the result is a finite, usable number.
pub(crate) fn exp(x: f64) -> f64 {
    libm::exp(x.clamp(-60.0, 60.0))
}

/// Arithmetic mean; 0 of nothing.
pub(crate) fn mean(values: impl IntoIterator<Item = f64>) -> f64 {
    let (sum, count) = values
        .into_iter()
        .fold((0.0, 0_usize), |(sum, count), v| (sum + v, count + 1));
    if count == 0 { 0.0 } else { sum / count as f64 }
}

/// Median; 0 of nothing.
pub(crate) fn median(mut values: Vec<f64>) -> f64 {
    let (count, middle) = (values.len(), values.len() / 2);
    if count == 0 {
        return 0.0;
    }
    let (below, upper, _) = values.select_nth_unstable_by(middle, f64::total_cmp);
    match below.iter().copied().max_by(f64::total_cmp) {
        Some(lower) if count % 2 == 0 => 0.5 * (lower + *upper),
        _ => *upper,
    }
}

/// Ranks from 0, equal values sharing the mean of theirs.
fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|a, b| values[*a].total_cmp(&values[*b]));
    let mut ranks = vec![0.0; values.len()];
    let mut next = 0;
    for same in order.chunk_by(|a, b| values[*a] == values[*b]) {
        let rank = next as f64 + 0.5 * (same.len() - 1) as f64;
        same.iter().for_each(|place| ranks[*place] = rank);
        next += same.len();
    }
    ranks
}

/// Spearman's rank correlation of pairs; 0 where one side is all alike.
pub(crate) fn rank_correlation(a: &[f64], b: &[f64]) -> f64 {
    let (a, b) = (ranks(a), ranks(b));
    let (mean_a, mean_b) = (mean(a.iter().copied()), mean(b.iter().copied()));
    let sum = |x: &[f64], mx: f64, y: &[f64], my: f64| x.iter().zip(y).map(|(x, y)| (x - mx) * (y - my)).sum::<f64>();
    let scale = (sum(&a, mean_a, &a, mean_a) * sum(&b, mean_b, &b, mean_b)).sqrt();
    if scale > 0.0 {
        sum(&a, mean_a, &b, mean_b) / scale
    } else {
        0.0
    }
}

/// Standard normal quantile: Acklam's rational approximation, relative error below 1.2e-9.
pub(crate) fn normal_quantile(p: f64) -> f64 {
    const A: [f64; 6] = [
        -3.969_683_028_665_376e1,
        2.209_460_984_245_205e2,
        -2.759_285_104_469_687e2,
        1.383_577_518_672_69e2,
        -3.066_479_806_614_716e1,
        2.506_628_277_459_239,
    ];
    const B: [f64; 5] = [
        -5.447_609_879_822_406e1,
        1.615_858_368_580_409e2,
        -1.556_989_798_598_866e2,
        6.680_131_188_771_972e1,
        -1.328_068_155_288_572e1,
    ];
    const C: [f64; 6] = [
        -7.784_894_002_430_293e-3,
        -3.223_964_580_411_365e-1,
        -2.400_758_277_161_838,
        -2.549_732_539_343_734,
        4.374_664_141_464_968,
        2.938_163_982_698_783,
    ];
    const D: [f64; 4] = [
        7.784_695_709_041_462e-3,
        3.224_671_290_700_398e-1,
        2.445_134_137_142_996,
        3.754_408_661_907_416,
    ];
    const TAIL: f64 = 0.024_25;
    let p = p.clamp(1e-12, 1.0 - 1e-12);
    let horner = |coefficients: &[f64], x: f64| coefficients.iter().fold(0.0, |sum, c| sum * x + c);
    if (TAIL..=1.0 - TAIL).contains(&p) {
        let q = p - 0.5;
        let r = q * q;
        return horner(&A, r) * q / (horner(&B, r) * r + 1.0);
    }
    let q = (-2.0 * ln(p.min(1.0 - p))).sqrt();
    let tail = horner(&C, q) / (horner(&D, q) * q + 1.0);
    if p < 0.5 { tail } else { -tail }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_agree_with_published_ones() {
        for (p, z) in [
            (0.5, 0.0),
            (0.9, 1.281_551_565_544_6),
            (0.975, 1.959_963_984_540_05),
            (0.01, -2.326_347_874_040_84),
        ] {
            assert!((normal_quantile(p) - z).abs() < 1e-8, "{p}");
        }
    }

    /// scipy.stats.spearmanr([1, 2, 2, 4, 5], [2, 1, 4, 3, 5]) is 0.6668859288553503.
    #[test]
    fn rank_correlations_are_those_of_scipy() {
        let r = rank_correlation(&[1.0, 2.0, 2.0, 4.0, 5.0], &[2.0, 1.0, 4.0, 3.0, 5.0]);
        assert!((r - 0.666_885_928_855_350_3).abs() < 1e-12, "{r}");
        assert_eq!(rank_correlation(&[1.0, 1.0], &[1.0, 2.0]), 0.0);
    }

    #[test]
    fn medians() {
        assert_eq!(median(vec![3.0, 1.0, 2.0]), 2.0);
        assert_eq!(median(vec![4.0, 1.0, 2.0, 3.0]), 2.5);
        assert_eq!(median(Vec::new()), 0.0);
    }
}
