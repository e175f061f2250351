//! What the repository promises about itself, read from its files.

mod arrows;
mod commands;
mod tidy;
mod words;
