//! What leaves comes back: into the workspace that it left nothing is new, into one that has nothing all of it is.

use std::fs;
use std::path::Path;

use hadaf_tests::{folder, hadaf};
use serde_json::Value;

/// The formats, and a name for a file of each.
const FORMATS: [(&str, &str); 5] = [
    ("csv", "out.csv"),
    ("xlsx", "out.xlsx"),
    ("ods", "out.ods"),
    ("sdmx-csv", "out.sdmx.csv"),
    ("datapackage", "out.zip"),
];

fn done(folder: &Path, words: &str) {
    let run = hadaf(folder, words);
    assert_eq!(run.code, Some(0), "{words}: {}{}", run.stdout, run.stderr);
}

/// The rows of a workspace in their order of text; without the zeros behind a point, which a spreadsheet does not keep,
/// where that is asked.
fn rows(folder: &Path, workspace: &str, loosely: bool) -> Vec<String> {
    done(
        folder,
        &format!("export {workspace} --format csv --out rows.csv --force"),
    );
    let text = fs::read_to_string(folder.join("rows.csv")).unwrap();
    let mut rows: Vec<String> = text
        .lines()
        .map(|line| if loosely { shortest(line) } else { line.to_owned() })
        .collect();
    rows.sort();
    rows
}

/// A row with the shortest form of its value: the cells before it hold no separator.
fn shortest(line: &str) -> String {
    let cells: Vec<&str> = line.splitn(5, ',').collect();
    let [series, period, through, value, rest] = cells[..] else {
        return line.to_owned();
    };
    let value = match value.contains('.') {
        true => value.trim_end_matches('0').trim_end_matches('.'),
        false => value,
    };
    [series, period, through, value, rest].join(",")
}

/// Every format of a workspace, back into it and into an empty one of the same fiscal year.
fn comes_back(folder: &Path, workspace: &str, fiscal_year: &str) {
    for (format, name) in FORMATS {
        done(
            folder,
            &format!("export {workspace} --format {format} --out {name} --force"),
        );
        let back = hadaf(folder, &format!("import {workspace} {name} --json"));
        assert_eq!(back.code, Some(0), "{name}: {}{}", back.stdout, back.stderr);
        let told = back.json();
        let counts = ["new", "revises", "conflicts"].map(|key| told[key].clone());
        assert_eq!(counts, [0, 0, 0].map(Value::from), "{name}");
        done(folder, &format!("new fresh.hadaf --currency USD {fiscal_year} --force"));
        done(folder, &format!("import fresh.hadaf {name}"));
        let is_binary = matches!(format, "xlsx" | "ods");
        assert_eq!(
            rows(folder, "fresh.hadaf", is_binary),
            rows(folder, workspace, is_binary),
            "{name}"
        );
        done(folder, "undo fresh.hadaf");
        assert_eq!(
            rows(folder, "fresh.hadaf", false).len(),
            1,
            "the names of the columns are left"
        );
    }
    let log = hadaf(folder, &format!("log {workspace} --json")).json();
    let imports = log["entries"].as_array().unwrap().len();
    assert!(imports <= 1, "what is there already is no change");
}

#[test]
fn the_samples_come_back() {
    for (sample, fiscal_year) in [
        ("pakistan-it-exports", "--fiscal-year-start 7"),
        ("india-services-exports", "--fiscal-year-start 4"),
    ] {
        let folder = folder();
        let folder = folder.path();
        done(folder, &format!("new sample.hadaf --sample {sample}"));
        comes_back(folder, "sample.hadaf", fiscal_year);
    }
}

/// Numbers that follow from a seed, the same everywhere.
struct Chances(u64);

impl Chances {
    fn next(&mut self, below: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % below
    }

    fn of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[usize::try_from(self.next(words.len() as u64)).unwrap()]
    }
}

/// Rows of all that a value can say, each of another period of its series.
fn any_rows(seed: u64) -> String {
    let mut chances = Chances(seed);
    let mut text = String::from(
        "series,period,through,value,status,published,dated,seen,source,publisher,address,note,title,unit,measure\n",
    );
    for (id, unit, measure) in [
        ("a", "USD million", "flow"),
        ("b", "percent", "flow"),
        ("c", "count", "stock"),
        ("d", "PKR thousand", "flow"),
    ] {
        for number in 0..24 {
            let (period, through) = match number {
                0..16 => (format!("{}-{:02}", 2020 + number / 12, number % 12 + 1), ""),
                16..19 => (format!("2019-{:02}", number - 6), "yes"),
                19..22 => (format!("2018-0{}", number - 18), ""),
                _ => (format!("FY{}", 1990 + number), ""),
            };
            let digits = chances.next(999_999_999) as i64 - 200_000_000;
            let value = format!("{}{}", digits, chances.of(&["", ".5", ".250", ".000001"]));
            let status = chances.of(&["", "first", "revised", "estimate", "comparator"]);
            let (published, dated) = match chances.of(&["day", "about", "none"]) {
                "day" => (format!("2026-0{}-11", chances.next(3) + 1), ""),
                "about" => ("2026-03-31".to_owned(), "about"),
                _ => (String::new(), ""),
            };
            let source = chances.of(&[
                "Bulletin",
                "'=Table 1",
                "\"Release, of \"\"May\"\"\"",
                "\u{67E}\u{627}\u{6A9}",
            ]);
            let publisher = chances.of(&["", "Bank", "=1+1"]);
            let address = chances.of(&["", "https://example.org/a?b=1&c=2"]);
            text.push_str(&format!(
                "{id},{period},{through},{value},{status},{published},{dated},2026-03-31,{source},{publisher},{address},,\
                 Series {id},{unit},{measure}\n"
            ));
        }
    }
    text
}

#[test]
fn any_rows_come_back() {
    for seed in 1..=4 {
        let folder = folder();
        let folder = folder.path();
        fs::write(folder.join("rows.csv"), any_rows(seed)).unwrap();
        done(folder, "new own.hadaf --currency USD --fiscal-year-start 7");
        done(folder, "import own.hadaf rows.csv");
        assert_eq!(rows(folder, "own.hadaf", false).len(), 4 * 24 + 1);
        comes_back(folder, "own.hadaf", "--fiscal-year-start 7");
    }
}

/// A file of ours that counts in another unit than the workspace is counted in that of the workspace, one of another
/// currency is refused.
#[test]
fn another_unit_is_counted_in_that_of_the_series() {
    let folder = folder();
    let folder = folder.path();
    let file = |unit: &str, month: &str, value: &str| {
        let text =
            format!("series,period,value,published,source,unit\nsoftware,{month},{value},2025-09-18,Bank,{unit}\n");
        fs::write(folder.join("own.csv"), text).unwrap();
    };
    done(folder, "new own.hadaf --currency USD");
    file("USD million", "2025-06", "118");
    done(folder, "import own.hadaf own.csv");
    file("USD thousand", "2025-07", "120500");
    done(folder, "import own.hadaf own.csv");
    let show = hadaf(folder, "show own.hadaf --json").json();
    let series = show["series"]
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["id"] == "software")
        .unwrap()
        .clone();
    assert_eq!(series["observations"][1]["value"], "120.500");
    file("PKR thousand", "2025-08", "120500");
    let refused = hadaf(folder, "import own.hadaf own.csv --json");
    assert_eq!(refused.code, Some(1), "{}", refused.stdout);
}
