//! Decisions which of several sources is read for a period.

use hadaf_core::{Preference, PreferenceId};

use crate::table::table;

table! {
    Preference in "preference", ordered by "id", numbered (id: PreferenceId);
    series;
    period;
    source;
    reason;
    preferred_by;
    preferred_at;
}
