//! When figures became known, as the person who enters them knows it.

pub(super) use hadaf_intake::Publication;
