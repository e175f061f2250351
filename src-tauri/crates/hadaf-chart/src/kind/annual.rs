//! Fiscal years.
use crate::error::Result;
use crate::scene::Scene;
use crate::spec::{Annual, Size, Theme};
pub(crate) fn lay_out(_: &Annual, _: Size, _: Theme) -> Result<Scene> {
    unimplemented!()
}
