//! Where a number was read.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::SourceId;

/// A document in which values were read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Its number.
    pub id: SourceId,
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// URL; may be empty.
    pub address: String,
    /// Page, table or cell; may be empty.
    pub page: String,
    /// The day on which it was read.
    pub retrieved: Option<Date>,
    /// SHA-256 of the file kept with the workspace, in hexadecimal.
    pub file_hash: Option<String>,
    /// Anything to know about it.
    pub note: String,
}
