//! Builds the site anew when a source changes.

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
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        if event.is_ok_and(|event| !event.kind.is_access()) {
            // The receiver is gone only when the program ends.
            let _ = sender.send(());
        }
    })
    .map_err(failed)?;
    for path in site.watched() {
        // A file is watched by its folder: many editors replace it.
        let folder = if path.is_dir() { Some(path.as_path()) } else { path.parent() };
        let folder =
            folder.filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(std::path::Path::new("."));
        watcher.watch(folder, RecursiveMode::Recursive).map_err(failed)?;
    }
    std::thread::spawn(move || rebuild(&site, &live, &changes));
    Ok(watcher)
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
