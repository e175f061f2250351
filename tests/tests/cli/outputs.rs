//! Files that leave the program.

use std::fs;

use hadaf_tests::{folder, hadaf, sample};

#[test]
fn charts_are_written_in_three_formats() {
    let folder = folder();
    let folder = folder.path();
    sample(folder);
    for (name, start) in [
        ("a.svg", &b"<svg"[..]),
        ("a.png", b"\x89PNG\r\n"),
        ("a.pdf", b"%PDF-1.7"),
    ] {
        let run = hadaf(folder, &format!("chart sample.hadaf trajectory --out {name}"));
        assert_eq!(run.code, Some(0), "{name}: {}", run.stderr);
        let bytes = fs::read(folder.join(name)).unwrap();
        assert!(bytes.starts_with(start), "{name} starts with {:?}", &bytes[..8]);
    }
    let size = hadaf(
        folder,
        "chart sample.hadaf trajectory --out b.svg --size 640x400 --theme dark",
    );
    assert_eq!(size.code, Some(0), "{}", size.stderr);
    let svg = fs::read_to_string(folder.join("b.svg")).unwrap();
    assert!(svg.contains("640") && svg.contains("400"), "{}", &svg[..300]);
}

#[test]
fn what_exists_is_kept_unless_forced() {
    let folder = folder();
    let folder = folder.path();
    sample(folder);
    for words in [
        "new kept --sample pakistan-it-exports",
        "chart sample.hadaf trajectory --out kept.svg",
        "brief sample.hadaf --out kept.pdf",
    ] {
        let name = words.split(' ').find(|word| word.starts_with("kept")).unwrap();
        fs::write(folder.join(name), "mine").unwrap();
        let refused = hadaf(folder, &format!("{words} --json"));
        assert_eq!(refused.code, Some(1), "{words}: {}", refused.stderr);
        assert_eq!(refused.error()["code"], "exists", "{words}");
        assert_eq!(fs::read(folder.join(name)).unwrap(), b"mine");

        let forced = hadaf(folder, &format!("{words} --force"));
        assert_eq!(forced.code, Some(0), "{words}: {}", forced.stderr);
        assert_ne!(fs::read(folder.join(name)).unwrap(), b"mine");
    }
}

#[test]
fn the_same_day_gives_the_same_bytes() {
    let folder = folder();
    let folder = folder.path();
    sample(folder);
    for (words, ending) in [("brief sample.hadaf", "pdf"), ("chart sample.hadaf trajectory", "svg")] {
        let bytes = |name: &str| {
            let run = hadaf(folder, &format!("{words} --as-of 2026-04-01 --out {name}.{ending}"));
            assert_eq!(run.code, Some(0), "{}", run.stderr);
            fs::read(folder.join(format!("{name}.{ending}"))).unwrap()
        };
        assert_eq!(bytes("one"), bytes("two"), "{words}");
    }
}

#[test]
fn a_file_is_whole_or_absent() {
    let folder = folder();
    let folder = folder.path();
    sample(folder);
    let refused = hadaf(folder, "brief sample.hadaf --out nowhere/brief.pdf --json");
    assert_eq!(refused.code, Some(1));
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.retain(|name| name != "home");
    assert_eq!(names, ["sample.hadaf"], "nothing is left beside the workspace");
}

/// What a tool of another maker says of a file.
fn tool(folder: &std::path::Path, name: &str, words: &[&str]) -> String {
    let run = std::process::Command::new(name)
        .args(words)
        .current_dir(folder)
        .output()
        .unwrap();
    assert!(
        run.status.success(),
        "{name} {words:?}: {}",
        String::from_utf8_lossy(&run.stderr)
    );
    String::from_utf8(run.stdout).unwrap()
}

#[test]
fn a_picture_is_as_large_as_was_asked_for() {
    let folder = folder();
    let folder = folder.path();
    sample(folder);
    for (flags, width, in_a_metre) in [
        ("", 960_u32, 3780_u32),
        (" --scale 2", 1920, 7559),
        (" --scale 1", 960, 3780),
    ] {
        let run = hadaf(
            folder,
            &format!("chart sample.hadaf monthly --out a.png --force --size 960x540{flags}"),
        );
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        let bytes = fs::read(folder.join("a.png")).unwrap();
        assert_eq!(bytes[16..20], width.to_be_bytes());
        assert_eq!(bytes[41..45], in_a_metre.to_be_bytes());
    }
    let refused = hadaf(folder, "chart sample.hadaf monthly --out b.png --scale 0 --json");
    assert_eq!(refused.error()["code"], "chart");
}

