//! Times the reading of a file, step by step.
//!
//! `cargo run --release -p hadaf-import --example read -- FILE`
#![allow(clippy::print_stdout, reason = "it is what it is for")]

use std::error::Error;
use std::time::Instant;

use hadaf_core::FiscalCalendar;
use hadaf_import::sheet::workbook;
use hadaf_import::table::{TableContext, read_tables};
use hadaf_import::{Context, FileFormat, read_long};

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("usage: read FILE")?;
    let (calendar, today) = (FiscalCalendar::new(7)?, "2026-11-27".parse()?);
    let started = Instant::now();
    let told = |what: &str, from: Instant| println!("{what}: {} ms", from.elapsed().as_millis());
    let bytes = std::fs::read(&path)?;
    told("bytes", started);
    let from = Instant::now();
    let format = FileFormat::of(&bytes, &[]);
    told("format", from);
    let from = Instant::now();
    if format == FileFormat::LongCsv {
        let read = read_long(&bytes, &Context::new(calendar, today))?;
        told("rows", from);
        println!("{} values, {} issues", read.figures.len(), read.issues.len());
        return Ok(());
    }
    let book = workbook(&bytes, &path)?;
    told("sheets", from);
    let from = Instant::now();
    let reading = read_tables(&book, &TableContext::new(calendar, today))?;
    told("tables", from);
    let series = reading.tables.iter().flat_map(|table| &table.series);
    let values: usize = series.clone().map(|series| series.figures.len()).sum();
    println!("{values} values in {} series", series.count());
    Ok(())
}
