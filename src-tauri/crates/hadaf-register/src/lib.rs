//! The six registers: fields, rows, what is typed into them, what the program remarks, and their findings.
//!
//! Start at [`hadaf_core::registers!`], the list of them, and at one of the files that declare one by `register!`. What is read
//! beside an entry is a [`Desk`]; what crosses the border to the window are the types whose names begin with
//! `Register`. No session: who enters and who shows hands in the book.

pub mod register;

pub use register::*;
