//! The window: a page in the system's webview, and the commands that join it to [`hadaf_app`].
//!
//! A command takes typed arguments, calls the app, and returns; it decides nothing. What a command may touch
//! beyond the app (dialogs, the clipboard, the system's viewer) is in [`Program`]. The page may call the
//! commands that `capabilities/main.json` names, and nothing else: no network, no shell, no file system.

mod clipboard;
mod commands;
mod dialogs;
mod program;
pub mod webkit;

use std::path::PathBuf;

use tauri::webview::NewWindowResponse;
use tauri::{Manager, WebviewWindow, WebviewWindowBuilder};

pub use dialogs::{Dialogs, NativeDialogs};
pub use hadaf_app::wire::FileKind;
use program::Program;
pub use tauri::Url;

/// What can go wrong before the window stands.
pub type Result<T = ()> = std::result::Result<T, tauri::Error>;

/// Opens the window and runs until it is closed. The first argument of the process, if any, is the workspace
/// to open; a workspace that cannot be opened is told on the page.
///
/// The dialogs are boxed, not generic: the window is then compiled once, here, and not again in each program.
///
/// # Errors
/// The system has no webview, or no display.
pub fn run(dialogs: Box<dyn Dialogs>) -> Result {
    let asked = std::env::args_os().nth(1).map(PathBuf::from);
    tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .invoke_handler(commands::handler())
        .setup(move |app| {
            app.manage(Program::new(asked, dialogs));
            let window = open_window(app)?;
            app.state::<Program>().dialogs.stands(&window);
            Ok(())
        })
        .run(tauri::generate_context!())
}

/// The one window of `tauri.conf.json`. It shows our page and never another.
fn open_window(app: &tauri::App) -> Result<WebviewWindow> {
    let config = app.config().app.windows.first().cloned().unwrap_or_default();
    WebviewWindowBuilder::from_config(app, &config)?
        .on_navigation(is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .build()
}

/// Whether an address is a page inside the program. WebView2 spells the scheme as a host.
#[must_use]
pub fn is_ours(url: &Url) -> bool {
    url.scheme() == "tauri" || (matches!(url.scheme(), "http" | "https") && url.host_str() == Some("tauri.localhost"))
}
