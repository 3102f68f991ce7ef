//! What a reader does and sees, in any browser. Waits for conditions, never for time.

use std::time::Duration;

use fantoccini::key::Key;
use fantoccini::{Client, Locator};
use serde_json::Value;

/// How long a condition may take to come true.
const DEADLINE: Duration = Duration::from_secs(60);

/// A session.
pub(crate) struct Browser {
    pub(crate) name: &'static str,
    client: Client,
}

impl Browser {
    pub(crate) fn new(name: &'static str, client: Client) -> Self {
        Self { name, client }
    }

    /// Opens an address and waits until the viewer has taken the page over.
    pub(crate) async fn open(&self, url: &str) {
        self.open_plain(url).await;
        self.wait("document.documentElement.dataset.viewer === 'ready'").await;
    }

    /// Opens an address.
    pub(crate) async fn open_plain(&self, url: &str) {
        self.client.goto(url).await.unwrap();
    }

    /// The value of a JavaScript expression.
    pub(crate) async fn value(&self, expression: &str) -> Value {
        self.client.execute(&format!("return ({expression});"), vec![]).await.unwrap()
    }

    /// The value of an expression that gives text.
    pub(crate) async fn text(&self, expression: &str) -> String {
        self.value(expression).await.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until a JavaScript condition holds.
    pub(crate) async fn wait(&self, condition: &str) {
        let mut looks = tokio::time::interval(Duration::from_millis(40));
        let start = tokio::time::Instant::now();
        loop {
            looks.tick().await;
            let held = self.client.execute(&format!("return !!({condition});"), vec![]).await;
            if held.is_ok_and(|held| held == Value::Bool(true)) {
                return;
            }
            if start.elapsed() > DEADLINE {
                let page = self.text("location.href + '\\n' + document.body.innerText.slice(0, 1500)").await;
                panic!("{}: never came true: {condition}\n{page}", self.name);
            }
        }
    }

    /// Waits until the list counts so many articles.
    pub(crate) async fn wait_count(&self, count: usize) {
        let text = format!("{count} article{}", if count == 1 { "" } else { "s" });
        self.wait(&format!("document.querySelector('.results-count')?.textContent === '{text}'")).await;
    }

    /// Clicks the first element that fits, wherever it is scrolled.
    pub(crate) async fn click(&self, css: &str) {
        self.wait(&format!("document.querySelector({css:?})")).await;
        self.value(&format!("document.querySelector({css:?}).click()")).await;
    }

    /// Clicks a tag in the facet, found by typing it.
    pub(crate) async fn click_tag(&self, tag: &str) {
        let name = serde_json::to_string(tag).unwrap();
        let find = "document.querySelector('.facet-find')";
        let typing = format!(
            "(() => {{ {find}.value = {name}; {find}.dispatchEvent(new Event('input', {{ bubbles: true }})); }})()"
        );
        self.value(&typing).await;
        let row = format!(
            "[...document.querySelectorAll('#tag-facets a')].find((a) => a.querySelector('bdi').textContent === {name})"
        );
        self.wait(&row).await;
        self.value(&format!("{row}.click()")).await;
    }

    /// Presses a key wherever the focus is.
    pub(crate) async fn press(&self, key: Key) {
        let active = self.client.active_element().await.unwrap();
        active.send_keys(&char::from(key).to_string()).await.unwrap();
    }

    pub(crate) async fn back(&self) {
        self.client.back().await.unwrap();
    }

    pub(crate) async fn forward(&self) {
        self.client.forward().await.unwrap();
    }

    pub(crate) async fn resize(&self, width: u32, height: u32) {
        self.client.set_window_size(width, height).await.unwrap();
    }

    /// Runs a script that ends by calling its last argument.
    pub(crate) async fn run_async(&self, script: &str) -> Value {
        self.client.execute_async(script, vec![]).await.unwrap()
    }

    /// How many elements fit.
    pub(crate) async fn count(&self, css: &str) -> usize {
        self.client.find_all(Locator::Css(css)).await.unwrap().len()
    }
}
