//! Errors that are said where there is a catalogue.

/// An error that shows its word to those who write programs; it is said to people where there is a catalogue.
macro_rules! said_elsewhere {
    ($($error:ty),+) => {$(
        impl std::fmt::Display for $error {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.code())
            }
        }

        impl std::error::Error for $error {}
    )+};
}

pub(crate) use said_elsewhere;
