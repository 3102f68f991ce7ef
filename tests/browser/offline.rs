//! Reading without a host: what was opened, what was kept, and a new version that takes over.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use serde_json::Value;
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::{Builder, Runtime};

use crate::browser::Browser;
use crate::host::{build, items, newest_first, pages, sample, title};

/// A site whose host can be stopped and started again at the same address, and which can be published anew.
struct Place {
    temp: tempfile::TempDir,
    base: &'static str,
    port: u16,
    /// Of its own, so that open connections end with it.
    host: Option<Runtime>,
}

impl Place {
    async fn new(base: &'static str) -> Self {
        let mut place = Self { temp: tempfile::tempdir().unwrap(), base, port: 0, host: None };
        place.publish("");
        place.start();
        place
    }

    fn folder(&self) -> PathBuf {
        self.temp.path().join("site")
    }

    /// Publishes the sample, each headline with something before it.
    fn publish(&self, before: &str) {
        let mut feed: Value = serde_json::from_slice(&fs::read(sample()).unwrap()).unwrap();
        for item in feed["items"].as_array_mut().unwrap() {
            item["title"] = format!("{before}{}", title(item)).into();
        }
        let archive = self.temp.path().join("articles.json");
        fs::write(&archive, feed.to_string()).unwrap();
        let pictures = self.temp.path().join("pictures");
        if !pictures.exists() {
            fs::create_dir(&pictures).unwrap();
            for entry in fs::read_dir(sample().with_file_name("pictures")).unwrap() {
                let entry = entry.unwrap();
                fs::copy(entry.path(), pictures.join(entry.file_name())).unwrap();
            }
        }
        let folder = self.folder();
        build(&archive, &["-o".as_ref(), folder.as_os_str(), "--base".as_ref(), self.base.as_ref()]);
    }

    fn start(&mut self) {
        let listener = std::net::TcpListener::bind(("127.0.0.1", self.port)).unwrap();
        listener.set_nonblocking(true).unwrap();
        self.port = listener.local_addr().unwrap().port();
        let router = pages(&self.folder(), self.base);
        let host = Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        host.spawn(async move {
            axum::serve(TcpListener::from_std(listener).unwrap(), router).await.unwrap();
        });
        self.host = Some(host);
    }

    /// Waits until nobody listens.
    async fn stop(&mut self) {
        self.host.take().unwrap().shutdown_background();
        let mut looks = tokio::time::interval(Duration::from_millis(20));
        while TcpStream::connect(("127.0.0.1", self.port)).await.is_ok() {
            looks.tick().await;
        }
    }

    fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{}{path}", self.port, self.base)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if let Some(host) = self.host.take() {
            host.shutdown_background();
        }
    }
}

/// Waits in the page until an asynchronous JavaScript condition holds.
async fn wait_async(browser: &Browser, condition: &str) {
    let script = format!(
        "const done = arguments[arguments.length - 1];
         // What is looked at may be taken away meanwhile.
         const look = async () => (await (async () => {condition})().catch(() => false)) ? done(true) : setTimeout(look, 40);
         look();"
    );
    assert_eq!(browser.run_async(&script).await, true, "{condition}");
}

/// Everything that the page has loaded from the site is kept, and the page itself.
const ALL_IS_KEPT: &str = "Promise.all(
    [location.href, ...performance.getEntriesByType('resource').map((entry) => entry.name)]
        .filter((url) => url.startsWith(location.origin) && !url.endsWith('.webmanifest'))
        .map((url) => caches.match(url.split('?')[0], { ignoreSearch: true }))
).then((found) => found.every(Boolean))";

/// The articles that the viewer fetches ahead are kept too: after this it asks the host for no more.
const ALL_AHEAD_IS_KEPT: &str = "Promise.all(
    [...document.querySelectorAll('.card-link')]
        .filter((link) => { const { top, bottom } = link.getBoundingClientRect(); return bottom > 0 && top < innerHeight; })
        .slice(0, 6)
        .map((link) => caches.match(link.href.split('?')[0], { ignoreSearch: true }))
).then((found) => found.length > 0 && found.every(Boolean))";

const PICTURES: &str = "[...document.images].filter((picture) => picture.loading === 'eager').every((picture) => picture.naturalWidth > 0)";

/// The path of an item's page, below the site's root.
fn path(item: &Value) -> String {
    let date = item["date_published"].as_str().unwrap()[..10].replace('-', "/");
    format!("{date}/{}/", item["_backissue"]["slug"].as_str().unwrap())
}

