//! The formula of an outage with its numbers, every factor central.

use hadaf_forecast::scenario::Explanation;

use crate::Format;

/// Line by line, for the first month hit: in signs, in numbers, and what comes out.
pub fn formula_lines(explained: &Explanation, format: Format) -> Vec<[String; 3]> {
    let Some(month) = explained.months.first() else {
        return Vec::new();
    };
    let words = format.words;
    let number = |value: f64, places| format.rounded(value, places);
    let line = |formula: String, numbers: String, result: String| [formula, numbers, result];
    let exports = month.exports.unwrap_or_default();
    let lost = say!(words, "formula-lost");
    let mut lines = vec![
        line(
            say!(words, "formula-w", month = format.month(month.month)),
            format!("{} ÷ {}", number(month.hit, 1), number(month.days, 1)),
            number(month.w, 2),
        ),
        line(
            say!(words, "formula-share"),
            format!(
                "{} × {} × {}",
                number(month.w, 2),
                number(explained.capacity, 2),
                number(explained.live, 2)
            ),
            number(month.share, 3),
        ),
        line(
            say!(words, "formula-made-up"),
            format!(
                "{} × e^(−({} − 1) ÷ {})",
                number(explained.recovered_first, 2),
                number(explained.days, 0),
                number(explained.recovery_days, 1)
            ),
            number(explained.recovered, 2),
        ),
        line(
            lost,
            format!(
                "{} × {} × (1 − {})",
                number(exports, 0),
                number(month.share, 3),
                number(explained.recovered, 2)
            ),
            number(month.lost, 1),
        ),
    ];
    if explained.months.len() > 1 {
        lines.push(line(
            say!(words, "formula-all-months", count = explained.months.len()),
            explained
                .months
                .iter()
                .map(|month| number(month.lost, 1))
                .collect::<Vec<_>>()
                .join(" + "),
            number(explained.lost, 1),
        ));
    }
    lines.push(line(
        say!(words, "formula-receipts"),
        [explained.lost, explained.clients, explained.paid_after]
            .map(|part| taken(part, format))
            .join(" "),
        format.signed(explained.receipts, 1),
    ));
    lines
}

/// "− 34.2", or "+ 0.6" for what is less than nothing.
fn taken(part: f64, format: Format) -> String {
    let sign = if part < 0.0 { '+' } else { '−' };
    format!("{sign} {}", format.rounded(part.abs(), 1))
}
