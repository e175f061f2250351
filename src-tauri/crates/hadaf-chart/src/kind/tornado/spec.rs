//! What a tornado says.

use crate::readout::Readout;

/// What one factor does to the result.
#[derive(Debug, Clone, PartialEq)]
pub struct TornadoRow {
    /// The factor ("Capacity cut off").
    pub label: String,
    /// From its low to its high (".60 to .95").
    pub range: String,
    /// The result, on the axis, with the factor at its low.
    pub low: f64,
    /// The result, on the axis, with the factor at its high; may lie on the same side of the base.
    pub high: f64,
    /// Text at `low` ("−43").
    pub low_label: String,
    /// Text at `high` ("−27").
    pub high_label: String,
    /// What it does to the chance ("54 – 58 %").
    pub note: String,
    /// All factors together: strong, under a rule.
    pub total: bool,
    /// What is read out.
    pub readout: Readout,
}

/// A row with its index in the spec, which its read-out point names.
pub(super) type IndexedRow<'a> = (usize, &'a TornadoRow);

/// One factor at a time from its low to its high, the others central.
#[derive(Debug, Clone, PartialEq)]
pub struct TornadoPlot {
    /// The result with every factor central, on the axis.
    pub base: f64,
    /// Text on the line there ("this scenario, −36").
    pub base_label: String,
    /// The factors from the widest to the narrowest as sorted by the caller, what all of them do together last.
    pub rows: Vec<TornadoRow>,
    /// Heads of the columns: factor, low to high, effect, chance. Where the canvas is narrow the columns
    /// of ranges and chances go.
    pub heads: [String; 4],
}
