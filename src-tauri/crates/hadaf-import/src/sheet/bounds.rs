//! How much of a file is read at most: one place for all readers.

/// Bytes of a file.
pub const FILE_BYTES: usize = 256 << 20;
/// Bytes of one part of a zipped file, unpacked.
pub const PART_BYTES: u64 = 256 << 20;
/// Bytes of all parts that are unpacked.
pub const UNPACKED_BYTES: u64 = 512 << 20;
/// By how much a part of more than [`RATIO_FROM`] bytes may grow when it is unpacked. XML of sheets grows twentyfold.
pub const RATIO: u64 = 200;
/// Smaller parts may grow as they like.
pub const RATIO_FROM: u64 = 8 << 20;
/// Cells with anything in them, of all sheets.
pub const CELLS: usize = 12_000_000;
/// Bytes of the texts of one sheet.
pub const TEXT_BYTES: usize = 512 << 20;
/// Places of a row that are held, up to its last cell.
pub const COLUMNS: u32 = 16_384;
/// Rows of a sheet.
pub const ROWS: u32 = 4_000_000;
/// Sheets of a workbook, tables of a page, files of a package.
pub const SHEETS: usize = 256;
/// Bytes of one cell.
pub const CELL_BYTES: usize = 32_768;
/// Tables within tables of a page.
pub const NESTING: usize = 16;
/// Merged regions, and hidden rows or columns that are told, of a sheet.
pub const REGIONS: usize = 100_000;
/// Things left out that are listed one by one.
pub const LISTED: usize = 1_000;
/// Number formats of a workbook.
pub const FORMATS: usize = 65_000;
