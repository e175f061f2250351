//! Names of documents, which come from anywhere and are proposed as names of files.

use std::path::Path;

use hadaf_fonts::{is_neutral_mark, on_one_line};

/// Characters of a name; every file system takes so many.
const LONGEST: usize = 120;

/// Names that mean a device on some systems, whatever ending they have; so do `com` and `lpt` with a number.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// The name of a file as it is kept: one that every system takes, without a folder and without marks that turn the
/// direction of what stands behind them.
pub(crate) fn kept_name(path: &Path) -> String {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    file_name_of(&name.unwrap_or_default())
}

/// A name that every system takes, made of whatever a workspace says: it may come from elsewhere.
#[must_use]
pub fn file_name_of(name: &str) -> String {
    let letter = |letter: char| match letter {
        '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '_',
        letter => letter,
    };
    let plain: String = on_one_line(name)
        .chars()
        .filter(|it| !is_neutral_mark(*it))
        .map(letter)
        .collect();
    let plain = plain.trim_matches(|c: char| c == '.' || c.is_whitespace());
    if plain.is_empty() {
        return "document".into();
    }
    let short = shortened(plain);
    match is_device(&short) {
        true => format!("_{short}"),
        false => short,
    }
}

/// No longer than [`LONGEST`], with its ending.
fn shortened(name: &str) -> String {
    let length = name.chars().count();
    if length <= LONGEST {
        return name.to_owned();
    }
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let ending: String = match ending.chars().count() {
        1..=10 => format!(".{ending}"),
        _ => String::new(),
    };
    let kept = LONGEST - ending.chars().count();
    name.chars().take(kept).chain(ending.chars()).collect()
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim().to_lowercase();
    let word = stem.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_numbered = stem.len() == word.len() + 1;
    match word {
        "com" | "lpt" => is_numbered,
        word => stem == word && DEVICES.contains(&word),
    }
}

/// Whether the system may show a file of this name when somebody asks for it: what it opens shows, and runs nothing.
pub(crate) fn is_shown(name: &str) -> bool {
    const SHOWN: [&str; 10] = ["pdf", "png", "jpg", "jpeg", "txt", "csv", "xlsx", "ods", "docx", "odt"];
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    ending.is_some_and(|ending| SHOWN.contains(&ending.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_from_anywhere_is_one_that_every_system_takes() {
        let cases = [
            ("release.pdf", "release.pdf"),
            ("../../etc/passwd", "_.._etc_passwd"),
            ("C:\\Windows\\a.txt", "C__Windows_a.txt"),
            ("a\u{202e}fdp.exe", "afdp.exe"),
            ("a\u{2067}b\u{0}\nc.pdf", "ab c.pdf"),
            ("CON", "_CON"),
            ("nul.pdf", "_nul.pdf"),
            ("com1.csv", "_com1.csv"),
            ("command.csv", "command.csv"),
            ("... ", "document"),
            ("", "document"),
            ("برآمدات.pdf", "برآمدات.pdf"),
        ];
        for (name, plain) in cases {
            assert_eq!(file_name_of(name), plain, "{name:?}");
        }
        let long = file_name_of(&format!("{}.pdf", "x".repeat(4_000)));
        assert!(long.chars().count() == LONGEST && long.ends_with("x.pdf"), "{long}");
    }

    #[test]
    fn what_could_run_is_not_opened() {
        assert!(is_shown("a.pdf") && is_shown("a.b.XLSX"));
        assert!(!is_shown("a.exe") && !is_shown("a.pdf.lnk") && !is_shown("a.html") && !is_shown("pdf"));
    }
}
