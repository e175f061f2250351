//! The tape that the page's tests play back (`ui/src/lib/api/tape.ts`): what the program answers on the sample, and
//! after a few changes of it. `UPDATE=1 cargo nextest run tape` records it anew.

mod recorder;

use std::path::Path;

use hadaf_tests::root;
use serde_json::{Value, json};

use recorder::{HOME, Recorder, in_folder};

const TAPE: &str = "ui/tests/fixture/tape.json";

#[test]
fn the_page_plays_back_what_the_program_answers() {
    let mut tape = Recorder::new();
    tape.opening();
    tape.reading();
    tape.entering();
    tape.correcting();
    tape.checking();
    tape.pasting();
    tape.importing();
    tape.naming();
    tape.new_workspace();
    tape.in_use_elsewhere();

    let (path, text) = (root().join(TAPE), tape.written());
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    let known = std::fs::read_to_string(&path).ok().unwrap_or_default();
    assert!(known == text, "{TAPE} is stale: run this test once with UPDATE=1");
}

/// The series of the sample, a month of it, and a day in its past.
const TOTAL: &str = "ict_total";
const SECTOR: &str = "computer_services";
const MONTH: &str = "2024-11";
/// A table with headers, as it is copied from a spreadsheet.
const COPIED: &str = "Million US$\n\tOct 2024\tNov 2024\tDec 2024\nTotal credits\t330\t311\t348\n";
/// Its newest month, which one page has.
const NEWEST: &str = "2026-02";
const NEWEST_PAGE: &str = "IT exports to February 2026";
/// A figure of the month in dollars, where its series is in millions.
const DOUBTFUL: &str = "310000000";
const PAST: &str = "2025-01-01";
const TODAY: &str = "2026-04-01";

/// The scenes of the tape.
impl Recorder {
    /// The first screen, and what it leads to.
    fn opening(&mut self) {
        self.ask("start", json!({}));
        self.ask("workspace_view", json!({}));
        self.ask("workspace_open", json!({ "path": "/media/usb/gone.hadaf" }));
        self.change("sample", "workspace_sample", json!({ "name": hadaf_app::PAKISTAN }));
        self.change("closed", "workspace_close", json!({}));
        let path = format!("{HOME}/data/pakistan-it-exports.hadaf");
        self.change("sample", "workspace_open", json!({ "path": path }));
    }

    /// Every screen on the sample, now and as of a day, and the numbers on it that can be looked into.
    fn reading(&mut self) {
        for as_of in [Value::Null, json!(PAST)] {
            let mut shown = Vec::new();
            for command in ["overview", "outlook", "backtest"] {
                shown.push(self.ask(command, json!({ "request": { "series": TOTAL, "as_of": as_of } })));
            }
            self.register(&as_of);
            for kind in ["monthly", "outlook", "hedgehog"] {
                self.chart(kind, TOTAL, &as_of);
            }
            let grid = self.grid(false, &as_of);
            if as_of.is_null() {
                shown.push(grid);
            }
            self.histories(&shown);
            self.history(MONTH, &as_of);
            self.ask("counts", json!({ "request": { "as_of": as_of } }));
            self.ask("sources", json!({ "request": { "as_of": as_of } }));
            for register in ["disruptions", "initiatives", "undertakings"] {
                let request = json!({ "register": register, "series": TOTAL, "as_of": as_of });
                self.ask("register", json!({ "request": request }));
            }
            self.ask(
                "disagreements",
                json!({ "request": { "series": null, "as_of": as_of } }),
            );
            for year in [Value::Null, json!("FY2025")] {
                self.ask(
                    "revisions",
                    json!({ "request": { "series": TOTAL, "fiscal_year": year, "as_of": as_of } }),
                );
            }
        }
        for kind in ["year_to_date", "annual", "outlook_monthly", "backtest"] {
            self.chart(kind, TOTAL, &Value::Null);
        }
        self.grid(true, &Value::Null);
        // A sector of which too little is known for a forecast.
        self.ask("overview", json!({ "request": { "series": SECTOR, "as_of": null } }));
        self.ask("outlook", json!({ "request": { "series": SECTOR, "as_of": null } }));
        self.chart("year_to_date", SECTOR, &Value::Null);
        self.chart("monthly", SECTOR, &Value::Null);

        for text in [
            PAST,
            TODAY,
            "2025-01-31",
            "last year",
            "2027-01-01",
            "in March",
            "3 Mar 2026",
            "03/04/2026",
        ] {
            self.ask("day", json!({ "text": text }));
        }
        self.ask("brief", json!({ "request": brief() }));
        let mut with_notes = brief();
        with_notes["with_notes"] = json!(true);
        self.ask("brief", json!({ "request": with_notes }));
        self.ask("publication_days", json!({}));
        self.ask("documents_check", json!({}));
        self.ask("log", json!({}));
        self.ask("undo", json!({}));
        self.ask("outline", json!({}));
        self.ask("workspace_settings", json!({}));
        let all = json!({ "series": [], "as_of": null, "with_notes": false });
        self.ask("export_contents", json!({ "request": all }));
        let form = self.ask("claim_form", json!({ "request": { "series": TOTAL, "id": null } }));
        self.ask("claim_preview", json!({ "request": form["entry"] }));
        self.leaving();
    }

