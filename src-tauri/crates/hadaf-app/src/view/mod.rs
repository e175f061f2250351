//! What the window shows, screen by screen; each with its wire types beside it.

mod claim_life;
mod claims;
mod grid;
mod grid_wire;
mod life;
mod life_wire;
mod outlook;
mod overview;
mod register;
pub(crate) mod scenario;
mod sources;

pub(crate) use claims::claim_of;
pub use claims::*;
pub use grid_wire::*;
pub use life_wire::*;
pub use outlook::*;
pub use overview::*;
pub use scenario::*;

pub(crate) use claim_life::claim_life;
pub(crate) use life::{entered_day, prints_of};