#[test]
fn marks_of_sources_do_not_run_into_figures() {
    let folder = folder();
    let folder = folder.path();
    sample(folder);
    let run = hadaf(folder, "brief sample.hadaf --as-of 2026-04-01 --out a.pdf");
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    for words in [&["a.pdf", "-"][..], &["-layout", "a.pdf", "-"], &["-raw", "a.pdf", "-"]] {
        let text = tool(folder, "pdftotext", words);
        let plain: Vec<&str> = text.split_whitespace().collect();
        for year in ["FY2022", "FY2023", "FY2024", "FY2025"] {
            assert!(plain.contains(&year), "{year} stands alone in: {text}");
        }
        // The targets of five years, each with a note behind it.
        for target in ["3,500", "5,000", "4,200", "5,200"] {
            assert!(plain.contains(&target), "{target} stands alone in: {text}");
        }
        let is_merged = |word: &&&str| {
            let (_, digits) = word.rsplit_once(',').unwrap_or(("", "000"));
            word.contains(',') && digits.len() > 3 && digits.bytes().all(|byte| byte.is_ascii_digit())
        };
        assert_eq!(plain.iter().find(is_merged), None, "{text}");
    }
}

#[test]
fn notes_leave_only_when_asked_for() {
    let folder = folder();
    let folder = folder.path();
    sample(folder);
    let set = "set sample.hadaf ict_total 2026-02 371 --published 2026-03-30 --source Bulletin --note OFF-THE-RECORD";
    assert_eq!(hadaf(folder, set).code, Some(0));
    for (flag, leaves) in [("", false), (" --with-notes", true)] {
        let run = hadaf(folder, &format!("brief sample.hadaf --out a.pdf --force{flag}"));
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        tool(folder, "pdfdetach", &["-saveall", "a.pdf"]);
        let data = fs::read_to_string(folder.join("data.csv")).unwrap();
        assert!(data.contains("371"), "{data}");
        assert_eq!(data.contains("OFF-THE-RECORD"), leaves, "{flag}");
        let json = fs::read_to_string(folder.join("data.json")).unwrap();
        assert!(!json.contains("OFF-THE-RECORD"));
    }
}

#[test]
fn a_name_in_urdu_leaves_in_every_format_and_reads_as_it_was_typed() {
    let folder = folder();
    let folder = folder.path();
    sample(folder);
    let title = "برآمدات";
    let run = hadaf(folder, &format!("rename sample.hadaf series ict_total {title}"));
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(
        run.stdout.contains(title) && !run.stdout.contains('\u{2068}'),
        "{}",
        run.stdout
    );
    for ending in ["svg", "png", "pdf"] {
        let run = hadaf(folder, &format!("chart sample.hadaf monthly --out a.{ending}"));
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        assert_eq!(run.stdout.lines().count(), 1, "nothing was replaced: {}", run.stdout);
    }
    assert_eq!(hadaf(folder, "brief sample.hadaf --out brief.pdf").code, Some(0));
    for name in ["a.pdf", "brief.pdf"] {
        let text = tool(folder, "pdftotext", &[name, "-"]);
        assert!(text.contains(title), "{name}: {text}");
        // Marks of direction are copied from where they are set, which is not where they belong.
        assert!(
            !text.contains(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}']),
            "{name}: {text}"
        );
    }
    let told = hadaf(folder, "rename sample.hadaf series ict_total 出口");
    assert_eq!(told.code, Some(0));
    let run = hadaf(folder, "chart sample.hadaf monthly --out b.png");
    assert!(
        run.stdout.contains("□ stands for each of them: 出 口"),
        "{}",
        run.stdout
    );
}

#[test]
fn sources_are_listed_and_renamed_by_number_or_title() {
    let folder = folder();
    let folder = folder.path();
    sample(folder);
    let sources = |flags: &str| {
        let listed = hadaf(folder, &format!("sources sample.hadaf --json{flags}")).json();
        listed["sources"].as_array().unwrap().clone()
    };
    let all = sources("");
    assert!(sources(" --as-of 2024-01-01").len() < all.len());
    let id = all[0]["id"].as_u64().unwrap();
    let run = hadaf(
        folder,
        &format!("rename sample.hadaf source {id} Bulletin --publisher SBP"),
    );
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let renamed = sources("").into_iter().find(|source| source["id"] == id).unwrap();
    assert_eq!(
        (&renamed["title"], &renamed["publisher"]),
        (&"Bulletin".into(), &"SBP".into())
    );
    assert_eq!(hadaf(folder, "rename sample.hadaf source Bulletin Again").code, Some(0));
    assert_eq!(hadaf(folder, "undo sample.hadaf").code, Some(0));
    assert_eq!(hadaf(folder, "undo sample.hadaf").code, Some(0));
    assert_eq!(sources(""), all);
}
