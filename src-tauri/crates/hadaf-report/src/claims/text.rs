//! `hadaf claims` for the eye.

use hadaf_core::{ClaimKind, FiscalYear};
use hadaf_model::ScoredClaim;

use super::ClaimsFilter;
use hadaf_words::{ClaimWords, claim_amount, entry_sign, said, say, say_of};

/// The finding, the claims that a filter takes in columns, the record in sentences, and where officials disagree.
/// `record` is the sentence on past chances, without which no chance stands.
pub fn claims_text(words: &ClaimWords<'_>, filter: &ClaimsFilter, record: String) -> String {
    let entries = words.claims.entries().into_iter();
    let rows: Vec<[String; COLUMNS]> = entries
        .filter(|entry| filter.takes(entry))
        .map(|entry| row(words, entry))
        .collect();
    let mut lines = vec![words.finding(), String::new()];
    lines.extend(aligned(&heads(words), &rows));
    lines.push(String::new());
    lines.extend(
        sentences(words)
            .into_iter()
            .chain([record])
            .filter(|line| !line.is_empty()),
    );
    lines.extend(words.claims.disagreeing().iter().map(|year| disagreement(words, year)));
    lines.join("\n")
}

const COLUMNS: usize = 9;

fn heads(words: &ClaimWords<'_>) -> [String; COLUMNS] {
    let [year, amount, kind, maker, said, outturn, off, outcome] = words.heads();
    let id = say!(words.format.words, "claims-head-id");
    [id, year, amount, kind, maker, said, outturn, off, outcome]
}

fn row(words: &ClaimWords<'_>, entry: ScoredClaim<'_>) -> [String; COLUMNS] {
    let (claim, score, format) = (entry.claim, entry.score, words.format);
    let times = words.times(entry);
    let maker = match times.as_str() {
        "" => claim.maker.clone(),
        times => format!("{}, {times}", claim.maker),
    };
    let outcome = format!("{} {}", entry_sign(score), words.outcome_words(entry));
    [
        claim.id.to_string(),
        claim.fiscal_year.map_or_else(String::new, |year| format.year(year)),
        words.amount(claim),
        say_of!(format.words, "kind-{}", ClaimKind, claim.kind),
        maker,
        said(format, claim),
        words.outturn(score.latest.outturn),
        words.off(score.latest.error_percent),
        match words.chance(entry) {
            Some(chance) => format!("{outcome}, {}", chance.frequency),
            None => outcome,
        },
    ]
}

/// The record of official claims.
fn sentences(words: &ClaimWords<'_>) -> Vec<String> {
    let rate = words.rate();
    let mut sentences = Vec::new();
    if !rate.is_empty() {
        sentences.push(format!("{rate} {}", words.rate_label()));
        sentences.push(words.rate_interval());
        sentences.push(words.left_out());
    }
    sentences.extend(words.errors_in_sentences());
    sentences.push(words.naive_note());
    sentences
}

fn disagreement(words: &ClaimWords<'_>, (year, entries): &(FiscalYear, Vec<ScoredClaim<'_>>)) -> String {
    let format = words.format;
    let statement = |entry: &ScoredClaim<'_>| {
        let kind = say_of!(format.words, "kind-{}", ClaimKind, entry.claim.kind).to_lowercase();
        let unit = words.claims.situation.series.unit;
        let value = entry.score.value;
        let value = value.map_or_else(String::new, |low| claim_amount(format, entry.claim, low, unit));
        format!("{value} {kind} ({}, {})", entry.claim.maker, said(format, entry.claim))
    };
    let statements: Vec<String> = entries.iter().map(statement).collect();
    format!("{year}: {}", statements.join("; "))
}

/// Columns of equal width; amounts, totals and differences to the right.
fn aligned(head: &[String; COLUMNS], rows: &[[String; COLUMNS]]) -> Vec<String> {
    const RIGHT: [usize; 3] = [2, 6, 7];
    let width = |column: usize| {
        let cells = rows.iter().map(|row| &row[column]).chain([&head[column]]);
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: [usize; COLUMNS] = std::array::from_fn(width);
    let line = |row: &[String; COLUMNS]| {
        let cells = row
            .iter()
            .zip(widths)
            .enumerate()
            .map(|(column, (cell, width))| match RIGHT.contains(&column) {
                true => format!("{cell:>width$}"),
                false => format!("{cell:<width$}"),
            });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    [head].into_iter().chain(rows).map(line).collect()
}
