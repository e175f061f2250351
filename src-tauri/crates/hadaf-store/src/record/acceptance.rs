//! Findings of the check that somebody let stand.

use hadaf_core::{Acceptance, AcceptanceId};

use crate::table::table;

table! {
    Acceptance in "acceptance", ordered by "id", numbered (id: AcceptanceId);
    kind;
    series;
    period;
    about;
    anyway;
    because;
    accepted_by;
    accepted_at;
}
