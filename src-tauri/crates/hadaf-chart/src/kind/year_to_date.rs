//! Running totals.
use crate::error::Result;
use crate::scene::Scene;
use crate::spec::{Size, Theme, YearToDate};
pub(crate) fn lay_out(_: &YearToDate, _: Size, _: Theme) -> Result<Scene> {
    unimplemented!()
}
