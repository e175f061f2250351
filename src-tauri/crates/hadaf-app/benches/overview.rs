//! How long a workspace of 100,000 observations takes to show its Overview: from the file to the first screen, and
//! again in the same session. `HADAF_LARGE` names the file; `make bench` writes it.

use std::path::PathBuf;

use hadaf_app::wire::OverviewRequest;
use hadaf_app::{Access, App, Environment};

fn main() {
    divan::main();
}

/// The series that is looked at.
const SERIES: &str = "s00";

/// A session of its own, and the file to be opened.
struct Desk {
    app: App,
    large: PathBuf,
    _folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let large = std::env::var_os("HADAF_LARGE").expect("HADAF_LARGE names a workspace");
        let folder = tempfile::tempdir().expect("a temporary folder");
        let app = App::new(Environment {
            clock: Box::new(|| "2026-04-01T14:02:00+05:00[+05:00]".parse().expect("a moment")),
            config: folder.path().join("config"),
            data: folder.path().join("data"),
            user: "Bench".into(),
        });
        Self {
            app,
            large: large.into(),
            _folder: folder,
        }
    }

    fn open(&self) {
        self.app.open(&self.large, Access::Read).expect("the workspace opens");
    }

    /// What the window asks for when a workspace has been opened.
    fn first_screen(&self) {
        let request = OverviewRequest {
            series: SERIES.into(),
            as_of: None,
        };
        divan::black_box(self.app.workspace_view().expect("a workspace is open"));
        divan::black_box(self.app.overview(&request).expect("the series is known"));
    }
}

/// From the file to the Overview.
#[divan::bench(sample_count = 15, sample_size = 1)]
fn open_and_show(bencher: divan::Bencher<'_, '_>) {
    bencher.with_inputs(Desk::new).bench_local_refs(|desk| {
        desk.open();
        desk.first_screen();
    });
}

/// The Overview once more in the same session.
#[divan::bench(sample_count = 15, sample_size = 1)]
fn show_again(bencher: divan::Bencher<'_, '_>) {
    let desk = Desk::new();
    desk.open();
    desk.first_screen();
    bencher.bench_local(|| desk.first_screen());
}
