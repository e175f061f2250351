//! Last season again.

/// Repeats the last season; with less than a season, the last value. Empty input gives zeros.
pub fn seasonal_naive(values: &[f64], season: usize, horizon: usize) -> Vec<f64> {
    let last = values.last().copied().unwrap_or(0.0);
    (0..horizon)
        .map(|h| {
            let back = season.max(1);
            if values.len() < back {
                last
            } else {
                values[values.len() - back + h % back]
            }
        })
        .collect()
}
