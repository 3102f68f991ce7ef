//! A folder that is written beside its place and put there when it is whole.

use std::fs;
use std::path::{Path, PathBuf};

use super::PublishError;

/// Marks a folder as one that may be replaced.
const MARK: &str = ".backissue";

/// A site on its way to its place.
pub(super) struct Staging {
    place: PathBuf,
    folder: PathBuf,
    files: usize,
    bytes: u64,
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
        let mut staging = Self { place: place.to_owned(), folder, files: 0, bytes: 0 };
        staging.write(MARK, b"This folder is made by backissue and replaced as a whole.\n")?;
        staging.files = 0;
        Ok(staging)
    }

    /// Writes a file; `path` is relative and uses `/`.
    pub(super) fn write(&mut self, path: &str, bytes: &[u8]) -> Result<(), PublishError> {
        let file = self.folder.join(path);
        if let Some(parent) = file.parent() {
            fs::create_dir_all(parent).map_err(PublishError::write(parent))?;
        }
        fs::write(&file, bytes).map_err(PublishError::write(&file))?;
        self.files += 1;
        self.bytes += bytes.len() as u64;
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
        Ok((self.files, self.bytes))
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
