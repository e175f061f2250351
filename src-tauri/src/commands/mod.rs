//! The commands of the page: typed arguments in, the answer out. [`hadaf_app::commands`] lists them, `build.rs`
//! declares them and `capabilities/main.json` grants them, each by name, from the same list.
//!
//! All run off the window's thread, so that the page stays alive while one works.

mod files;
mod workspace;

use hadaf_app::ErrorView;
use hadaf_app::wire::*;
use tauri::ipc::Invoke;
use tauri::{State, WebviewWindow};

use crate::program::Program;

/// The program as one window asks it: answers that need the window, a dialog or the clipboard.
struct Host<'a> {
    program: &'a Program,
    window: WebviewWindow,
}

/// Makes a command of each line of the list, and one handler of all commands.
macro_rules! handlers {
    (
        app { $($(#[$about:meta])* $name:ident($($given:ident: $type:ty),*) -> $answer:ty;)* }
        window { $($(#[$host_about:meta])* $host:ident($($host_given:ident: $host_type:ty),*) -> $host_answer:ty;)* }
    ) => {
        $(
            $(#[$about])*
            #[tauri::command(async)]
            fn $name(program: State<'_, Program>, $($given: $type),*) -> Result<$answer, ErrorView> {
                program.app.$name($(&$given),*).map_err(|error| program.app.in_words(&error))
            }
        )*
        $(
            $(#[$host_about])*
            #[tauri::command(async)]
            fn $host(program: State<'_, Program>, window: WebviewWindow, $($host_given: $host_type),*) -> Result<$host_answer, ErrorView> {
                let host = Host { program: &program, window };
                host.$host($(&$host_given),*).map_err(|error| program.app.in_words(&error))
            }
        )*

        /// Answers the page.
        pub(crate) fn handler() -> impl Fn(Invoke) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$($name,)* $($host,)*]
        }
    };
}

hadaf_app::commands!(handlers);
