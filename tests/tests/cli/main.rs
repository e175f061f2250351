//! The `hadaf` program as people and scripts meet it: on the sample, on a workspace of one's own, and on
//! files that mean it no good.

mod editing;
mod hostile;
mod no_room;
mod outputs;
mod reading;
mod usage;
