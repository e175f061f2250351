//! What crosses the border to the window: plain data, formatted for the eye, exact where it is a value.
//! TypeScript in `ui/src/lib/api/bindings.ts` is generated from these types.
//!
//! Conventions: `snake_case` names; periods canonical ("2024-11", "2026-Q1", "FY2025"); dates ISO;
//! exact values as strings; texts ready to show in the language of the request. `as_of: null` reads
//! everything that is known.

mod briefing;
mod chart;
mod claims;
mod grid;
mod life;
mod outlook;
mod overview;
mod risks;
mod scenario;
mod workspace;

pub use briefing::*;
pub use chart::*;
pub use claims::*;
pub use grid::*;
pub use life::*;
pub use outlook::*;
pub use overview::*;
pub use risks::*;
pub use scenario::*;
pub use workspace::*;
