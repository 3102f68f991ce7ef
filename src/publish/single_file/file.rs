//! A file that is written beside its place and put there when it is whole.

use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::publish::{PublishError, draft};

/// Marks a file as one that may be replaced. Stands in its head.
pub(super) const MARK: &str = "<meta name=\"generator\" content=\"Backissue, single file\">";

/// How far into a file the mark is looked for.
const HEAD: u64 = 8192;

/// A file on its way to its place.
pub(super) struct Place {
    path: PathBuf,
    draft: BufWriter<NamedTempFile>,
}

impl Place {
    /// Begins a file beside `path`, if what is there may be replaced.
    pub(super) fn open(path: &Path) -> Result<Self, PublishError> {
        if !replaceable(path).map_err(PublishError::read(path))? {
            return Err(PublishError::ForeignFile(path.to_owned()));
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        fs::create_dir_all(folder).map_err(PublishError::write(folder))?;
        let draft = draft(folder).map_err(PublishError::write(path))?;
        Ok(Self { path: path.to_owned(), draft: BufWriter::new(draft) })
    }

    /// Puts the file in its place; gives its size.
    pub(super) fn close(self) -> Result<u64, PublishError> {
        let failed = || PublishError::write(&self.path);
        let draft = self.draft.into_inner().map_err(|error| failed()(error.into_error()))?;
        let file = draft.persist(&self.path).map_err(|error| failed()(error.error))?;
        file.metadata().map(|data| data.len()).map_err(failed())
    }
}

impl Write for Place {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.draft.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.draft.flush()
    }
}

/// Absent, empty, or made by us.
fn replaceable(path: &Path) -> io::Result<bool> {
    let mut head = Vec::new();
    match File::open(path) {
        Ok(file) => file.take(HEAD).read_to_end(&mut head)?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(true),
        Err(error) => return Err(error),
    };
    Ok(head.is_empty() || head.windows(MARK.len()).any(|part| part == MARK.as_bytes()))
}
