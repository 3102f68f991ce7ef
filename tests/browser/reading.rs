//! Opening, reading, going back, links that were shared.

use serde_json::Value;

use crate::browser::Browser;
use crate::host::{Site, has_tag, items, newest_first, sample, title, with_tags};

/// A card that is in sight: to click it the browser need not scroll.
const IN_SIGHT: &str = "[...document.querySelectorAll('.card-link')].find((link) => {
    const { top, bottom } = link.getBoundingClientRect();
    return top > 100 && bottom < innerHeight - 100;
})";

/// Notes what is clicked and how far the page is scrolled then: a driver may scroll a little before it clicks.
const NOTE_CLICK: &str = "addEventListener('click', ({ target }) => {
    window.titleAtClick = target.closest('.card-link')?.textContent;
    window.scrollAtClick = scrollY;
}, { capture: true, once: true })";

/// The reader shows what was clicked.
const SHOWS_WHAT_WAS_CLICKED: &str =
    "document.querySelector('.reader h1')?.textContent === window.titleAtClick";

pub(crate) async fn opens(browser: Browser) {
    let site = Site::of(&sample(), "/").await;
    browser.open(&site.url).await;
    browser.wait_count(items(&sample()).len()).await;
    assert_eq!(browser.count(".results .card").await, 30);
    assert_eq!(browser.text("document.title").await, "The Back Issue");
    let foreign = "performance.getEntriesByType('resource').map((r) => r.name).filter((n) => !n.startsWith(location.origin))";
    assert_eq!(browser.value(foreign).await, serde_json::json!([]));
    browser.click("a[rel=next]").await;
    browser.wait("location.pathname === '/page/2/' && document.title.startsWith('Page 2')").await;
    browser.wait("document.querySelectorAll('.results .card').length > 10 && scrollY === 0").await;
    browser.assert_quiet().await;
}

pub(crate) async fn back_restores_filters_and_scroll(browser: Browser) {
    let site = Site::of(&sample(), "/").await;
    browser.open(&site.url).await;
    browser.click_tag("Britain").await;
    let count = with_tags(&items(&sample()), &["Britain"]);
    browser.wait_count(count).await;
    browser.settle().await;
    browser.wait("(scrollTo(0, 900), Math.abs(scrollY - 900) < 2)").await;
    browser.value(NOTE_CLICK).await;
    browser.click_on(IN_SIGHT).await;
    browser.wait(SHOWS_WHAT_WAS_CLICKED).await;
    browser.wait("document.activeElement?.tagName === 'H1' && scrollY === 0").await;
    assert_eq!(browser.count(".neighbours-filter").await, 1);
    browser.back().await;
    browser.wait_count(count).await;
    browser
        .wait("location.pathname === '/tag/britain/' && Math.abs(scrollY - window.scrollAtClick) <= 2")
        .await;
    browser.forward().await;
    browser.wait(SHOWS_WHAT_WAS_CLICKED).await;
    browser.assert_quiet().await;
}

pub(crate) async fn back_from_page_two_and_after_a_reload(browser: Browser) {
    let site = Site::of(&sample(), "/").await;
    browser.open(&site.url).await;
    browser.click("a[rel=next]").await;
    for reload in [false, true] {
        browser.wait("location.pathname === '/page/2/' && document.title.startsWith('Page 2')").await;
        browser.settle().await;
        browser.wait("(scrollTo(0, 700), Math.abs(scrollY - 700) < 2)").await;
        browser.value(NOTE_CLICK).await;
        browser.click_on(IN_SIGHT).await;
        browser.wait(SHOWS_WHAT_WAS_CLICKED).await;
        let place = browser.value("window.scrollAtClick").await;
        if reload {
            browser.reload().await;
        }
        browser.back().await;
        browser.wait(&format!("location.pathname === '/page/2/' && Math.abs(scrollY - {place}) <= 2")).await;
    }
    browser.back().await;
    browser
        .wait("location.pathname === '/' && document.querySelectorAll('.results .card').length === 30")
        .await;
}

