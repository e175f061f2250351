//! The words of a call, and data that are not there.

use std::fs;
use std::path::Path;

use hadaf_app::wire::OverviewRequest;
use hadaf_app::{Access, App, Code, Environment};

use super::{Case, Said, check, in_words, refused, works};

/// The first of the words that the hint lists.
fn first_known(said: &Said) -> String {
    let known = said.hint.split_once(": ").unwrap().1;
    known.split(", ").next().unwrap().trim_end_matches('.').to_owned()
}

pub(super) fn app() -> App {
    App::new(Environment::of_this_machine())
}

fn overview(app: &App) -> Result<(), Said> {
    let request = OverviewRequest {
        series: String::new(),
        as_of: None,
    };
    app.overview(&request).map(|_| ()).map_err(|error| in_words(&error))
}

#[test]
fn hints_about_the_words_of_a_call() {
    check(&words());
}

#[test]
fn hints_about_what_is_not_there() {
    check(&data());
}

#[test]
fn hints_about_changes() {
    check(&changes());
}

pub(super) fn cases() -> Vec<Case> {
    words()
        .into_iter()
        .chain(typed())
        .chain(data())
        .chain(changes())
        .collect()
}

const SET: &str = "--published 2026-04-10 --source Bulletin";

fn words() -> Vec<Case> {
    vec![
        Case {
            code: Code::UnknownSample,
            about: "a sample that there is not",
            brings: |folder| refused(folder, "new new.hadaf --sample atlantis"),
            hint: "There are",
            follow: |folder, said| works(folder, &format!("new new.hadaf --sample {}", first_known(said))),
        },
        Case {
            code: Code::UnknownSeries,
            about: "a series that there is not",
            brings: |folder| refused(folder, "show sample.hadaf --series nothing"),
            hint: "There are",
            follow: |folder, said| works(folder, &format!("show sample.hadaf --series {}", first_known(said))),
        },
        Case {
            code: Code::Period,
            about: "a month that there is not",
            brings: |folder| refused(folder, &format!("set sample.hadaf ict_total 2026-13 1 {SET}")),
            hint: "2025-07",
            follow: |folder, _| works(folder, &format!("set sample.hadaf ict_total 2026-03 400 {SET}")),
        },
    ]
}

/// What is typed and is not what the field takes.
fn typed() -> Vec<Case> {
    vec![
        Case {
            code: Code::Number,
            about: "a word for a number",
            brings: |folder| refused(folder, &format!("set sample.hadaf ict_total 2026-03 lots {SET}")),
            hint: "1,234.5",
            follow: |folder, _| works(folder, &format!("set sample.hadaf ict_total 2026-03 1,234.5 {SET}")),
        },
        Case {
            code: Code::Date,
            about: "a word for a day",
            brings: |folder| refused(folder, "show sample.hadaf --as-of someday"),
            hint: "2026-03-20",
            follow: |folder, _| works(folder, "show sample.hadaf --as-of 2026-03-20"),
        },
        Case {
            code: Code::Date,
            about: "a word for a day of publication",
            brings: |folder| {
                refused(
                    folder,
                    "set sample.hadaf ict_total 2026-03 400 --published soon --source Bank",
                )
            },
            hint: "after-each-period",
            follow: |folder, _| {
                works(
                    folder,
                    "set sample.hadaf ict_total 2026-03 400 --published unknown --source Bank",
                );
            },
        },
        Case {
            code: Code::Word,
            about: "a language that there is not",
            brings: |folder| refused(folder, "brief sample.hadaf --out a.pdf --lang tlh"),
            hint: "There are",
            follow: |folder, said| {
                works(
                    folder,
                    &format!("brief sample.hadaf --out a.pdf --lang {}", first_known(said)),
                );
            },
        },
        Case {
            code: Code::Format,
            about: "an ending that cannot be written",
            brings: |folder| refused(folder, "chart sample.hadaf monthly --out a.gif"),
            hint: "svg",
            follow: |folder, _| works(folder, "chart sample.hadaf monthly --out a.svg"),
        },
        Case {
            code: Code::Chart,
            about: "a picture as small as a stamp",
            brings: |folder| refused(folder, "chart sample.hadaf monthly --out a.svg --size 10x10"),
            hint: "bounds",
            follow: |folder, said| {
                // The bounds stand in the message.
                assert!(said.message.contains("320 x 200"), "{}", said.message);
                works(folder, "chart sample.hadaf monthly --out a.svg --size 960x540");
            },
        },
    ]
}

