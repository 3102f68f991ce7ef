//! What finding costs in Chromium, on a site that `cargo xtask bench find` builds: bytes, and times from the browser's own
//! timeline. Prints a line for each figure; judges none.

use std::path::PathBuf;

use axum::Router;
use axum::http::header::HeaderName;
use axum::http::{HeaderValue, StatusCode};
use axum::routing::get;
use serde_json::{Value, json};
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::browser::Browser;

/// Tries of what is timed on an emulated phone.
const TRIES: usize = 5;

/// What the scripts below share: the bytes of files that came since the last call, and a look at every frame.
const TOOLS: &str = "
    const done = arguments[arguments.length - 1];
    const ours = (entry) => /\\/(data|tag|section)\\//.test(entry.name);
    const bytes = () => performance.getEntriesByType('resource').filter(ours)
        .reduce((sum, entry) => sum + entry.encodedBodySize, 0);
    const until = (holds) => new Promise((resolve) => {
        const look = () => holds() ? resolve() : requestAnimationFrame(look);
        look();
    });
    const cards = () => document.querySelectorAll('.results .card').length;
    const calm = () => !document.querySelector('[aria-busy]');
    const go = async (query) => {
        history.pushState(null, '', query);
        dispatchEvent(new PopStateEvent('popstate'));
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        await until(calm);
    };
    const last = (name) => performance.getEntriesByName(name, 'measure').at(-1)?.duration;
    const median = (list) => list.sort((a, b) => a - b)[list.length >> 1];
    const type = async (text) => {
        const box = document.getElementById('search');
        box.focus();
        // Hands take that long from a pointer to the keys (Card, Moran and Newell 1983), and screens to show keys.
        await new Promise((resolve) => setTimeout(resolve, 400));
        const start = performance.now();
        box.value = text;
        box.dispatchEvent(new Event('input', { bubbles: true }));
        return start;
    };
    performance.setResourceTimingBufferSize(10000);
";

pub(crate) async fn of_finding(browser: Browser) {
    let site = PathBuf::from(std::env::var_os("BACKISSUE_SITE").expect("the bench names its site"));
    let words: Vec<String> = std::env::var("BACKISSUE_WORDS")
        .expect("the bench names words")
        .split(' ')
        .map(str::to_owned)
        .collect();
    let url = serve(site).await;
    browser.open_plain(&url).await;
    let opened = "performance.getEntries().filter((entry) => entry.encodedBodySize
        && /\\/$|\\.css$|data\\//.test(entry.name)).reduce((sum, entry) => sum + entry.encodedBodySize, 0)";
    tell("list, bytes", browser.value(opened).await.as_f64().unwrap());
    browser.open(&url).await;
    let tag =
        "const before = bytes(); const tags = document.querySelectorAll('#tag-facets a'); tags[8].click();
        await until(() => document.querySelector('.chip')); done(bytes() - before);";
    tell("tag, bytes", number(&run(&browser, tag, &[]).await));
    browser.open(&url).await;
    let word = "const before = bytes(); await type(arguments[0]); await until(() => cards() === 10); done(bytes() - before);";
    tell("word, bytes", number(&run(&browser, word, &[json!(words[0])]).await));
    parts_loaded(&browser, &url, &words).await;
    on_a_phone(&browser, &url, &words[0]).await;
}

/// Times with all parts there, in microseconds.
async fn parts_loaded(browser: &Browser, url: &str, words: &[String]) {
    browser.open(url).await;
    let facets = "const tags = [...document.querySelectorAll('#tag-facets bdi')].map((tag) => tag.textContent);
        const query = (one, other) => `?tag=${encodeURIComponent(one)}&tag=${encodeURIComponent(other)}&from=2008&to=2016`;
        const pairs = tags.flatMap((one, place) => tags.slice(place + 1, place + 4).map((other) => query(one, other)));
        const two = [], one = [];
        for (const round of [0, 1]) for (const pair of pairs) { await go(pair); if (round) two.push(last('facets')); }
        for (let n = 0; n < 20; n += 1) { await go(`?tag=${encodeURIComponent(tags[0])}&sort=oldest`); one.push(last('facets')); }
        done([median(two) * 1000, median(one.slice(5)) * 1000]);";
    let times = run(browser, facets, &[]).await;
    tell("two tags and dates, µs", number(&times[0]));
    tell("commonest tag, µs", number(&times[1]));
    let search = "const times = [];
        for (const round of [0, 1]) for (const word of arguments[0]) { await go(`?q=${word}`); if (round) times.push(last('search')); }
        done(median(times) * 1000);";
    tell("word, µs", number(&run(browser, search, &[json!(words)]).await));
}

/// From the first letter to ten titles, in milliseconds, on a slow phone with a fresh page each time.
async fn on_a_phone(browser: &Browser, url: &str, word: &str) {
    let mut times = Vec::new();
    for _ in 0..TRIES {
        browser.open(url).await;
        browser.slow_down(true).await;
        let first = "const start = await type(arguments[0]); await until(() => cards() === 10); done(performance.now() - start);";
        times.push(number(&run(browser, first, &[json!(word)]).await));
        browser.slow_down(false).await;
    }
    times.sort_by(f64::total_cmp);
    tell("first letter to ten titles, ms", times[TRIES / 2]);
}

async fn run(browser: &Browser, script: &str, arguments: &[Value]) -> Value {
    let script = format!("{TOOLS} (async () => {{ {script} }})().catch((error) => done(String(error)));");
    browser.run_async_with(&script, arguments).await
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("no number: {value}"))
}

#[expect(clippy::print_stdout, reason = "the bench reads it")]
fn tell(what: &str, figure: f64) {
    println!("figure: {what}: {figure:.0}");
}

/// Serves a folder as hosts that compress do, and so that the page may measure microseconds.
async fn serve(site: PathBuf) -> String {
    let header = |name: &'static str, value: &'static str| {
        SetResponseHeaderLayer::overriding(HeaderName::from_static(name), HeaderValue::from_static(value))
    };
    // A worker of its own would hide how many bytes came.
    let router = Router::new()
        .route("/sw.js", get(async || StatusCode::NOT_FOUND))
        .fallback_service(ServeDir::new(site).precompressed_br())
        .layer(header("cross-origin-opener-policy", "same-origin"))
        .layer(header("cross-origin-embedder-policy", "require-corp"));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    url
}
