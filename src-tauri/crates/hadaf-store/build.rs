//! Lists the steps of `migrations/` and the tables that they create, so that a step more is a file and nothing else.

use std::fmt::Write;
use std::path::{Path, PathBuf};

fn main() {
    // As seen from the crate, so that checkouts that share a build folder do not read each other's.
    let folder = Path::new("migrations");
    println!("cargo::rerun-if-changed=migrations");
    let entries = std::fs::read_dir(folder).expect("the folder of migrations can be read");
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "sql"));
    files.sort();
    let (mut steps, mut tables) = (String::new(), String::new());
    for (number, file) in (1..).zip(&files) {
        println!("cargo::rerun-if-changed={}", file.display());
        let name = file.file_name().and_then(|name| name.to_str()).expect("a plain name");
        assert!(name.starts_with(&format!("{number:04}_")), "{name} is step {number}");
        let sql = std::fs::read_to_string(file).expect("a step that was found can be read");
        let _never_fails = writeln!(
            steps,
            "    include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/migrations/{name}\")),"
        );
        for table in created(&sql) {
            let _never_fails = writeln!(tables, "    {table:?},");
        }
    }
    let text = format!(
        "const MIGRATIONS: &[&str] = &[\n{steps}];\n\n\
         /// The tables that the journal records.\n\
         pub(crate) const DATA_TABLES: &[&str] = &[\n{tables}];\n"
    );
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets it"));
    std::fs::write(out.join("migrations.rs"), text).expect("the build folder can be written");
}

/// The tables that a step creates: not the journal itself, nor one that it fills and renames.
fn created(sql: &str) -> impl Iterator<Item = &str> {
    let created = sql.lines().filter_map(|line| line.strip_prefix("CREATE TABLE "));
    let names = created.filter_map(|rest| rest.split_whitespace().next());
    names.filter(move |name| *name != "journal" && !sql.contains(&format!("ALTER TABLE {name} RENAME TO ")))
}