fn data() -> Vec<Case> {
    vec![
        Case {
            code: Code::NothingOpen,
            about: "nothing is open",
            brings: |_| overview(&app()).unwrap_err(),
            hint: "Open one",
            follow: |folder, _| {
                let app = app();
                app.open(&folder.join("sample.hadaf"), Access::Read).unwrap();
                assert!(overview(&app).is_ok());
            },
        },
        Case {
            code: Code::NoData,
            about: "a chart of nothing",
            brings: |folder| {
                works(folder, "new own.hadaf");
                refused(folder, "chart own.hadaf monthly --out a.svg")
            },
            hint: "Enter a figure",
            follow: |folder, _| {
                months(folder, 1);
                works(folder, "import own.hadaf months.csv");
                works(folder, "chart own.hadaf monthly --out a.svg");
            },
        },
        Case {
            code: Code::Forecast,
            about: "too short a past",
            brings: |folder| {
                works(folder, "new own.hadaf");
                months(folder, 6);
                works(folder, "import own.hadaf months.csv");
                refused(folder, "forecast own.hadaf")
            },
            hint: "import more",
            follow: |folder, _| {
                months(folder, 30);
                works(folder, "import own.hadaf months.csv");
                works(folder, "forecast own.hadaf");
            },
        },
    ]
}

fn changes() -> Vec<Case> {
    vec![
        Case {
            code: Code::Import,
            about: "a file without its header",
            brings: |folder| {
                fs::write(folder.join("in.csv"), "2026-03,400\n").unwrap();
                refused(folder, "import sample.hadaf in.csv")
            },
            hint: "names its columns",
            follow: corrected,
        },
        Case {
            code: Code::Questions,
            about: "a table that does not say when it was published",
            brings: |folder| {
                fs::write(folder.join("in.csv"), "US$ million,Mar-26\nSoftware,400\n").unwrap();
                refused(folder, "import sample.hadaf in.csv")
            },
            hint: "--published",
            follow: |folder, _| works(folder, "import sample.hadaf in.csv --published 2026-04-10"),
        },
        Case {
            code: Code::Refused,
            about: "a row that cannot be read",
            brings: |folder| {
                let rows = "series,period,value,published,source\nict_total,2026-03,lots,2026-04-10,Bulletin\n";
                fs::write(folder.join("in.csv"), rows).unwrap();
                refused(folder, "import sample.hadaf in.csv")
            },
            hint: "Correct them",
            follow: corrected,
        },
        Case {
            code: Code::NothingToUndo,
            about: "nothing was changed",
            brings: |folder| refused(folder, "undo sample.hadaf"),
            hint: "change log",
            follow: |folder, _| works(folder, "log sample.hadaf"),
        },
        Case {
            code: Code::NothingToRedo,
            about: "nothing was undone",
            brings: |folder| refused(folder, "redo sample.hadaf"),
            hint: "undone",
            follow: |folder, _| {
                works(folder, &format!("set sample.hadaf ict_total 2026-03 400 {SET}"));
                works(folder, "undo sample.hadaf");
                works(folder, "redo sample.hadaf");
            },
        },
    ]
}

/// So many months of a series, as our own table.
fn months(folder: &Path, count: u32) {
    let rows = (0..count).map(|month| {
        let (year, month) = (2022 + month / 12, month % 12 + 1);
        format!("total,{year}-{month:02},{},{}-02-20,Test\n", 100 + month, year + 1)
    });
    let text: String = std::iter::once("series,period,value,published,source\n".to_owned())
        .chain(rows)
        .collect();
    fs::write(folder.join("months.csv"), text).unwrap();
}

fn corrected(folder: &Path, _: &Said) {
    let rows = "series,period,value,published,source\nict_total,2026-03,400,2026-04-10,Bulletin\n";
    fs::write(folder.join("in.csv"), rows).unwrap();
    works(folder, "import sample.hadaf in.csv");
}
