//! What was said about a year, how the statements hang together, and whether their conditions held.

use hadaf_core::{Claim, ClaimId, ConditionFinding, ConditionFindingId, Lineage};

use crate::table::table;

table! {
    Claim in "claim", ordered by "fiscal_year, coalesce(announced, announced_latest, seen), id", named (id: ClaimId);
    series;
    kind;
    fiscal_year;
    value => "value_mantissa", "value_places";
    value_high => "value_high_mantissa", "value_high_places";
    unit;
    announced;
    announced_approx;
    announced_latest;
    seen;
    maker;
    office;
    conditions;
    note;
    source;
    page;
    quote;
    official;
    standing;
    not_scorable;
    entered_by;
    entered_at;
}

table! {
    Lineage in "claim_lineage", ordered by "later, earlier", named (from: ClaimId => "later", to: ClaimId => "earlier");
    kind;
}

table! {
    ConditionFinding in "condition_finding", ordered by "claim, judged, id", numbered (id: ConditionFindingId);
    claim;
    condition;
    disruption;
    met;
    evidence;
    source;
    judged;
    entered_by;
    entered_at;
}
