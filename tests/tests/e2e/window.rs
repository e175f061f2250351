//! One window of the program, driven over WebDriver.

use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder, Locator};
use hadaf_tests::{folder, program, root};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::document::files;

/// The program with scripted dialogs, and the program that is shipped.
pub(crate) const SCRIPTED: &str = "examples/scripted";
pub(crate) const SHIPPED: &str = "hadaf-desktop";

/// The drawn chart, as an expression of the page; undefined where there is none.
pub(crate) const CHART: &str = "document.querySelector('[data-testid=chart] svg')?.outerHTML";

/// How long the page may take for anything: generous, since tests share the machine with compilers.
const PATIENCE: Duration = Duration::from_secs(20);

/// A window, with settings and exports in a folder of its own.
pub(crate) struct Window {
    pub(crate) client: Client,
    pub(crate) folder: TempDir,
    driver: Child,
}

impl Window {
    /// Starts the program `name` with the workspace to open, if any.
    pub(crate) async fn open(name: &str, workspace: Option<&Path>) -> Self {
        Self::open_in(folder(), name, workspace).await
    }

    /// The same, in a folder that is there already.
    pub(crate) async fn open_in(folder: TempDir, name: &str, workspace: Option<&Path>) -> Self {
        assert!(
            std::env::var_os("DISPLAY").is_some(),
            "no screen: run the suite by `make test`"
        );
        let (driver, address) = start_driver(folder.path());
        let words: Vec<&Path> = workspace.into_iter().collect();
        let browser = json!({ "binary": program(name), "args": words });
        let mut capabilities = serde_json::Map::new();
        capabilities.insert("webkitgtk:browserOptions".into(), browser);
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&address)
            .await
            .expect("the program starts under WebKitWebDriver");
        Self { client, folder, driver }
    }

    /// The process of the driver, whose child the program is.
    pub(crate) fn driver(&self) -> u32 {
        self.driver.id()
    }

    /// The element with this `data-testid`, once it is there and shown.
    pub(crate) async fn find(&self, name: &str) -> Element {
        let selector = format!("[data-testid='{name}']");
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Ok(element) = self.client.find(Locator::Css(&selector)).await
                && element.is_displayed().await.is_ok_and(|shown| shown)
            {
                return element;
            }
            if Instant::now() > deadline {
                self.photograph("failure").await;
                panic!("no {name} on the page: {}", self.text_of_page().await);
            }
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    pub(crate) async fn click(&self, name: &str) {
        self.find(name)
            .await
            .click()
            .await
            .unwrap_or_else(|error| panic!("{name}: {error}"));
    }

    pub(crate) async fn text(&self, name: &str) -> String {
        self.find(name).await.text().await.unwrap()
    }

    /// Waits until `script`, an expression of the page, is true; `about` says what was waited for.
    pub(crate) async fn until(&self, about: &str, script: &str) {
        let deadline = Instant::now() + PATIENCE;
        while self.eval(script).await != Value::Bool(true) {
            if Instant::now() > deadline {
                self.photograph("failure").await;
                panic!("{about} did not come: {}", self.text_of_page().await);
            }
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    /// Waits until the page shows `text` somewhere.
    pub(crate) async fn until_shown(&self, text: &str) {
        self.until(text, &format!("document.body.innerText.includes('{text}')"))
            .await;
    }

    /// Waits until the chart on the screen is `svg`, to the byte.
    pub(crate) async fn until_chart(&self, svg: &str) {
        self.until("that chart", &format!("{CHART} === {}", json!(svg))).await;
    }

    /// The value of an expression of the page.
    pub(crate) async fn eval(&self, expression: &str) -> Value {
        let script = format!("return ({expression})");
        self.client
            .execute(&script, Vec::new())
            .await
            .unwrap_or_else(|error| panic!("{expression}: {error}"))
    }

    /// Presses keys where the focus is.
    pub(crate) async fn press(&self, keys: &str) {
        self.client
            .active_element()
            .await
            .unwrap()
            .send_keys(keys)
            .await
            .unwrap();
    }

    /// Presses a key while Ctrl is held.
    pub(crate) async fn press_ctrl(&self, key: char) {
        self.press(&format!("{}{key}{}", char::from(Key::Control), char::from(Key::Null)))
            .await;
    }

    /// Replaces the text of a field.
    pub(crate) async fn fill(&self, name: &str, text: &str) {
        let field = self.find(name).await;
        field.clear().await.unwrap();
        // A line ends with the key of that name.
        field.send_keys(&text.replace('\n', "\u{E006}")).await.unwrap();
    }

    /// The chart on the screen, once it stands.
    pub(crate) async fn chart_svg(&self) -> String {
        self.find("chart").await;
        self.until(
            "a chart",
            "document.querySelector('[data-testid=chart] svg text') !== null",
        )
        .await;
        let svg = self
            .eval("document.querySelector('[data-testid=chart] svg').outerHTML")
            .await;
        svg.as_str().unwrap().to_owned()
    }

    pub(crate) async fn text_of_page(&self) -> String {
        self.eval("document.body.innerText")
            .await
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// Chooses "light" or "dark" in the settings.
    pub(crate) async fn choose_theme(&self, theme: &str) {
        self.click("settings").await;
        self.click(&format!("theme-{theme}")).await;
        self.until(
            "the theme",
            &format!("document.documentElement.dataset.theme === '{theme}'"),
        )
        .await;
        self.press(&char::from(Key::Escape).to_string()).await;
        self.until(
            "the dialog to go",
            "document.querySelector('[data-testid=settings-dialog]') === null",
        )
        .await;
    }

    /// A month's cell of the grid, whose year may be folded, brought to where no sticky row covers it.
    pub(crate) async fn cell(&self, series: &str, month: &str, year: &str) -> Element {
        let name = format!("grid-cell-{series}-{month}");
        let cell = format!("document.querySelector('[data-testid=\"{name}\"]')");
        self.find("grid").await;
        if self.eval(&format!("{cell} === null")).await == json!(true) {
            self.click(&format!("fold-{year}")).await;
        }
        let found = self.find(&name).await;
        self.eval(&format!("{cell}.scrollIntoView({{ block: 'center' }})"))
            .await;
        found
    }

    /// Chooses that cell. The grid may still be settling, and a sticky row pass over it: then once more.
    pub(crate) async fn choose_cell(&self, series: &str, month: &str, year: &str) -> Element {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let cell = self.cell(series, month, year).await;
            match cell.click().await {
                Ok(()) => return cell,
                Err(error) => assert!(Instant::now() < deadline, "{series} {month}: {error}"),
            }
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    /// Waits until that cell shows `text`.
    pub(crate) async fn until_cell(&self, series: &str, month: &str, text: &str) {
        let cell = format!("document.querySelector('[data-testid=\"grid-cell-{series}-{month}\"]')");
        self.until(
            &format!("{text} in {month}"),
            &format!("{cell}?.innerText.startsWith('{text}') === true"),
        )
        .await;
    }

    /// Sets the size of the window, and waits until the page has it.
    pub(crate) async fn resize(&self, width: u32, height: u32) {
        self.client.set_window_rect(0, 0, width, height).await.unwrap();
        self.until(
            "the new size",
            &format!("innerWidth === {width} && innerHeight === {height}"),
        )
        .await;
    }

    /// Keeps what the window shows as `target/screenshots/NAME.png`. WebDriver's own screenshot waits for a
    /// frame that never comes with the renderer that the program chooses, so this asks the X server.
    pub(crate) async fn photograph(&self, name: &str) {
        let shots = root().join("target/screenshots");
        std::fs::create_dir_all(&shots).unwrap();
        let (width, height) = self.client.get_window_size().await.unwrap();
        let area = format!("{width}x{height}+0+0");
        let file = shots.join(format!("{name}.png"));
        let taken = Command::new("import")
            .args(["-window", "root", "-crop", &area, "+repage"])
            .arg(file)
            .status();
        assert!(
            taken.is_ok_and(|status| status.success()),
            "ImageMagick's import takes the screenshots"
        );
    }

    /// The one file with this ending that was exported, once it is there.
    pub(crate) async fn exported(&self, ending: &str) -> PathBuf {
        let deadline = Instant::now() + PATIENCE;
        loop {
            match &files(self.folder.path(), ending)[..] {
                [file] => return file.clone(),
                [] if Instant::now() < deadline => tokio::time::sleep(Duration::from_millis(30)).await,
                found => panic!("one {ending}, not {found:?}: {}", self.text_of_page().await),
            }
        }
    }

    /// Waits until nothing is being fetched or drawn: two looks at the page, apart, are the same, and nothing fades.
    pub(crate) async fn settle(&self) {
        let mut before = Value::Null;
        loop {
            let look = "document.getAnimations().some((one) => one instanceof CSSTransition)
                ? null : document.body.innerHTML.length";
            let now = self.eval(look).await;
            if now == before && !now.is_null() {
                return;
            }
            before = now;
            tokio::time::sleep(Duration::from_millis(300)).await;
        }
    }

    /// Closes the window and starts the program `name` again, with the same settings and files.
    pub(crate) async fn reopen(mut self, name: &str) -> Self {
        let folder = std::mem::replace(&mut self.folder, hadaf_tests::folder());
        self.close().await;
        Self::open_in(folder, name, None).await
    }

    /// Closes the window.
    pub(crate) async fn close(self) {
        self.client.clone().close().await.unwrap();
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        // The driver, the program and WebKit's processes are one group, started here.
        let group = format!("-{}", self.driver.id());
        let _gone = Command::new("kill").args(["--", &group]).stderr(Stdio::null()).status();
        let _ended = self.driver.wait();
    }
}

/// Starts WebKitWebDriver on a free port. The program inherits its environment.
fn start_driver(folder: &Path) -> (Child, String) {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let mut command = Command::new("WebKitWebDriver");
    command
        .args(["--host=127.0.0.1", &format!("--port={port}")])
        .env("TAURI_WEBVIEW_AUTOMATION", "true")
        .env("HADAF_HOME", folder.join("home"))
        .env("HADAF_SAVE_IN", folder)
        .env("HADAF_OPEN", folder.join("sample.hadaf"))
        .env("HADAF_IMPORT", folder.join("figures.csv"))
        .env("HADAF_DOCUMENT", folder.join("paper.pdf"))
        .env("HADAF_DROP", folder.join("dropped"))
        .env("XDG_DATA_HOME", folder.join("webview"))
        .env("XDG_CACHE_HOME", folder.join("webview"))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .process_group(0);
    let driver = command
        .spawn()
        .expect("WebKitWebDriver (package webkit2gtk-driver) is installed");
    let deadline = Instant::now() + PATIENCE;
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        assert!(Instant::now() < deadline, "WebKitWebDriver does not answer");
        std::thread::sleep(Duration::from_millis(20));
    }
    (driver, format!("http://127.0.0.1:{port}"))
}
