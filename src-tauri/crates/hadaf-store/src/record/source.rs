use hadaf_core::{Source, SourceId};
use rusqlite::Row;
use rusqlite::types::Value;

use super::{Layout, Numbered};
use crate::change::Change;
use crate::error::Result;
use crate::row::{Fields, parsed_opt, text, text_opt};
use crate::workspace::Reader;

impl Layout for Source {
    const TABLE: &'static str = "source";
    const KEY: &'static [&'static str] = &["id"];
    const ORDER: &'static str = "title, address, id";
    type Key = SourceId;

    fn key(&self) -> SourceId {
        self.id
    }

    fn key_values(key: &SourceId) -> Vec<Value> {
        vec![key.0.into()]
    }

    fn fields(&self) -> Fields {
        vec![
            ("title", text(&self.title)),
            ("publisher", text(&self.publisher)),
            ("address", text(&self.address)),
            ("page", text(&self.page)),
            ("retrieved", text_opt(self.retrieved)),
            ("file_hash", text_opt(self.file_hash.as_ref())),
            ("note", text(&self.note)),
        ]
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: SourceId(row.get("id")?),
            title: row.get("title")?,
            publisher: row.get("publisher")?,
            address: row.get("address")?,
            page: row.get("page")?,
            retrieved: parsed_opt(row, "retrieved")?,
            file_hash: row.get("file_hash")?,
            note: row.get("note")?,
        })
    }
}

impl Numbered for Source {
    fn numbered(id: i64) -> SourceId {
        SourceId(id)
    }
}

impl Reader<'_> {
    /// The source of this title; of several the one that was entered last.
    ///
    /// # Errors
    /// As [`Reader::list`].
    pub fn source_titled(&self, title: &str) -> Result<Option<Source>> {
        self.first(include_str!("../../queries/source_titled.sql"), [title], Source::read)
    }
}

impl Change<'_> {
    /// The number of a source: of the one with the same title, address and page if there is one,
    /// otherwise of `source`, which is added.
    ///
    /// # Errors
    /// As [`Change::add`].
    pub fn source_for(&self, source: &Source) -> Result<SourceId> {
        let same = self.first(
            include_str!("../../queries/source_same.sql"),
            [&source.title, &source.address, &source.page],
            Source::read,
        )?;
        match same {
            Some(found) => Ok(found.id),
            None => self.add(source),
        }
    }

    /// The number of the source of this title, which is added with nothing but the title when
    /// there is none.
    ///
    /// # Errors
    /// As [`Change::add`].
    pub fn source_named(&self, title: &str) -> Result<SourceId> {
        match self.source_titled(title)? {
            Some(found) => Ok(found.id),
            None => self.add(&Source {
                id: SourceId(0),
                title: title.to_owned(),
                publisher: String::new(),
                address: String::new(),
                page: String::new(),
                retrieved: None,
                file_hash: None,
                note: String::new(),
            }),
        }
    }
}
