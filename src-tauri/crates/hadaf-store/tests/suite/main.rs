//! The workspace file from outside: what its callers rely on.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop there")]

mod backups;
mod hostile;
mod identity;
mod journal;
mod kept;
mod kit;
mod many;
mod opening;
#[cfg(unix)]
mod protected;
mod reading;
mod written;
