//! An archive in one file, opened from the disk and from a host.

use std::fs;
use std::path::{Path, PathBuf};

use crate::browser::Browser;
use crate::host::{build, has_tag, items, newest_first, sample, title, with_tags};

/// The sample archive in one file; gone when it is dropped.
struct OneFile {
    path: PathBuf,
    _temp: tempfile::TempDir,
}

impl OneFile {
    fn new() -> Self {
        let temp = tempfile::tempdir().unwrap();
        let path = temp.path().join("the archive.html");
        build(&sample(), &["--single-file".as_ref(), path.as_os_str()]);
        Self { path, _temp: temp }
    }

    fn url(&self) -> String {
        format!("file://{}", self.path.display()).replace(' ', "%20")
    }
}

/// All pictures that were to be there are there.
const PICTURES: &str =
    "[...document.images].filter((i) => i.loading === 'eager').every((i) => i.naturalWidth > 0)";

/// A card that is in sight: to click it the browser need not scroll.
const IN_SIGHT: &str = "[...document.querySelectorAll('.card-link')].find((link) => {
    const { top, bottom } = link.getBoundingClientRect();
    return top > 100 && bottom < innerHeight - 100;
})";

pub(crate) async fn reads_from_disk(browser: Browser) {
    let archive = items(&sample());
    let file = OneFile::new();
    browser.open(&file.url()).await;
    browser.wait_count(archive.len()).await;
    browser.wait(&format!("document.images.length > 5 && {PICTURES}")).await;
    browser.click_tag("Britain").await;
    browser.wait_count(with_tags(&archive, &["Britain"])).await;
    browser.click_tag("newspapers").await;
    let count = with_tags(&archive, &["Britain", "newspapers"]);
    browser.wait_count(count).await;
    let filtered = browser.text("location.hash").await;
    browser.settle().await;
    browser.wait("(scrollTo(0, 500), Math.abs(scrollY - 500) < 2)").await;
    let title = browser.text(&format!("{IN_SIGHT}.textContent")).await;
    browser.click_on(IN_SIGHT).await;
    for _ in 0..2 {
        browser.wait_text(".reader h1", &title).await;
        browser.wait("document.querySelector('.body p') && location.hash.startsWith('#/1')").await;
        browser.wait(PICTURES).await;
        assert_eq!(browser.count(".neighbours-filter").await, 1);
        browser.reload().await;
    }
    assert_skip_link_stays(&browser).await;
    browser.back().await;
    browser.wait_count(count).await;
    let filtered = serde_json::to_string(&filtered).unwrap();
    browser.wait(&format!("location.hash === {filtered} && Math.abs(scrollY - 500) <= 2")).await;
    assert_eq!(browser.count(".chip").await, 2);
    browser.forward().await;
    browser.wait_text(".reader h1", &title).await;
    let asked =
        "performance.getEntriesByType('resource').map((r) => r.name).filter((n) => !n.startsWith('data:'))";
    assert_eq!(browser.value(asked).await, serde_json::json!([]));
    browser.assert_quiet().await;
}

async fn assert_skip_link_stays(browser: &Browser) {
    let before = browser.text("location.href").await;
    browser.value("document.querySelector('.skip').click()").await;
    browser.wait("document.activeElement.id === 'main'").await;
    assert_eq!(browser.text("location.href").await, before);
}

pub(crate) async fn searches(browser: Browser) {
    let file = OneFile::new();
    browser.open(&file.url()).await;
    browser.type_into("#search", "北京").await;
    browser.wait("document.querySelector('.notices')?.textContent.includes('北京')").await;
    browser.type_into("#search", "申报 ").await;
    browser.wait_text(".results .card-link", "八文钱的《申报》").await;
    browser.wait("document.querySelector('.results .card mark')?.textContent === '申报'").await;
    browser.click(".results .card-link").await;
    browser.wait("document.querySelectorAll('.reader mark').length > 1").await;
}

pub(crate) async fn opens_cold(browser: Browser) {
    let archive = items(&sample());
    let all = newest_first(&archive);
    let radio: Vec<_> = all.iter().filter(|item| has_tag(item, "radio")).collect();
    let date = radio[1]["date_published"].as_str().unwrap()[..10].replace('-', "/");
    let slug = radio[1]["_backissue"]["slug"].as_str().unwrap();
    let file = OneFile::new();
    let host = host(file.path.parent().unwrap()).await;
    for url in [file.url(), format!("{host}the%20archive.html")] {
        browser.open(&format!("{url}#/{date}/{slug}/?tag=radio")).await;
        browser.wait_text(".reader h1", title(radio[1])).await;
        browser.wait_text(".older bdi", title(radio[2])).await;
        browser.click(".newer").await;
        browser.wait_text(".reader h1", title(radio[0])).await;
        browser.value("location.hash = '#/?tag=telegraph&tag=Atlantic'").await;
        browser.wait_count(with_tags(&archive, &["telegraph", "Atlantic"])).await;
        browser.back().await;
        browser.wait_text(".reader h1", title(radio[0])).await;
        browser.value("location.hash = '#/nowhere/'").await;
        browser.wait_text("h1", "There is nothing at this address").await;
        browser.click(".masthead-name").await;
        browser.wait_count(archive.len()).await;
        browser.click("a[rel=next]").await;
        browser
            .wait(&format!("document.querySelectorAll('.results .card').length === {}", all.len() - 30))
            .await;
        browser.wait("location.hash === '#/page/2/' && scrollY === 0").await;
        browser.assert_quiet().await;
    }
}

/// A host of one folder; gives its address.
async fn host(folder: &Path) -> String {
    let files = axum::Router::new().fallback_service(tower_http::services::ServeDir::new(folder));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, files).await.unwrap() });
    url
}

/// A viewer that can't start leaves the first page, and says so.
pub(crate) async fn says_what_is_lacking(browser: Browser) {
    let file = OneFile::new();
    let text = fs::read_to_string(&file.path).unwrap();
    fs::write(&file.path, text.replacen("id=\"viewer.wasm\">AGFzbQ", "id=\"viewer.wasm\">AGFzbX", 1))
        .unwrap();
    browser.open_plain(&format!("{}#/undated/x/", file.url())).await;
    browser.wait("document.querySelector('.without').innerText.includes('opens none')").await;
    browser.wait("!document.documentElement.hasAttribute('data-pending')").await;
    assert_eq!(browser.count(".results .card").await, 30);
}
