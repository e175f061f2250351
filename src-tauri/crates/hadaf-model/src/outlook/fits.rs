//! What is dear to compute, remembered for every workspace of a session: found by what it rests on, so that a change
//! of the data is another question and nothing has to be invalidated.

use std::sync::Arc;

use super::{Outlook, Record, SectorFamily};
use crate::error::FitError;
use crate::memo::Memo;

/// Outlooks that are remembered: about 2 MB each, 8 MB with a claim far ahead.
const OUTLOOKS: usize = 8;
/// Families that are remembered: about 2 MB for each part.
const FAMILIES: usize = 2;
/// Records that are remembered.
const RECORDS: usize = 8;

/// The remembered fits of a session.
#[derive(Debug)]
pub struct Fits {
    pub(crate) outlooks: Memo<Result<Arc<Outlook>, FitError>>,
    /// The parts of a total, drawn jointly with it; none where no part can be.
    pub(crate) families: Memo<Option<Arc<SectorFamily>>>,
    /// Within how many percent of a claim a year is too close to call.
    pub(crate) margins: Memo<f64>,
    pub(crate) records: Memo<Result<Arc<Record>, FitError>>,
}

impl Default for Fits {
    fn default() -> Self {
        Self {
            outlooks: Memo::new(OUTLOOKS),
            families: Memo::new(FAMILIES),
            margins: Memo::new(OUTLOOKS),
            records: Memo::new(RECORDS),
        }
    }
}
