//! The files of a site: which there are and how large.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::publish::PublishError;

/// Sizes by path from the site's root, with `/`.
#[derive(Debug, Default)]
pub(super) struct Files(BTreeMap<String, u64>);

impl Files {
    /// All files of a folder, hidden ones left out.
    pub(super) fn of(site: &Path) -> Result<Self, PublishError> {
        let mut files = Self::default();
        files.collect(site, "")?;
        Ok(files)
    }

    fn collect(&mut self, folder: &Path, prefix: &str) -> Result<(), PublishError> {
        for entry in fs::read_dir(folder).map_err(PublishError::read(folder))? {
            let entry = entry.map_err(PublishError::read(folder))?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with('.') {
                continue;
            }
            let (path, name) = (entry.path(), format!("{prefix}{name}"));
            let kind = entry.file_type().map_err(PublishError::read(&path))?;
            if kind.is_dir() {
                self.collect(&path, &format!("{name}/"))?;
            } else {
                let bytes = fs::metadata(&path).map_err(PublishError::read(&path))?.len();
                self.0.insert(name, bytes);
            }
        }
        Ok(())
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// How many folders they lie in, the site's own left out.
    pub(super) fn folders(&self) -> usize {
        let parents = |path: &'_ String| {
            path.match_indices('/').map(|(end, _)| path[..end].to_owned()).collect::<Vec<_>>()
        };
        self.0.keys().flat_map(parents).collect::<BTreeSet<_>>().len()
    }

    pub(super) fn bytes(&self) -> u64 {
        self.0.values().sum()
    }

    pub(super) fn size(&self, path: &str) -> u64 {
        self.0.get(path).copied().unwrap_or_default()
    }

    pub(super) fn largest(&self) -> Option<(&str, u64)> {
        self.0.iter().max_by_key(|(_, bytes)| **bytes).map(|(path, bytes)| (path.as_str(), *bytes))
    }

    pub(super) fn pages(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str).filter(|path| path.ends_with(".html"))
    }

    /// The file that a host gives for a path: folders give their `index.html`, with or without the last slash.
    pub(super) fn served(&self, path: &str) -> Option<String> {
        let index = if path.is_empty() || path.ends_with('/') {
            format!("{path}index.html")
        } else if self.0.contains_key(path) {
            return Some(path.to_owned());
        } else {
            format!("{path}/index.html")
        };
        self.0.contains_key(&index).then_some(index)
    }
}
