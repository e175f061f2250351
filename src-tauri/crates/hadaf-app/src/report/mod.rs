//! From the session to what the command line prints: reads what a call asks for, and has `hadaf-report` make a report
//! of it. The registers are reported here, since a register says itself how it is shown, and so is what is written to
//! files.

mod leaving;
mod risks;
mod table;
mod verbs;

pub use leaving::{DataExport, ExportFormatView, ExportRequest, ExportView};
pub use risks::{ListedRegister, RegisterEntry, Risks, plan_text};
pub use table::{LeftOut, TableForecast, TableForecastRequest};
pub use verbs::{ClaimsListRequest, ForecastRequest, ShowRequest};
