//! One declaration for each table: a line for each field with the columns that it lies in. Reading,
//! writing, key and numbering follow from it; how a field's type becomes columns says
//! [`Stored`](crate::codec::Stored).

use std::fmt::Display;

use rusqlite::types::Value;

use crate::codec::{Cells, Stored};

/// How a record lies in its table. Written by [`table!`] only.
pub trait Layout: Sized {
    /// The table, which is also the word for one row of it.
    const TABLE: &'static str;
    /// The columns of the key, for each of its fields.
    const KEY: &'static [&'static [&'static str]];
    /// All other columns, for each field.
    const COLUMNS: &'static [&'static [&'static str]];
    /// The columns by which a list is ordered.
    const ORDER: &'static str;
    /// What names one row.
    type Key: Clone + Stored;

    /// What names this row.
    fn key(&self) -> Self::Key;

    /// Appends one value for each column of [`Layout::COLUMNS`].
    fn write(&self, values: &mut Vec<Value>);

    /// Takes the cells of [`Layout::KEY`], then those of [`Layout::COLUMNS`].
    ///
    /// # Errors
    /// As [`Stored::read`].
    fn read(cells: &mut Cells<'_>) -> rusqlite::Result<Self>;

    /// The statements of this table.
    fn statements() -> &'static Statements;
}

/// What a workspace keeps many of: `Sector`, `Series`, `Source`, `Observation`, `Correction`, `Claim`, `Lineage`,
/// `Disruption`, `BudgetLine`, `Initiative`, `Concern`, `Undertaking`,
/// `ConditionFinding`, `CostClaim`, `Scenario`, `ImportLayout`, `Acceptance`, `SourceDocument`, `DocumentContent`,
/// `Preference`.
pub trait TableRow: Layout {}
impl<T: Layout> TableRow for T {}

/// A record that is named from outside: `Sector`, `Series`, `Claim`, `Lineage`, `Scenario` by people, `SourceDocument` and
/// `DocumentContent` by their bytes.
pub trait Named: TableRow {}

/// A record that the workspace numbers. Its `id` counts only when it is amended.
pub trait Numbered: TableRow<Key: From<i64> + Display> {
    /// The key of the record with this number.
    fn numbered(id: i64) -> Self::Key {
        id.into()
    }
}

/// The statements that one table needs, put together once. The key is `?1` and, for a key of two
/// columns, `?2`; the other columns follow in order.
#[derive(Debug)]
pub struct Statements {
    /// Key and fields of all rows; a condition or an order may follow.
    pub(crate) select: String,
    /// All rows, in order.
    pub(crate) list: String,
    /// The row of a key.
    pub(crate) get: String,
    /// How many rows there are.
    pub(crate) count: String,
    /// A row of this key, new or with new content.
    pub(crate) put: String,
    /// A new row, whose key SQLite numbers: the fields alone are bound.
    pub(crate) add: String,
    /// New content for the row of a key.
    pub(crate) amend: String,
    /// Away with the row of a key.
    pub(crate) remove: String,
}

impl Statements {
    pub(crate) fn of<R: Layout>() -> Self {
        let (table, key, fields) = (R::TABLE, R::KEY.concat(), R::COLUMNS.concat());
        let all = [&key[..], &fields].concat();
        let slots = |count: usize| list(&vec!["?"; count], str::to_owned);
        let is_key = (1..).zip(&key).map(|(number, column)| format!("{column} = ?{number}"));
        let is_key = is_key.collect::<Vec<_>>().join(" AND ");
        let fields_after = (key.len() + 1..).zip(&fields);
        let changed: Vec<String> = fields_after
            .map(|(number, column)| format!("{column} = ?{number}"))
            .collect();
        let plain = |columns: &[&str]| list(columns, str::to_owned);
        let select = format!("SELECT {} FROM {table}", plain(&all));
        Self {
            list: format!("{select} ORDER BY {}", R::ORDER),
            get: format!("{select} WHERE {is_key}"),
            count: format!("SELECT count(*) FROM {table}"),
            put: format!(
                "INSERT INTO {table} ({}) VALUES ({}) ON CONFLICT ({}) DO UPDATE SET {}",
                plain(&all),
                slots(all.len()),
                plain(&key),
                list(&fields, |column| format!("{column} = excluded.{column}")),
            ),
            add: format!(
                "INSERT INTO {table} ({}) VALUES ({})",
                plain(&fields),
                slots(fields.len())
            ),
            amend: format!("UPDATE {table} SET {} WHERE {is_key}", changed.join(", ")),
            remove: format!("DELETE FROM {table} WHERE {is_key}"),
            select,
        }
    }
}

fn list(columns: &[&str], as_written: impl Fn(&str) -> String) -> String {
    let written: Vec<String> = columns.iter().map(|column| as_written(column)).collect();
    written.join(", ")
}

/// The columns that a field's type takes, for the check of a declaration.
pub(crate) const fn width<R, T: Stored>(_field: fn(&R) -> &T) -> usize {
    T::WIDTH
}

/// Declares the table of a record.
///
/// ```text
/// table! {
///     Claim in "claim", ordered by "fiscal_year, id", named (id: ClaimId);
///     series;                                           one column of the field's name
///     value => "value_mantissa", "value_places";        columns that are named
/// }
/// ```
///
/// A field behind a `+` is no part of the row: it reads as its default, and whoever reads the workspace sets it.
/// `named` keys are given by people, `numbered` ones by the workspace. It does not compile unless
/// every field of the record is listed and has as many columns as its type takes.
macro_rules! table {
    (
        $record:ident in $table:literal, ordered by $order:literal,
        $kind:ident ($($key:ident: $key_type:ty $(=> $key_column:literal)?),+);
        $($field:ident $(=> $($column:literal),+)?;)+
        $(+ $beside:ident;)*
    ) => {
        impl $crate::table::Layout for $record {
            const TABLE: &'static str = $table;
            const KEY: &'static [&'static [&'static str]] =
                &[$($crate::table::columns!($key $(=> $key_column)?)),+];
            const COLUMNS: &'static [&'static [&'static str]] =
                &[$($crate::table::columns!($field $(=> $($column),+)?)),+];
            const ORDER: &'static str = $order;
            type Key = $crate::table::key_type!($($key_type),+);

            fn key(&self) -> Self::Key {
                ($(Clone::clone(&self.$key)),+)
            }

            fn write(&self, values: &mut Vec<rusqlite::types::Value>) {
                $(
                    const {
                        let columns: &[&str] = $crate::table::columns!($field $(=> $($column),+)?);
                        assert!(
                            columns.len() == $crate::table::width(|record: &$record| &record.$field),
                            concat!(stringify!($field), " has other columns than its type takes"),
                        );
                    }
                    $crate::codec::Stored::write(&self.$field, values);
                )+
            }

            fn read(cells: &mut $crate::codec::Cells<'_>) -> rusqlite::Result<Self> {
                Ok(Self {
                    $($key: $crate::codec::Stored::read(cells)?,)+
                    $($field: $crate::codec::Stored::read(cells)?,)+
                    $($beside: Default::default(),)*
                })
            }

            fn statements() -> &'static $crate::table::Statements {
                static STATEMENTS: std::sync::LazyLock<$crate::table::Statements> =
                    std::sync::LazyLock::new($crate::table::Statements::of::<$record>);
                &STATEMENTS
            }
        }

        $crate::table::keyed!($kind $record $($key_type),+);
    };
}

/// The columns of a field: those that are named, or one of its own name.
macro_rules! columns {
    ($field:ident) => {
        &[stringify!($field)]
    };
    ($field:ident => $($column:literal),+) => {
        &[$($column),+]
    };
}

/// One type as it is, two as a pair.
macro_rules! key_type {
    ($one:ty) => {
        $one
    };
    ($one:ty, $other:ty) => {
        ($one, $other)
    };
}

/// Who gives a record its key.
macro_rules! keyed {
    (named $record:ident $($key_type:ty),+) => {
        impl $crate::table::Named for $record {}
    };
    (numbered $record:ident $key_type:ty) => {
        impl $crate::table::Numbered for $record {}
        $crate::codec::as_number!($key_type);
    };
}

pub(crate) use {columns, key_type, keyed, table};
