//! One declaration for each register: a line for each field. Table, form, JSON, command line and the reading of what was
//! typed follow from it, and so does what is the same for all registers: number, source, where the book has the entries.

use hadaf_core::{Register, SourceId};
use hadaf_error::Result;
use hadaf_model::Book;
use hadaf_store::Numbered;

use super::{Field, RegisterKind, Typed};

/// The fields of a register. Written by `register!` only.
pub trait Fields: Numbered + Clone + 'static {
    /// Which register.
    const KIND: RegisterKind;
    /// All fields, in the order of the table.
    const FIELDS: &'static [Field<Self>];
    /// Whether an entry must name a source.
    const NEEDS_SOURCE: bool;

    /// Its entries, in order of time, and what they said before.
    fn register(book: &Book) -> &Register<Self>;
    /// The number of its source; none where it names none.
    fn source(&self) -> Option<SourceId>;
    /// Names its source.
    fn set_source(&mut self, source: Option<SourceId>);

    /// Reads an entry: a new one, or `before` as it was amended. The source stays what it was.
    ///
    /// # Errors
    /// [`Code::Word`](hadaf_error::Code::Word), [`Code::Number`](hadaf_error::Code::Number), [`Code::Date`](hadaf_error::Code::Date) or
    /// [`Code::Period`](hadaf_error::Code::Period) for a field that cannot be read, [`Code::Refused`](hadaf_error::Code::Refused) for
    /// one that refers to an entry that is not there.
    fn entered(typed: &Typed<'_>, before: Option<&Self>) -> Result<Self>;
}

/// The source of an entry, which some registers demand.
pub(crate) trait Sourced {
    const NEEDED: bool;

    fn of(source: Option<SourceId>) -> Self;
}

impl Sourced for SourceId {
    const NEEDED: bool = true;

    fn of(source: Option<SourceId>) -> Self {
        source.unwrap_or(Self::NEW)
    }
}

impl Sourced for Option<SourceId> {
    const NEEDED: bool = false;

    fn of(source: Option<SourceId>) -> Self {
        source
    }
}

/// Whether a source of this type must be named, for the declaration.
pub(super) const fn needs_source<E, S: Sourced>(_source: fn(&E) -> &S) -> bool {
    S::NEEDED
}

/// Declares a register.
///
/// ```text
/// register! {
///     Initiative of Initiatives in initiatives;                   the type, its register, where the book has them
///     owner.optional();                                           a field of the record, and what is special about it
///     amount: Amount => amount: value, unit: unit;                one that is entered in two parts, each with its name
///     computed overdue_days(|entry, desk| days(entry, desk));     a number that the program works out
/// }
/// ```
///
/// After `keeping` stand fields that no form shows: an amended entry keeps them. It does not compile unless every
/// field of the record is listed.
//
// Takes line after line and gathers two lists: what `FIELDS` holds, and how the record is put together from what was
// typed. `typed` and `before` are handed on, as a name means the same only within one expansion.
macro_rules! register {
    ($record:ident of $kind:ident in $place:ident $(keeping $($kept:ident),+)?; $($lines:tt)+) => {
        $crate::register::register! {
            @ ($record $kind $place ($($($kept)+)?) typed before) () () $($lines)+
        }
    };

    (
        @ $head:tt ($($fields:tt)*) $read:tt
        computed $name:ident($value:expr) $(.$method:ident($($argument:tt)*))*; $($lines:tt)*
    ) => {
        $crate::register::register! {
            @ $head
            ($($fields)* $crate::register::Field::computed(stringify!($name), $value)$(.$method($($argument)*))*,)
            $read
            $($lines)*
        }
    };

    (
        @ ($record:ident $kind:ident $place:ident $kept:tt $typed:ident $before:ident) ($($fields:tt)*) ($($read:tt)*)
        $whole:ident: $type:ident => $($name:ident: $part:ident),+; $($lines:tt)*
    ) => {
        $crate::register::register! {
            @ ($record $kind $place $kept $typed $before)
            ($($fields)* $($crate::register::field!($record, $name, $whole.$part),)+)
            (
                $($read)*
                $whole: $type {
                    $($part: $typed.read($crate::register::name!($name), $before.map(|entry| &entry.$whole.$part))?),+
                },
            )
            $($lines)*
        }
    };

    (
        @ ($record:ident $kind:ident $place:ident $kept:tt $typed:ident $before:ident) ($($fields:tt)*) ($($read:tt)*)
        $name:ident $(.$method:ident($($argument:tt)*))*; $($lines:tt)*
    ) => {
        $crate::register::register! {
            @ ($record $kind $place $kept $typed $before)
            ($($fields)* $crate::register::field!($record, $name, $name)$(.$method($($argument)*))*,)
            ($($read)* $name: $typed.read($crate::register::name!($name), $before.map(|entry| &entry.$name))?,)
            $($lines)*
        }
    };

    (
        @ ($record:ident $kind:ident $place:ident ($($kept:ident)*) $typed:ident $before:ident)
        ($($fields:tt)*) ($($read:tt)*)
    ) => {
        // A field without its words does not compile.
        const _: &[$crate::register::Field<$record>] = <$record as $crate::register::Fields>::FIELDS;

        impl $crate::register::Fields for $record {
            const KIND: $crate::register::RegisterKind = $crate::register::RegisterKind::$kind;
            const FIELDS: &'static [$crate::register::Field<Self>] = &[$($fields)*];
            const NEEDS_SOURCE: bool = $crate::register::needs_source(|entry: &$record| &entry.source);

            fn register(book: &hadaf_model::Book) -> &hadaf_core::Register<Self> {
                &book.$place
            }

            fn source(&self) -> Option<hadaf_core::SourceId> {
                self.source.into()
            }

            fn set_source(&mut self, source: Option<hadaf_core::SourceId>) {
                self.source = $crate::register::Sourced::of(source);
            }

            fn entered(
                $typed: &$crate::register::Typed<'_>,
                $before: Option<&Self>,
            ) -> hadaf_error::Result<Self> {
                $typed.check(Self::FIELDS)?;
                Ok(Self {
                    id: $before.map_or_else(|| <Self as hadaf_store::Numbered>::numbered(0), |entry| entry.id),
                    source: $before.map_or($crate::register::Sourced::of(None), |entry| entry.source),
                    $($kept: $before.map(|entry| entry.$kept.clone()).unwrap_or_default(),)*
                    $($read)*
                })
            }
        }
    };
}

/// A field that is entered, at its place in the record.
macro_rules! field {
    ($record:ident, $name:ident, $($place:ident).+) => {
        $crate::register::Field::entered(
            stringify!($name),
            |entry: &$record| &entry.$($place).+,
            |entry: &$record| $crate::register::Entered::text(&entry.$($place).+),
            |entry: &$record, desk: &$crate::register::Desk<'_>| {
                $crate::register::Entered::shown(&entry.$($place).+, desk)
            },
        )
    };
}

/// What a field is called, known when it is compiled.
macro_rules! name {
    ($name:ident) => {
        const { $crate::register::FieldName::of(stringify!($name)) }
    };
}

pub(crate) use {field, name, register};
