//! Accessibility: by keyboard alone, and by axe-core's rules.

use fantoccini::key::Key;

use crate::browser::Browser;
use crate::host::{Site, items, sample, with_tags};

/// How far the page can be scrolled sideways.
const SIDEWAYS: &str = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

/// How far the page has shifted, told once it shifts again.
const SHIFT: &str = "const done = arguments[arguments.length - 1], now = performance.now();
    let before = 0, what = [];
    const name = ({ node, previousRect: a, currentRect: b }) =>
        `${node?.nodeName} ${node?.className} ${node?.textContent?.slice(0, 40)} ${a.y}+${a.height} to ${b.y}+${b.height}`;
    new PerformanceObserver((list) => list.getEntries().forEach((shift) => {
        if (shift.startTime >= now) return done([before, what]);
        before += shift.value;
        what.push(...shift.sources.map(name));
    })).observe({ type: 'layout-shift', buffered: true });
    document.body.style.paddingTop = '30vh';";

/// The sheet of filters stands still.
const SHEET_IS_OPEN: &str = "document.querySelector('#filters:popover-open')?.getAnimations().length === 0";

pub(crate) async fn keyboard_only(browser: Browser) {
    let site = Site::of(&sample(), "/").await;
    browser.open(&site.url).await;
    browser.press(Key::Tab).await;
    browser.wait("document.activeElement.className === 'skip'").await;
    assert_ne!(browser.text("getComputedStyle(document.activeElement).outlineStyle").await, "none");
    for _ in 0..80 {
        browser.press(Key::Tab).await;
        if browser.text("document.activeElement.className").await == "card-link" {
            break;
        }
    }
    let title = browser.text("document.activeElement.textContent").await;
    browser.press(Key::Enter).await;
    let title = serde_json::to_string(&title).unwrap();
    browser.wait(&format!("document.querySelector('.reader h1')?.textContent === {title}")).await;
    browser.wait("document.activeElement.tagName === 'H1'").await;
}

pub(crate) async fn axe_finds_nothing(browser: Browser) {
    let site = Site::of(&sample(), "/").await;
    browser.open(&site.url).await;
    let article = browser.text("document.querySelectorAll('.card-link')[4].href").await;
    let filtered = format!("{}?tag=newspapers&not=Britain", site.url);
    let empty = format!("{}?tag=telegraph&tag=teletext", site.url);
    let lost = format!("{}nowhere/", site.url);
    for (width, height) in [(1280, 900), (500, 844)] {
        browser.resize(width, height).await;
        for url in [&site.url, &filtered, &empty, &article, &lost] {
            browser.open(url).await;
            browser.wait("document.querySelector('h1')").await;
            assert_axe_finds_nothing(&browser).await;
        }
    }
    browser.open(&site.url).await;
    browser.click(".filters-open").await;
    browser.wait(SHEET_IS_OPEN).await;
    assert_axe_finds_nothing(&browser).await;
    // Of the first site, the browser keeps what it has opened.
    let broken = Site::without_shelf(&sample(), "/").await;
    std::fs::remove_file(broken.file("data/index.", ".json")).unwrap();
    browser.open(&format!("{}?tag=radio", broken.url)).await;
    browser.wait("document.querySelector('.failure')").await;
    assert_axe_finds_nothing(&browser).await;
}

async fn assert_axe_finds_nothing(browser: &Browser) {
    let axe = std::fs::read_to_string(std::env::var("BACKISSUE_AXE").unwrap()).unwrap();
    let run = "const done = arguments[arguments.length - 1]; axe.run().then((r) => done(r.violations.map(
        (v) => v.id + ': ' + v.nodes[0].html.slice(0, 200) + v.nodes[0].failureSummary)));";
    let found = browser.run_async(&format!("{axe};{run}")).await;
    let place = browser.text("`${location.href} at ${innerWidth} px`").await;
    assert_eq!(found, serde_json::json!([]), "{place}");
}

