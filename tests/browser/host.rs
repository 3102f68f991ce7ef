//! Builds a site with the program and serves it as a plain static host would. Faults are made in its files.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use axum::Router;
use axum::extract::RawQuery;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, HeaderValue};
use axum::response::{Html, Redirect};
use axum::routing::get;
use serde_json::Value;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

/// A site and its host, both gone when it is dropped.
pub(crate) struct Site {
    pub(crate) url: String,
    folder: PathBuf,
    _temp: tempfile::TempDir,
}

/// Builds an archive with the program, with more arguments.
pub(crate) fn build(archive: &Path, args: &[&OsStr]) {
    let program = std::env::var("BACKISSUE_PROGRAM").unwrap();
    let viewer = std::env::var("BACKISSUE_VIEWER").unwrap();
    let output =
        Command::new(program).arg("build").arg(archive).args(["--viewer", &viewer]).args(args).output();
    let output = output.unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// The sample archive of the project.
pub(crate) fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("static/articles.json")
}

/// The items of an archive file.
pub(crate) fn items(archive: &Path) -> Vec<Value> {
    let feed: Value = serde_json::from_slice(&fs::read(archive).unwrap()).unwrap();
    feed["items"].as_array().unwrap().clone()
}

/// Whether an item has a tag.
pub(crate) fn has_tag(item: &Value, tag: &str) -> bool {
    item["tags"].as_array().is_some_and(|all| all.iter().any(|t| t == tag))
}

/// How many items have all of these tags.
pub(crate) fn with_tags(items: &[Value], tags: &[&str]) -> usize {
    items.iter().filter(|item| tags.iter().all(|tag| has_tag(item, tag))).count()
}

/// The items, newest first.
pub(crate) fn newest_first(items: &[Value]) -> Vec<&Value> {
    let mut sorted: Vec<&Value> = items.iter().collect();
    sorted.sort_by_key(|item| std::cmp::Reverse(item["date_published"].as_str()));
    sorted
}

/// The headline of an item.
pub(crate) fn title(item: &Value) -> &str {
    item["title"].as_str().unwrap()
}

impl Site {
    /// Builds the site of an archive and serves it below `base`.
    pub(crate) async fn of(archive: &Path, base: &str) -> Self {
        Self::with(archive, base, &[]).await
    }

    /// The same with its articles in packs.
    pub(crate) async fn packed(archive: &Path, base: &str) -> Self {
        Self::with(archive, base, &["--pack".as_ref()]).await
    }

    async fn with(archive: &Path, base: &str, more: &[&OsStr]) -> Self {
        let temp = tempfile::tempdir().unwrap();
        let folder = temp.path().join("site");
        let args = ["-o".as_ref(), folder.as_os_str(), "--base".as_ref(), base.as_ref()];
        build(archive, &[&args, more].concat());
        let router = pages(&folder, base);
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}{base}", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        Self { url, folder, _temp: temp }
    }

    /// With a worker that keeps nothing: what is taken from the folder is gone for the browser too.
    pub(crate) async fn without_shelf(archive: &Path, base: &str) -> Self {
        let site = Self::of(archive, base).await;
        fs::write(site.folder.join("sw.js"), "").unwrap();
        site
    }

    /// The address of its first page without a host.
    pub(crate) fn on_disk(&self) -> String {
        url::Url::from_file_path(self.folder.join("index.html")).unwrap().into()
    }

    /// The one file below the site whose path begins and ends so.
    pub(crate) fn file(&self, start: &str, end: &str) -> PathBuf {
        let (folder, prefix) =
            start.rsplit_once('/').map_or(("", start), |(folder, prefix)| (folder, prefix));
        let found =
            fs::read_dir(self.folder.join(folder)).unwrap().map(|entry| entry.unwrap().path()).find(|path| {
                let name = path.file_name().unwrap().to_string_lossy().into_owned();
                name.starts_with(prefix) && name.ends_with(end)
            });
        found.unwrap_or_else(|| panic!("the site has no {start}…{end}"))
    }
}

/// The files of a folder below `base`, as a plain static host has them: folders end in a slash, `base` too.
pub(crate) fn pages(folder: &Path, base: &str) -> Router {
    let lost = folder.join("404.html");
    let not_found = get(async move || (StatusCode::NOT_FOUND, Html(fs::read_to_string(lost).unwrap())));
    let prefix = base.trim_end_matches('/');
    let files = ServeDir::new(folder).redirect_path_prefix(prefix).fallback(not_found);
    // Files are changed and asked for again within a second, which is as exactly as a host tells their times.
    let fresh = SetResponseHeaderLayer::overriding(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if prefix.is_empty() {
        return Router::new().fallback_service(files).layer(fresh);
    }
    let home = base.to_owned();
    let to_home = async move |RawQuery(query): RawQuery| {
        Redirect::temporary(&query.map_or(home.clone(), |query| format!("{home}?{query}")))
    };
    Router::new().nest_service(base, files).route(prefix, get(to_home)).layer(fresh)
}
