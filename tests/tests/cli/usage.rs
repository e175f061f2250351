//! Exit codes: 0 done, 1 the data or file is wrong, 2 the words of the call are wrong.

use hadaf_tests::{folder, hadaf, sample};

/// Runs `words` beside a sample, and expects an exit code and, for 1 and 2, words about it.
fn check(words: &str, code: i32) {
    let folder = folder();
    sample(folder.path());
    let run = hadaf(folder.path(), words);
    assert_eq!(run.code, Some(code), "{words}: {}{}", run.stdout, run.stderr);
    assert_eq!(run.stderr.is_empty(), code == 0, "{words}: {}", run.stderr);
}

#[test]
fn a_good_call_is_0() {
    for words in [
        "show sample.hadaf",
        "check sample.hadaf",
        "log sample.hadaf",
        "--version",
        "--help",
    ] {
        check(words, 0);
    }
}

#[test]
fn wrong_data_is_1() {
    for words in [
        "show absent.hadaf",
        "show sample.hadaf --series nothing",
        "redo sample.hadaf",
    ] {
        check(words, 1);
    }
}

#[test]
fn wrong_words_are_2() {
    for words in [
        "dance sample.hadaf",
        "show",
        "show sample.hadaf --as-of yesterday",
        "new other.hadaf --sample atlantis",
        "chart sample.hadaf trajectory --out picture.gif",
        "chart sample.hadaf nonsense --out picture.svg",
        "chart sample.hadaf trajectory --out picture.svg --size tiny",
        "set sample.hadaf ict_total 2026-13 1 --published 2026-04-10 --source B",
        "set sample.hadaf ict_total 2026-03 lots --published 2026-04-10 --source B",
    ] {
        check(words, 2);
    }
}

#[test]
fn a_failure_is_json_when_asked() {
    let folder = folder();
    let refused = hadaf(folder.path(), "show absent.hadaf --json");
    assert_eq!(refused.code, Some(1));
    assert!(refused.stdout.is_empty(), "{}", refused.stdout);
    let error = refused.error();
    assert_eq!(error["code"], "not_found");
    assert!(error["message"].as_str().unwrap().contains("absent.hadaf"), "{error}");
    assert!(error.get("hint").is_some(), "{error}");
}

#[test]
fn completions_and_manual_are_written() {
    let folder = folder();
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let run = hadaf(folder.path(), &format!("completions {shell}"));
        assert_eq!(run.code, Some(0), "{shell}: {}", run.stderr);
        assert!(run.stdout.contains("hadaf"), "{shell}");
    }
    let manual = hadaf(folder.path(), "man");
    assert_eq!(manual.code, Some(0), "{}", manual.stderr);
    assert!(manual.stdout.contains(".TH hadaf 1"), "{}", manual.stdout);
    // One page, with every verb in it: no other page is named, since there is none.
    assert!(!manual.stdout.contains("(1)"), "{}", manual.stdout);
    let heads = |line: &&str| line.starts_with(".TH") || line.starts_with(".SH NAME");
    assert_eq!(manual.stdout.lines().filter(heads).count(), 2, "{}", manual.stdout);
    for verb in [
        "new",
        "show",
        "scenario",
        "man",
        "risks disruptions add",
        "sources attach",
    ] {
        assert!(
            manual.stdout.contains(&format!(".SS \"hadaf {verb}\"")),
            "{verb}: {}",
            manual.stdout
        );
    }
}
