//! Filtering by tags, and what is said when that leads nowhere.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::host::{Site, items, newest_first, sample, title, with_tags};

const ANY_OF: &str = ".modes label:nth-of-type(2) input";
const NONE_OF: &str = ".modes label:nth-of-type(3) input";

pub(crate) async fn two_tags(browser: Browser) {
    let archive = items(&sample());
    let site = Site::of(&sample(), "/").await;
    browser.open(&site.url).await;
    browser.click_tag("newspapers").await;
    browser.wait_count(with_tags(&archive, &["newspapers"])).await;
    browser.click_tag("Britain").await;
    browser.wait_count(with_tags(&archive, &["newspapers", "Britain"])).await;
    assert_eq!(browser.text("location.search").await, "?tag=newspapers&tag=Britain");
    let counts = "[...document.querySelectorAll('#tag-facets a')].map((a) => [a.querySelector('bdi').textContent, +a.querySelector('.facet-count').textContent])";
    browser.type_into(".facet-find", "").await;
    browser.wait("document.querySelectorAll('#tag-facets a').length > 5").await;
    for pair in browser.value(counts).await.as_array().unwrap() {
        let tag = pair[0].as_str().unwrap();
        let expected = with_tags(&archive, &["newspapers", "Britain", tag]);
        assert_eq!(pair[1], json!(expected), "{tag}");
    }
    browser.click(".chip").await;
    browser.wait_count(with_tags(&archive, &["Britain"])).await;
    browser.click(".chips-clear").await;
    browser.wait_count(archive.len()).await;
}

pub(crate) async fn either_and_none(browser: Browser) {
    let archive = items(&sample());
    let site = Site::of(&sample(), "/").await;
    browser.open(&site.url).await;
    let both = with_tags(&archive, &["telegraph", "radio"]);
    let either = |more: &[&str]| {
        let tags = |tag: &'static str| [&[tag], more].concat();
        with_tags(&archive, &tags("telegraph")) + with_tags(&archive, &tags("radio"))
    };
    let expected =
        either(&[]) - both - (either(&["Britain"]) - with_tags(&archive, &["telegraph", "radio", "Britain"]));
    browser.click(ANY_OF).await;
    browser.click_tag("telegraph").await;
    browser.wait_count(with_tags(&archive, &["telegraph"])).await;
    browser.click_tag("radio").await;
    browser.wait_count(either(&[]) - both).await;
    browser.click(NONE_OF).await;
    browser.click_tag("Britain").await;
    browser.wait_count(expected).await;
    assert_eq!(browser.text("location.search").await, "?tag=telegraph,radio&not=Britain");
    browser.reload().await;
    browser.wait_count(expected).await;
    browser.click(".chip-not").await;
    browser.wait_count(either(&[]) - both).await;
    browser.click(NONE_OF).await;
    browser.click_tag("telegraph").await;
    browser.wait_count(with_tags(&archive, &["radio"])).await;
    browser.click_tag("Atlantic").await;
    browser.wait("location.search.includes('not=Atlantic')").await;
}

pub(crate) async fn order_and_dates(browser: Browser) {
    let archive = items(&sample());
    let order = newest_first(&archive);
    let days = || archive.iter().map(|item| item["date_published"].as_str().unwrap());
    let since_1850 = days().filter(|day| *day >= "1850").count();
    let from_1850_to_march_1880 = days().filter(|day| ("1850".."1880-04").contains(day)).count();
    let site = Site::of(&sample(), "/").await;
    browser.open(&site.url).await;
    browser.wait_text(".card-link", title(order[0])).await;
    browser.click(".sort a:nth-of-type(2)").await;
    browser.wait_text(".card-link", title(order[order.len() - 1])).await;
    browser.type_into("#date-from", "1850").await;
    browser.press(Key::Enter).await;
    browser.wait_count(since_1850).await;
    browser.type_into("#date-to", "1880-03").await;
    browser.press(Key::Enter).await;
    browser.wait_count(from_1850_to_march_1880).await;
    browser.wait("location.search === '?from=1850&to=1880-03&sort=oldest'").await;
    browser.type_into("#date-to", "soon").await;
    browser.press(Key::Enter).await;
    browser.wait("document.querySelector('#date-to[aria-invalid=true] + .input-hint')").await;
    browser.wait_count(from_1850_to_march_1880).await;
}

pub(crate) async fn odd_tags(browser: Browser) {
    let odd = ["it's", "a, b", "24/7", "R&D", "C#", "C++", "Köln", "Москва", "🦅 birds", "100%"];
    let item = |(number, tag): (usize, &&str)| {
        json!({ "id": format!("tag:{number}"), "title": format!("Article {number}"), "content_html": "<p>Text.</p>",
            "date_published": format!("2020-01-{:02}T00:00:00Z", number + 1), "tags": [tag, "plain"] })
    };
    let list: Vec<Value> = odd.iter().enumerate().map(item).collect();
    let feed = json!({ "version": "https://jsonfeed.org/version/1.1", "title": "Odd", "items": list });
    let folder = tempfile::tempdir().unwrap();
    let archive = folder.path().join("odd.json");
    std::fs::write(&archive, feed.to_string()).unwrap();
    let site = Site::of(&archive, "/").await;
    for (number, tag) in odd.iter().enumerate() {
        browser.open(&site.url).await;
        browser.click_tag(tag).await;
        browser.wait_count(1).await;
        let url = browser.text("location.href").await;
        browser.open(&url).await;
        browser.wait_count(1).await;
        assert_eq!(
            browser.text("document.querySelector('.card-link').textContent").await,
            format!("Article {number}")
        );
    }
}

pub(crate) async fn what_cannot_be_followed_is_said(browser: Browser) {
    let site = Site::of(&sample(), "/").await;
    browser.open(&format!("{}?tag=nonsense&from=soon&tag=radio", site.url)).await;
    browser.wait_count(with_tags(&items(&sample()), &["radio"])).await;
    let notices = browser.text("document.querySelector('.notices').textContent").await;
    assert!(notices.contains("“nonsense”") && notices.contains("“soon” is not a date"), "{notices}");
}

pub(crate) async fn no_results(browser: Browser) {
    let archive = items(&sample());
    let site = Site::of(&sample(), "/").await;
    browser.open(&format!("{}?tag=telegraph&tag=teletext", site.url)).await;
    browser.wait_count(0).await;
    browser.wait("document.querySelectorAll('.empty a').length === 2").await;
    browser.click(".empty a").await;
    browser.wait_count(with_tags(&archive, &["teletext"])).await;
    browser.type_into("#date-to", "2000").await;
    browser.press(Key::Enter).await;
    browser.wait("location.search === '?tag=teletext&to=2000'").await;
}
