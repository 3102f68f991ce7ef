//! A site whose scripts don't run: every kind of page reads, links and pages.

use std::path::Path;

use axum::Router;
use axum::http::header::{CONTENT_SECURITY_POLICY, HeaderValue};
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::browser::Browser;
use crate::host::{build, items, newest_first, sample, title};

/// All links lead to files of the site, or out of it.
const LINKS: &str = "[...document.querySelectorAll('a[href]')].map((a) => a.href.split('#')[0])
    .filter((href) => href.startsWith(location.origin))";

pub(crate) async fn every_kind_of_page_reads(browser: Browser) {
    let archive = items(&sample());
    let temp = tempfile::tempdir().unwrap();
    build(&sample(), &["-o".as_ref(), temp.path().join("site").as_os_str()]);
    let folder = temp.path().join("site");
    let url = host(&folder).await;
    let articles = articles(&archive);
    let lists = ["", "page/2/", "tag/britain/", "section/"].map(|start| first(&folder, start));
    for page in lists.iter().chain(&articles).chain(&["about/".to_owned()]) {
        browser.open_plain(&format!("{url}{page}")).await;
        assert_reads(&browser, &folder, page).await;
    }
    browser.open_plain(&url).await;
    browser.click(".card-link").await;
    browser.wait_text(".reader h1", title(newest_first(&archive)[0])).await;
    browser.click(".older").await;
    browser.wait_text(".reader h1", title(newest_first(&archive)[1])).await;
    browser.click(".masthead-name").await;
    browser.click("a[rel=next]").await;
    browser.wait(&format!("document.querySelectorAll('.card').length === {}", archive.len() - 30)).await;
    browser.click(".footer a").await;
    browser.wait("document.querySelector('.about h1')").await;
}

/// The first page at an address that begins so.
fn first(folder: &Path, start: &str) -> String {
    if folder.join(start).join("index.html").is_file() {
        return start.to_owned();
    }
    let inside = folder.join(start).read_dir().unwrap().map(|entry| entry.unwrap().file_name());
    format!("{start}{}/", inside.min().unwrap().to_string_lossy())
}

/// An article in each language.
fn articles(archive: &[serde_json::Value]) -> Vec<String> {
    let mut known = Vec::new();
    let news = archive.iter().filter(|item| {
        let is_new = !known.contains(&item["language"]);
        known.push(item["language"].clone());
        is_new
    });
    let address = |item: &serde_json::Value| {
        let date = item["date_published"].as_str().unwrap()[..10].replace('-', "/");
        format!("{date}/{}/", item["_backissue"]["slug"].as_str().unwrap())
    };
    news.map(address).collect()
}

async fn assert_reads(browser: &Browser, folder: &Path, page: &str) {
    let said = format!("{}: {page}", browser.name);
    let seen = "[...document.querySelectorAll('h1, main p')].filter((e) => e.offsetHeight > 0).map((e) => e.innerText).join('')";
    let text = browser.text(seen).await;
    assert!(text.chars().count() > 60, "{said}: {text}");
    assert_eq!(browser.count("h1").await, 1, "{said}");
    assert!(browser.value("document.documentElement.dataset.viewer ?? null").await.is_null(), "{said}");
    let links = browser.value(&format!("{LINKS}.map((href) => new URL(href).pathname)")).await;
    let links = links.as_array().unwrap();
    assert!(links.len() > 2, "{said}");
    for link in links {
        let file = folder.join(link.as_str().unwrap().trim_start_matches('/')).join("index.html");
        assert!(file.is_file(), "{said} leads to {link}");
    }
}

/// A host that lets no script run.
async fn host(folder: &Path) -> String {
    let none = HeaderValue::from_static("script-src 'none'");
    let files = Router::new().fallback_service(ServeDir::new(folder));
    let files = files.layer(SetResponseHeaderLayer::overriding(CONTENT_SECURITY_POLICY, none));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, files).await.unwrap() });
    url
}
