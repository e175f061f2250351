//! The laws of the domain, and the figures of the sample.

mod claims;
mod decimals;
mod paths;
mod periods;
mod printed;
mod support;
mod vintages;
