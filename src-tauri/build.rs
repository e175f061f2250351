//! Declares the window's commands, so that Tauri makes one permission of each and refuses every other.

use tauri_build::{AppManifest, Attributes};

/// Every command of the page, one a line: written from the list in `hadaf-app`, as are the grants in
/// `capabilities/main.json`.
const COMMANDS: &str = include_str!("commands.txt");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // The page is compiled into the program: a new page is a new program.
    println!("cargo:rerun-if-changed=../ui/dist");
    println!("cargo:rerun-if-changed=commands.txt");
    let commands: Vec<&'static str> = COMMANDS.lines().collect();
    let manifest = AppManifest::new().commands(commands.leak());
    tauri_build::try_build(Attributes::new().app_manifest(manifest))?;
    Ok(())
}
