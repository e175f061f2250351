//! Which columns name the series of a row.

use std::collections::HashSet;

use crate::sheet::Sheet;

use super::columns::TableColumn;
use super::layout::TableArea;
use super::roles::{ColumnRole, names_series};

/// Rows that are looked at.
const SAMPLE: usize = 5_000;

/// The columns whose texts tell one series from another: no more than are needed.
pub(crate) fn label_columns(sheet: &Sheet, area: &TableArea, columns: &[TableColumn]) -> Vec<usize> {
    let of = |role: ColumnRole| {
        columns
            .iter()
            .filter(move |column| column.role == role)
            .collect::<Vec<_>>()
    };
    let mut candidates = of(ColumnRole::Label);
    if candidates.is_empty() {
        // Numbers that name each row anew name no series.
        let has_letters = |column: &&TableColumn| {
            let mut rows = area.body.clone().take(SAMPLE);
            rows.any(|row| sheet.cell(row, column.index).text.contains(char::is_alphabetic))
        };
        candidates = of(ColumnRole::Code).into_iter().filter(has_letters).collect();
    }
    if candidates.len() < 2 {
        return candidates.iter().map(|column| column.index).collect();
    }
    let rows = || area.body.clone().take(SAMPLE);
    let distinct = |column: &TableColumn| {
        let texts = rows()
            .map(|row| sheet.cell(row, column.index).text)
            .filter(|text| !text.is_empty());
        texts.collect::<HashSet<&str>>().len()
    };
    let counts: Vec<(&TableColumn, usize)> = candidates.iter().map(|column| (*column, distinct(column))).collect();
    let varied: Vec<&TableColumn> = counts
        .iter()
        .filter(|(_, count)| *count > 1)
        .map(|(column, _)| *column)
        .collect();
    match varied[..] {
        [] => {
            let ranked = candidates
                .iter()
                .filter_map(|column| Some((names_series(&column.name)?, column)));
            let named = ranked.min_by_key(|(rank, _)| *rank).map(|(_, column)| column);
            let best = named.or(candidates.last()).map(|column| column.index);
            return best.into_iter().collect();
        }
        [one] => return vec![one.index],
        _ => {}
    }
    let joined = rows().map(|row| {
        let texts = varied.iter().map(|column| sheet.cell(row, column.index).text);
        texts.collect::<Vec<&str>>().join("\n")
    });
    let all = joined.collect::<HashSet<String>>().len();
    let alone = |column: &&&TableColumn| {
        counts
            .iter()
            .any(|(known, count)| known.index == column.index && *count == all)
    };
    let ranked = varied
        .iter()
        .filter(alone)
        .filter_map(|column| Some((names_series(&column.name)?, column)));
    let named = ranked.min_by_key(|(rank, _)| *rank).map(|(_, column)| column);
    match named.or_else(|| varied.iter().find(alone)) {
        Some(one) => vec![one.index],
        None => varied.iter().map(|column| column.index).collect(),
    }
}
