//! What each row of a sheet holds, in numbers: the ground on which tables are found.

use std::collections::HashMap;

use crate::sheet::{CellKind, Sheet, SheetCell};

use super::figure::{Figure, figure, is_number};
use super::head::{head, year_number};

/// What a row holds between two columns.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct RowLook {
    pub(crate) filled: u32,
    /// Numbers that are no years.
    pub(crate) numbers: u32,
    /// Numbers that may be years.
    pub(crate) years: u32,
    pub(crate) missing: u32,
    /// Texts and days that name a period.
    pub(crate) heads: u32,
    pub(crate) first: u32,
    pub(crate) last: u32,
    pub(crate) last_head: u32,
    /// Its years rise or fall by a few, or stay, as over columns.
    pub(crate) steady: bool,
    /// 1, 2, 3, ...: the numbers of columns.
    pub(crate) numbering: bool,
}

/// What a text is among others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Head,
    Missing,
    Number,
    Words,
}

/// What texts are, remembered: in long tables the same ones come again and again.
#[derive(Default)]
pub(crate) struct KnownTexts<'a> {
    known: HashMap<&'a str, Kind>,
}

impl<'a> KnownTexts<'a> {
    fn kind(&mut self, cell: SheetCell<'a>) -> Kind {
        // Plain numbers are told faster than remembered.
        let is_plain = cell.text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        let is_decimal = || cell.text.bytes().filter(|byte| *byte == b'.').count() == 1;
        if is_plain && cell.text.as_bytes()[0] != b'.' && (cell.text.len() < 6 || cell.text.len() < 20 && is_decimal())
            || matches!(cell.kind, CellKind::Number | CellKind::Error)
        {
            return Kind::Number;
        }
        if let Some(known) = self.known.get(cell.text) {
            return *known;
        }
        let kind = match figure(cell, false) {
            _ if head(cell.text).is_some() => Kind::Head,
            Figure::Missing => Kind::Missing,
            Figure::Number { .. } => Kind::Number,
            _ if is_number(cell) => Kind::Number,
            _ => Kind::Words,
        };
        if self.known.len() < 100_000 {
            self.known.insert(cell.text, kind);
        }
        kind
    }
}

impl RowLook {
    /// Looks at a row from `left` to `right`, the last one included.
    pub(crate) fn of<'a>(sheet: &'a Sheet, row: usize, left: usize, right: usize, texts: &mut KnownTexts<'a>) -> Self {
        let mut look = Self {
            steady: true,
            numbering: true,
            ..Self::default()
        };
        let mut last_year: Option<i16> = None;
        let mut counted = 0_i64;
        for column in left..sheet.width_of(row).min(right + 1) {
            let cell = sheet.cell(row, column);
            if cell.kind == CellKind::Empty {
                continue;
            }
            let at = u32::try_from(column).ok().unwrap_or(u32::MAX);
            if look.filled == 0 {
                look.first = at;
            }
            look.filled += 1;
            look.last = at;
            if let Some(year) = year_number(cell.text) {
                look.years += 1;
                look.last_head = at;
                look.steady &= last_year.is_none_or(|last| (year - last).abs() <= 10);
                last_year = Some(year);
                look.numbering = false;
                continue;
            }
            let kind = match cell.kind {
                CellKind::Date => Kind::Head,
                _ => texts.kind(cell),
            };
            match kind {
                Kind::Head => {
                    look.heads += 1;
                    look.last_head = at;
                    look.numbering = false;
                }
                Kind::Missing => look.missing += 1,
                Kind::Number => {
                    look.numbers += 1;
                    counted += 1;
                    let bare = cell.text.trim_matches(['(', ')']);
                    look.numbering &= bare.parse::<i64>() == Ok(counted);
                }
                Kind::Words => {}
            }
        }
        look.numbering &= counted >= 3 && u32::try_from(counted) == Ok(look.filled);
        look
    }

    pub(crate) fn is_blank(&self) -> bool {
        self.filled == 0
    }

    /// Nothing but years among its numbers, as over columns.
    pub(crate) fn is_year_row(&self) -> bool {
        self.numbers == 0 && self.steady && self.years >= 2
    }

    /// It has figures: behind a label or a period, or alone.
    pub(crate) fn is_data(&self) -> bool {
        if self.numbering || self.is_year_row() {
            return false;
        }
        let behind = self.numbers + self.missing;
        match (self.numbers, self.missing) {
            (0, 0) => self.years >= 2 && !self.steady,
            (0, _) => self.filled >= 2 && self.first != self.last && self.heads + self.years <= 2,
            _ => self.filled > 1 || behind > 1,
        }
    }

    /// It names periods over columns.
    pub(crate) fn is_period_row(&self, first_value: u32) -> bool {
        self.numbers == 0 && self.heads + self.years >= 2 && self.last_head >= first_value
    }
}
