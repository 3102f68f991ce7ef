//! Articles that are fetched before they are asked for: opening them asks for nothing.

use crate::browser::Browser;
use crate::host::{Site, items, newest_first, sample, title};

/// Whatever the browser asked for, by path.
const ASKED: &str = "performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname)";

/// The path that an element leads to.
async fn path(browser: &Browser, css: &str) -> String {
    browser.text(&format!("new URL(document.querySelector({css:?}).href).pathname")).await
}

/// How often a path was asked for.
async fn times(browser: &Browser, path: &str) -> u64 {
    browser.value(&format!("{ASKED}.filter((other) => other === {path:?}).length")).await.as_u64().unwrap()
}

/// Follows a link whose article must have come already, and waits for its headline.
async fn follow(browser: &Browser, css: &str, headline: &str) {
    let path = path(browser, css).await;
    browser.wait(&format!("{ASKED}.includes({path:?})")).await;
    browser.value("performance.clearResourceTimings()").await;
    browser.click(css).await;
    browser.wait_text(".reader h1", headline).await;
    assert_eq!(times(browser, &path).await, 0, "{}: {path} was asked for anew", browser.name);
}

pub(crate) async fn what_is_pointed_at_is_fetched(browser: Browser) {
    let archive = items(&sample());
    let all = newest_first(&archive);
    let site = Site::of(&sample(), "/a/b/").await;
    browser.open(&site.url).await;
    browser.click(".card-link").await;
    browser.wait_text(".older bdi", title(all[1])).await;
    // No card is in sight from here on: those would be fetched by themselves.
    browser.value("document.styleSheets[0].insertRule('.read-next { display: none !important; }', 0)").await;
    for (sign, place) in [("point", 1), ("focus", 2), ("touch", 3)] {
        match sign {
            "point" => browser.point_at(".older").await,
            "focus" => drop(browser.value("document.querySelector('.older').focus()").await),
            _ => drop(browser.value(&press(".older")).await),
        }
        follow(&browser, ".older", title(all[place])).await;
        browser.wait_text(".older bdi", title(all[place + 1])).await;
    }
    // One that has not come when it is asked for is not fetched twice.
    let path = path(&browser, ".older").await;
    browser.value(&format!("({}, document.querySelector('.older').click())", press(".older"))).await;
    browser.wait_text(".reader h1", title(all[4])).await;
    assert_eq!(times(&browser, &path).await, 1);
    browser.assert_quiet().await;
}

/// An expression that begins a touch of a link.
fn press(css: &str) -> String {
    format!(
        "document.querySelector({css:?}).dispatchEvent(new PointerEvent('pointerdown', {{ bubbles: true }}))"
    )
}

pub(crate) async fn nothing_is_fetched_for_who_saves_data(browser: Browser) {
    let site = Site::of(&sample(), "/").await;
    browser.save_data().await;
    browser.open(&site.url).await;
    let path = path(&browser, ".card-link").await;
    browser.value(&press(".card-link")).await;
    let opened = browser.value("performance.now()").await.as_f64().unwrap();
    browser.click(".card-link").await;
    browser.wait_text(".reader h1", title(newest_first(&items(&sample()))[0])).await;
    let asked = "performance.getEntriesByType('resource').find((entry) => entry.name.endsWith";
    let asked = browser.value(&format!("{asked}({path:?})).startTime")).await.as_f64().unwrap();
    assert!(asked >= opened, "it was fetched {} ms before it was opened", opened - asked);
    browser.assert_quiet().await;
}

pub(crate) async fn what_stays_in_sight_is_fetched(browser: Browser) {
    let archive = items(&sample());
    let all = newest_first(&archive);
    let site = Site::of(&sample(), "/").await;
    browser.open(&site.url).await;
    follow(&browser, ".card-link", title(all[0])).await;
    browser.back().await;
    browser.wait_count(all.len()).await;
    browser.settle().await;
    let last = ".cards > :last-child .card-link";
    let headline = browser.text(&format!("document.querySelector({last:?}).textContent")).await;
    browser.value(&format!("document.querySelector({last:?}).scrollIntoView()")).await;
    follow(&browser, last, &headline).await;
    browser.assert_quiet().await;
}
