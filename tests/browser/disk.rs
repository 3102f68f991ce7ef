//! A site's folder, opened from the disk without a host.

use crate::browser::Browser;
use crate::host::{Site, items, newest_first, sample, title};

const IS_STYLED: &str = "getComputedStyle(document.querySelector('.masthead-name')).fontWeight === '600'";

pub(crate) async fn a_folder_reads_and_links(browser: Browser) {
    let archive = items(&sample());
    let newest = newest_first(&archive);
    let site = Site::of(&sample(), "/").await;
    browser.open_plain(&site.on_disk()).await;
    browser.wait(IS_STYLED).await;
    assert_eq!(browser.count(".results .card").await, 30);
    browser.click(".card-link").await;
    browser.wait_text(".reader h1", title(newest[0])).await;
    browser.wait("location.pathname.endsWith('/index.html')").await;
    browser.wait(&format!("{IS_STYLED} && document.querySelector('.body p').textContent.length > 50")).await;
    let tag = browser.text("document.querySelector('.filed a').textContent").await;
    browser.click(".filed a").await;
    browser.wait_text(".results-title", &tag).await;
    browser.click(".masthead-name").await;
    browser.wait("document.querySelectorAll('.results .card').length === 30").await;
    browser.click("a[rel=next]").await;
    browser.wait("location.pathname.endsWith('/page/2/index.html')").await;
    browser
        .wait(&format!("document.querySelectorAll('.results .card').length === {}", newest.len() - 30))
        .await;
}
