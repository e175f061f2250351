//! Labels that stand on the data or beside it: measured blocks of lines, and two ways to place them.

mod annotate;
mod block;
mod candidates;
mod options;
mod search;
mod side;
mod space;
pub(crate) mod stack;
mod wish;

pub(crate) use annotate::{annotate, annotate_marks, draw_leader};
pub(crate) use block::TextBlock;
pub(crate) use side::LabelSide;
pub(crate) use space::{AvoidedLine, LabelSpace};
pub(crate) use wish::{BESIDE, LabelWish, out};
