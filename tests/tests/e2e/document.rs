//! A PDF, looked at from outside with tools that are not ours.

use std::path::{Path, PathBuf};
use std::process::Command;

use hadaf_tests::{Run, root, run};

/// Files of `folder` with this ending.
pub(crate) fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let hidden = |path: &Path| {
        path.file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with('.'))
    };
    entries
        .filter(|path| path.extension().is_some_and(|its| its == ending) && !hidden(path))
        .collect()
}

fn tool(name: &str, words: &[&str], pdf: &Path) -> Run {
    let done = run(Command::new(name).args(words).arg(pdf));
    assert_eq!(done.code, Some(0), "{name}: {}{}", done.stdout, done.stderr);
    done
}

/// Sound, tagged and accessible.
pub(crate) fn check_pdf(pdf: &Path) {
    tool("qpdf", &["--check"], pdf);
    let info = tool("pdfinfo", &[], pdf).stdout;
    assert!(info.contains("Tagged:          yes"), "{info}");
    // A second opinion on PDF/UA-1; `make setup` installs it.
    let installed = root().join("target/tools/bin/pdfua");
    let findings = run(Command::new(installed).args(["check"]).arg(pdf));
    assert_eq!(findings.code, Some(0), "pdfua: {}{}", findings.stdout, findings.stderr);
}

/// The one-page briefing: its words, some of its figures, and the data inside it with the value of a month.
pub(crate) fn check_briefing(pdf: &Path, title: &str, figures: &[&str], (month, value): (&str, &str)) {
    check_pdf(pdf);
    let info = tool("pdfinfo", &[], pdf).stdout;
    assert!(
        info.lines()
            .any(|line| line.starts_with("Pages:") && line.ends_with(" 1")),
        "{info}"
    );

    let text = run(Command::new("pdftotext").arg("-layout").arg(pdf).arg("-")).stdout;
    let plain = |text: &str| text.split_whitespace().collect::<String>();
    assert!(plain(&text).contains(&plain(title)), "{title} is not in: {text}");
    for figure in figures {
        assert!(text.contains(figure), "no {figure} in: {text}");
    }

    let list = tool("pdfdetach", &["-list"], pdf).stdout;
    assert!(list.contains(".csv") && list.contains(".json"), "{list}");
    let out = tempfile::tempdir().unwrap();
    let out_folder = out.path().to_str().unwrap();
    tool("pdfdetach", &["-saveall", "-o", out_folder], pdf);
    let tables = files(out.path(), "csv");
    let [table] = &tables[..] else {
        panic!("one table, not {tables:?}")
    };
    let table = std::fs::read_to_string(table).unwrap();
    assert!(
        table.lines().any(|line| line.contains(month) && line.contains(value)),
        "{table}"
    );
    let [json] = &files(out.path(), "json")[..] else {
        panic!("one JSON file")
    };
    let data: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(json).unwrap()).unwrap();
    assert!(data.is_object(), "{data}");
}
