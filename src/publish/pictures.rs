//! Copies the pictures that lie beside an archive.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path};

use crate::archive::Archive;
use crate::article::{Article, Picture};

use super::PublishError;
use super::staging::Staging;

/// Copies them to the same places in the site; gives the number of those that are not there.
pub(super) fn copy(archive: &Archive, beside: &Path, staging: &Staging) -> Result<usize, PublishError> {
    let mut named = BTreeSet::new();
    for entry in archive.entries() {
        named.extend(of_article(&entry.article));
    }
    let mut missing = 0;
    for path in named {
        let file = beside.join(path);
        match fs::read(&file) {
            Ok(bytes) => staging.write(path, &bytes)?,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => missing += 1,
            Err(error) => return Err(PublishError::read(&file)(error)),
        }
    }
    Ok(missing)
}

/// The paths of an article's pictures that lie beside the archive.
pub(super) fn of_article(article: &Article) -> BTreeSet<&str> {
    article.pictures().into_iter().filter_map(local).collect()
}

/// Whether any article has a picture that lies on another site.
pub(super) fn are_elsewhere(archive: &Archive) -> bool {
    archive.entries().iter().any(|entry| entry.article.pictures().iter().any(|picture| !picture.is_local()))
}

/// A path that stays inside the folder.
fn local(picture: &Picture) -> Option<&str> {
    let inside = Path::new(&picture.src)
        .components()
        .all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    (picture.is_local() && inside && !picture.src.contains(':')).then_some(picture.src.as_str())
}
