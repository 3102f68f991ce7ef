//! Choosing a range of dates on the timeline: drawn across its bars, by the keyboard, and from its table.

use fantoccini::key::Key;

use crate::browser::Browser;
use crate::host::{Site, items, sample};

const TO: &str = ".timeline-sliders input:last-of-type";

pub(crate) async fn ranges_are_drawn(browser: Browser) {
    let archive = items(&sample());
    let within = |from: &str, before: &str| {
        let days = archive.iter().map(|item| item["date_published"].as_str().unwrap());
        days.filter(|day| (from..before).contains(day)).count()
    };
    let site = Site::of(&sample(), "/").await;
    browser.open(&site.url).await;
    // From 1600 to 2019 there are 42 decades.
    browser.draw_across(".timeline-bars", 25.5 / 42.0, 29.5 / 42.0).await;
    browser.wait("location.search === '?from=1850&to=1899'").await;
    browser.wait_count(within("1850", "1900")).await;
    browser.value(&format!("document.querySelector('{TO}').focus()")).await;
    browser.press(Key::Left).await;
    browser.wait("location.search === '?from=1850&to=1889'").await;
    browser.wait_count(within("1850", "1890")).await;
    browser
        .wait(&format!("document.activeElement.matches('{TO}') && document.activeElement.value === '29'"))
        .await;
    browser.click(".timeline-legend button").await;
    let row = "[...document.querySelectorAll('.timeline-table tr')].find((row) => row.textContent.startsWith('1910'))";
    let count = format!("+{row}.querySelector('td').textContent");
    browser.wait(row).await;
    assert_eq!(browser.value(&count).await, within("1910", "1920"), "dates don't shrink the timeline");
    browser.click_on(&format!("{row}.querySelector('a')")).await;
    browser.wait("location.search === '?from=1910&to=1919'").await;
    browser.wait_count(within("1910", "1920")).await;
    browser.back().await;
    browser.back().await;
    browser.wait_count(archive.len()).await;
}
