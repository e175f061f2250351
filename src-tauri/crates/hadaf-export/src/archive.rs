//! A zip whose bytes depend on nothing but its content.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::Result;

/// A zip in memory. Its files bear the first day that a zip knows.
pub(crate) struct Archive {
    zip: ZipWriter<Cursor<Vec<u8>>>,
}

impl Archive {
    /// An empty one.
    pub(crate) fn new() -> Self {
        Self {
            zip: ZipWriter::new(Cursor::new(Vec::new())),
        }
    }

    /// A file, compressed.
    pub(crate) fn file(&mut self, name: &str, bytes: &[u8]) -> Result<()> {
        self.add(name, bytes, CompressionMethod::Deflated)
    }

    /// A file as it is, to be found by those who look at the first bytes alone.
    pub(crate) fn stored(&mut self, name: &str, bytes: &[u8]) -> Result<()> {
        self.add(name, bytes, CompressionMethod::Stored)
    }

    fn add(&mut self, name: &str, bytes: &[u8], method: CompressionMethod) -> Result<()> {
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .unix_permissions(0o644)
            .last_modified_time(DateTime::default());
        self.zip.start_file(name, options)?;
        self.zip.write_all(bytes)?;
        Ok(())
    }

    /// Its bytes.
    pub(crate) fn finish(self) -> Result<Vec<u8>> {
        Ok(self.zip.finish()?.into_inner())
    }
}
