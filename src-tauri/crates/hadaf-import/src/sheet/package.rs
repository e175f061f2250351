//! Frictionless data packages, zipped or as the files of a folder, and zips that hold nothing but texts.

use serde_json::Value;

use super::error::WorkbookError;
use super::grid::Sheet;
use super::parts::ZipParts;
use super::{Workbook, WorkbookKind, bounds, delimited, text};

/// A package in a zip.
pub(crate) fn zipped(parts: &mut ZipParts<'_>) -> Result<Workbook, WorkbookError> {
    let path = parts
        .ending("datapackage.json")
        .ok_or_else(|| WorkbookError::damaged("datapackage.json"))?;
    let folder = path.strip_suffix("datapackage.json").unwrap_or_default().to_owned();
    let descriptor = parts.bytes(&path)?.ok_or_else(|| WorkbookError::damaged(&path))?;
    read(&descriptor, |name| parts.bytes(&format!("{folder}{name}")))
}

/// A package as the files of its folder: their paths within it, and their bytes.
///
/// # Errors
/// [`WorkbookError`] when there is no descriptor, or a file that it names is missing or no text.
pub fn folder(files: &[(String, Vec<u8>)]) -> Result<Workbook, WorkbookError> {
    let find = |name: &str| files.iter().find(|(path, _)| path == name).map(|(_, bytes)| bytes);
    let descriptor = find("datapackage.json").ok_or_else(|| WorkbookError::damaged("datapackage.json"))?;
    read(descriptor, |name| Ok(find(name).cloned()))
}

fn read(
    descriptor: &[u8],
    mut file: impl FnMut(&str) -> Result<Option<Vec<u8>>, WorkbookError>,
) -> Result<Workbook, WorkbookError> {
    let damaged = || WorkbookError::damaged("datapackage.json");
    let descriptor: Value = serde_json::from_slice(descriptor).map_err(|_| damaged())?;
    let resources = descriptor
        .get("resources")
        .and_then(Value::as_array)
        .ok_or_else(damaged)?;
    if resources.len() > bounds::SHEETS {
        return Err(WorkbookError::TooManySheets { limit: bounds::SHEETS });
    }
    let mut sheets = Vec::new();
    for resource in resources {
        let path = match resource.get("path") {
            Some(Value::String(path)) => path.clone(),
            Some(Value::Array(paths)) => paths.first().and_then(Value::as_str).unwrap_or_default().to_owned(),
            _ => continue,
        };
        if !is_tabular(&path, resource) {
            continue;
        }
        let name = resource.get("name").and_then(Value::as_str).unwrap_or(&path);
        let bytes = file(&path)?.ok_or_else(|| WorkbookError::damaged(&path))?;
        sheets.push(sheet(&bytes, name, resource)?);
    }
    Ok(Workbook {
        kind: WorkbookKind::DataPackage,
        sheets,
        remarks: Vec::new(),
    })
}

fn is_tabular(path: &str, resource: &Value) -> bool {
    let format = resource.get("format").and_then(Value::as_str).unwrap_or_default();
    let outside = path.starts_with('/') || path.contains("..") || path.contains("://");
    let lower = path.to_ascii_lowercase();
    !outside && (matches!(format, "csv" | "tsv") || lower.ends_with(".csv") || lower.ends_with(".tsv"))
}

/// One file, with the separator that the package names.
fn sheet(bytes: &[u8], name: &str, resource: &Value) -> Result<Sheet, WorkbookError> {
    let (text, _) = text::decoded(bytes)?;
    let separator = resource.pointer("/dialect/delimiter").and_then(Value::as_str);
    if let Some([separator]) = separator.map(str::as_bytes) {
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(&text);
        return delimited::quoted(text, *separator, name, bounds::CELLS)?.ok_or_else(|| WorkbookError::damaged(name));
    }
    let sheets = delimited::delimited(&text, name)?.sheets;
    sheets.into_iter().next().ok_or(WorkbookError::Empty)
}

/// A zip of texts without a descriptor, as statistical offices send them: each is a sheet.
pub(crate) fn loose(parts: &mut ZipParts<'_>) -> Result<Workbook, WorkbookError> {
    let is_text = |name: &String| {
        let lower = name.to_ascii_lowercase();
        lower.ends_with(".csv") || lower.ends_with(".tsv") || lower.ends_with(".txt")
    };
    let names: Vec<String> = parts.names().into_iter().filter(is_text).collect();
    if names.is_empty() {
        return Err(WorkbookError::NoTable { what: "archive" });
    }
    if names.len() > bounds::SHEETS {
        return Err(WorkbookError::TooManySheets { limit: bounds::SHEETS });
    }
    let mut sheets = Vec::new();
    for name in names {
        let bytes = parts.bytes(&name)?.unwrap_or_default();
        let (text, _) = text::decoded(&bytes)?;
        sheets.extend(delimited::delimited(&text, &name)?.sheets);
    }
    Ok(Workbook {
        kind: WorkbookKind::DataPackage,
        sheets,
        remarks: Vec::new(),
    })
}
