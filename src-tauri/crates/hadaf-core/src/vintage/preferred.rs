//! The reading where somebody preferred what one source says of the period.

use super::judged::{repeats, rounds_to};
use super::{Judged, Vintage, VintageRole, is_revised_by};
use crate::Status;

impl<'a> Vintage<'a> {
    /// Reads what the preferred source says, by the rules applied to its observations alone; what others say stands beside
    /// it. Where it has no figure, or none but an estimate of what is known by now, everything stays as it is.
    pub(super) fn prefer(&mut self, own: &Self) {
        let Some(figure) = own.current().filter(|it| it.status != Status::Derived) else {
            return;
        };
        if self.current().is_some_and(|current| current.outturn && !figure.outturn) {
            return;
        }
        let judged = |it: &Judged<'a>| {
            let by_itself = own
                .observations
                .iter()
                .find(|its| its.observation.id == it.observation.id);
            by_itself.copied().unwrap_or_else(|| Judged {
                role: self.beside_preferred(&figure, it),
                ..*it
            })
        };
        self.observations = self.observations.iter().map(judged).collect();
        let mut all = self.observations.iter();
        self.current = all.position(|it| it.observation.id == figure.observation.id);
        let mut all = self.observations.iter();
        self.start = all.position(|it| it.outturn == figure.outturn).unwrap_or(0);
        self.withdrawal = None;
        self.revised_from = own.revised_from;
    }

    /// What an observation of another source is beside the figure that is preferred.
    fn beside_preferred(&self, figure: &Judged<'a>, it: &Judged<'a>) -> VintageRole {
        let spoke_later = || self.observations.iter().any(|other| is_revised_by(it, other));
        match it.role {
            VintageRole::Withdrawn | VintageRole::Derived => it.role,
            // What was said before the period was over was said of something else.
            VintageRole::Current | VintageRole::Disagrees if figure.outturn && !it.outturn => VintageRole::Superseded,
            role if figure.outturn && !it.outturn => role,
            _ if spoke_later() => VintageRole::Superseded,
            _ if rounds_to(it, figure) => VintageRole::Confirms,
            _ => repeats(figure, it).unwrap_or(VintageRole::Disagrees),
        }
    }
}
