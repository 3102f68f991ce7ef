//! A folder that is written beside its place and put there when it is whole.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

use super::PublishError;

/// Marks a folder as one that may be replaced.
const MARK: &str = ".backissue";

/// A site on its way to its place.
pub(super) struct Staging {
    place: PathBuf,
    folder: PathBuf,
    files: AtomicUsize,
    bytes: AtomicU64,
}

impl Staging {
    /// Begins a folder beside `place`.
    pub(super) fn open(place: &Path) -> Result<Self, PublishError> {
        if !replaceable(place) {
            return Err(PublishError::Foreign(place.to_owned()));
        }
        let mut name = place.file_name().unwrap_or_default().to_owned();
        name.push(format!(".{}.new", std::process::id()));
        let folder = place.with_file_name(name);
        if folder.exists() {
            fs::remove_dir_all(&folder).map_err(PublishError::write(&folder))?;
        }
        fs::create_dir_all(&folder).map_err(PublishError::write(&folder))?;
        let staging =
            Self { place: place.to_owned(), folder, files: AtomicUsize::new(0), bytes: AtomicU64::new(0) };
        let mark = staging.folder.join(MARK);
        fs::write(&mark, "This folder is made by backissue and replaced as a whole.\n")
            .map_err(PublishError::write(&mark))?;
        Ok(staging)
    }

    /// Writes a file; `path` is relative and uses `/`.
    pub(super) fn write(&self, path: &str, bytes: &[u8]) -> Result<(), PublishError> {
        let file = self.folder.join(path);
        if let Some(parent) = file.parent() {
            fs::create_dir_all(parent).map_err(PublishError::write(parent))?;
        }
        fs::write(&file, bytes).map_err(PublishError::write(&file))?;
        self.files.fetch_add(1, Ordering::Relaxed);
        self.bytes.fetch_add(bytes.len() as u64, Ordering::Relaxed);
        Ok(())
    }

    /// Puts the folder in its place; gives the number of files and bytes.
    pub(super) fn close(self) -> Result<(usize, u64), PublishError> {
        let mut old = self.folder.clone();
        old.set_extension("old");
        let replaced = self.place.exists();
        if replaced {
            fs::rename(&self.place, &old).map_err(PublishError::write(&self.place))?;
        }
        fs::rename(&self.folder, &self.place).map_err(PublishError::write(&self.place))?;
        if replaced {
            fs::remove_dir_all(&old).map_err(PublishError::write(&old))?;
        }
        Ok((self.files.load(Ordering::Relaxed), self.bytes.load(Ordering::Relaxed)))
    }
}

/// An unfinished folder is not left behind; a finished one is gone from here already.
impl Drop for Staging {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Absent, empty, or made by us.
fn replaceable(place: &Path) -> bool {
    match fs::read_dir(place) {
        Ok(mut entries) => entries.next().is_none() || place.join(MARK).exists(),
        Err(error) => error.kind() == std::io::ErrorKind::NotFound,
    }
}
