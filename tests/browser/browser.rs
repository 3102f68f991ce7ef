//! What a reader does and sees, in any browser. Waits for conditions, never for time.

use std::time::Duration;

use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use fantoccini::elements::{Element, ElementRef};
use fantoccini::error::{CmdError, ErrorStatus};
use fantoccini::key::Key;
use fantoccini::{Client, Locator};
use serde_json::Value;

use crate::chromedriver;

/// How long a condition may take to come true.
const DEADLINE: Duration = Duration::from_secs(60);

/// The viewer has taken the page over, and nothing is out of sight.
const IS_READY: &str = "document.documentElement.matches('[data-viewer=ready]:not([data-pending])')";

/// What a reader's first sign is to a page, without any other effect.
const SIGN: &str = "dispatchEvent(new PointerEvent('pointermove'))";

/// Ends in the next frame.
const NEXT_FRAME: &str = "requestAnimationFrame(arguments[arguments.length - 1]);";

/// Ends when an element is in sight and stands where it stood a frame ago.
const AT_REST: &str = "const [element, done] = arguments;
    element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    let before = '';
    requestAnimationFrame(function look() {
        const { x, y } = element.getBoundingClientRect();
        if (before === `${x} ${y}`) return done();
        before = `${x} ${y}`;
        requestAnimationFrame(look);
    });";

/// A session.
pub(crate) struct Browser {
    pub(crate) name: &'static str,
    client: Client,
}

impl Browser {
    pub(crate) fn new(name: &'static str, client: Client) -> Self {
        Self { name, client }
    }

    /// Opens an address and waits until the viewer has taken the page over and shows what was asked for.
    pub(crate) async fn open(&self, url: &str) {
        self.open_plain(url).await;
        self.sign().await;
        self.wait_ready().await;
    }

    /// Gives the sign at which the viewer starts.
    pub(crate) async fn sign(&self) {
        self.value(SIGN).await;
    }

    /// Waits until the viewer has taken the page over and shows what was asked for.
    pub(crate) async fn wait_ready(&self) {
        self.wait(IS_READY).await;
    }

