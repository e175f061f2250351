//! The workspace file from outside: what its callers rely on.

mod hostile;
mod journal;
mod kit;
mod opening;
mod protected;
mod reading;
