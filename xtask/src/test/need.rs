//! Finds the programs that a browser's tests need.

use crate::place::Tools;
use crate::toolchain::path_with;
use std::path::{Path, PathBuf};

#[derive(Debug, Clone, Copy)]
pub(super) struct Need {
    /// The variable that tells the tests where it lies.
    pub(super) variable: &'static str,
    /// Names on `PATH`; the first that is found counts.
    pub(super) names: &'static [&'static str],
    /// Where it lies when it isn't on `PATH`.
    pub(super) paths: &'static [&'static str],
    /// How to get it where set-up can't.
    pub(super) advice: &'static str,
}

impl Need {
    /// In the tools folder or elsewhere.
    pub(super) fn find(&self, tools: &Tools) -> Option<PathBuf> {
        self.find_on(vec![tools.programs()])
    }

    /// In the system.
    pub(super) fn find_installed(&self) -> Option<PathBuf> {
        self.find_on(Vec::new())
    }

    fn find_on(&self, folders: Vec<PathBuf>) -> Option<PathBuf> {
        let path = path_with(folders);
        let on_path = self.names.iter().find_map(|name| which::which_in(name, Some(&path), "/").ok());
        on_path.or_else(|| self.paths.iter().find_map(|pattern| newest(Path::new(pattern))))
    }
}

/// The last path, in the order of names, that fits a pattern with at most one `*` in each of its parts.
fn newest(pattern: &Path) -> Option<PathBuf> {
    let mut found = vec![PathBuf::new()];
    for part in pattern {
        let part = part.to_string_lossy();
        found = match part.split_once('*') {
            None => {
                found.into_iter().map(|folder| folder.join(&*part)).filter(|path| path.exists()).collect()
            }
            Some((start, end)) => found.iter().flat_map(|folder| fitting(folder, start, end)).collect(),
        };
    }
    found.sort();
    found.pop()
}

fn fitting(folder: &Path, start: &str, end: &str) -> Vec<PathBuf> {
    let entries = folder.read_dir().into_iter().flatten().flatten();
    let fits =
        |name: &str| name.len() >= start.len() + end.len() && name.starts_with(start) && name.ends_with(end);
    entries.filter(|entry| entry.file_name().to_str().is_some_and(fits)).map(|entry| entry.path()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn the_newest_of_several_is_found() {
        let folder = tempfile::tempdir().unwrap();
        for version in ["webkit2gtk-4.0", "webkit2gtk-4.1", "webkit2gtk-5.0"] {
            let below = folder.path().join("lib/host").join(version);
            fs::create_dir_all(&below).unwrap();
            fs::write(below.join("MiniBrowser"), "").unwrap();
        }
        let found = newest(&folder.path().join("lib/*/webkit2gtk-4.*/MiniBrowser"));
        assert_eq!(found, Some(folder.path().join("lib/host/webkit2gtk-4.1/MiniBrowser")));
        assert_eq!(newest(&folder.path().join("none/*/MiniBrowser")), None);
    }
}
