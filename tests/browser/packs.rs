//! A site whose articles are kept in packs.

use crate::browser::Browser;
use crate::host::{Site, items, newest_first, sample, title};

/// How many packs the page asked for.
const ASKED: &str = "new Set(performance.getEntriesByType('resource').map((entry) => entry.name)
    .filter((name) => name.includes('/data/pack-'))).size";

/// A list leads to an article, which leads to others, and back.
pub(crate) async fn a_list_leads_into_a_pack(browser: Browser) {
    let archive = items(&sample());
    let all = newest_first(&archive);
    let site = Site::packed(&sample(), "/a/b/").await;
    browser.open(&site.url).await;
    browser.settle().await;
    assert_eq!(browser.value(ASKED).await, 0, "none is fetched before it is asked for");
    browser.click(".card-link").await;
    browser.wait_text(".reader h1", title(all[0])).await;
    let address = browser.text("location.pathname").await;
    assert!(address.starts_with("/a/b/2") && address.ends_with('/'), "{address}");
    assert!(browser.text("document.title").await.starts_with(title(all[0])));
    let asked = browser.value(ASKED).await;
    assert_eq!(asked, 1);
    browser.click(".older").await;
    browser.wait_text(".reader h1", title(all[1])).await;
    assert_eq!(browser.value(ASKED).await, asked, "both are in one");
    browser.back().await;
    browser.wait_text(".reader h1", title(all[0])).await;
    browser.back().await;
    browser.wait("document.querySelectorAll('.card').length === 30").await;
    browser.assert_quiet().await;
}

/// A link to an article opens it, with and without a slash at its end; one that leads nowhere says so.
pub(crate) async fn a_link_opens_its_pack(browser: Browser) {
    let archive = items(&sample());
    let all = newest_first(&archive);
    let site = Site::packed(&sample(), "/a/b/").await;
    browser.open(&site.url).await;
    let link = browser.text("document.querySelector('.card-link').href").await;
    for address in [link.as_str(), link.trim_end_matches('/')] {
        browser.open(address).await;
        browser.wait_text(".reader h1", title(all[0])).await;
        browser.wait(&format!("document.title.startsWith({:?})", title(all[0]))).await;
        assert!(browser.value("document.querySelector('link[rel=canonical]')").await.is_null());
        let home = browser.text("new URL(document.querySelector('.masthead-name').href).pathname").await;
        assert_eq!(home, "/a/b/");
    }
    browser.click(".older").await;
    browser.wait_text(".reader h1", title(all[1])).await;
    browser.back().await;
    browser.wait_text(".reader h1", title(all[0])).await;
    browser.open(&format!("{}2000/01/01/there-is-none/", site.url)).await;
    browser.wait_text("h1", "This article is not here").await;
    browser.open(&format!("{}no/such/page", site.url)).await;
    browser.wait_text("h1", "There is nothing at this address").await;
}
