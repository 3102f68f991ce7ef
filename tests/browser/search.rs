//! Searching: while one types, by keyboard alone, from one file, and when a part of the index can't be had.

use std::fs;

use fantoccini::key::Key;

use crate::browser::Browser;
use crate::host::{Site, items, sample, with_tags};

/// Whether the search box has the focus.
const IN_BOX: &str = "document.activeElement.id === 'search'";

pub(crate) async fn finds_while_one_types(browser: Browser) {
    let site = Site::of(&sample(), "/a/b/").await;
    let count = items(&sample()).len();
    browser.open(&site.url).await;
    browser.type_keys("/").await;
    browser.wait(IN_BOX).await;
    browser.type_keys("balakl").await;
    browser.wait_text(".results .card-link", "Ten past eleven at Balaklava").await;
    browser.wait("document.querySelector('.results .card mark')?.textContent === 'Balaklava'").await;
    browser.type_keys("ava ").await;
    browser.wait("location.search === '?q=balaklava'").await;
    browser.press(Key::Down).await;
    browser.wait("document.activeElement.matches('.card-link')").await;
    browser.press(Key::Enter).await;
    browser.wait_text(".reader h1", "Ten past eleven at Balaklava").await;
    browser.wait("document.querySelectorAll('.reader mark').length > 1").await;
    browser.click(".places button:last-of-type").await;
    browser.wait("document.querySelector('.reader mark.mark-here')").await;
    browser.back().await;
    browser.wait("document.querySelector('.results .card mark') && document.querySelector('#search').value.trim() === 'balaklava'").await;
    browser.back().await;
    browser.wait_count(count).await;
    browser.wait("document.querySelector('#search').value === ''").await;
    browser.assert_quiet().await;
}

pub(crate) async fn filters_are_typed_and_words_that_are_nowhere_said(browser: Browser) {
    let site = Site::of(&sample(), "/").await;
    let tagged = with_tags(&items(&sample()), &["submarine cable"]);
    browser.open(&site.url).await;
    browser.type_into("#search", "telegrahp").await;
    browser.wait("document.querySelector('.notices')?.textContent.includes('telegraph')").await;
    browser.type_into("#search", "").await;
    browser.type_keys("tag:\"submarine cable\" ").await;
    browser.wait_count(tagged).await;
    browser.wait("document.querySelector('.chip bdi').textContent === 'submarine cable'").await;
    browser.open(&format!("{}?q=zqxv", site.url)).await;
    browser.wait("document.querySelector('.notices')?.textContent.includes('“zqxv”')").await;
    browser.wait("document.querySelector('.empty')").await;
    browser.open(&format!("{}?q=%22submarine%20cable%22%20-titanic&sort=oldest", site.url)).await;
    browser.wait("document.querySelectorAll('.results .card').length > 0").await;
    browser.wait("document.querySelector('#search').value === '\"submarine cable\" -titanic'").await;
}

pub(crate) async fn a_damaged_part_is_named_and_tried_again(browser: Browser) {
    let site = Site::without_shelf(&sample(), "/").await;
    let folder = site.file("data/find-", "");
    let file = folder.join("w0.bin");
    let whole = fs::read(&file).unwrap();
    let mut flipped = whole.clone();
    *flipped.last_mut().unwrap() ^= 1;
    for (fresh, bytes, said) in [
        (1, None, "is missing"),
        (2, Some(&whole[..whole.len() / 2]), "is cut off"),
        (3, Some(&flipped[..]), "is damaged"),
        (4, Some(&b"<!doctype html>"[..]), "no part of this archive"),
    ] {
        match bytes {
            None => fs::remove_file(&file).unwrap(),
            Some(bytes) => fs::write(&file, bytes).unwrap(),
        }
        browser.open(&format!("{}?fresh={fresh}", site.url)).await;
        browser.type_into("#search", "balaklava").await;
        browser.wait("document.querySelector('.failure')").await;
        let message = browser.text("document.querySelector('.failure').textContent").await;
        assert!(message.contains("w0.bin") && message.contains(said), "{message}");
        assert_eq!(browser.count(".results .card").await, 30, "what was there stays");
        fs::write(&file, &whole).unwrap();
        browser.click(".failure button").await;
        browser.wait_text(".results .card-link", "Ten past eleven at Balaklava").await;
    }
}
