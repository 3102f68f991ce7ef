//! Tells which sources change. Reading a file is no change.

use super::parts::Parts;
use super::{Error, Event};
use crate::place::Project;
use notify::event::{EventKind, ModifyKind};
use notify::{RecommendedWatcher, RecursiveMode, Watcher as _};
use std::path::Path;
use std::sync::mpsc::Sender;

/// Watches until the watcher is dropped.
pub(super) fn start(project: &Project, events: Sender<Event>) -> Result<RecommendedWatcher, Error> {
    let failed = |source| Error::Watch { source };
    let root = project.root().canonicalize().unwrap_or_else(|_| project.root().to_owned());
    let top = root.clone();
    let tell = move |event: notify::Result<notify::Event>| {
        let Ok(event) = event else { return };
        let parts = parts(&event, &top);
        if !parts.is_none() {
            events.send(Event::Changed(parts)).ok();
        }
    };
    let mut watcher = notify::recommended_watcher(tell).map_err(failed)?;
    watcher.watch(&root, RecursiveMode::NonRecursive).map_err(failed)?;
    for folder in ["src", "static"] {
        watcher.watch(&root.join(folder), RecursiveMode::Recursive).map_err(failed)?;
    }
    Ok(watcher)
}

fn parts(event: &notify::Event, root: &Path) -> Parts {
    let is_change = !matches!(event.kind, EventKind::Access(_) | EventKind::Modify(ModifyKind::Metadata(_)));
    let paths = event.paths.iter().filter(|_| is_change).filter_map(|path| path.strip_prefix(root).ok());
    paths.map(Parts::of).fold(Parts::default(), Parts::and)
}