pub(crate) async fn neighbours(browser: Browser) {
    let archive = items(&sample());
    let all = newest_first(&archive);
    let radio: Vec<&Value> = all.iter().copied().filter(|item| has_tag(item, "radio")).collect();
    let site = Site::of(&sample(), "/").await;
    for (query, list) in [("", &all), ("?tag=radio", &radio)] {
        browser.open(&format!("{}{query}", site.url)).await;
        browser.wait_count(list.len()).await;
        browser.click_on("document.querySelectorAll('.card-link')[1]").await;
        browser.wait_text(".reader h1", title(list[1])).await;
        browser.wait_text(".newer bdi", title(list[0])).await;
        browser.wait_text(".older bdi", title(list[2])).await;
        browser.click(".older").await;
        browser.wait_text(".reader h1", title(list[2])).await;
        browser.wait_text(".older bdi", title(list[3])).await;
        browser.click(".newer").await;
        browser.wait_text(".newer bdi", title(list[0])).await;
        browser.click(".newer").await;
        browser.wait_text(".reader h1", title(list[0])).await;
        browser.wait("!document.querySelector('.newer')").await;
    }
    browser.click(".neighbours-filter a").await;
    browser.wait_count(radio.len()).await;
}

pub(crate) async fn shared_links_open_cold(browser: Browser) {
    let archive = items(&sample());
    for base in ["/", "/a/b/"] {
        let site = Site::of(&sample(), base).await;
        let item = archive.iter().find(|item| item["tags"].as_array().unwrap().len() > 2).unwrap();
        let date = item["date_published"].as_str().unwrap()[..10].replace('-', "/");
        let slug = item["_backissue"]["slug"].as_str().unwrap();
        browser.open(&format!("{}{date}/{slug}/", site.url)).await;
        let title = serde_json::to_string(&item["title"]).unwrap();
        browser.wait(&format!("document.querySelector('.reader h1')?.textContent === {title}")).await;
        browser.click(".masthead-name").await;
        browser.wait_count(archive.len()).await;
        // Some leave out the last slash.
        let home = site.url.trim_end_matches('/');
        browser.open(&format!("{home}?tag=telegraph&tag=Atlantic")).await;
        browser.wait_count(with_tags(&archive, &["telegraph", "Atlantic"])).await;
        browser.open(&format!("{}page/2", site.url)).await;
        assert_eq!(browser.text("location.pathname").await, format!("{base}page/2/"));
        assert_eq!(browser.count(".results .card").await, archive.len() - 30);
        browser.assert_quiet().await;
    }
}

pub(crate) async fn unknown_address(browser: Browser) {
    let site = Site::of(&sample(), "/a/b/").await;
    browser.open(&format!("{}nowhere/at/all/", site.url)).await;
    browser.wait("document.querySelector('h1').textContent === 'There is nothing at this address'").await;
    browser.wait("document.querySelectorAll('.card').length === 5").await;
    let status = "fetch(location.href).then((answer) => arguments[0](answer.status));";
    assert_eq!(browser.run_async(status).await, 404);
    browser.click(".card-link").await;
    browser.wait("document.querySelector('.reader h1')").await;
}

pub(crate) async fn works_without_the_viewer(browser: Browser) {
    let site = Site::of(&sample(), "/").await;
    std::fs::remove_file(site.file("viewer-", "_bg.wasm")).unwrap();
    browser.open_plain(&site.url).await;
    assert_eq!(browser.count(".results .card").await, 30);
    browser.click(".card-link").await;
    browser.wait("document.querySelector('.reader .body p')?.textContent.length > 50").await;
    let tag = browser.text("document.querySelector('.filed a').textContent").await;
    browser.click(".filed a").await;
    browser.wait_text(".results-title", &tag).await;
    browser.wait_count(with_tags(&items(&sample()), &[&tag])).await;
    assert_eq!(
        browser.value("document.documentElement.dataset.viewer ?? null").await,
        serde_json::Value::Null
    );
}
