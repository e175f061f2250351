//! Letting a finding of the check stand, and holding it open again.

use hadaf_core::AcceptanceId;
use hadaf_error::{Code, Result, refusal, required};
use hadaf_model::{Finding, QualityIssue, acceptances_of, findings};
use hadaf_words::{QualityView, quality_view, say};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::session::{App, Changed};

/// Lets a finding stand.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct AcceptFinding {
    /// The name of the finding, such as `break:ict_total@2026-03`.
    pub id: String,
    /// Why it stands.
    pub because: String,
}

impl App {
    /// What the check finds of the data, and what of it was accepted.
    ///
    /// # Errors
    /// Those of reading the workspace.
    pub fn quality(&self) -> Result<QualityView> {
        let book = self.book()?;
        Ok(quality_view(&book, self.format())?)
    }

    /// Lets a finding stand, with the reason. It is found again where a value that it is about changes.
    ///
    /// # Errors
    /// [`Code::Word`] without a reason, and where nothing of this name is found, or it was accepted;
    /// [`Code::ReadOnly`].
    pub fn finding_accept(&self, request: &AcceptFinding) -> Result<Changed> {
        let because = required(&request.because, || refusal!(Code::Word, "accept-reason"))?;
        let book = self.book()?;
        let found = findings(&book)?;
        let finding = named(&found, &request.id)?;
        if finding.acceptance.is_some_and(|it| !it.anyway) {
            return Err(refusal!(Code::Word, "accept-again", name = &request.id));
        }
        let label = say!(self.format().words, "label-accept", place = self.place(&finding.issue));
        self.change(&label, |change, author| {
            change.add(&finding.issue.accepted(&because, &author.name, author.at))?;
            Ok(())
        })
    }

    /// Holds a finding open again that was accepted, or whose figure was entered anyway.
    ///
    /// # Errors
    /// [`Code::Word`] where nothing of this name is found, or nobody accepted it; [`Code::ReadOnly`].
    pub fn acceptance_withdraw(&self, id: &str) -> Result<Changed> {
        let book = self.book()?;
        let found = findings(&book)?;
        let issue = &named(&found, id)?.issue;
        let held: Vec<AcceptanceId> = acceptances_of(&book, issue).into_iter().map(|it| it.id).collect();
        if held.is_empty() {
            return Err(refusal!(Code::Word, "accept-none", name = id));
        }
        let label = say!(self.format().words, "label-accept-withdraw", place = self.place(issue));
        self.change(&label, |change, _| {
            held.iter()
                .try_for_each(|id| Ok(change.remove::<hadaf_core::Acceptance>(id)?))
        })
    }

    /// "IT exports, Mar 2026".
    fn place(&self, issue: &QualityIssue<'_>) -> String {
        let (title, format) = (&issue.series.title, self.format());
        match issue.periods() {
            Some((first, last)) if first == last => format!("{title}, {}", format.period_short(first)),
            Some((first, last)) => format!("{title}, {}", format.periods(first, last)),
            None => title.clone(),
        }
    }
}

/// The finding of a name.
fn named<'f, 'a>(found: &'f [Finding<'a>], id: &str) -> Result<&'f Finding<'a>> {
    let is_named = |it: &&Finding<'_>| it.issue.id() == id.trim();
    found
        .iter()
        .find(is_named)
        .ok_or_else(|| refusal!(Code::Word, "finding-unknown", name = id))
}
