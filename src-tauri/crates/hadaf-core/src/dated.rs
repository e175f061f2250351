//! What each register tells of that all could see, and since when an entry has said what it says.

use jiff::civil::Date;

use crate::{
    BudgetLine, BudgetLineId, Concern, ConcernId, CostClaim, CostClaimId, Dated, Disruption, DisruptionId, Initiative,
    InitiativeId, PartialDate, Published, SourceId, Undertaking, UndertakingId,
};

/// What is the same for all records; after the number follow the day of the event and what is known by it alone.
macro_rules! dated {
    ($($record:ident ($id:ident): $happened:expr, $seen:expr;)+) => {$(
        impl Dated for $record {
            type Id = $id;

            fn number(&self) -> $id {
                self.id
            }

            fn published(&self) -> Published {
                self.published
            }

            fn earlier_of(&self) -> Option<$id> {
                self.earlier_of
            }

            fn happened(&self) -> Option<Date> {
                let happened: fn(&Self) -> Option<PartialDate> = $happened;
                happened(self).map(PartialDate::latest)
            }

            fn seen_to_happen(&self, day: Date) -> Self {
                let seen: fn(Self, Date) -> Self = $seen;
                seen(self.clone(), day)
            }

            fn placed(self, number: $id, earlier_of: Option<$id>) -> Self {
                Self { id: number, earlier_of, ..self }
            }

            fn known_since(self, published: Published) -> Self {
                Self { published, ..self }
            }
        }
    )+};
}

// An end, and how something ended, happen on a day too. Whether a date was named with the promise nobody has told.
dated! {
    Disruption (DisruptionId): |it| Some(it.start), |it, day| Self {
        end: passed(it.end, day),
        cost: None,
        cost_source: String::new(),
        source: SourceId::NEW,
        note: String::new(),
        ..it
    };
    CostClaim (CostClaimId): |_| None, |it, _| it;
    BudgetLine (BudgetLineId): |_| None, |it, _| it;
    Initiative (InitiativeId): |it| it.announced, |it, day| {
        let closed = passed(it.closed, day);
        Self {
            due: None,
            status: String::new(),
            state: it.state.filter(|_| closed.is_some()),
            closed,
            source: SourceId::NEW,
            note: String::new(),
            ..it
        }
    };
    Concern (ConcernId): |it| it.raised, |it, _| Self {
        answer: String::new(),
        status: String::new(),
        source: None,
        note: String::new(),
        ..it
    };
    Undertaking (UndertakingId): |it| it.promised, |it, day| {
        let closed = passed(it.closed, day);
        Self {
            due: None,
            status: String::new(),
            state: it.state.filter(|_| closed.is_some()),
            closed,
            source: None,
            note: String::new(),
            ..it
        }
    };
}

fn passed(date: Option<PartialDate>, day: Date) -> Option<PartialDate> {
    date.filter(|date| date.latest() <= day)
}
