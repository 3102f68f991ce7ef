//! Has Trunk build the viewer, without the network. Two Trunks at once would empty each other's folders.

use super::shrink::shrink;
use super::{Error, paths};
use crate::lock::Lock;
use crate::setup::Session;
use crate::task::Task;
use crate::toolchain::{TARGET, Toolchain};
use std::path::Path;
use std::{env, fs, io};

/// Trunk's usual one is for those who call it by hand.
const CONFIG: &str = "Trunk.viewer.toml";

pub(crate) fn build(session: &Session<'_>, toolchain: &Toolchain) -> Result<(), Error> {
    let path = session.project.viewer_lock();
    let lock = Lock::take(&path, "build of the viewer");
    let _lock = lock.map_err(|source| Error::File { path, doing: "locked", source })?;
    let folder = session.project.wasm_target();
    forget_other_toolchain(&folder, toolchain)?;
    let lend = |task: Task| {
        let task = task.with("CARGO_TARGET_DIR", &folder).within(session.project.root());
        toolchain.lend(task, session.tools)
    };
    let fetch = lend(Task::new("cargo").args(["fetch", "--quiet", "--target", TARGET]));
    fetch.show().map_err(|source| Error::Viewer { source })?;
    let trunk = lend(monochrome(Task::new("trunk").args(["--config", CONFIG, "build"])))
        .with(paths::VARIABLE, paths::flags());
    trunk.show().map_err(|source| Error::Viewer { source })?;
    shrink(session.project, &lend)
}

/// A standard library that was built anew does not go with crates that were compiled against the former one.
fn forget_other_toolchain(folder: &Path, toolchain: &Toolchain) -> Result<(), Error> {
    let stamp = folder.join(".toolchain");
    if fs::read_to_string(&stamp).is_ok_and(|text| text == toolchain.stamp()) {
        return Ok(());
    }
    match fs::remove_dir_all(folder) {
        Err(source) if source.kind() != io::ErrorKind::NotFound => {
            return Err(Error::File { path: folder.to_owned(), doing: "removed", source });
        }
        _ => {}
    }
    let written = fs::create_dir_all(folder).and_then(|()| fs::write(&stamp, toolchain.stamp()));
    written.map_err(|source| Error::File { path: stamp, doing: "written", source })
}

/// Trunk takes `NO_COLOR` for an option that must be `true` or `false`.
fn monochrome(task: Task) -> Task {
    let task = task.without("NO_COLOR");
    if env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        task.with("TRUNK_COLOR", "never")
    } else {
        task
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_toolchain_starts_afresh() {
        let folder = tempfile::tempdir().unwrap();
        let (folder, crates) = (folder.path(), folder.path().join("release"));
        let own = |stamp: &str| Toolchain::Own { programs: "bin".into(), stamp: stamp.to_owned() };
        forget_other_toolchain(folder, &own("1")).unwrap();
        fs::write(&crates, "").unwrap();
        forget_other_toolchain(folder, &own("1")).unwrap();
        assert!(crates.exists());
        forget_other_toolchain(folder, &own("2")).unwrap();
        assert!(!crates.exists());
    }
}