/// By the browser's own measure of layout shift, of which 0.1 still passes for good. A shift that is made on purpose
/// shows that it measures.
pub(crate) async fn nothing_shifts(browser: Browser) {
    let site = Site::of(&sample(), "/").await;
    browser.open(&site.url).await;
    let article = browser.text("document.querySelectorAll('.card-link')[4].href").await;
    let filtered = format!("{}?tag=radio&not=Britain", site.url);
    for (width, height) in [(1280, 900), (500, 844)] {
        browser.resize(width, height).await;
        for url in [&site.url, &filtered, &article] {
            browser.open(url).await;
            browser.wait("document.fonts.status === 'loaded'").await;
            let shift = browser.run_async(SHIFT).await;
            let (by, what) = (shift[0].as_f64().unwrap(), &shift[1]);
            assert!(by < 0.02, "{url} at {width} px shifts by {by}: {what:#}");
        }
    }
}

/// What a page's elements look like, with the style sheet's loaded faces alone; told, and set free again.
const LOOK: &str = "(() => {
    const look = (element) => {
        const { x, y, width, height } = element.getBoundingClientRect(), style = getComputedStyle(element);
        const names = ['color', 'backgroundColor', 'font', 'display', 'opacity', 'visibility', 'border', 'textDecoration'];
        return [element.nodeName, element.className, x, y, width, height, ...names.map((name) => style[name])].join();
    };
    return [...document.querySelectorAll('body, body *:not(script, link, br)')].map(look);
})()";

/// Leaves of the style sheet that is loaded after the text nothing but its faces.
const FORGET: &str = "(() => {
    const { sheet } = document.querySelector('link[rel=stylesheet]'), before = sheet.cssRules.length;
    for (let place = before - 1; place >= 0; place -= 1) {
        if (!(sheet.cssRules[place] instanceof CSSFontFaceRule)) sheet.deleteRule(place);
    }
    return before - sheet.cssRules.length;
})()";

/// What a page has inside paints it as the whole style sheet does: nothing changes when that comes.
pub(crate) async fn the_style_inside_a_page_is_enough(browser: Browser) {
    let site = Site::of(&sample(), "/").await;
    browser.open(&site.url).await;
    let articles =
        browser.value("[...document.querySelectorAll('.card-link')].slice(0, 9).map((a) => a.href)").await;
    let articles = articles.as_array().unwrap().iter().map(|url| url.as_str().unwrap().to_owned());
    let others = ["", "page/2/", "tag/radio/", "about/"].map(|path| format!("{}{path}", site.url));
    for (width, height) in [(1280, 900), (500, 844)] {
        browser.resize(width, height).await;
        for url in articles.clone().chain(others.clone()) {
            browser.open(&url).await;
            browser.wait("document.fonts.status === 'loaded'").await;
            let whole = browser.value(LOOK).await;
            assert!(browser.value(FORGET).await.as_u64().unwrap() > 3, "{url}");
            let (whole, inside) = (whole.as_array().unwrap().clone(), browser.value(LOOK).await);
            for (whole, inside) in whole.iter().zip(inside.as_array().unwrap()) {
                assert_eq!(whole, inside, "{url} at {width} px");
            }
        }
    }
}

pub(crate) async fn phone(browser: Browser) {
    let count = with_tags(&items(&sample()), &["telegraph"]);
    let site = Site::of(&sample(), "/").await;
    browser.become_phone().await;
    browser.open(&site.url).await;
    assert_eq!(browser.value(SIDEWAYS).await, 0);
    browser.click(".filters-open").await;
    browser.wait(SHEET_IS_OPEN).await;
    browser.click_tag("telegraph").await;
    browser.wait_count(count).await;
    browser.wait_text(".filters-done", &format!("Show {count} articles")).await;
    browser.click(".filters-done").await;
    browser.wait("!document.querySelector('#filters:popover-open')").await;
    assert_eq!(browser.value(SIDEWAYS).await, 0);
    browser.click(".card-link").await;
    browser.wait("document.querySelector('.reader h1')").await;
    assert_eq!(browser.value(SIDEWAYS).await, 0);
}
