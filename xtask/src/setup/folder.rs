//! The tools folder: one set-up at a time works in it, and a mark says that it may be removed whole.

use super::Error;
use crate::lock::Lock;
use crate::place::Tools;
use std::fs;

/// As <https://bford.info/cachedir/> has it, so that backups leave the folder out.
const TAG: &str = "CACHEDIR.TAG";
const TAG_TEXT: &str =
    "Signature: 8a477f597d28d172789f06886806bc55\n# Tools that `cargo xtask` of Backissue set up.\n";

/// Makes the folder if need be, and waits for its lock.
pub(super) fn lock(tools: &Tools) -> Result<Lock, Error> {
    let root = tools.root();
    let is_new = fs::read_dir(root).map_or(true, |mut entries| entries.next().is_none());
    fs::create_dir_all(root).map_err(Error::file(root, "created"))?;
    if is_new {
        let tag = root.join(TAG);
        fs::write(&tag, TAG_TEXT).map_err(Error::file(tag, "written"))?;
    }
    let path = root.join(".lock");
    Lock::take(&path, "set-up, which works in the same tools folder").map_err(Error::file(path, "locked"))
}

/// Whether set-up made the folder.
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
        let _locks = [lock(&new).unwrap(), lock(&used).unwrap()];
        assert!(is_ours(&new));
        assert!(!is_ours(&used));
    }
}
