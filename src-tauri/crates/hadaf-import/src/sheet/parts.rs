//! The parts of a zipped file, unpacked one by one within bounds.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::bounds;
use super::error::WorkbookError;

/// A zipped file.
pub(crate) struct ZipParts<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    left: u64,
}

impl<'a> ZipParts<'a> {
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, WorkbookError> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| WorkbookError::damaged("zip"))?;
        Ok(Self {
            archive,
            left: bounds::UNPACKED_BYTES,
        })
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// All names, in the order of the file.
    pub(crate) fn names(&self) -> Vec<String> {
        let names = self.archive.file_names();
        names.filter_map(|name| Some(name.ok()?.into_owned())).collect()
    }

    /// The first name with this ending.
    pub(crate) fn ending(&self, ending: &str) -> Option<String> {
        self.names().into_iter().find(|name| name.ends_with(ending))
    }

    /// A part, unpacked; none when there is no such part.
    pub(crate) fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, WorkbookError> {
        let Some(index) = self.archive.index_for_name(name) else {
            return Ok(None);
        };
        let bomb = || WorkbookError::Bomb {
            part: name.chars().take(80).collect(),
        };
        let part = self.archive.by_index(index);
        let mut part = part.map_err(|error| match error {
            zip::result::ZipError::UnsupportedArchive(reason) if reason.contains("assword") => WorkbookError::Password,
            _ => WorkbookError::damaged(name),
        })?;
        if part.encrypted() {
            return Err(WorkbookError::Password);
        }
        // What the directory says about sizes may be a lie: what comes out is counted.
        let packed = part.compressed_size().max(1);
        let most = bounds::PART_BYTES
            .min(self.left)
            .min((packed.saturating_mul(bounds::RATIO)).max(bounds::RATIO_FROM));
        let mut bytes = Vec::new();
        let read = part.by_ref().take(most + 1).read_to_end(&mut bytes);
        read.map_err(|_| WorkbookError::damaged(name))?;
        if bytes.len() as u64 > most {
            return Err(bomb());
        }
        self.left -= bytes.len() as u64;
        Ok(Some(bytes))
    }

    /// A part that is a text of XML.
    pub(crate) fn xml(&mut self, name: &str) -> Result<Option<String>, WorkbookError> {
        let Some(bytes) = self.bytes(name)? else {
            return Ok(None);
        };
        let text = match bytes.as_slice() {
            [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => super::text::decoded(&bytes)?.0.into_owned(),
            _ => String::from_utf8(bytes).map_err(|_| WorkbookError::damaged(name))?,
        };
        Ok(Some(text))
    }

    /// Unpacks every part into nothing: for a reader that does not count.
    pub(crate) fn weigh(&mut self) -> Result<(), WorkbookError> {
        for name in self.names() {
            self.bytes(&name)?;
        }
        Ok(())
    }
}
