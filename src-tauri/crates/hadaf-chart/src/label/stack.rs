//! Labels one below the other at the end of lines, each as near to its wanted height as the others allow.

/// A label that wants to stand at a height.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct StackedLabel {
    /// Where its middle wants to be.
    pub(crate) middle: f64,
    /// Its height.
    pub(crate) height: f64,
    /// How dear a pixel of displacement is.
    pub(crate) weight: f64,
}

/// The middles that keep order and distance with the least weighted squared displacement.
///
/// `labels` are sorted by their wanted middles. With `o_i` the distance that label `i` must keep from
/// the first and `z_i = middle_i - o_i`, the middles are `z + o` for the non-decreasing `z` nearest to
/// the wanted ones: isotonic regression, solved exactly by pooling adjacent violators; clamping its
/// result to an interval solves the bounded problem. `None`: they do not fit between `top` and `bottom`.
pub(crate) fn place(labels: &[StackedLabel], gap: f64, top: f64, bottom: f64) -> Option<Vec<f64>> {
    let (Some(first), Some(last)) = (labels.first(), labels.last()) else {
        return Some(Vec::new());
    };
    let mut offset = 0.0;
    let mut offsets = vec![offset];
    for pair in labels.windows(2) {
        if let [above, below] = pair {
            offset += f64::midpoint(above.height, below.height) + gap;
            offsets.push(offset);
        }
    }
    let lowest = top + first.height / 2.0;
    let highest = bottom - last.height / 2.0 - offset;
    if lowest > highest {
        return None;
    }
    // Pools of labels that touch: mean of z, weight, count.
    let mut pools: Vec<(f64, f64, usize)> = Vec::new();
    for (label, offset) in labels.iter().zip(&offsets) {
        let mut pool = (label.middle - offset, label.weight, 1);
        while let Some(&(mean, weight, count)) = pools.last() {
            if mean < pool.0 {
                break;
            }
            pools.pop();
            let total = weight + pool.1;
            pool = ((mean * weight + pool.0 * pool.1) / total, total, count + pool.2);
        }
        pools.push(pool);
    }
    let middles = pools
        .iter()
        .flat_map(|&(mean, _, count)| std::iter::repeat_n(mean.clamp(lowest, highest), count))
        .zip(offsets)
        .map(|(z, offset)| z + offset)
        .collect();
    Some(middles)
}

/// As [`place`], leaving out the label of least weight (the later on a tie) until the rest fits.
pub(crate) fn place_most(labels: &[StackedLabel], gap: f64, top: f64, bottom: f64) -> Vec<Option<f64>> {
    let mut kept: Vec<usize> = (0..labels.len()).collect();
    loop {
        let chosen: Vec<StackedLabel> = kept.iter().map(|&index| labels[index]).collect();
        if let Some(middles) = place(&chosen, gap, top, bottom) {
            let mut result = vec![None; labels.len()];
            for (&index, middle) in kept.iter().zip(middles) {
                result[index] = Some(middle);
            }
            return result;
        }
        let least = kept
            .iter()
            .enumerate()
            .min_by(|(_, one), (_, other)| {
                let weight = |index: &usize| labels[*index].weight;
                weight(one).total_cmp(&weight(other)).then(other.cmp(one))
            })
            .map(|(at, _)| at);
        match least {
            Some(at) => drop(kept.remove(at)),
            None => return vec![None; labels.len()],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn wanted(middle: f64) -> StackedLabel {
        StackedLabel {
            middle,
            height: 12.0,
            weight: 1.0,
        }
    }

    fn cost(labels: &[StackedLabel], middles: &[f64]) -> f64 {
        labels
            .iter()
            .zip(middles)
            .map(|(label, at)| label.weight * (label.middle - at) * (label.middle - at))
            .sum()
    }

    #[test]
    fn the_worked_example() {
        let labels = [100.0, 104.0, 106.0, 200.0].map(wanted);
        let middles = place(&labels, 4.0, 0.0, 400.0).unwrap();
        for (middle, expected) in middles.iter().zip([87.333, 103.333, 119.333, 200.0]) {
            assert!((middle - expected).abs() < 0.01, "{middles:?}");
        }
    }

    #[test]
    fn without_room_the_least_goes() {
        let mut labels = [10.0, 12.0, 14.0].map(wanted);
        labels[1].weight = 0.5;
        assert_eq!(place(&labels, 4.0, 0.0, 40.0), None);
        let placed = place_most(&labels, 4.0, 0.0, 40.0);
        assert!(placed[0].is_some() && placed[1].is_none() && placed[2].is_some());
        assert!(place_most(&labels, 4.0, 0.0, 5.0).iter().all(Option::is_none));
        assert_eq!(place(&[], 4.0, 0.0, 5.0), Some(Vec::new()));
    }

    /// The best over all ways to cut the row into groups that stand together, each at its best place
    /// or at an end: no other arrangement can be optimal.
    fn brute_force(labels: &[StackedLabel], gap: f64, top: f64, bottom: f64) -> Option<f64> {
        let mut offsets = vec![0.0];
        for pair in labels.windows(2) {
            offsets.push(offsets.last().unwrap() + (pair[0].height + pair[1].height) / 2.0 + gap);
        }
        let lowest = top + labels[0].height / 2.0;
        let highest = bottom - labels[labels.len() - 1].height / 2.0 - offsets[offsets.len() - 1];
        let mut best: Option<f64> = None;
        for cuts in 0..1_u32 << (labels.len() - 1) {
            let mut z = vec![0.0; labels.len()];
            let mut start = 0;
            for end in 1..=labels.len() {
                if end == labels.len() || cuts >> (end - 1) & 1 == 1 {
                    let weight: f64 = labels[start..end].iter().map(|label| label.weight).sum();
                    let sum: f64 = (start..end)
                        .map(|i| labels[i].weight * (labels[i].middle - offsets[i]))
                        .sum();
                    z[start..end].fill((sum / weight).clamp(lowest, highest));
                    start = end;
                }
            }
            if z.windows(2).all(|pair| pair[0] <= pair[1] + 1e-9) {
                let middles: Vec<f64> = z.iter().zip(&offsets).map(|(z, o)| z + o).collect();
                let this = cost(labels, &middles);
                best = Some(best.map_or(this, |least| least.min(this)));
            }
        }
        best
    }

    proptest! {
        #[test]
        fn pooling_is_as_good_as_trying_everything(
            mut raw in proptest::collection::vec((0.0..200.0_f64, 8.0..30.0_f64, 0.5..4.0_f64), 1..=6),
        ) {
            raw.sort_by(|a, b| a.0.total_cmp(&b.0));
            let labels: Vec<StackedLabel> =
                raw.into_iter().map(|(middle, height, weight)| StackedLabel { middle, height, weight }).collect();
            let (gap, top, bottom) = (4.0, 0.0, 230.0);
            if let Some(middles) = place(&labels, gap, top, bottom) {
                for (pair, at) in labels.windows(2).zip(middles.windows(2)) {
                    prop_assert!(at[1] - at[0] >= (pair[0].height + pair[1].height) / 2.0 + gap - 1e-9);
                }
                prop_assert!(middles[0] - labels[0].height / 2.0 >= top - 1e-9);
                let last = labels.len() - 1;
                prop_assert!(middles[last] + labels[last].height / 2.0 <= bottom + 1e-9);
                let best = brute_force(&labels, gap, top, bottom).unwrap();
                prop_assert!(cost(&labels, &middles) <= best + 1e-6, "{} against {best}", cost(&labels, &middles));
            }
        }
    }
}
