//! Documents in which something was read.

use std::collections::BTreeMap;

use hadaf_core::{Source, SourceId};

use crate::change::Change;
use crate::codec::Stored;
use crate::error::Result;
use crate::reader::Reader;
use crate::table::table;

table! {
    Source in "source", ordered by "title, address, id", numbered (id: SourceId);
    title;
    publisher;
    address;
    page;
    retrieved;
    file_hash;
    note;
}

impl Reader<'_> {
    /// The sources of these numbers; a number that there is none of is left out.
    ///
    /// # Errors
    /// As [`Reader::list`].
    pub fn sources(&self, ids: impl IntoIterator<Item = SourceId>) -> Result<BTreeMap<SourceId, Source>> {
        let mut found = BTreeMap::new();
        for id in ids {
            if let Some(source) = self.get::<Source>(&id)? {
                found.insert(id, source);
            }
        }
        Ok(found)
    }

    /// The source of this title; of several the one that was entered last.
    ///
    /// # Errors
    /// As [`Reader::list`].
    pub fn source_titled(&self, title: &str) -> Result<Option<Source>> {
        self.select_first("WHERE title = ?1 ORDER BY id DESC LIMIT 1", [title])
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
            Stored::read,
        )?;
        match same {
            Some(id) => Ok(id),
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
                id: SourceId::NEW,
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
