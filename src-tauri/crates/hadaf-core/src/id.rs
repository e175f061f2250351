//! Numbers that a workspace gives to its records, each a type of its own: a concern is no disruption.

/// Declares such numbers; that of a register's entries stands beside its record.
macro_rules! numbered_ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl $name {
            /// Of a record that has no number yet: it gets one when it is added.
            pub const NEW: Self = Self(0);
        }

        impl From<i64> for $name {
            fn from(number: i64) -> Self {
                Self(number)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(&self.0, f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::num::ParseIntError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )+};
}

numbered_ids!(
    /// Number of a source.
    SourceId,
    /// Number of an observation; on one day a higher number is later.
    ObservationId,
    /// Number of a typing error that was put right.
    CorrectionId,
    /// Number of a finding of the check that was accepted.
    AcceptanceId,
    /// Number of a finding about the condition of a claim.
    ConditionFindingId,
    /// Number of what was said of imported files of one layout.
    ImportLayoutId,
    /// Number of a decision which source to read.
    PreferenceId,
    /// Number of an entry of the journal; they count up from 1, and a dropped entry keeps its own.
    JournalEntryId,
);

impl ObservationId {
    /// Of the figure of a derived series, which is stored nowhere: these count down.
    pub(crate) const fn calculated(place: i64) -> Self {
        Self(-1 - place)
    }

    /// Whether it is that of a figure of a derived series, worked out by a formula.
    pub const fn is_calculated(self) -> bool {
        self.0 < 0
    }
}

pub(crate) use numbered_ids;

#[cfg(test)]
mod tests {
    use crate::ConcernId;

    #[test]
    fn an_id_is_written_as_its_number() {
        assert_eq!("42".parse(), Ok(ConcernId(42)));
        assert_eq!(ConcernId::from(42).to_string(), "42");
        assert!("4 2".parse::<ConcernId>().is_err());
    }
}
