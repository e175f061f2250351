//! Which sheets a spreadsheet has, each a view of the package.

mod about;
mod figures;
mod published;
mod registers;
mod trajectory;
mod years;

use std::borrow::Cow;

use crate::worksheet::{Worksheet, name_apart};
use crate::{Label, Labels, Package, Result};

/// The sheets, in the order in which they are turned. A view without content has none.
///
/// # Errors
/// [`crate::ExportError::TooManySeries`].
pub(crate) fn of<'a>(package: &'a Package, labels: &'a Labels) -> Result<Vec<Worksheet<'a>>> {
    let mut sheets = vec![about::sheet(package, labels)];
    sheets.extend(trajectory::sheet(package, labels));
    sheets.extend(figures::sheets(package, labels)?);
    sheets.extend(years::sheet(package, labels));
    sheets.push(registers::series(package, labels));
    sheets.extend(published::sheets(package, labels));
    sheets.extend(registers::claims(package, labels));
    sheets.push(registers::sources(package, labels));
    name_apart(&mut sheets);
    Ok(sheets)
}

/// One line of headings.
fn heads<'a>(labels: &'a Labels, line: &[Label]) -> Vec<Vec<Cow<'a, str>>> {
    vec![line.iter().map(|label| labels.get(*label).into()).collect()]
}
