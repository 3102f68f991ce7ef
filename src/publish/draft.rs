//! Files that are written beside their place and put there when they are whole.

use std::io;
use std::path::Path;

use tempfile::NamedTempFile;

/// A file that others may read, as far as the user's own settings allow: it is made to be passed on.
pub(crate) fn draft(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}
