//! The use cases on the sample, against values worked out by hand from its tables.
#![allow(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod bindings;
mod changes;
mod charts;
mod claims;
mod claims_meant;
mod conditions;
mod derived;
mod doubts;
mod entries;
mod every_day;
mod figures;
mod forecast;
mod grid;
mod hostile;
mod imports;
mod known;
mod leaving;
mod odd;
mod outline;
mod outlook;
mod past_year;
mod quarters;
mod register;
mod register_rows;
mod revisions;
mod risks;
mod samples;
mod scenario;
mod sources;
mod sums;
mod tape;
mod views;

use std::path::{Path, PathBuf};

use hadaf_app::wire::{ChartKind, ChartRequest, ChartTheme, NewWorkspace, RegisterEdit, RegisterKind, SetObservation};
use hadaf_app::{App, Environment, Existing, INDIA, PAKISTAN};

/// A session on 1 April 2026, 14:02 five hours east of Greenwich, in a folder of its own.
struct Desk {
    app: App,
    folder: tempfile::TempDir,
}

impl Desk {
    fn empty() -> Self {
        Self::at("2026-04-01T14:02:00+05:00[+05:00]")
    }

    /// A session at another moment.
    fn at(moment: &'static str) -> Self {
        Self::within(tempfile::tempdir().unwrap(), moment)
    }

    /// Another session in the folder of one before.
    fn reopened(folder: tempfile::TempDir) -> Self {
        Self::within(folder, "2026-04-01T14:02:00+05:00[+05:00]")
    }

    fn within(folder: tempfile::TempDir, moment: &'static str) -> Self {
        let environment = Environment {
            clock: Box::new(move || moment.parse().unwrap()),
            config: folder.path().join("config"),
            data: folder.path().join("data"),
            user: "Ayesha".into(),
        };
        Self {
            app: App::new(environment),
            folder,
        }
    }

    fn with_sample() -> Self {
        Self::sample_at("2026-04-01T14:02:00+05:00[+05:00]")
    }

    /// A workspace of another country, calendar and currency: euros, calendar years, one series.
    fn in_euros(series_title: &str) -> Self {
        Self::empty().created("Services", "EUR", 1, series_title)
    }

    /// One's own, in dollars and fiscal years from July, with one series of exports; at a moment.
    fn in_dollars(moment: &'static str) -> Self {
        Self::at(moment).created("Own", "USD", 7, "Exports")
    }

    fn created(self, name: &str, currency: &str, fiscal_year_start_month: u32, series_title: &str) -> Self {
        let new = NewWorkspace {
            path: self.path("own.hadaf"),
            name: name.into(),
            currency: currency.into(),
            fiscal_year_start_month,
            series_title: series_title.into(),
            origin: None,
            year_names: None,
        };
        self.app.create(&new, Existing::Keep).unwrap();
        self
    }

    /// Adds an entry to a register, read off a page.
    fn register(&self, register: RegisterKind, values: &[(&str, &str)]) {
        let edit = RegisterEdit {
            register,
            id: None,
            values: values
                .iter()
                .map(|(name, value)| ((*name).into(), (*value).into()))
                .collect(),
            source: "A page".into(),
            corrects: false,
        };
        self.app.register_set(&edit).unwrap();
    }

    /// The sample, read at another moment.
    fn sample_at(moment: &'static str) -> Self {
        Self::sample_of(PAKISTAN, moment)
    }

    /// India's services exports, all that is known: of FY2026 the third and fourth quarter.
    fn with_india() -> Self {
        Self::sample_of(INDIA, "2026-11-27T14:02:00+05:00[+05:00]")
    }

    fn sample_of(name: &str, moment: &'static str) -> Self {
        let desk = Self::at(moment);
        desk.app
            .create_sample(&desk.path("sample.hadaf"), name, Existing::Keep)
            .unwrap();
        desk
    }

    /// Enters 400 for April 2026, of which March is not known.
    fn enter_april_before_march(&self) {
        self.app
            .observation_set(&SetObservation {
                series: "ict_total".into(),
                period: "2026-04".into(),
                value: "400".into(),
                published: "2026-05-02".into(),
                source: "April before March".into(),
                status: None,
                note: String::new(),
            })
            .unwrap();
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

/// A chart of the total at the usual size.
fn chart_request(kind: ChartKind, as_of: Option<&str>) -> ChartRequest {
    ChartRequest {
        kind,
        series: "ict_total".into(),
        as_of: as_of.map(Into::into),
        width: 960.0,
        height: 540.0,
        theme: ChartTheme::Light,
        framed: true,
        scenario: None,
    }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}
