//! What should have been done by now.

use jiff::civil::Date;

use crate::{Initiative, PartialDate, State, Undertaking};

/// How something promised stands to its due date on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// No due date was named.
    NoDate,
    /// Done or dropped by the day.
    Closed,
    /// So many days until the last day on which it can be due; 0 on that day.
    In(u32),
    /// So many days after the last day on which it could be due.
    Overdue(u32),
}

impl Due {
    /// Reads a due date on a day. One known only to the month or year is overdue after its last day:
    /// only then is it sure. What is done or dropped is closed from the last day that `closed` can
    /// be; without that date, always.
    pub fn read(due: Option<PartialDate>, state: Option<State>, closed: Option<PartialDate>, day: Date) -> Self {
        let over = matches!(state, Some(State::Done | State::Dropped));
        if over && closed.is_none_or(|closed| closed.latest() <= day) {
            return Self::Closed;
        }
        let Some(due) = due else { return Self::NoDate };
        let days = |from: Date, to: Date| u32::try_from((to - from).get_days()).expect("the later day comes second");
        let last = due.latest();
        if day > last {
            Self::Overdue(days(last, day))
        } else {
            Self::In(days(day, last))
        }
    }

    /// It should have been done by now.
    pub fn is_overdue(self) -> bool {
        matches!(self, Self::Overdue(_))
    }
}

impl Initiative {
    /// How it stands to its due date on a day.
    pub fn due_on(&self, day: Date) -> Due {
        Due::read(self.due, self.state, self.closed, day)
    }
}

impl Undertaking {
    /// How it stands to its due date on a day.
    pub fn due_on(&self, day: Date) -> Due {
        Due::read(self.due, self.state, self.closed, day)
    }
}
