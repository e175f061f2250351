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
