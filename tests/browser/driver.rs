//! Starts a WebDriver and a session in one of the three browsers, one at a time: machines are small.

use std::future::Future;
use std::io::Write;
use std::net::TcpListener;
use std::pin::Pin;
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;

use crate::browser::Browser;

type Case = fn(Browser) -> Pin<Box<dyn Future<Output = ()>>>;

static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

struct Driver(Child);

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Runs a case in a browser, if that browser is among those that are set up.
pub(crate) fn run(name: &'static str, case: Case) {
    let set_up = std::env::var("BACKISSUE_BROWSERS").unwrap_or_default();
    if !set_up.split(',').any(|browser| browser == name) {
        eprintln!("skipped: {name} is not set up; `cargo xtask test` does it");
        return;
    }
    let _turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async {
        let Err(failure) = try_once(name, case).await else { return };
        // A driver or a starved machine may lose a command; a fault of the viewer fails again.
        let reason = failure.into_panic();
        let reason = reason.downcast_ref::<String>().map_or("for a reason unknown", String::as_str);
        // Not by a macro, whose output is kept back when the second try passes.
        let _ = writeln!(std::io::stderr(), "\n{name}: failed once, tried again in a new session: {reason}");
        if let Err(failure) = try_once(name, case).await {
            std::panic::resume_unwind(failure.into_panic());
        }
    });
}

async fn try_once(name: &'static str, case: Case) -> Result<(), tokio::task::JoinError> {
    let (_driver, client) = session(name).await;
    // A failed case must not leave its browser behind.
    let local = tokio::task::LocalSet::new();
    let browser = Browser::new(name, client.clone());
    let result = local.run_until(async { tokio::task::spawn_local(case(browser)).await }).await;
    let _ = client.close().await;
    result
}

async fn session(name: &str) -> (Driver, Client) {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let (program, args) = match name {
        "chromium" => ("BACKISSUE_CHROMEDRIVER", vec![format!("--port={port}")]),
        "firefox" => ("BACKISSUE_GECKODRIVER", vec!["--port".into(), port.to_string()]),
        _ => ("BACKISSUE_WEBKITDRIVER", vec![format!("--port={port}")]),
    };
    let mut command = Command::new(setting(program));
    command.args(args).stdout(Stdio::null()).stderr(Stdio::null());
    let driver = Driver(command.spawn().unwrap_or_else(|error| panic!("can't start {program}: {error}")));
    let url = format!("http://127.0.0.1:{port}");
    let mut tries = tokio::time::interval(Duration::from_millis(200));
    let mut last = String::new();
    for _ in 0..150 {
        tries.tick().await;
        let mut builder = ClientBuilder::new(HttpConnector::new());
        match builder.capabilities(capabilities(name)).connect(&url).await {
            Ok(client) => return (driver, client),
            Err(error) => last = error.to_string(),
        }
    }
    panic!("no session in {name}: {last}");
}

fn capabilities(name: &str) -> Capabilities {
    let options = match name {
        "chromium" => {
            json!({ "goog:loggingPrefs": { "browser": "ALL" }, "goog:chromeOptions": { "binary": setting("BACKISSUE_CHROMIUM"), "args": [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
            "--disable-background-networking", "--disable-component-update", "--window-size=1280,900"] } })
        }
        "firefox" => json!({ "moz:firefoxOptions": {
            "binary": setting("BACKISSUE_FIREFOX"), "args": ["-headless", "--width=1280", "--height=900"] } }),
        _ => json!({ "webkitgtk:browserOptions": {
            "binary": setting("BACKISSUE_MINIBROWSER"), "args": ["--automation"] } }),
    };
    options.as_object().unwrap().clone()
}

fn setting(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| panic!("{name} is not set; run `cargo xtask test`"))
}
