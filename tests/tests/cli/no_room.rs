//! A disk that cannot be written, or has no room. Linux lends one: a small file system in memory, mounted in
//! a name space of the test's own, so that even the superuser is refused.
#![cfg(target_os = "linux")]

use std::process::Command;

use hadaf_tests::{Run, folder, program, run, sample};

/// Runs a shell script in which `$HADAF` is the program, `$SAMPLE` a sample workspace, and `disk` a folder
/// that is a file system of its own, made with `options`. `None` where the system forbids mounting.
fn on_a_disk(options: &str, script: &str) -> Option<Run> {
    let folder = folder();
    let workspace = sample(folder.path());
    std::fs::create_dir(folder.path().join("disk")).unwrap();
    let in_own_space = |script: &str| {
        let mut command = Command::new("unshare");
        command
            .args(["--mount", "--map-root-user", "sh", "-c", script])
            .current_dir(folder.path());
        command
            .env("HADAF", program("hadaf"))
            .env("SAMPLE", &workspace)
            .env("HADAF_HOME", folder.path().join("home"));
        run(&mut command)
    };
    let mount = format!("set -e; mount -t tmpfs -o {options} tmpfs disk");
    if in_own_space(&mount).code != Some(0) {
        eprintln!("not run: this system lets nobody mount a file system of their own");
        return None;
    }
    Some(in_own_space(&format!("{mount}; {script}")))
}

/// A step of the script: the verb fails with exit code 1 and one of the codes, given as a pattern.
const EXPECT: &str = r#"
expect() {
  codes="$1"; shift
  set +e; "$HADAF" "$@" --json 2>error >/dev/null; code=$?; set -e
  [ $code = 1 ] || { echo "exit code $code of $*"; cat error; exit 9; }
  grep -Eq "\"code\": *\"($codes)\"" error || { cat error; exit 9; }
}
"#;

fn check(options: &str, script: &str) {
    if let Some(done) = on_a_disk(options, &format!("{EXPECT}{script}")) {
        assert_eq!(done.code, Some(0), "{}{}", done.stdout, done.stderr);
    }
}

#[test]
fn a_read_only_disk_is_read_and_not_written() {
    check(
        "size=8m",
        r#"
        cp "$SAMPLE" disk/it.hadaf
        mount -o remount,ro disk
        before=$(sha256sum disk/it.hadaf)
        "$HADAF" show disk/it.hadaf --json >shown
        grep -q ict_total shown
        "$HADAF" brief disk/it.hadaf --out brief.pdf
        expect read_only set disk/it.hadaf ict_total 2026-03 400 --published 2026-04-10 --source Bulletin
        expect read_only brief disk/it.hadaf --out disk/brief.pdf
        expect read_only new disk/new.hadaf
        [ "$(ls -A disk)" = it.hadaf ]
        [ "$before" = "$(sha256sum disk/it.hadaf)" ]
        "#,
    );
}

#[test]
fn a_full_disk_keeps_what_was_there() {
    check(
        "size=8m",
        r#"
        cp "$SAMPLE" disk/it.hadaf
        # Room for the file and nothing else.
        dd if=/dev/zero of=disk/filler bs=4096 2>/dev/null || true
        before=$(sha256sum disk/it.hadaf)
        "$HADAF" show disk/it.hadaf --json >shown
        grep -q ict_total shown
        expect 'disk_full' set disk/it.hadaf ict_total 2026-03 400 --published 2026-04-10 --source Bulletin
        expect 'disk_full' brief disk/it.hadaf --out disk/brief.pdf
        expect 'disk_full' new disk/new.hadaf --sample pakistan-it-exports
        [ "$before" = "$(sha256sum disk/it.hadaf)" ]
        [ "$(ls -A disk | sort | tr '\n' ' ')" = "filler it.hadaf " ] || { ls -lA disk; exit 9; }
        rm disk/filler
        "$HADAF" check disk/it.hadaf
        "$HADAF" set disk/it.hadaf ict_total 2026-03 400 --published 2026-04-10 --source Bulletin
        "#,
    );
}
