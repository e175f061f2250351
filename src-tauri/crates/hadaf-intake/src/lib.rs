//! The conversation of an import: files as they were read, a person's answers, and the workspace, into what would be
//! entered. Pure: it opens no file and writes nothing.

pub mod wire;
