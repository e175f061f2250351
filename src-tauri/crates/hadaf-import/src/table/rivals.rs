//! Which of several columns that name periods gives those of the figures: the day on which something was paid, or the year
//! of a price base, is a period too.

use hadaf_core::{FiscalCalendar, Month};

use crate::sheet::Sheet;

use super::columns::TableColumn;
use super::head::{Head, HeadSpan, HeadYear};
use super::layout::TableArea;
use super::out::Out;
use super::reading::{CellAt, QuestionKind};
use super::roles::{ColumnRole, by_name};
use super::row_reader::RowWalk;

/// Rows whose periods are compared.
const SAMPLE: usize = 5_000;
/// The longest heading by which a column is chosen.
const LONGEST: usize = 60;

/// One column that names periods, row by row.
struct Rival {
    /// Its place among the columns.
    place: usize,
    heads: Vec<Option<Head>>,
    /// Its heading names a period.
    is_named: bool,
}

/// Takes away the columns of other periods than those of the figures: where headings name a period, all that contradict
/// them; else a person says which it is.
pub(crate) fn settle(sheet: &Sheet, area: &TableArea, columns: &mut [TableColumn], out: &mut Out<'_>) {
    let calendar = out.context.calendar;
    let is_period = |(_, column): &(usize, &TableColumn)| column.role == ColumnRole::Period;
    if columns.iter().enumerate().filter(is_period).count() < 2 {
        return;
    }
    let rival = |(place, column): (usize, &TableColumn)| Rival {
        place,
        heads: heads(sheet, area, column, calendar),
        is_named: by_name(&column.name) == Some(ColumnRole::Period),
    };
    let rivals: Vec<Rival> = columns.iter().enumerate().filter(is_period).map(rival).collect();
    let contradict = |one: &Rival, other: &Rival| {
        let mut pairs = one.heads.iter().zip(&other.heads);
        pairs.any(|pair| match pair {
            (Some(one), Some(other)) => !agree(*one, *other, &calendar),
            _ => false,
        })
    };
    let (named, others): (Vec<&Rival>, Vec<&Rival>) = rivals.iter().partition(|rival| rival.is_named);
    let is_beside = |other: &&Rival| named.iter().any(|named| contradict(named, other));
    let mut gone: Vec<usize> = others.iter().copied().filter(is_beside).map(|it| it.place).collect();
    let left: Vec<&Rival> = rivals.iter().filter(|it| !gone.contains(&it.place)).collect();
    let disputed: Vec<&Rival> = left
        .iter()
        .copied()
        .filter(|one| left.iter().any(|other| contradict(one, other)))
        .collect();
    if !disputed.is_empty() {
        let places: Vec<usize> = disputed.iter().map(|it| it.place).collect();
        let choices = choices(columns, &places);
        let first = (area.body.start, columns[places[0]].index);
        let last = (area.body.end - 1, columns[places[places.len() - 1]].index);
        let place = out.place(first, last);
        let texts: Vec<&str> = choices.iter().map(String::as_str).collect();
        let answer = out.ask(QuestionKind::PeriodColumn, place, &texts, 0);
        let chosen = choices.iter().position(|choice| *choice == answer).unwrap_or(0);
        let beside = disputed.iter().filter(|other| contradict(disputed[chosen], other));
        gone.extend(beside.map(|it| it.place));
    }
    for place in gone {
        columns[place].role = ColumnRole::Aside;
        columns[place].is_rival = true;
    }
}

/// What the rows of a column say of a period.
fn heads(sheet: &Sheet, area: &TableArea, column: &TableColumn, calendar: FiscalCalendar) -> Vec<Option<Head>> {
    let mut rows = RowWalk::new(sheet, std::slice::from_ref(column), Vec::new(), calendar);
    let read = |row: usize| rows.head(row).map(|head| head.ended(&calendar));
    area.body.clone().take(SAMPLE).map(read).collect()
}

/// How columns are chosen: by their headings, where these tell them apart, else by their letters.
fn choices(columns: &[TableColumn], places: &[usize]) -> Vec<String> {
    let headings: Vec<String> = places
        .iter()
        .map(|place| columns[*place].name.trim().to_owned())
        .collect();
    let is_clear = |(at, heading): (usize, &String)| {
        !heading.is_empty() && heading.chars().count() <= LONGEST && !headings[..at].contains(heading)
    };
    if headings.iter().enumerate().all(is_clear) {
        return headings;
    }
    let letter = |place: &usize| {
        let at = CellAt::new(0, columns[*place].index).to_string();
        format!("column {}", at.trim_end_matches(|c: char| c.is_ascii_digit()))
    };
    places.iter().map(letter).collect()
}