    /// The register of claims, and the one that it begins with: the first that is due.
    fn register(&mut self, as_of: &Value) {
        let register = self.ask("claims", json!({ "request": { "series": TOTAL, "as_of": as_of } }));
        let claims = register["claims"].as_array().cloned().unwrap_or_default();
        let due = claims.iter().find(|claim| claim["group"] == "due").or(claims.first());
        if let Some(first) = due {
            self.ask(
                "claim_detail",
                json!({ "request": { "id": first["id"], "as_of": as_of } }),
            );
        }
    }

    /// Pictures and a briefing written to files.
    fn leaving(&mut self) {
        for (kind, ending, theme) in [("monthly", "pdf", "print"), ("backtest", "svg", "light")] {
            let chart = json!({ "kind": kind, "series": TOTAL, "as_of": null, "width": 960.0, "height": 540.0,
                "theme": theme, "framed": true });
            let path = format!("{HOME}/{TOTAL}-{kind}.{ending}");
            self.ask("chart_export", json!({ "request": { "chart": chart, "path": path } }));
        }
        let path = format!("{HOME}/{TOTAL}-{TODAY}.pdf");
        self.ask("brief_export", json!({ "request": { "brief": brief(), "path": path } }));
    }

    fn chart(&mut self, kind: &str, series: &str, as_of: &Value) {
        let request = json!({ "kind": kind, "series": series, "as_of": as_of, "width": 712.0, "height": 292.0,
            "theme": "light", "framed": false });
        self.ask("chart", json!({ "request": request }));
    }

    fn grid(&mut self, all: bool, as_of: &Value) -> Value {
        self.ask("grid", json!({ "request": { "all": all, "as_of": as_of } }))
    }

