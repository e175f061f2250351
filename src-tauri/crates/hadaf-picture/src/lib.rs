//! Charts: from a situation to a `ChartSpec` with all its words, its table, and whose history each
//! point opens. No session: who asks hands in the situation and the fits that are remembered.
//!
//! A kind of chart is a file in `kind/` and two lines beside it: its name, and what it is drawn from.

mod draw;
mod history;
mod kind;
mod sheet;
mod table;
mod table_file;
mod theme;
mod wording;

pub use draw::{ChartPoint, ChartView, DrawnChart, Rendering, ScenarioChart, texts_of_page};
pub use history::{HistoryRequest, history_of, history_of_claim, history_of_target};
pub use kind::{
    ChartKind, Origin, no_data, no_entries, of_brief, scenario_fan, scenarios, scenarios_table, swing_cells, tornado,
    tornado_table,
};
pub use sheet::ChartSheet;
pub use table::{ChartTable, TableCell};
pub use theme::ChartTheme;
pub use wording::with_note;
