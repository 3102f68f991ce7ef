//! The button that hands an address on, with each of the ways that a browser may offer.

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::host::{Site, items, sample, title, with_tags};

const BUTTON: &str = ".share-button";

/// A browser with a dialogue that ends as `ends` says, and no other way.
fn dialogue(ends: &str) -> String {
    stub("share", &format!("(data) => {{ window.shared = data; return {ends}; }}"))
}

/// A property of the navigator that says something else.
fn stub(name: &str, value: &str) -> String {
    format!("Object.defineProperty(navigator, '{name}', {{ configurable: true, value: {value} }}) && null")
}

const CLIPBOARD: &str = "{ writeText: async (text) => { (window.copied ??= []).push(text); } }";

pub(crate) async fn an_address_is_shared(browser: Browser) {
    let archive = items(&sample());
    let site = Site::of(&sample(), "/a/b/").await;
    browser.open(&format!("{}?tag=radio&not=Britain", site.url)).await;
    browser.value(&dialogue("Promise.resolve()")).await;
    browser.click(BUTTON).await;
    let list = json!({ "title": "radio, not Britain · The Back Issue", "url": format!("{}?tag=radio&not=Britain", site.url) });
    assert_eq!(shared(&browser).await, list);
    // A tag alone has a page of its own.
    browser.click(".chip-not").await;
    browser.wait_count(with_tags(&archive, &["radio"])).await;
    browser.click(BUTTON).await;
    let list = json!({ "title": "radio · The Back Issue", "url": format!("{}tag/radio/", site.url) });
    assert_eq!(shared(&browser).await, list);
    // An article is shared without the filters that it was found with.
    browser.click(".card-link").await;
    browser.wait("document.querySelector('.reader h1')").await;
    browser.wait("document.querySelector('.neighbours-filter')").await;
    let former = browser.text("document.querySelector('.reader h1').textContent").await;
    browser.click(".older").await;
    browser.wait(&format!("document.querySelector('.reader h1')?.textContent !== {former:?}")).await;
    browser.click(BUTTON).await;
    let address = browser.text("location.origin + location.pathname").await;
    assert!(browser.text("location.search").await.contains("tag=radio"));
    let article = shared(&browser).await;
    assert_eq!(article["url"], address.as_str());
    assert!(archive.iter().any(|item| title(item) == article["title"]), "{article}");
    browser.assert_quiet().await;
}

/// What the dialogue was given.
async fn shared(browser: &Browser) -> Value {
    browser.wait("window.shared").await;
    let data = browser.value("window.shared").await;
    browser.value("window.shared = null").await;
    data
}

pub(crate) async fn an_address_is_copied_or_mailed(browser: Browser) {
    let site = Site::of(&sample(), "/").await;
    browser.open(&site.url).await;
    browser.click(".card-link").await;
    browser.wait("document.querySelector('.reader h1')").await;
    let address = browser.text("location.origin + location.pathname").await;
    let headline = browser.text("document.querySelector('.reader h1').textContent").await;
    // Copied, twice, and said each time.
    browser.value(&stub("share", "undefined")).await;
    browser.value(&stub("clipboard", CLIPBOARD)).await;
    assert_eq!(browser.text("document.querySelector('.share-said[role=status]').textContent").await, "");
    for times in 1..=2 {
        browser.click(BUTTON).await;
        browser.wait(&format!("window.copied?.length === {times}")).await;
        browser.wait_text(".share-said", "Link copied").await;
    }
    assert_eq!(browser.value("window.copied").await, json!([address, address]));
    // A dialogue that can't be shown is none; one that was closed is enough.
    browser.value(&dialogue("Promise.reject(new DOMException('', 'NotAllowedError'))")).await;
    browser.click(BUTTON).await;
    browser.wait("window.copied.length === 3").await;
    browser.value(&dialogue("Promise.reject(new DOMException('', 'AbortError'))")).await;
    browser.click(BUTTON).await;
    shared(&browser).await;
    // Mailed, where nothing may be copied.
    browser.value(&stub("share", "undefined")).await;
    browser.value(&stub("clipboard", "{ writeText: () => Promise.reject(new Error('no')) }")).await;
    browser.value("(window.open = (url) => { window.mailed = url; }) && null").await;
    browser.click(BUTTON).await;
    browser.wait("window.mailed").await;
    let mail = browser.value("Object.fromEntries(new URL(window.mailed).searchParams)").await;
    assert_eq!(mail, json!({ "subject": headline, "body": address }));
    assert_eq!(browser.value("window.copied.length").await, 3, "a dialogue that was closed copies nothing");
    browser.assert_quiet().await;
}

pub(crate) async fn nothing_is_offered_without_the_viewer(browser: Browser) {
    let site = Site::of(&sample(), "/").await;
    std::fs::remove_file(site.file("viewer-", "_bg.wasm")).unwrap();
    browser.open_plain(&site.url).await;
    let visibility = "getComputedStyle(document.querySelector('.share-button')).visibility";
    assert_eq!(browser.text(visibility).await, "hidden");
}
