//! What WebKitGTK needs to be told before it starts.

/// Starts this program again in its own place with `WEBKIT_DISABLE_DMABUF_RENDERER=1`, unless the variable
/// is set already. Does nothing on systems without WebKitGTK.
///
/// Some graphics drivers show a blank window with WebKit's DMABUF renderer (WebKit bug 261874). WebKit reads
/// the variable from the environment that the process was started with; changing one's own environment
/// is unsound once other threads run, so the process replaces itself, which costs about a millisecond and
/// keeps its number. If that fails, the window opens with the renderer as it is.
pub fn relaunch_with_safe_renderer() {
    #[cfg(target_os = "linux")]
    {
        use std::os::unix::process::CommandExt;
        const VARIABLE: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
        if std::env::var_os(VARIABLE).is_some() {
            return;
        }
        if let Ok(program) = std::env::current_exe() {
            let words = std::env::args_os().skip(1);
            // Returns only when it failed.
            let _failure = std::process::Command::new(program)
                .args(words)
                .env(VARIABLE, "1")
                .exec();
        }
    }
}
