//! A workspace with one series, and what is entered into it.

use hadaf_core::{
    AsOf, FiscalCalendar, Frequency, Holidays, Initiative, InitiativeId, Measure, PlainCell, PlainTable, Published,
    Sector, Series, Source, SourceId,
};
use hadaf_model::{Book, Need, Situation};
use hadaf_register::{Desk, Heads, RegisterKind, register_table};
use hadaf_store::{Change, Existing, Result, Workspace, WorkspaceInfo};
use hadaf_words::Format;
use jiff::Timestamp;
use jiff::civil::{Date, date};
use tempfile::TempDir;

pub(crate) const TODAY: Date = date(2026, 4, 1);

/// A file and the folder that it lies in.
pub(crate) struct Kit {
    pub(crate) workspace: Workspace,
    _folder: TempDir,
}

impl Kit {
    pub(crate) fn with(fill: impl FnOnce(&Change<'_>, SourceId) -> Result<()>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let info = WorkspaceInfo {
            name: "Test".into(),
            currency: "USD".parse().unwrap(),
            calendar: FiscalCalendar::new(7).unwrap(),
            created: Timestamp::UNIX_EPOCH,
            holidays: Holidays::NONE,
        };
        let workspace = Workspace::build(&folder.path().join("a.hadaf"), &info, Existing::Keep, |change| {
            change.put(&sector())?;
            change.put(&series())?;
            let source = change.source_named("A page")?;
            fill(change, source)
        });
        Self {
            workspace: workspace.unwrap(),
            _folder: folder,
        }
    }

    pub(crate) fn book(&self) -> Book {
        Book::read(&self.workspace.read().unwrap(), TODAY, Need::All).unwrap()
    }

    pub(crate) fn table(&self, kind: RegisterKind, heads: Heads) -> PlainTable {
        let book = self.book();
        let situation = Situation::read(&book, &book.series[0], AsOf::Latest(TODAY)).unwrap();
        let desk = Desk {
            book: &book,
            situation: &situation,
            format: Format::of("en"),
        };
        register_table(kind, &desk, heads)
    }

    pub(crate) fn change(&mut self, act: impl FnOnce(&Change<'_>) -> Result<()>) {
        self.workspace.change("Test", Timestamp::UNIX_EPOCH, "A", act).unwrap();
    }
}

/// The rows of a table as a spreadsheet gives them back: a number without the zeros at its end, texts without blanks
/// around them.
pub(crate) fn as_read(table: &PlainTable) -> Vec<Vec<String>> {
    let cell = |cell: &PlainCell| match cell {
        PlainCell::Text(text) => text.trim().to_owned(),
        PlainCell::Day(day) => day.to_string(),
        PlainCell::Number(value) => {
            let text = value.to_string();
            match text.contains('.') {
                true => text.trim_end_matches('0').trim_end_matches('.').to_owned(),
                false => text,
            }
        }
    };
    let rows = table.rows.iter().map(|row| row.iter().map(cell).collect());
    std::iter::once(table.heads.clone()).chain(rows).collect()
}

pub(crate) fn measure(name: &str, status: &str, published: Published, source: SourceId) -> Initiative {
    Initiative {
        id: InitiativeId::from(0),
        name: name.into(),
        owner: "Ministry".into(),
        announced: None,
        due: Some("2025-12".parse().unwrap()),
        status: status.into(),
        state: None,
        closed: None,
        published,
        earlier_of: None,
        source,
        note: String::new(),
    }
}

fn sector() -> Sector {
    Sector {
        id: "total".parse().unwrap(),
        title: "Exports".into(),
        parent: None,
        ebops: None,
        position: 0,
    }
}

fn series() -> Series {
    Series {
        id: "total".parse().unwrap(),
        sector: "total".parse().unwrap(),
        title: "Exports".into(),
        unit: "USD million".parse().unwrap(),
        frequency: Frequency::Month,
        measure: Measure::Flow,
        places: 0,
        part_of_total: true,
        position: 0,
        origin: String::new(),
        note: String::new(),
        archived: false,
        formula: None,
    }
}

/// The title of a source by its number.
pub(crate) fn titled(book: &Book, source: SourceId) -> &str {
    book.source(source).map_or("", |source: &Source| source.title.as_str())
}
