//! Lets one set-up at a time work in the tools folder, and marks that folder as ours.

use super::Error;
use crate::place::Tools;
use std::fs::{self, File};

/// As <https://bford.info/cachedir/> has it, so that backups leave the folder out.
const TAG: &str = "CACHEDIR.TAG";
const TAG_TEXT: &str =
    "Signature: 8a477f597d28d172789f06886806bc55\n# Tools that `cargo xtask` of Backissue set up.\n";

/// Held until dropped.
#[derive(Debug)]
pub(crate) struct Lock {
    _file: File,
}

impl Lock {
    /// Makes the tools folder if need be, and waits for its lock.
    pub(crate) fn take(tools: &Tools) -> Result<Self, Error> {
        let root = tools.root();
        let is_new = fs::read_dir(root).map_or(true, |mut entries| entries.next().is_none());
        fs::create_dir_all(root).map_err(Error::file(root, "created"))?;
        if is_new {
            let tag = root.join(TAG);
            fs::write(&tag, TAG_TEXT).map_err(Error::file(tag, "written"))?;
        }
        let path = root.join(".lock");
        let file = File::create(&path).map_err(Error::file(&path, "written"))?;
        if file.try_lock().is_err() {
            eprintln!("set-up: waiting for another one that works in {}", root.display());
            file.lock().map_err(Error::file(path, "locked"))?;
        }
        Ok(Self { _file: file })
    }
}

/// Whether the tools folder was made by set-up, so that it may be removed whole.
pub(crate) fn is_ours(tools: &Tools) -> bool {
    fs::read_to_string(tools.root().join(TAG)).is_ok_and(|text| text == TAG_TEXT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_with_other_files_is_never_ours() {
        let folder = tempfile::tempdir().unwrap();
        let (new, used) = (Tools::at(&folder.path().join("new")), Tools::at(&folder.path().join("used")));
        fs::create_dir_all(used.root().join("bin")).unwrap();
        let _locks = [Lock::take(&new).unwrap(), Lock::take(&used).unwrap()];
        assert!(is_ours(&new));
        assert!(!is_ours(&used));
    }
}