    /// The history of every number that `shown` leads to: those that name one, and the cells of a grid.
    fn histories(&mut self, shown: &[Value]) {
        let mut requests = Vec::new();
        for view in shown {
            named_in(view, &mut requests);
            let rows = view["years"].as_array().into_iter().flatten();
            for row in rows.flat_map(|year| year["months"].as_array().unwrap().iter().chain([&year["total"]])) {
                let cells = row["cells"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .zip(view["columns"].as_array().unwrap());
                let known = cells.filter(|(cell, _)| !cell["value"].is_null());
                requests.extend(
                    known.map(
                        |(_, column)| json!({ "series": column["series"], "period": row["period"], "as_of": null }),
                    ),
                );
            }
        }
        for request in requests {
            self.ask("history", json!({ "request": request }));
        }
    }

    fn history(&mut self, period: &str, as_of: &Value) -> Value {
        self.ask(
            "history",
            json!({ "request": { "series": TOTAL, "period": period, "as_of": as_of } }),
        )
    }

    /// A change of the month and of the one after it, whose histories differ then.
    fn edit(&mut self, name: &'static str, command: &'static str, given: Value) {
        self.change(name, command, given);
        for period in [MONTH, "2024-12"] {
            self.history(period, &Value::Null);
        }
    }

    /// Values entered into a month, taken back and entered again.
    fn entering(&mut self) {
        for typed in ["311.5", "36,5x", "365"] {
            (1..=typed.len()).for_each(|end| self.preview(&typed[..end], TOTAL, MONTH, TODAY));
        }
        for published in ["", "i", "in", "in M", "in Ma", "in Mar", "in Marc", "in March"] {
            self.preview("365", TOTAL, MONTH, published);
        }
        for (text, period) in [
            ("310", MONTH),
            ("348", "2024-12"),
            ("365", "2026-02"),
            (DOUBTFUL, MONTH),
        ] {
            self.preview(text, TOTAL, period, TODAY);
        }
        for published in ["3 Mar 2026", "03/04/2026"] {
            self.preview("365", TOTAL, MONTH, published);
        }

        self.start_with_sample();
        self.edit(
            "entered",
            "observation_set",
            entry(MONTH, "311.5", TODAY, "State Bank", "half-year total"),
        );
        self.edit("undone", "undo", json!({}));
        self.edit("entered again", "redo", json!({}));
        self.start_with_sample();
        self.edit(
            "entered a digit",
            "observation_set",
            entry(MONTH, "3", TODAY, "State Bank", ""),
        );

        for (name, value) in [("entered all the same", DOUBTFUL), ("entered what was meant", "310")] {
            self.start_with_sample();
            self.edit(name, "observation_set", entry(MONTH, value, TODAY, "State Bank", ""));
        }

        let first = entry(MONTH, "310", "2025-01-31", "x", "");
        self.start_with_sample();
        self.edit("one entered", "observation_set", first.clone());
        self.edit("one undone", "undo", json!({}));
        self.edit("one entered again", "redo", json!({}));
        self.start_with_sample();
        self.edit("one entered", "observation_set", first);
        self.edit(
            "two entered",
            "observation_set",
            entry("2024-12", "310", "2025-01-31", "x", ""),
        );
        self.edit("one of two undone", "undo", json!({}));
        self.edit("two undone", "undo", json!({}));
    }

    /// An entry put right, and a figure withdrawn.
    fn correcting(&mut self) {
        self.start_with_sample();
        let told = self.history(MONTH, &Value::Null)["vintages"][0].clone();
        self.edit(
            "corrected",
            "observation_correct",
            json!({ "request": {
                "series": TOTAL, "period": MONTH, "entry": told["entry"], "value": "311", "published": "",
                "source": "", "note": told["note"],
            } }),
        );
        self.start_with_sample();
        self.edit(
            "withdrawn",
            "observation_withdraw",
            json!({ "request": {
                "series": TOTAL, "period": NEWEST, "published": TODAY, "source": NEWEST_PAGE, "note": "",
            } }),
        );
        self.history(NEWEST, &Value::Null);
    }

    /// What the check finds, and a finding that is let stand.
    fn checking(&mut self) {
        self.start_with_sample();
        let found = self.ask("quality", json!({}));
        let id = found["open"][0]["id"].clone();
        let accepted = json!({ "request": { "id": id, "because": "Parts are rounded" } });
        self.edit("accepted", "finding_accept", accepted);
        self.ask("quality", json!({}));
        self.edit("open again", "acceptance_withdraw", json!({ "id": id }));
        self.ask("quality", json!({}));
    }

    /// Blocks pasted at a month, and from the newest.
    fn pasting(&mut self) {
        self.start_with_sample();
        let grid = self.grid(false, &Value::Null);
        let block = "315\t12\r\n350\t13\r\n";
        for text in [block, "abc", "3", "31", "315"] {
            self.ask("paste_preview", pasted(&grid, MONTH, text, ""));
        }
        // The first of two selected months fills the other.
        let filled = json!({ "request": {
            "text": "310", "series": [TOTAL], "periods": [MONTH, "2024-12"], "published": TODAY, "source": "",
            "fill": true,
        } });
        self.ask("paste_preview", filled);
        for text in ["3", "31", "315"] {
            self.ask("paste_preview", pasted(&grid, "2026-02", text, ""));
        }
        let mut doubtful = pasted(&grid, MONTH, DOUBTFUL, "State Bank table");
        self.ask("paste_preview", doubtful.clone());
        doubtful["request"]["corrected"] = json!([{ "series": TOTAL, "period": MONTH, "value": "310" }]);
        self.ask("paste_preview", doubtful);
        self.edit("pasted", "paste_apply", pasted(&grid, MONTH, block, "State Bank table"));
        self.edit("paste undone", "undo", json!({}));
    }

    /// A table that was copied, read, asked about, mapped and entered.
    fn importing(&mut self) {
        self.start_with_sample();
        let paste = json!({ "text": COPIED });
        let read = self.ask("intake_paste", json!({ "request": paste }));
        self.ask(
            "intake_open",
            json!({ "request": { "paths": [format!("{HOME}/gone.xlsx")] } }),
        );
        self.ask("intake_paste", json!({ "request": paste }));
        self.ask("intake_progress", json!({}));
        let (rows, columns) = (
            &read["files"][0]["sheets"][0]["rows"],
            &read["files"][0]["sheets"][0]["columns"],
        );
        let corner = |side: &Value| side.as_u64().unwrap() - 1;
        let region = json!({ "file": 0, "sheet": 0, "top": 0, "left": 0, "bottom": corner(rows),
            "right": corner(columns) });
        self.ask("intake_cells", json!({ "request": { "region": region } }));
        for outcomes in [
            json!(["new", "revises", "conflicts", "refused"]),
            json!(["same"]),
            json!([]),
        ] {
            let request = json!({ "outcomes": outcomes, "series": null, "from": 0, "count": 100 });
            self.ask("intake_values", json!({ "request": request }));
        }
        let cell = json!({ "file": 0, "sheet": 0, "top": 2, "left": 2, "bottom": 2, "right": 2 });
        for left_out in [json!([cell]), json!([])] {
            let request = json!({ "answers": {}, "mapping": [], "left_out": left_out });
            self.ask("intake_draft", json!({ "request": request }));
        }
        let mut request = json!({ "answers": { "published": TODAY }, "mapping": [], "left_out": [] });
        self.ask("intake_draft", json!({ "request": request }));
        request["answers"]["source"] = json!("Copied table");
        self.ask("intake_draft", json!({ "request": request }));
        request["mapping"] = json!([{ "label": "Total credits", "series": TOTAL }]);
        self.ask("intake_draft", json!({ "request": request }));
        self.change("imported", "intake_apply", json!({ "request": request }));
        self.change("import undone", "undo", json!({}));
        self.start_with_sample();
        self.ask("intake_cancel", json!({}));
    }

    /// What a value would do in one cell.
    fn preview(&mut self, text: &str, series: &str, period: &str, published: &str) {
        let request = json!({ "text": text, "series": [series], "periods": [period], "published": published,
            "source": "" });
        self.ask("paste_preview", json!({ "request": request }));
    }

    /// The workspace under another name, and a source that cannot be named.
    fn naming(&mut self) {
        self.start_with_sample();
        let source = json!({ "what": "source", "id": "1", "title": " ", "publisher": "", "address": "" });
        self.ask("rename", json!({ "request": source }));
        let source =
            json!({ "id": "1", "title": " ", "publisher": "", "address": "", "page": "", "retrieved": "", "note": "" });
        self.ask("source_set", json!({ "request": source }));
        let named = json!({ "what": "workspace", "id": "", "title": "IT and telecom" });
        self.change("renamed", "rename", json!({ "request": named }));
        self.change("rename undone", "undo", json!({}));
    }

    /// A workspace without a figure.
    fn new_workspace(&mut self) {
        self.start();
        let fresh = json!({
            "path": format!("{HOME}/textile-exports.hadaf"),
            "name": "Textile exports",
            "currency": "USD",
            "fiscal_year_start_month": 7,
            "series_title": "Textiles, total",
            "origin": "Bureau of Statistics",
        });
        self.change("new", "workspace_new", json!({ "request": fresh }));
        for command in ["overview", "outlook"] {
            self.ask(command, json!({ "request": { "series": "total", "as_of": null } }));
        }
        self.grid(false, &Value::Null);
        self.grid(true, &Value::Null);
        self.ask(
            "brief",
            json!({ "request": { "series": "total", "as_of": null, "lang": "en", "with_notes": false } }),
        );
        self.ask("sources", json!({ "request": { "as_of": null } }));
        self.ask("log", json!({}));
        self.preview("3", "total", "2025-07", TODAY);
    }

    /// The sample, while another computer has it open.
    fn in_use_elsewhere(&mut self) {
        self.start_with_sample();
        let path = self.app.workspace_view().unwrap().unwrap().path;
        let ours = in_folder(self.folder.path());
        let theirs = std::mem::replace(&mut self.app, ours);
        self.app.workspace_open(Path::new(&path)).unwrap();
        self.arrive("read only");
        let copy = format!("{HOME}/pakistan-it-exports.hadaf");
        self.ask("workspace_save_copy", json!({ "path": copy }));
        drop(theirs);
    }
}

fn brief() -> Value {
    json!({ "series": TOTAL, "as_of": null, "lang": "en", "with_notes": false })
}

fn entry(period: &str, value: &str, published: &str, source: &str, note: &str) -> Value {
    json!({ "request": {
        "series": TOTAL, "period": period, "value": value, "published": published,
        "source": source, "status": null, "note": note,
    } })
}

/// A block that falls on the columns of a grid and on its months from `first` on.
fn pasted(grid: &Value, first: &str, text: &str, source: &str) -> Value {
    let columns = grid["columns"].as_array().unwrap().iter();
    let series: Vec<&Value> = columns.map(|column| &column["series"]).collect();
    let years = grid["years"].as_array().unwrap().iter();
    let months = years.flat_map(|year| year["months"].as_array().unwrap());
    let periods: Vec<&Value> = months
        .map(|month| &month["period"])
        .skip_while(|period| *period != first)
        .collect();
    json!({ "request": {
        "text": text, "series": series, "periods": periods, "published": TODAY, "source": source,
    } })
}

/// Every number or claim that a view names by what its history is asked with.
fn named_in(view: &Value, found: &mut Vec<Value>) {
    match view {
        Value::Object(fields) if fields.contains_key("series") && fields.contains_key("period") && fields.len() < 5 => {
            found.push(view.clone());
        }
        Value::Object(fields) => fields.values().for_each(|value| named_in(value, found)),
        Value::Array(values) => values.iter().for_each(|value| named_in(value, found)),
        _ => {}
    }
}
