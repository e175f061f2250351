//! A chart that the spreadsheet draws itself from cells of a sheet.

/// How the numbers are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum NativeKind {
    /// Lines over months; a month without a number is a gap.
    Months,
    /// The same over quarters.
    Quarters,
    /// Columns for fiscal years, targets as points.
    Years,
}

/// A chart of some rows of the sheet of its kind. Rows and columns are counted from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NativeChart {
    pub(crate) kind: NativeKind,
    /// The cell whose text is the title: a text of the data could be taken for a reference to a cell.
    pub(crate) title: (u32, u16),
    /// The unit, beside the axis.
    pub(crate) unit: String,
    /// First and last row.
    pub(crate) rows: (u32, u32),
    /// The column of months, quarters or years.
    pub(crate) categories: u16,
    /// The column of values, and the cell that names them.
    pub(crate) values: (u16, (u32, u16)),
    /// The column of targets, and the cell that names them; none where there are no targets.
    pub(crate) targets: Option<(u16, (u32, u16))>,
    /// The axis starts at nought: columns that do not are no measure. Not where a value is below it.
    pub(crate) from_zero: bool,
    /// What it shows, for those who do not see it.
    pub(crate) told: String,
}
