//! A chart's spec with what belongs to it.

use hadaf_chart::{ChartSpec, Plot};

use crate::history::HistoryRequest;
use crate::table::ChartTable;

/// A spec with what belongs to it.
#[derive(Debug)]
pub struct ChartSheet<P = Plot> {
    /// The plot with its frame.
    pub spec: ChartSpec<P>,
    /// The numbers behind it.
    pub table: ChartTable,
    /// Whose history each read-out point opens, by lane and index.
    pub(crate) histories: Vec<Vec<Option<HistoryRequest>>>,
}

impl<P> ChartSheet<P> {
    /// The same with another plot: from one kind to [`Plot`].
    pub(crate) fn map<Q>(self, plot: impl FnOnce(P) -> Q) -> ChartSheet<Q> {
        ChartSheet {
            spec: self.spec.map(plot),
            table: self.table,
            histories: self.histories,
        }
    }
}
