//! Nelder and Mead's search (1965, *The Computer Journal* 7, 308-313), with a fixed order of steps: the same answer
//! everywhere.

/// Smallest value found of `cost` from `start`, with first steps of the given sizes, after at most
/// so many evaluations. A cost that is not finite counts as the worst.
pub(super) fn minimise(
    cost: impl Fn(&[f64]) -> f64,
    start: &[f64],
    steps: &[f64],
    evaluations: usize,
) -> (Vec<f64>, f64) {
    let dimensions = start.len();
    let judge = |point: &[f64]| {
        let value = cost(point);
        if value.is_finite() { value } else { f64::MAX }
    };
    let mut simplex: Vec<(f64, Vec<f64>)> = (0..=dimensions)
        .map(|corner| {
            let mut point = start.to_vec();
            if corner > 0 {
                point[corner - 1] += steps[corner - 1];
            }
            (judge(&point), point)
        })
        .collect();
    let mut spent = dimensions + 1;
    while spent < evaluations {
        simplex.sort_by(|a, b| a.0.total_cmp(&b.0));
        let (best, worst) = (simplex[0].0, simplex[dimensions].0);
        if worst - best <= 1e-9 * (best.abs() + 1e-9) {
            break;
        }
        let centre: Vec<f64> = (0..dimensions)
            .map(|d| simplex[..dimensions].iter().map(|(_, point)| point[d]).sum::<f64>() / dimensions as f64)
            .collect();
        let along = |factor: f64| -> Vec<f64> {
            let last = &simplex[dimensions].1;
            centre.iter().zip(last).map(|(c, l)| c + factor * (l - c)).collect()
        };
        // The worst corner is mirrored at the centre of the others.
        let mirrored = along(-1.0);
        let value = judge(&mirrored);
        spent += 1;
        let second = simplex[dimensions - 1].0;
        let better = if value < best {
            // Downhill: twice as far.
            let further = along(-2.0);
            let far = judge(&further);
            spent += 1;
            Some(if far < value { (far, further) } else { (value, mirrored) })
        } else if value < second {
            Some((value, mirrored))
        } else {
            // Still among the worst: half-way in, on the better side.
            let inner = along(if value < worst { -0.5 } else { 0.5 });
            let near = judge(&inner);
            spent += 1;
            (near < worst.min(value)).then_some((near, inner))
        };
        if let Some(corner) = better {
            simplex[dimensions] = corner;
            continue;
        }
        // Nothing on this line is better: all corners move towards the best one.
        let anchor = simplex[0].1.clone();
        for (value, point) in &mut simplex[1..] {
            for (x, a) in point.iter_mut().zip(&anchor) {
                *x = a + 0.5 * (*x - a);
            }
            *value = judge(point);
            spent += 1;
        }
    }
    simplex.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (value, point) = simplex.swap_remove(0);
    (point, value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_bottom_of_rosenbrocks_valley() {
        let valley = |p: &[f64]| {
            let (a, b) = (1.0 - p[0], p[1] - p[0] * p[0]);
            a * a + 100.0 * b * b
        };
        let (point, value) = minimise(valley, &[-1.2, 1.0], &[0.5, 0.5], 1000);
        assert!(value < 1e-9 && (point[0] - 1.0).abs() < 1e-4, "{point:?}");
    }
}
