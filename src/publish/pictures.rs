//! Copies the pictures that lie beside an archive.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path};

use percent_encoding::percent_decode_str;

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
        let path = file(path);
        let file = beside.join(path.as_ref());
        match fs::read(&file) {
            Ok(bytes) => staging.write(&path, &bytes)?,
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

/// The file of a picture, whose address is written as browsers ask for it: `my%20ship.png?v=2`.
pub(crate) fn file(src: &str) -> Cow<'_, str> {
    let path = src.split(['?', '#']).next().unwrap_or_default();
    percent_decode_str(path).decode_utf8().unwrap_or(Cow::Borrowed(path))
}

/// An address whose file stays inside the folder.
fn local(picture: &Picture) -> Option<&str> {
    let file = file(&picture.src);
    let inside = Path::new(file.as_ref())
        .components()
        .all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    (picture.is_local() && inside && !file.contains([':', '\\', '\0'])).then_some(picture.src.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_those_that_a_browser_would_ask_for_and_stay_inside() {
        let found = |src: &str| {
            let picture = Picture { src: src.to_owned(), ..Picture::default() };
            local(&picture).map(|src| file(src).into_owned())
        };
        for (src, at) in [
            ("a/my%20ship.png?v=2#x", Some("a/my ship.png")),
            ("a/my ship.png", Some("a/my ship.png")),
            ("100%.png", Some("100%.png")),
            ("%2e%2e/a.png", None),
            ("..%2Fa.png", None),
            ("%2fa.png", None),
            ("c%3Aa.png", None),
            ("a%00.png", None),
        ] {
            assert_eq!(found(src).as_deref(), at, "{src}");
        }
    }
}
