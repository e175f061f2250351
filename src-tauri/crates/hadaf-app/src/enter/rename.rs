//! Giving the workspace, a series or a source another name. What rests on it stays, and so does its id.

use hadaf_core::Series;
use hadaf_error::{Code, Result, refusal, required};
use hadaf_model::Need;
use hadaf_sources::SetSource;
use hadaf_words::say;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::session::{App, Changed};

/// What has a name that can be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum NamedKind {
    /// The workspace itself.
    Workspace,
    /// A series, by its id.
    Series,
    /// A source, by its number or its title.
    Source,
}

impl NamedKind {
    fn as_str(self) -> &'static str {
        match self {
            Self::Workspace => "workspace",
            Self::Series => "series",
            Self::Source => "source",
        }
    }
}

/// Asks for another name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Rename {
    /// Of what.
    pub what: NamedKind,
    /// Which one; empty for the workspace.
    pub id: String,
    /// The new name or title.
    pub title: String,
    /// Who publishes the source, or makes the statistic of the series; unchanged when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub publisher: Option<String>,
    /// The address of the source; unchanged when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub address: Option<String>,
}

impl App {
    /// Gives something another name: one change, which can be undone.
    ///
    /// # Errors
    /// [`Code::Word`] for a name without a letter, [`Code::UnknownSeries`], [`Code::Refused`] for a source that is not
    /// there, [`Code::ReadOnly`].
    pub fn rename(&self, request: &Rename) -> Result<Changed> {
        let title = required(&named(&request.title), || refusal!(Code::Word, "name-missing"))?;
        let book = self.book_for(Need::Registers)?;
        let given = |text: &Option<String>, before: &str| text.as_deref().map_or_else(|| before.to_owned(), named);
        match request.what {
            NamedKind::Workspace => {
                let mut info = book.info.clone();
                let before = std::mem::replace(&mut info.name, title);
                let label = self.renamed(request.what, &before, &info.name);
                self.change(&label, |change, _| Ok(change.set_info(&info)?))
            }
            NamedKind::Series => {
                let before = book.series(&request.id)?;
                let after = Series {
                    title,
                    origin: given(&request.publisher, &before.origin),
                    ..before.clone()
                };
                let label = self.renamed(request.what, &before.title, &after.title);
                self.change(&label, |change, _| Ok(change.amend(&after)?))
            }
            NamedKind::Source => self.source_set(&SetSource {
                id: Some(request.id.clone()),
                title: Some(title),
                publisher: request.publisher.clone(),
                address: request.address.clone(),
                ..SetSource::default()
            }),
        }
    }

    fn renamed(&self, what: NamedKind, before: &str, after: &str) -> String {
        let words = self.format().words;
        if before == after {
            return say!(words, "label-amended", what = what.as_str(), title = after);
        }
        say!(
            words,
            "label-renamed",
            what = what.as_str(),
            before = before,
            after = after
        )
    }
}

/// A name as it is kept: on one line, without what no page can show.
fn named(text: &str) -> String {
    hadaf_fonts::on_one_line(text).trim().to_owned()
}
