//! Builds the site anew when a source changes.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use notify::{RecursiveMode, Watcher};

use super::live::Live;
use super::{Failure, Site};
use crate::cli::report;

/// Changes that come this close together are one: editors write in steps.
const PAUSE: Duration = Duration::from_millis(200);

/// Watches until the result is dropped.
pub(super) fn watch(site: Site, live: Arc<Live>) -> Result<impl Watcher, Failure> {
    let (sender, changes) = mpsc::channel();
    let watched = site.watched();
    let concerns = watched.clone();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        if event.is_ok_and(|event| !event.kind.is_access() && concern(&event.paths, &concerns)) {
            // The receiver is gone only when the program ends.
            let _ = sender.send(());
        }
    })
    .map_err(failed)?;
    for path in watched {
        // A file is watched by its folder: many editors replace it.
        let (folder, depth) = match path.is_dir() {
            true => (path.as_path(), RecursiveMode::Recursive),
            false => (path.parent().unwrap_or(&path), RecursiveMode::NonRecursive),
        };
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        watcher.watch(folder, depth).map_err(failed)?;
    }
    std::thread::spawn(move || rebuild(&site, &live, &changes));
    Ok(watcher)
}

/// Whether a changed path is a source, or lies in one. Paths come absolute, sources as they were given.
fn concern(changed: &[PathBuf], sources: &[PathBuf]) -> bool {
    let is_in = |path: &PathBuf, source: &PathBuf| match source.canonicalize() {
        Ok(source) => path.starts_with(&source),
        Err(_) => path.file_name() == source.file_name(),
    };
    changed.iter().any(|path| {
        let path = path.canonicalize().unwrap_or_else(|_| path.clone());
        sources.iter().any(|source| is_in(&path, source))
    })
}

fn rebuild(site: &Site, live: &Live, changes: &Receiver<()>) {
    while changes.recv().is_ok() {
        while changes.recv_timeout(PAUSE).is_ok() {}
        match site.build() {
            Ok(_) => live.announce(),
            Err(failure) => report::failure(&failure),
        }
    }
}

fn failed(error: notify::Error) -> Failure {
    Failure::new(format!("can't watch for changes: {error}"), "name files that you may read")
}