/// The host is stopped and the page loaded again.
pub(crate) async fn what_was_opened_reads(browser: Browser) {
    let archive = items(&sample());
    let newest = newest_first(&archive);
    for base in ["/", "/a/b/"] {
        let mut place = Place::new(base).await;
        browser.open(&place.url("")).await;
        wait_async(&browser, ALL_IS_KEPT).await;
        browser.click(".card-link").await;
        browser.wait_text(".reader h1", title(newest[0])).await;
        wait_async(&browser, ALL_IS_KEPT).await;
        browser.assert_quiet().await;
        place.stop().await;
        // Firefox's driver reloads past the worker, a reader does not.
        browser.value("(window.isOld = true, location.reload())").await;
        browser.wait("!window.isOld && document.querySelector('[data-viewer=ready]')").await;
        browser.wait_text(".reader h1", title(newest[0])).await;
        browser.wait(PICTURES).await;
        browser.open(&place.url("?sort=newest")).await;
        assert_eq!(browser.count(".results .card").await, 30);
        browser.open_plain(&place.url(&path(newest[40]))).await;
        browser.wait_text("h1", "There is no connection to this page").await;
        browser.wait_text("#shelf:not(.away) a", title(newest[0])).await;
        browser.wait("getComputedStyle(document.querySelector('.masthead-name')).fontWeight === '600'").await;
        browser.click("#shelf a").await;
        browser.wait_text(".reader h1", title(newest[0])).await;
        place.start();
        browser.open(&place.url(&path(newest[40]))).await;
        browser.wait_text(".reader h1", title(newest[40])).await;
    }
}

const OFFER: &str = "#keep:not(.away) p";

pub(crate) async fn the_whole_is_kept_and_removed(browser: Browser) {
    let archive = items(&sample());
    let newest = newest_first(&archive);
    let mut place = Place::new("/a/b/").await;
    browser.open(&place.url("about/")).await;
    browser
        .wait(&format!("/It takes [0-9.]+ [kM]B/.test(document.querySelector('{OFFER}')?.textContent)"))
        .await;
    browser.click("#keep button").await;
    browser
        .wait(&format!("/is kept in this browser since/.test(document.querySelector('{OFFER}').textContent)"))
        .await;
    browser.assert_quiet().await;
    place.stop().await;
    let pictured = newest.iter().find(|item| item.to_string().contains("\"pictures/")).unwrap();
    browser.open(&place.url(&path(pictured))).await;
    browser.wait_text(".reader h1", title(pictured)).await;
    browser.wait("document.querySelector('.lead-picture img')").await;
    browser.wait(PICTURES).await;
    browser.open(&place.url("?tag=telegraph&tag=Atlantic")).await;
    browser.wait_count(crate::host::with_tags(&archive, &["telegraph", "Atlantic"])).await;
    browser.click(".card-link").await;
    browser.wait("document.querySelector('.body p')?.textContent.length > 50").await;
    browser.open(&place.url("about/")).await;
    browser.wait(&format!("/since/.test(document.querySelector('{OFFER}')?.textContent)")).await;
    browser.click("#keep button").await;
    browser.wait(&format!("/no longer kept/.test(document.querySelector('{OFFER}').textContent)")).await;
    browser.open_plain(&place.url(&path(newest[33]))).await;
    browser.wait_text("h1", "There is no connection to this page").await;
}

/// How many of the kept pages show a headline of the second version.
const ANEW: &str = r"Promise.all((await caches.keys()).map(async (name) => {
        const cache = await caches.open(name);
        const pages = (await cache.keys()).filter(({ url }) => /\/(\?[0-9a-f]{12})?$/.test(url) && !/about/.test(url));
        return Promise.all(pages.map(async (key) => (await (await cache.match(key)).text()).includes('Anew: ')));
    })).then((all) => all.flat())";

pub(crate) async fn a_new_version_takes_over(browser: Browser) {
    let archive = items(&sample());
    let newest = newest_first(&archive);
    let first = title(newest[0]);
    let mut place = Place::new("/").await;
    browser.open(&place.url("")).await;
    wait_async(&browser, ALL_IS_KEPT).await;
    browser.click(".card-link").await;
    browser.wait_text(".reader h1", first).await;
    wait_async(&browser, ALL_IS_KEPT).await;
    browser.back().await;
    browser.wait_count(archive.len()).await;
    wait_async(&browser, ALL_AHEAD_IS_KEPT).await;

    // The open page stays what it is, whatever the host has by now.
    place.publish("Anew: ");
    let update =
        "navigator.serviceWorker.getRegistration().then(async (it) => (await it.update(), it.waiting))";
    wait_async(&browser, update).await;
    browser.click(".card-link").await;
    browser.wait_text(".reader h1", first).await;
    place.stop().await;
    browser.open(&place.url("")).await;
    browser.wait_text(".card-link", first).await;

    // The next visit is the new version's, with what was opened in the former.
    place.start();
    browser.open(&place.url("")).await;
    browser.wait_text(".card-link", &format!("Anew: {first}")).await;
    wait_async(&browser, "navigator.serviceWorker.getRegistration().then((it) => it.active && !it.waiting)")
        .await;
    wait_async(
        &browser,
        &format!(
            "(async () => {{ const all = await {ANEW}; return all.length > 1 && all.every(Boolean); }})()"
        ),
    )
    .await;
    place.stop().await;
    browser.open(&place.url("")).await;
    browser.wait_text(".card-link", &format!("Anew: {first}")).await;
    browser.open(&place.url(&path(newest[0]))).await;
    browser.wait_text(".reader h1", &format!("Anew: {first}")).await;
}