/// What a head says, as far as it can contradict another.
#[derive(Clone, Copy, Default)]
struct HeadPeriod {
    /// Of a year: the number of the one in which it ends, and whether a month may lie in the calendar year of this number.
    year: Option<(i16, bool)>,
    months: [Option<u8>; 2],
    quarter: Option<u8>,
}

impl HeadPeriod {
    fn of(head: Head) -> Self {
        let year = head.year.map(|year| match year {
            HeadYear::Fiscal(year) => (year, false),
            HeadYear::Named(year) | HeadYear::Bare(year) => (year, true),
        });
        let said = Self {
            year,
            ..Self::default()
        };
        let of_calendar = |year: i16, months: [Option<u8>; 2]| Self {
            year: Some((year, true)),
            months,
            quarter: None,
        };
        match head.span {
            Some(HeadSpan::Month(month)) => Self {
                months: [Some(month), None],
                ..said
            },
            Some(HeadSpan::Quarter(quarter)) => Self {
                quarter: Some(quarter),
                ..said
            },
            Some(HeadSpan::Day(day)) => of_calendar(day.year(), [u8::try_from(day.month()).ok(), None]),
            Some(HeadSpan::EitherDay(one, other, year)) => of_calendar(year, [Some(one), Some(other)]),
            Some(HeadSpan::Pair(year, month)) => of_calendar(year, [Some(month), None]),
            Some(HeadSpan::Months(..) | HeadSpan::Half(_) | HeadSpan::First(_)) | None => said,
        }
    }

    fn has_month(self) -> bool {
        self.months.iter().any(Option::is_some)
    }

    /// The years that it can mean: of the calendar, and fiscal ones by the year in which they end.
    fn years(self, calendar: &FiscalCalendar) -> Vec<(bool, i16)> {
        let Some((year, is_bare)) = self.year else {
            return Vec::new();
        };
        if !is_bare {
            return vec![(true, year)];
        }
        if !self.has_month() {
            return vec![(false, year), (true, year), (true, year + 1)];
        }
        let months = self.months.iter().flatten();
        let fiscal = months.filter_map(|month| Some(calendar.year_of(Month::new(year, *month).ok()?).year()));
        fiscal.map(|year| (true, year)).chain([(false, year)]).collect()
    }
}

/// Whether two heads can be of one period, or one of a part of the other.
fn agree(one: Head, other: Head, calendar: &FiscalCalendar) -> bool {
    // 2010-11 is a month or a year.
    let as_year = |head: Head| match head.span {
        Some(HeadSpan::Pair(year, _)) => Some(Head {
            year: Some(HeadYear::Fiscal(year + 1)),
            span: None,
            ..head
        }),
        _ => None,
    };
    let said = |head: Head| [Some(HeadPeriod::of(head)), as_year(head).map(HeadPeriod::of)];
    let (ones, others) = (said(one), said(other));
    ones.iter()
        .flatten()
        .any(|one| others.iter().flatten().any(|other| go_together(*one, *other, calendar)))
}

fn go_together(one: HeadPeriod, other: HeadPeriod, calendar: &FiscalCalendar) -> bool {
    let shares = |one: &HeadPeriod, other: &HeadPeriod| {
        let mut months = one.months.iter().flatten();
        months.any(|month| other.months.contains(&Some(*month)))
    };
    if one.has_month() && other.has_month() && !shares(&one, &other) {
        return false;
    }
    if let (Some(one), Some(other)) = (one.quarter, other.quarter)
        && one != other
    {
        return false;
    }
    let lies_in = |quarter: u8, months: &HeadPeriod| {
        months.months.iter().flatten().any(|month| {
            let of_calendar = (month - 1) / 3 + 1;
            let of_fiscal = (12 + month - calendar.start_month()) % 12 / 3 + 1;
            quarter == of_calendar || quarter == of_fiscal
        })
    };
    let is_outside = |quarter: Option<u8>, months: &HeadPeriod| {
        quarter.is_some_and(|quarter| months.has_month() && !lies_in(quarter, months))
    };
    if is_outside(one.quarter, &other) || is_outside(other.quarter, &one) {
        return false;
    }
    match (one.year, other.year) {
        (Some((left, left_bare)), Some((right, right_bare))) => {
            let alike = one.has_month() == other.has_month() && one.quarter.is_some() == other.quarter.is_some();
            if alike && left_bare == right_bare {
                return left == right;
            }
            let years = one.years(calendar);
            other.years(calendar).iter().any(|year| years.contains(year))
        }
        _ => true,
    }
}
