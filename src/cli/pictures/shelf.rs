//! Has an archive find the pictures that lie beside its sources: where they are, if that is below the archive's own
//! folder, else as copies in `pictures/`.

use std::cell::RefCell;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Component, Path, PathBuf};

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use sha2::{Digest, Sha256};

use crate::article::{Article, Picture};
use crate::publish::{draft, picture_file};

use super::super::Failure;
use super::album::FOLDER;
use super::packed::Beside;

/// What would mean something else in an address.
const ODD: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'#').add(b'%').add(b'<').add(b'>').add(b'?').add(b'\\');

/// Folders of generators whose files lie at the root of the site.
pub(super) const STATIC: [&str; 2] = ["static", "public"];

/// The folder of an archive.
#[derive(Debug)]
pub(in crate::cli) struct Shelf {
    /// As the system names it.
    folder: PathBuf,
    /// The first copy that went wrong.
    failed: RefCell<Option<(PathBuf, io::Error)>>,
}

impl Shelf {
    /// The folder in which the archive lies or will lie.
    pub(in crate::cli) fn beside(archive: &Path) -> Self {
        let folder = archive.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new("."));
        Self { folder: real(folder), failed: RefCell::default() }
    }

    /// Has the pictures of an article that lie beside it in its source be found from the archive.
    pub(in crate::cli) fn hang(&self, article: &mut Article, source: Beside<'_>) {
        if !article.pictures().iter().any(|picture| picture.is_local()) {
            return;
        }
        match source {
            Beside::Folder(folder) => {
                let folder = real(folder);
                article.each_picture(&mut |picture| self.place(picture, &folder));
            }
            Beside::Packed(packed) => article.each_picture(&mut |picture| {
                if picture.is_local()
                    && let Some(file) = packed.find(&picture_file(&picture.src))
                {
                    self.take_copy(picture, file);
                }
            }),
        }
    }

    /// What could not be copied.
    pub(in crate::cli) fn check(self) -> Result<(), Failure> {
        let Some((path, error)) = self.failed.into_inner() else { return Ok(()) };
        let what = format!("can't copy the picture {}: {error}", path.display());
        Err(Failure::new(what, "check the free space and your rights"))
    }

    fn place(&self, picture: &mut Picture, source: &Path) {
        let is_path = Path::new(picture_file(&picture.src).as_ref())
            .components()
            .all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
        if !picture.is_local() || !is_path {
            return;
        }
        let folders = std::iter::once(source.to_owned()).chain(STATIC.map(|folder| source.join(folder)));
        let mut files = folders.map(|folder| (folder.join(picture_file(&picture.src).as_ref()), folder));
        // A link may lead to what is none of the source's.
        let is_there = |file: &Path| file.is_file() && real(file).starts_with(source);
        let Some((file, folder)) = files.find(|(file, _)| is_there(file)) else { return };
        if folder == self.folder {
            return;
        }
        if let Ok(below) = folder.strip_prefix(&self.folder) {
            let parts =
                below.iter().map(|part| utf8_percent_encode(&part.to_string_lossy(), ODD).to_string());
            picture.src = format!("{}/{}", parts.collect::<Vec<_>>().join("/"), picture.src);
            return;
        }
        self.take_copy(picture, file);
    }

    fn take_copy(&self, picture: &mut Picture, file: PathBuf) {
        match self.copy(&file) {
            Ok(name) => picture.src = format!("{FOLDER}/{name}"),
            Err(error) => {
                self.failed.borrow_mut().get_or_insert((file, error));
            }
        }
    }

    /// Under a name that tells its content.
    fn copy(&self, file: &Path) -> io::Result<String> {
        let bytes = fs::read(file)?;
        let name = name(&bytes, file);
        let folder = self.folder.join(FOLDER);
        let path = folder.join(&name);
        if !path.is_file() {
            fs::create_dir_all(&folder)?;
            let mut copy = draft(&folder)?;
            copy.write_all(&bytes)?;
            copy.persist(&path)?;
        }
        Ok(name)
    }
}

/// 16 hexadecimal digits of the content's SHA-256, and the ending of the file's name.
pub(super) fn name(bytes: &[u8], file: &Path) -> String {
    let digits: String = Sha256::digest(bytes)[..8].iter().map(|byte| format!("{byte:02x}")).collect();
    let ending = file.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    let ending = ending.filter(|ending| ending.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    format!("{digits}.{}", ending.as_deref().unwrap_or("bin"))
}

fn real(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}