    /// Opens an address, and does nothing there.
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
                let page = self.text("location.href + ' scrolled by ' + scrollY + '\\n' + document.body.innerText.slice(0, 1500)").await;
                panic!("{}: never came true: {condition}\n{page}", self.name);
            }
        }
    }

    /// The element that a JavaScript expression gives.
    async fn find(&self, element: &str) -> Option<Element> {
        let found = self.value(element).await;
        let id = ElementRef::from(found.as_object()?.values().next()?.as_str()?.to_owned());
        Some(Element::from_element_id(self.client.clone(), id))
    }

    /// Waits until an element says just this.
    pub(crate) async fn wait_text(&self, css: &str, text: &str) {
        let text = serde_json::to_string(text).unwrap();
        self.wait(&format!("document.querySelector({css:?})?.textContent === {text}")).await;
    }

    /// Waits for a frame: only then does the viewer settle focus and scroll position.
    pub(crate) async fn settle(&self) {
        self.run_async(NEXT_FRAME).await;
    }

    /// Waits until the list counts so many articles.
    pub(crate) async fn wait_count(&self, count: usize) {
        let text = format!("{count} article{}", if count == 1 { "" } else { "s" });
        self.wait(&format!("document.querySelector('.results-count')?.textContent === '{text}'")).await;
    }

    /// Clicks the first element that fits.
    pub(crate) async fn click(&self, css: &str) {
        self.click_on(&format!("document.querySelector({css:?})")).await;
    }

    /// Clicks the element that a JavaScript expression gives, as a reader does: browsers tell it from a script's click.
    /// What moved in the meantime is found again.
    pub(crate) async fn click_on(&self, element: &str) {
        let start = tokio::time::Instant::now();
        loop {
            self.wait(element).await;
            // The viewer scrolls in the next frame: what would be clicked then is something else.
            let _ = self.client.execute_async(NEXT_FRAME, vec![]).await;
            // It may be gone again.
            let Some(found) = self.find(element).await else { continue };
            let _ = self.client.execute_async(AT_REST, vec![serde_json::to_value(&found).unwrap()]).await;
            match found.click().await {
                Ok(()) => return,
                Err(error) if has_moved(&error) && start.elapsed() < DEADLINE => {}
                Err(error) => panic!("{}: can't click {element}: {error}", self.name),
            }
        }
    }

    /// Puts the pointer on the first element that fits.
    pub(crate) async fn point_at(&self, css: &str) {
        let element = self.client.find(Locator::Css(css)).await.unwrap();
        self.value(&format!("document.querySelector({css:?}).scrollIntoView({{ block: 'center' }})")).await;
        let place = PointerAction::MoveToElement { element, duration: None, x: 0.0, y: 0.0 };
        self.client.perform_actions(MouseActions::new("mouse".to_owned()).then(place)).await.unwrap();
    }

    /// Draws with the pointer from one place above an element to another, told as shares of its width.
    pub(crate) async fn draw_across(&self, css: &str, from: f64, to: f64) {
        let look = format!("document.querySelector({css:?}).getBoundingClientRect()");
        let script = format!("(({{ left, top, width, height }}) => [left, top + height / 2, width])({look})");
        let place = self.value(&script).await;
        let [left, y, width] = [0, 1, 2].map(|n| place[n].as_f64().unwrap());
        let to_share = |share: f64| PointerAction::MoveTo { duration: None, x: left + width * share, y };
        let drawn = MouseActions::new("mouse".to_owned())
            .then(to_share(from))
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(to_share((from + to) / 2.0))
            .then(to_share(to))
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        self.client.perform_actions(drawn).await.unwrap();
    }

    /// Types a text in the place of what stands in an input.
    pub(crate) async fn type_into(&self, css: &str, text: &str) {
        // No driver types what is beyond the first plane of Unicode; what is left finds the same.
        let text: String = text.chars().filter(|letter| u32::from(*letter) < 0x1_0000).collect();
        let keys = if text.is_empty() { char::from(Key::Backspace).to_string() } else { text.clone() };
        let input = self.client.find(Locator::Css(css)).await.unwrap();
        // WebKit holds Control down until the end of a command.
        input.send_keys(&format!("{}a", char::from(Key::Control))).await.unwrap();
        input.send_keys(&keys).await.unwrap();
        let text = serde_json::to_string(&text).unwrap();
        self.wait(&format!("document.querySelector({css:?}).value === {text}")).await;
    }

    /// Clicks a tag in the facet, found by typing it.
    pub(crate) async fn click_tag(&self, tag: &str) {
        self.type_into(".facet-find", tag).await;
        // The rows come anew when the index is there.
        self.wait("!document.querySelector('[aria-busy]')").await;
        let name = serde_json::to_string(tag).unwrap();
        let rows = "[...document.querySelectorAll('#tag-facets a')]";
        self.click_on(&format!("{rows}.find((a) => a.querySelector('bdi').textContent === {name})")).await;
    }

    /// Types letters wherever the focus is.
    pub(crate) async fn type_keys(&self, text: &str) {
        let active = self.client.active_element().await.unwrap();
        active.send_keys(text).await.unwrap();
    }

    /// Presses a key wherever the focus is.
    pub(crate) async fn press(&self, key: Key) {
        self.type_keys(&char::from(key).to_string()).await;
    }

    pub(crate) async fn back(&self) {
        self.client.back().await.unwrap();
    }

    pub(crate) async fn forward(&self) {
        self.client.forward().await.unwrap();
    }

    pub(crate) async fn reload(&self) {
        self.client.refresh().await.unwrap();
        self.wait_ready().await;
        self.settle().await;
    }

    /// Makes its reader one who wants to save data: Chromium's alone.
    pub(crate) async fn save_data(&self) {
        chromedriver::save_data(&self.client).await;
    }

    /// As narrow as a phone, or as the browser's window gets.
    pub(crate) async fn become_phone(&self) {
        let (width, height) = (390, 844);
        match self.name {
            "chromium" => chromedriver::screen(&self.client, width, height).await,
            _ => self.resize(width, height).await,
        }
    }

    /// Fails if the console has shown an error. Only Chromium tells.
    pub(crate) async fn assert_quiet(&self) {
        if self.name == "chromium" {
            assert_eq!(chromedriver::console_errors(&self.client).await, [""; 0]);
        }
    }

    pub(crate) async fn resize(&self, width: u32, height: u32) {
        self.client.set_window_size(width, height).await.unwrap();
    }

    /// Runs a script that ends by calling its last argument.
    pub(crate) async fn run_async(&self, script: &str) -> Value {
        self.client.execute_async(script, vec![]).await.unwrap()
    }

    /// The same with arguments before that.
    pub(crate) async fn run_async_with(&self, script: &str, arguments: &[Value]) -> Value {
        self.client.execute_async(script, arguments.to_vec()).await.unwrap()
    }

    /// Makes its reader one with a slow phone, or no longer: Chromium's alone.
    pub(crate) async fn slow_down(&self, is_slow: bool) {
        chromedriver::slow_down(&self.client, is_slow).await;
    }

    /// How many elements fit.
    pub(crate) async fn count(&self, css: &str) -> usize {
        self.client.find_all(Locator::Css(css)).await.unwrap().len()
    }
}

/// Whether an element was gone, hidden or covered when it was to be clicked.
fn has_moved(error: &CmdError) -> bool {
    let CmdError::Standard(error) = error else { return false };
    matches!(
        error.error,
        ErrorStatus::StaleElementReference
            | ErrorStatus::ElementClickIntercepted
            | ErrorStatus::ElementNotInteractable
            | ErrorStatus::NoSuchElement
            | ErrorStatus::MoveTargetOutOfBounds
    )
}
