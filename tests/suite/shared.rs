//! Finds the corpora and test suites that lie beside the repository on some machines.

use std::path::{Path, PathBuf};
use std::process::Command;

/// `path` below `$BACKISSUE_SHARED` or `../shared`; if it isn't there, says that the test is skipped.
pub(crate) fn path(path: &str) -> Option<PathBuf> {
    let root = std::env::var_os("BACKISSUE_SHARED").map(PathBuf::from);
    let root = root.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"));
    let found = root.join(path);
    if found.exists() {
        return Some(found);
    }
    eprintln!("skipped: there is no {}", found.display());
    None
}

/// The contents of `path`, unpacked if its name ends in `.xz`.
pub(crate) fn bytes(relative: &str) -> Option<Vec<u8>> {
    let found = path(relative)?;
    if found.extension().is_none_or(|extension| extension != "xz") {
        return Some(std::fs::read(found).unwrap());
    }
    run(Command::new("xz").args(["--decompress", "--stdout"]).arg(found))
}

/// A folder into which the archive `path`, a `.tar.xz`, was unpacked; it is removed when dropped.
pub(crate) fn folder(relative: &str) -> Option<tempfile::TempDir> {
    let found = path(relative)?;
    let folder = tempfile::tempdir().unwrap();
    run(Command::new("tar")
        .arg("--extract")
        .arg("--xz")
        .arg("--file")
        .arg(found)
        .arg("--directory")
        .arg(folder.path()))?;
    Some(folder)
}

/// The files of a folder and those in it whose names end so, sorted; all, if the ending is empty.
pub(crate) fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if extension.is_empty() || path.extension().is_some_and(|end| end == extension) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Standard output; `None` if there is no such program.
fn run(command: &mut Command) -> Option<Vec<u8>> {
    match command.output() {
        Ok(output) => {
            assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
            Some(output.stdout)
        }
        Err(error) => {
            eprintln!("skipped: {command:?}: {error}");
            None
        }
    }
}
