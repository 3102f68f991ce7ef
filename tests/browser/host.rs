//! Builds a site with the program and serves it as a plain static host would. Faults are made in its files.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use axum::Router;
use axum::http::StatusCode;
use axum::response::Html;
use axum::routing::get;
use serde_json::Value;
use tower_http::services::ServeDir;

/// A site and its host, both gone when it is dropped.
pub(crate) struct Site {
    pub(crate) url: String,
    folder: PathBuf,
    _temp: tempfile::TempDir,
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

/// How many items have all of these tags.
pub(crate) fn with_tags(items: &[Value], tags: &[&str]) -> usize {
    let has =
        |item: &Value, tag: &str| item["tags"].as_array().is_some_and(|all| all.iter().any(|t| t == tag));
    items.iter().filter(|item| tags.iter().all(|tag| has(item, tag))).count()
}

impl Site {
    /// Builds the site of an archive and serves it below `base`.
    pub(crate) async fn of(archive: &Path, base: &str) -> Self {
        let temp = tempfile::tempdir().unwrap();
        let folder = temp.path().join("site");
        let program = std::env::var("BACKISSUE_PROGRAM").unwrap();
        let viewer = std::env::var("BACKISSUE_VIEWER").unwrap();
        let mut command = Command::new(program);
        command.arg("build").arg(archive).arg("-o").arg(&folder).args(["--viewer", &viewer, "--base", base]);
        let output = command.output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let lost = folder.join("404.html");
        let not_found = get(async move || (StatusCode::NOT_FOUND, Html(fs::read_to_string(lost).unwrap())));
        let files = ServeDir::new(&folder).fallback(not_found);
        let router = match base.trim_end_matches('/') {
            "" => Router::new().fallback_service(files),
            base => Router::new().nest_service(base, files),
        };
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}{base}", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        Self { url, folder, _temp: temp }
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
