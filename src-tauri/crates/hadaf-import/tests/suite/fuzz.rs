//! Every fixture damaged in many ways, from outside and, where it is a zip, within its parts: refused in words or read,
//! never a panic, never without end. `HADAF_FUZZ` says how often each is damaged; a few times where it does not.

use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};

use hadaf_core::FiscalCalendar;
use hadaf_import::sheet::{WorkbookRemark, clipboard, workbook};
use hadaf_import::table::{TableContext, read_tables};
use hadaf_import::{Context, read_long, read_paste};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// How often each fixture is damaged where nobody says.
const TIMES: u64 = 24;

fn times() -> u64 {
    let given = std::env::var("HADAF_FUZZ").ok();
    given.map_or(TIMES, |times| times.parse().expect("HADAF_FUZZ is a number"))
}

/// Numbers that follow from a seed, the same everywhere.
struct Chances(u64);

impl Chances {
    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % below.max(1) as u64).expect("below a count in memory")
    }

    /// Damages some bytes in one of the ways that files are damaged in.
    fn damaged(&mut self, bytes: &[u8]) -> Vec<u8> {
        let mut bytes = bytes.to_vec();
        let (from, to) = (self.next(bytes.len()), self.next(bytes.len()));
        let (from, to) = (from.min(to), from.max(to));
        match self.next(7) {
            0 => {
                for _ in 0..=self.next(8) {
                    let (at, bit) = (self.next(bytes.len()), self.next(8));
                    if let Some(byte) = bytes.get_mut(at) {
                        *byte ^= 1 << bit;
                    }
                }
            }
            1 => bytes.truncate(from),
            2 => bytes.rotate_left(from),
            3 => drop(bytes.drain(from..to)),
            4 => {
                let part = bytes[from..to.min(from + 500)].to_vec();
                for _ in 0..=self.next(20) {
                    bytes.splice(to..to, part.iter().copied());
                }
            }
            5 => {
                let strange: [&[u8]; 9] = [
                    b"99999999999999999999",
                    b"-1",
                    b"\xFF\xFE",
                    b"\0\0\0\0",
                    b"<table><tr><td>",
                    b"\"\"\"",
                    b"&#x1F600;&unknown;",
                    b"XFD1048576",
                    b"1e308",
                ];
                let strange = strange[self.next(strange.len())];
                bytes.splice(from..from, strange.iter().copied());
            }
            _ => {
                for byte in &mut bytes[from..to] {
                    if byte.is_ascii_digit() && self.0 & 3 == 0 {
                        *byte = b'9';
                    }
                    self.0 = self.0.rotate_left(1);
                }
            }
        }
        bytes
    }

    /// The same of one part of a zip; none of what is no zip.
    fn damaged_within(&mut self, bytes: &[u8]) -> Option<Vec<u8>> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
        let hurt = self.next(archive.len());
        let mut written = ZipWriter::new(Cursor::new(Vec::new()));
        for place in 0..archive.len() {
            let mut part = archive.by_index(place).ok()?;
            let name = part.name().ok()?.into_owned();
            let mut content = Vec::new();
            part.by_ref().take(4 << 20).read_to_end(&mut content).ok()?;
            if place == hurt {
                content = self.damaged(&content);
            }
            written.start_file(name, SimpleFileOptions::default()).ok()?;
            written.write_all(&content).ok()?;
        }
        Some(written.finish().ok()?.into_inner())
    }
}

/// Reads as far as it goes, by every reader.
fn read(bytes: &[u8], name: &str) {
    let (calendar, today) = (FiscalCalendar::new(7).unwrap(), "2026-11-27".parse().unwrap());
    if let Ok(book) = workbook(bytes, name) {
        drop(read_tables(&book, &TableContext::new(calendar, today)));
    }
    drop(read_long(bytes, &Context::new(calendar, today)));
    if let Ok(text) = std::str::from_utf8(bytes) {
        drop(read_paste(text));
        drop(clipboard(text, Some(text)));
    }
}

fn fixtures() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let entries = std::fs::read_dir(folder).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| {
        let name = path.to_str().unwrap();
        !name.ends_with(".expected.csv") && !name.ends_with(".py") && !name.ends_with(".md")
    });
    paths.sort();
    paths
}

#[test]
fn every_fixture_is_damaged() {
    let paths = fixtures();
    assert!(paths.len() >= 110, "{}", paths.len());
    for (number, path) in (1_u64..).zip(&paths) {
        let bytes = std::fs::read(path).unwrap();
        let name = path.file_name().unwrap().to_str().unwrap();
        for time in 0..times() {
            let mut chances =
                Chances(number.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ (time + 1).wrapping_mul(0xD134_2543_DE82_EF95));
            let hurt = match time % 2 {
                0 => chances.damaged_within(&bytes),
                _ => None,
            };
            let mut hurt = hurt.unwrap_or_else(|| chances.damaged(&bytes));
            for _ in 0..chances.next(3) {
                hurt = chances.damaged(&hurt);
            }
            read(&hurt, name);
        }
    }
}

/// What a zip says of the sizes of its parts is not believed.
#[test]
fn sizes_that_lie_are_no_trap() {
    let own = |name: &str| std::fs::read(fixtures().into_iter().find(|path| path.ends_with(name)).unwrap()).unwrap();
    for name in ["xlsx_plain.xlsx", "ods_hidden_column.ods", "package_zipped.zip"] {
        let bytes = own(name);
        // Both directories of a zip, with the places of the packed and the unpacked size.
        for (mark, packed) in [(*b"PK\x01\x02", 20), (*b"PK\x03\x04", 18)] {
            for size in [0_u32, 1, 0x7FFF_FFFF, u32::MAX] {
                let mut lying = bytes.clone();
                let places: Vec<usize> = (0..bytes.len() - 4).filter(|at| bytes[*at..*at + 4] == mark).collect();
                for at in places {
                    lying[at + packed + 4..at + packed + 8].copy_from_slice(&size.to_le_bytes());
                }
                read(&lying, name);
            }
        }
    }
}

/// Macros are not run, and that they are there is told.
#[test]
fn macros_are_told() {
    let path = fixtures()
        .into_iter()
        .find(|path| path.ends_with("xlsx_plain.xlsx"))
        .unwrap();
    let bytes = std::fs::read(path).unwrap();
    let mut archive = ZipArchive::new(Cursor::new(bytes.as_slice())).unwrap();
    let mut written = ZipWriter::new(Cursor::new(Vec::new()));
    for place in 0..archive.len() {
        written.raw_copy_file(archive.by_index(place).unwrap()).unwrap();
    }
    written
        .start_file("xl/vbaProject.bin", SimpleFileOptions::default())
        .unwrap();
    written.write_all(b"Sub AutoOpen()").unwrap();
    let bytes = written.finish().unwrap().into_inner();
    let book = workbook(&bytes, "macros.xlsm").unwrap();
    assert!(book.remarks.contains(&WorkbookRemark::Macros));
}
