//! The stored pictures of an archive, in `pictures/` beside it, and the list of the addresses that they came from.

use std::collections::HashMap;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::article::Article;
use crate::publish::draft;

use super::super::Failure;
use super::shape::Shaped;

/// Where the pictures lie, as the archive names it.
pub(super) const FOLDER: &str = "pictures";

/// JSON Lines, so that an import that is interrupted keeps what it has fetched.
const LIST: &str = "fetched.jsonl";

/// The pictures that are there.
#[derive(Debug)]
pub(in crate::cli) struct Album {
    folder: PathBuf,
    kept: HashMap<String, Kept>,
    /// The last line of the list was not written to its end.
    is_torn: bool,
}

/// A line of the list.
#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    address: String,
    file: String,
    width: u32,
    height: u32,
}

impl Album {
    /// The album of an archive, which may be there or not.
    pub(in crate::cli) fn beside(archive: &Path) -> Result<Self, Failure> {
        let folder = archive.with_file_name(FOLDER);
        let path = folder.join(LIST);
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                String::new()
            }
            Err(error) => {
                let what = format!("can't read {}: {error}", path.display());
                return Err(Failure::new(
                    what,
                    "check your rights, or remove it to fetch all pictures again",
                ));
            }
        };
        // A line that is cut off, and a file that somebody removed, are fetched again.
        let lines = text.lines().filter_map(|line| serde_json::from_str::<Kept>(line).ok());
        let there = |kept: &Kept| is_name(&kept.file) && folder.join(&kept.file).is_file();
        let kept = lines.filter(there).map(|kept| (kept.address.clone(), kept)).collect();
        Ok(Self { kept, is_torn: !text.is_empty() && !text.ends_with('\n'), folder })
    }

    /// Has an article name the stored pictures instead of those on other hosts.
    pub(in crate::cli) fn hang(&self, article: &mut Article) {
        article.each_picture(&mut |picture| {
            if let Some(kept) = self.kept.get(&picture.src) {
                picture.src = format!("{FOLDER}/{}", kept.file);
                (picture.width, picture.height) = (Some(kept.width), Some(kept.height));
            }
        });
    }

    /// Stores a picture under a name that tells its content.
    pub(super) fn keep(&mut self, address: &str, shaped: &Shaped) -> Result<(), Failure> {
        let kept = Kept {
            address: address.to_owned(),
            file: name(shaped),
            width: shaped.width,
            height: shaped.height,
        };
        self.write(&kept, &shaped.bytes).map_err(|error| {
            let what = format!("can't write to {}: {error}", self.folder.display());
            Failure::new(what, "check the free space and your rights; what was fetched is kept")
        })?;
        self.kept.insert(kept.address.clone(), kept);
        Ok(())
    }

    fn write(&mut self, kept: &Kept, bytes: &[u8]) -> io::Result<()> {
        fs::create_dir_all(&self.folder)?;
        let path = self.folder.join(&kept.file);
        if !path.is_file() {
            let mut file = draft(&self.folder)?;
            file.write_all(bytes)?;
            file.persist(&path)?;
        }
        let torn = if std::mem::take(&mut self.is_torn) { "\n" } else { "" };
        let line = format!("{torn}{}\n", serde_json::to_string(kept)?);
        OpenOptions::new().append(true).create(true).open(self.folder.join(LIST))?.write_all(line.as_bytes())
    }
}

/// 16 hexadecimal digits of the content's SHA-256, and what it is.
fn name(shaped: &Shaped) -> String {
    let digest = Sha256::digest(&shaped.bytes);
    let digits: String = digest[..8].iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{digits}.{}", shaped.extension)
}

/// Whether it can be one that [`name`] gave, so that it leads nowhere else.
fn is_name(file: &str) -> bool {
    let parts = file.split_once('.');
    let is_plain = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    parts.is_some_and(|(digits, extension)| is_plain(digits) && is_plain(extension))
}
