//! The place of a site, and how one site replaces another there: a break at any moment leaves the old one or the new one.

use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::PublishError;

/// Marks a folder as one that may be replaced.
const MARK: &str = ".backissue";

const MARK_TEXT: &[u8] = b"This folder is made by backissue and replaced as a whole.\n";

/// Three folders side by side, so that each can become another by its name alone.
#[derive(Debug)]
pub(super) struct Place {
    /// Where the site is to be.
    pub site: PathBuf,
    /// Where it is written.
    pub staging: PathBuf,
    /// Where the former site is while it is replaced.
    retired: PathBuf,
    /// The site's place as it was given, for messages.
    given: PathBuf,
}

impl Place {
    pub(super) fn of(given: &Path) -> Self {
        // A link to a folder stays a link; `.` and `a/..` have no name to put others beside.
        let real = given.canonicalize().or_else(|_| std::path::absolute(given));
        let site = real.unwrap_or_else(|_| given.to_owned());
        let name = site.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let beside = |what: &str| site.with_file_name(format!(".{name}.backissue-{what}"));
        Self { staging: beside("new"), retired: beside("old"), site, given: given.to_owned() }
    }

    /// Whether there is a site of ours to be replaced.
    pub(super) fn is_taken(&self) -> bool {
        self.site.join(MARK).exists()
    }

    /// Puts right what a run left that was ended in the middle.
    pub(super) fn recover(&self) -> Result<(), PublishError> {
        if self.retired.join(MARK).exists() {
            if self.is_taken() {
                return fs::remove_dir_all(&self.retired).map_err(PublishError::write(&self.retired));
            }
            if !self.site.exists() {
                return fs::rename(&self.retired, &self.site).map_err(PublishError::write(&self.site));
            }
        }
        Ok(())
    }

    /// Makes the folder that is written, and its mark, which is locked until the file that is given is closed.
    pub(super) fn begin(&self) -> Result<File, PublishError> {
        if !is_replaceable(&self.site) {
            return Err(PublishError::Foreign(self.given.clone()));
        }
        self.discard_unfinished()?;
        fs::create_dir_all(&self.staging).map_err(PublishError::write(&self.staging))?;
        let path = self.staging.join(MARK);
        let mut mark = File::create(&path).map_err(PublishError::write(&path))?;
        mark.write_all(MARK_TEXT).map_err(PublishError::write(&path))?;
        // A file system without locks does without.
        let _ = mark.try_lock();
        Ok(mark)
    }

    fn discard_unfinished(&self) -> Result<(), PublishError> {
        if !is_replaceable(&self.staging) {
            return Err(PublishError::Foreign(self.staging.clone()));
        }
        let mark = File::open(self.staging.join(MARK));
        if mark.is_ok_and(|mark| matches!(mark.try_lock(), Err(TryLockError::WouldBlock))) {
            return Err(PublishError::Busy(self.given.clone()));
        }
        match fs::remove_dir_all(&self.staging) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(PublishError::write(&self.staging)(error))
            }
            _ => Ok(()),
        }
    }

    /// The folder that was written becomes the site.
    pub(super) fn replace(&self) -> Result<(), PublishError> {
        let is_replaced = self.site.exists();
        if is_replaced {
            fs::rename(&self.site, &self.retired).map_err(PublishError::write(&self.site))?;
        }
        if let Err(error) = fs::rename(&self.staging, &self.site) {
            // The old site is better than none.
            let _ = fs::rename(&self.retired, &self.site);
            return Err(PublishError::write(&self.site)(error));
        }
        match is_replaced {
            true => fs::remove_dir_all(&self.retired).map_err(PublishError::write(&self.retired)),
            false => Ok(()),
        }
    }
}

/// Absent, empty, or made by us.
fn is_replaceable(folder: &Path) -> bool {
    match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_none() || folder.join(MARK).exists(),
        Err(error) => error.kind() == io::ErrorKind::NotFound,
    }
}
