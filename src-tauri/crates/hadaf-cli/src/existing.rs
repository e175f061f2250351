//! What is done with a file that is there already.

use hadaf_app::Existing;

/// Whether it may be replaced.
pub(crate) fn existing(force: bool) -> Existing {
    if force { Existing::Replace } else { Existing::Keep }
}
