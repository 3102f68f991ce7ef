//! Files of the dataset that are missing, cut off, no JSON, or of a newer version.

use std::fs;

use crate::browser::Browser;
use crate::host::{Site, items, sample, with_tags};

pub(crate) async fn broken_index(browser: Browser) {
    let count = with_tags(&items(&sample()), &["Britain"]);
    let site = Site::without_shelf(&sample(), "/").await;
    let file = site.file("data/index.", ".json");
    let whole = fs::read_to_string(&file).unwrap();
    let cut: String = whole.chars().take(300).collect();
    let newer = whole.replacen("\"backissue\":1", "\"backissue\":9", 1);
    for (text, said) in [
        (None, "is missing"),
        (Some(cut), "is cut off at line 1, column 300"),
        (Some("<!doctype html>".to_owned()), "line 1, column 1"),
        (Some(newer), "newer Backissue"),
    ] {
        match text {
            None => fs::remove_file(&file).unwrap(),
            Some(text) => fs::write(&file, text).unwrap(),
        }
        browser.open(&format!("{}?fresh={}&from=1700", site.url, said.len())).await;
        browser.wait("document.querySelector('.failure')").await;
        let message = browser.text("document.querySelector('.failure').textContent").await;
        assert!(message.contains("data/index.") && message.contains(said), "{message}");
        assert_eq!(browser.count(".results .card").await, 30, "what was there stays");
        fs::write(&file, &whole).unwrap();
        browser.click(".failure button").await;
        browser.wait("!document.querySelector('.failure') && document.querySelector('.chip')").await;
    }
    browser.open(&format!("{}?tag=Britain", site.url)).await;
    browser.wait_count(count).await;
}

pub(crate) async fn broken_cards_and_overview(browser: Browser) {
    let count = items(&sample()).len();
    let site = Site::without_shelf(&sample(), "/").await;
    broken_cards(&browser, &site, count - 30).await;
    missing_overview(&browser, &site, count).await;
}

async fn broken_cards(browser: &Browser, site: &Site, rest: usize) {
    let file = site.file("data/cards-2.", ".json");
    let whole = fs::read_to_string(&file).unwrap();
    fs::write(&file, &whole[..whole.len() - 2]).unwrap();
    browser.open(&site.url).await;
    browser.click("a[rel=next]").await;
    browser.wait("document.querySelector('.failure')").await;
    let message = browser.text("document.querySelector('.failure').textContent").await;
    assert!(message.contains("data/cards-2.") && message.contains("is cut off"), "{message}");
    fs::write(&file, &whole).unwrap();
    browser.click(".failure button").await;
    browser.wait(&format!("document.querySelectorAll('.results .card').length === {rest}")).await;
    assert_eq!(browser.count(".failure, .notices").await, 0);

    fs::write(&file, whole.replacen("\"title\":", "\"titel\":", 1)).unwrap();
    browser.open(&format!("{}?fresh", site.url)).await;
    browser.click("a[rel=next]").await;
    browser.wait_text(".notices", "1 article of this page could not be read.").await;
    assert_eq!(browser.count(".results .card").await, rest - 1);
}

/// An article carries what it shows; the list that one goes to from there needs the overview first.
async fn missing_overview(browser: &Browser, site: &Site, count: usize) {
    browser.open(&site.url).await;
    let article = browser.text("document.querySelector('.card-link').href").await;
    let file = site.file("data/site", ".json");
    let whole = fs::read_to_string(&file).unwrap();
    fs::remove_file(&file).unwrap();
    browser.open(&format!("{}nowhere/", site.url)).await;
    browser.wait_text("h1", "There is nothing at this address").await;
    browser.open(&article).await;
    browser.click(".masthead-name").await;
    browser.wait("document.querySelector('.failure')").await;
    let message = browser.text("document.querySelector('.failure').textContent").await;
    assert!(message.contains("data/site.json is missing"), "{message}");
    fs::write(&file, whole).unwrap();
    browser.click(".failure button").await;
    browser.wait_count(count).await;
}

/// A card out of sight: its article is not fetched ahead.
const LAST: &str = "[...document.querySelectorAll('.card-link')].at(-1)";

pub(crate) async fn broken_article(browser: Browser) {
    let site = Site::without_shelf(&sample(), "/").await;
    browser.open(&site.url).await;
    let href = browser.text(&format!("new URL({LAST}.href).pathname")).await;
    let file = site.file(&href[1..], "index.html");
    let whole = fs::read_to_string(&file).unwrap();
    fs::write(&file, whole.replace("\"title\":", "\"titel\":")).unwrap();
    browser.click_on(LAST).await;
    browser.wait("document.querySelector('.failure')").await;
    let message = browser.text("document.querySelector('.failure').textContent").await;
    assert!(message.contains(".title: expected text"), "{message}");
    fs::write(&file, whole).unwrap();
    browser.click(".failure button").await;
    browser.wait("document.querySelector('.reader h1')").await;
}
