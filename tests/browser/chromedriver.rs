//! What ChromeDriver offers beyond the standard: the console's messages, and the screen of a phone.

use axum::http::Method;
use fantoccini::Client;
use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};
use url::{ParseError, Url};

/// How the console names a request that was still on its way when its page was left.
const LEFT: &str = "net::ERR_FAILED";

/// The errors that the console has shown since it was last asked.
pub(crate) async fn console_errors(client: &Client) -> Vec<String> {
    let log = send(client, "se/log", json!({ "type": "browser" })).await;
    let errors = log.as_array().unwrap().iter().filter(|entry| entry["level"] == "SEVERE");
    errors.map(|entry| entry["message"].to_string()).filter(|message| !message.contains(LEFT)).collect()
}

/// Gives the page the screen of a phone that is touched.
pub(crate) async fn screen(client: &Client, width: u32, height: u32) {
    let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 3, "mobile": true });
    for (command, params) in [
        ("Emulation.setDeviceMetricsOverride", metrics),
        ("Emulation.setTouchEmulationEnabled", json!({ "enabled": true })),
    ] {
        send(client, "goog/cdp/execute", json!({ "cmd": command, "params": params })).await;
    }
}

/// A processor four times slower and what Chromium's developer tools call Fast 4G, with nothing kept from before; or not.
pub(crate) async fn slow_down(client: &Client, is_slow: bool) {
    let rate = if is_slow { 4 } else { 1 };
    let network = match is_slow {
        true => {
            json!({ "offline": false, "latency": 165, "downloadThroughput": 1_012_500, "uploadThroughput": 168_750 })
        }
        false => json!({ "offline": false, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 }),
    };
    for (command, params) in [
        ("Network.enable", json!({})),
        ("Network.setCacheDisabled", json!({ "cacheDisabled": is_slow })),
        ("Network.emulateNetworkConditions", network),
        ("Emulation.setCPUThrottlingRate", json!({ "rate": rate })),
    ] {
        send(client, "goog/cdp/execute", json!({ "cmd": command, "params": params })).await;
    }
}

/// Makes pages that are opened from now on see a reader who wants to save data.
pub(crate) async fn save_data(client: &Client) {
    let script = "Object.defineProperty(navigator.connection, 'saveData', { value: true })";
    let params = json!({ "source": script });
    let body = json!({ "cmd": "Page.addScriptToEvaluateOnNewDocument", "params": params });
    send(client, "goog/cdp/execute", body).await;
}

async fn send(client: &Client, path: &'static str, body: Value) -> Value {
    client.issue_cmd(Own { path, body }).await.unwrap()
}

#[derive(Debug)]
struct Own {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Own {
    fn endpoint(&self, driver: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        driver.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}
