//! What could throw a sector off course, what was promised about it, and what the committee asked.

use hadaf_core::{
    BudgetLine, BudgetLineId, Concern, ConcernId, CostClaim, CostClaimId, Disruption, DisruptionId, Initiative,
    InitiativeId, Undertaking, UndertakingId,
};

use crate::table::table;

table! {
    Disruption in "disruption", ordered by "start, id", numbered (id: DisruptionId);
    start;
    end => "\"end\"";
    scope;
    kind;
    cost => "cost_mantissa", "cost_places", "cost_unit";
    cost_source;
    outage;
    region_share => "region_share_mantissa", "region_share_places";
    published => "published", "published_approximate", "seen";
    earlier_of;
    source;
    note;
}

table! {
    CostClaim in "cost_claim", ordered by "coalesce(published, seen), id", numbered (id: CostClaimId);
    disruption;
    start;
    end => "\"end\"";
    amount => "amount_mantissa", "amount_places", "unit";
    concept;
    maker;
    method;
    published => "published", "published_approximate", "seen";
    earlier_of;
    source;
    note;
}

table! {
    BudgetLine in "budget_line", ordered by "fiscal_year, body, item, id", numbered (id: BudgetLineId);
    fiscal_year;
    body;
    item;
    unit;
    allocated => "allocated_mantissa", "allocated_places";
    released => "released_mantissa", "released_places";
    spent => "spent_mantissa", "spent_places";
    through;
    published => "published", "published_approximate", "seen";
    earlier_of;
    source;
    note;
}

table! {
    Initiative in "initiative", ordered by "announced, id", numbered (id: InitiativeId);
    name;
    owner;
    announced;
    due;
    status;
    state;
    closed;
    published => "published", "published_approximate", "seen";
    earlier_of;
    source;
    note;
}

table! {
    Concern in "concern", ordered by "raised, id", numbered (id: ConcernId);
    text;
    raised_by;
    raised;
    answer;
    status;
    published => "published", "published_approximate", "seen";
    earlier_of;
    source;
    note;
}

table! {
    Undertaking in "undertaking", ordered by "due, id", numbered (id: UndertakingId);
    concern;
    text;
    promised_by;
    promised;
    due;
    status;
    state;
    closed;
    published => "published", "published_approximate", "seen";
    earlier_of;
    source;
    note;
}
