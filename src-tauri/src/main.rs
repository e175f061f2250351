//! The desktop program.

// Without this, Windows opens a console beside the window.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() -> hadaf_window::Result {
    hadaf_window::webkit::relaunch_with_safe_renderer();
    hadaf_window::run(Box::new(hadaf_window::NativeDialogs))
}
