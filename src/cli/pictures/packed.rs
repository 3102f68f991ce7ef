//! The pictures of a packed source, kept in a folder of their own while its articles are read: which of them are shown is
//! known only then.

use std::collections::{BTreeSet, HashMap};
use std::fs::{self, File};
use std::io::{self, Read as _, Seek as _};
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use url::Url;

use crate::import::{self, PackedPicture, Source};

use super::shelf;

/// Where the pictures of a source lie.
#[derive(Debug, Clone, Copy)]
pub(in crate::cli) enum Beside<'a> {
    /// In the folder that their addresses are relative to.
    Folder(&'a Path),
    /// In the source itself.
    Packed(&'a Packed),
}

/// The pictures that were in a source.
#[derive(Debug)]
pub(in crate::cli) struct Packed {
    folder: TempDir,
    /// Their files by their paths in the source, or their addresses; `None` where several have one path.
    files: HashMap<String, Option<String>>,
    /// The folder that all of them lie in, if they do.
    top: Option<String>,
}

impl Packed {
    /// Those in a file, each of `limit` bytes at most; `None` if it isn't packed, or there are none.
    pub(in crate::cli) fn of(source: &Source<'_>, file: &mut File, limit: u64) -> io::Result<Option<Self>> {
        let mut head = Vec::new();
        file.take(512).read_to_end(&mut head)?;
        file.rewind()?;
        if !import::is_packed(&head) {
            return Ok(None);
        }
        let mut packed = None;
        let mut result = Ok(());
        import::read_pictures(source, &mut *file, limit, &mut |picture| {
            if result.is_ok() {
                result = take(&mut packed, picture);
            }
        });
        file.rewind()?;
        result?;
        Ok(packed.map(|packed: Self| Self { top: top(packed.files.keys()), ..packed }))
    }

    /// The file of a picture, by its path below the source or its address.
    pub(super) fn find(&self, path: &str) -> Option<PathBuf> {
        let path = key(path);
        let below = |folder: &str| self.files.get(&format!("{folder}/{path}"));
        let found = self.files.get(&path).or_else(|| {
            let tops = self.top.iter().map(String::as_str).chain(shelf::STATIC);
            tops.into_iter().find_map(below).or_else(|| {
                let top = self.top.as_deref()?;
                shelf::STATIC.iter().find_map(|folder| below(&format!("{top}/{folder}")))
            })
        });
        found?.as_ref().map(|name| self.folder.path().join(name))
    }
}

fn take(packed: &mut Option<Packed>, picture: PackedPicture) -> io::Result<()> {
    if packed.is_none() {
        *packed = Some(Packed { folder: tempfile::tempdir()?, files: HashMap::new(), top: None });
    }
    let Some(Packed { folder, files, .. }) = packed else { return Ok(()) };
    let name = shelf::name(&picture.bytes, Path::new(&picture.path));
    let file = folder.path().join(&name);
    if !file.is_file() {
        fs::write(file, picture.bytes)?;
    }
    let known = files.entry(key(&picture.path)).or_insert_with(|| Some(name.clone()));
    if known.as_ref() != Some(&name) {
        *known = None;
    }
    Ok(())
}

/// An address as addresses are written; a path as it is.
fn key(path: &str) -> String {
    let address = path.contains("://").then(|| Url::parse(path).ok()).flatten();
    address.map_or_else(
        || path.to_owned(),
        |mut url| {
            url.set_fragment(None);
            url.into()
        },
    )
}

fn top<'a>(paths: impl Iterator<Item = &'a String>) -> Option<String> {
    let tops: BTreeSet<Option<&str>> =
        paths.map(|path| path.split_once('/').map(|(first, _)| first)).take(100_000).collect();
    match tops.into_iter().collect::<Vec<_>>().as_slice() {
        [Some(only)] if !only.ends_with(':') => Some((*only).to_owned()),
        _ => None,
    }
}
