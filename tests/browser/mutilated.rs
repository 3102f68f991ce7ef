//! Pages that the viewer can't take over stay what they were: text that reads and links that lead on. The console says
//! so once.

use std::fs;
use std::path::Path;

use crate::browser::Browser;
use crate::host::{Site, items, newest_first, sample, title};

/// Notes whatever reaches the console as an error, in browsers whose drivers don't tell.
const NOTES: &str = "
window.errors = [];
const error = console.error;
console.error = (...words) => { window.errors.push(words.join(' ')); error(...words); };
for (const name of ['error', 'unhandledrejection']) {
  addEventListener(name, (event) => {
    queueMicrotask(() => event.defaultPrevented || window.errors.push(`${name} ${event.message ?? event.reason}`));
  });
}";

/// What stands in a page, and what an extension, a proxy or another version made of it.
const MUTILATIONS: [(&str, &str, &str); 5] = [
    ("a removed element", "<h1 class=\"results-title\"", "<h7 hidden"),
    (
        "an added element",
        "<main id=\"main\" tabindex=\"-1\">",
        "<main id=\"main\" tabindex=\"-1\"><div>Coupons!</div>",
    ),
    ("another element", "<ol class=\"cards\">", "<section class=\"cards\">"),
    ("a newer format", "\"backissue\":1", "\"backissue\":9"),
    ("cut data", "\"page\":{", "\"page\":["),
];

pub(crate) async fn a_page_that_was_changed_stays(browser: Browser) {
    let archive = items(&sample());
    let newest = title(newest_first(&archive)[0]).to_owned();
    let site = Site::of(&sample(), "/").await;
    let file = site.file("index", ".html");
    let whole = noted(&file);
    for (what, old, new) in MUTILATIONS {
        let text = whole.replacen(old, new, 1);
        assert_ne!(text, whole, "there is no {old}");
        fs::write(&file, text).unwrap();
        assert_stays(&browser, &site, what).await;
        browser.click(".card-link").await;
        browser.wait_text(".reader h1", &newest).await;
        browser.wait("document.querySelector('.body p').textContent.length > 50").await;
    }
}

pub(crate) async fn a_viewer_that_is_gone_leaves_the_page(browser: Browser) {
    let site = Site::of(&sample(), "/").await;
    let page = site.file("index", ".html");
    fs::write(&page, noted(&page)).unwrap();
    let wasm = site.file("viewer-", "_bg.wasm");
    let whole = fs::read(&wasm).unwrap();
    for (what, bytes) in
        [("cut off", whole[..whole.len() / 2].to_vec()), ("other", b"<!doctype html>".to_vec())]
    {
        fs::write(&wasm, bytes).unwrap();
        assert_stays(&browser, &site, what).await;
    }
    browser.click("a[rel=next]").await;
    browser.wait("location.pathname === '/page/2/' && document.querySelectorAll('.card').length > 10").await;
}

/// A page that notes errors; the script is one of the site's own, as its policy asks.
fn noted(page: &Path) -> String {
    fs::write(page.with_file_name("notes.js"), NOTES).unwrap();
    let text = fs::read_to_string(page).unwrap();
    text.replacen("<script", "<script src=\"./notes.js\"></script><script", 1)
}

/// All that was there is there, and one error was told.
async fn assert_stays(browser: &Browser, site: &Site, what: &str) {
    browser.open_plain(&site.url).await;
    browser.sign().await;
    browser.wait("window.errors.length > 0").await;
    // Whatever else is told comes with the next events.
    browser.settle().await;
    browser.settle().await;
    let errors = browser.value("window.errors").await;
    assert_eq!(errors.as_array().unwrap().len(), 1, "{}: {what}: {errors}", browser.name);
    assert!(errors[0].as_str().unwrap().starts_with("Backissue: the viewer "), "{what}: {errors}");
    assert_eq!(browser.count(".card-link").await, 30, "{}: {what}", browser.name);
    let seen = "[...document.querySelectorAll('.card-headline')].every((h) => h.checkVisibility?.() ?? h.offsetHeight > 0)";
    assert_eq!(browser.value(seen).await, true, "{}: {what}", browser.name);
    assert_eq!(browser.value("document.documentElement.dataset.viewer !== 'ready'").await, true, "{what}");
}
