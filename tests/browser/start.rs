//! When the viewer starts: at a reader's first sign or a while after all else, and at once where the page needs it.

use fantoccini::key::Key;

use crate::browser::Browser;
use crate::host::{Site, has_tag, items, newest_first, sample, title, with_tags};

/// What the viewer is made of has come.
const HAS_COME: &str = "performance.getEntriesByType('resource').some(({ name, responseEnd }) => name.endsWith('_bg.wasm') && responseEnd > 0)";

/// Ends all that waits for time: from here on nothing starts by itself.
const STOP_CLOCKS: &str =
    "(() => { for (let id = setTimeout(() => {}); id > 0; id -= 1) clearTimeout(id); })() ?? true";

/// It was asked for before all else had come.
const IS_EARLY: &str =
    "performance.getEntriesByType('resource').find(({ name }) => name.endsWith('_bg.wasm')).startTime
    < performance.getEntriesByType('navigation')[0].loadEventStart";

const HAS_STARTED: &str = "document.documentElement.hasAttribute('data-viewer')";

/// Opens a page and makes it wait for signs alone.
async fn open_still(browser: &Browser, url: &str) {
    browser.open_plain(url).await;
    browser.value(STOP_CLOCKS).await;
    browser.settle().await;
    assert_eq!(browser.value(HAS_STARTED).await, false, "{}: {url} did not wait", browser.name);
}

pub(crate) async fn at_each_sign(browser: Browser) {
    let site = Site::of(&sample(), "/a/b/").await;
    for sign in ["pointer", "key", "focus", "touch", "scroll"] {
        // Another pointer may rest where the last one did.
        open_still(&browser, &format!("{}#{sign}", site.url)).await;
        match sign {
            "pointer" => browser.point_at(".results-title").await,
            "key" => browser.press(Key::Tab).await,
            "focus" => drop(browser.value("document.querySelector('.facet').focus()").await),
            "touch" => drop(browser.value("document.body.dispatchEvent(new Event('touchstart'))").await),
            _ => drop(browser.value("scrollTo(0, 200)").await),
        }
        browser.wait_ready().await;
        browser.open_plain("about:blank").await;
    }
    browser.assert_quiet().await;
}

pub(crate) async fn by_itself(browser: Browser) {
    let site = Site::of(&sample(), "/").await;
    browser.open_plain(&site.url).await;
    browser.wait(HAS_COME).await;
    browser.wait_ready().await;
    browser.assert_quiet().await;
}

pub(crate) async fn at_once_where_it_is_needed(browser: Browser) {
    let archive = items(&sample());
    let site = Site::packed(&sample(), "/a/b/").await;
    browser.open_plain(&format!("{}?tag=radio", site.url)).await;
    browser.wait_count(with_tags(&archive, &["radio"])).await;
    assert_eq!(browser.value(IS_EARLY).await, true);
    let link = browser.text("document.querySelector('.card-link').href").await;
    browser.open_plain(&link).await;
    let radio = newest_first(&archive).into_iter().find(|item| has_tag(item, "radio")).unwrap();
    browser.wait_text(".reader h1", title(radio)).await;
    assert_eq!(browser.value(IS_EARLY).await, true);
    open_still(&browser, &site.url).await;
    browser.reload().await;
}

pub(crate) async fn nothing_is_lost_before(browser: Browser) {
    let archive = items(&sample());
    let site = Site::of(&sample(), "/").await;
    // A link is followed.
    open_still(&browser, &site.url).await;
    browser.value("(window.isOld = true, document.querySelector('.card-link').click())").await;
    browser.wait("!window.isOld").await;
    browser.wait_text(".reader h1", title(newest_first(&archive)[0])).await;
    // A button does what it does.
    open_still(&browser, &site.url).await;
    let before = browser.count("#tag-facets a").await;
    browser.value("document.querySelector('.facet-more').click()").await;
    browser.wait(&format!("document.querySelectorAll('#tag-facets a').length > {before}")).await;
    // A key leads to the search box, and what is typed there is looked for.
    open_still(&browser, &site.url).await;
    assert_eq!(
        browser.text("getComputedStyle(document.getElementById('search')).visibility").await,
        "visible"
    );
    let typed = "(document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true, cancelable: true })),
        document.activeElement.value = 'wireless', document.activeElement.id)";
    assert_eq!(browser.text(typed).await, "search");
    browser.wait("location.search === '?q=wireless' && document.querySelector('.results mark')").await;
    // Where the viewer hears nothing, Enter leads to the list.
    browser.open(&format!("{}about/", site.url)).await;
    browser.type_into("#search", "night cable").await;
    browser.press(Key::Enter).await;
    browser
        .wait("location.pathname === '/' && document.querySelector('#search').value === 'night cable'")
        .await;
    browser.assert_quiet().await;
}
