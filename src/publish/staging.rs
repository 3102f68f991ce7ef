//! A folder that is written beside its place and put there when it is whole. What the former site holds already is not
//! written again: it keeps its bytes and its times.

use std::fs::{self, File, FileTimes};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use super::PublishError;
use super::compress::{self, Precompress};
use super::offline::{Known, Offline, is_read};
use super::place::Place;
use super::summary::Tally;
use super::viewer::content_hash;

/// A site on its way to its place.
pub(super) struct Staging {
    place: Place,
    /// The former site, if there is one.
    former: Option<PathBuf>,
    precompress: Precompress,
    files: AtomicUsize,
    folders: AtomicUsize,
    bytes: AtomicU64,
    written: AtomicUsize,
    compressed: AtomicUsize,
    compressed_bytes: AtomicU64,
    largest: AtomicU64,
    /// What browsers can keep, if they are to.
    known: Option<Mutex<Vec<Known>>>,
    /// Locked as long as the folder is being written.
    _mark: File,
}

impl Staging {
    /// Begins a folder beside `place`.
    pub(super) fn open(
        place: &Path,
        precompress: Precompress,
        offline: Offline,
    ) -> Result<Self, PublishError> {
        let place = Place::of(place);
        place.recover()?;
        let mark = place.begin()?;
        Ok(Self {
            former: place.is_taken().then(|| place.site.clone()),
            place,
            precompress,
            files: AtomicUsize::new(0),
            folders: AtomicUsize::new(0),
            bytes: AtomicU64::new(0),
            written: AtomicUsize::new(0),
            compressed: AtomicUsize::new(0),
            compressed_bytes: AtomicU64::new(0),
            largest: AtomicU64::new(0),
            known: (offline == Offline::Yes).then(Mutex::default),
            _mark: mark,
        })
    }

    /// Writes a file, or keeps it as it was; `path` is relative and uses `/`.
    pub(super) fn write(&self, path: &str, bytes: &[u8]) -> Result<(), PublishError> {
        let file = self.file(path)?;
        let former = self.former.as_ref().map(|former| former.join(path));
        let kept = former.as_ref().filter(|former| holds(former, bytes));
        self.put(&file, kept, bytes)?;
        self.count(bytes.len() as u64);
        if let Some(known) = self.known.as_ref().filter(|_| is_read(path)) {
            // Browsers make the same of what they are given: offline/worker.js.
            let digest = content_hash(bytes);
            let file = Known { path: path.to_owned(), digest, bytes: bytes.len() as u64 };
            known.lock().unwrap_or_else(PoisonError::into_inner).push(file);
        }
        if self.precompress == Precompress::Yes && compress::is_worth_it(path, bytes) {
            self.write_compressed(&file, kept, bytes)?;
        }
        Ok(())
    }

    /// Hands over what was written for people to read since it was last asked for.
    pub(super) fn take_known(&self) -> Vec<Known> {
        let Some(known) = &self.known else { return Vec::new() };
        std::mem::take(&mut *known.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Takes a file over from the former site without looking into it: its name tells its content. False if it isn't there.
    pub(super) fn keep(&self, path: &str) -> Result<bool, PublishError> {
        let former = self.former.as_ref().map(|former| former.join(path));
        let Some(bytes) = former.as_ref().and_then(|former| former.metadata().ok()).map(|data| data.len())
        else {
            return Ok(false);
        };
        let file = self.file(path)?;
        self.put(&file, former.as_ref(), &[])?;
        self.count(bytes);
        Ok(true)
    }

    /// The place of a file, whose folder is there from now on.
    fn file(&self, path: &str) -> Result<PathBuf, PublishError> {
        let file = self.place.staging.join(path);
        if let Some(parent) = file.parent() {
            self.make_folder(parent).map_err(PublishError::write(parent))?;
        }
        Ok(file)
    }

    fn count(&self, bytes: u64) {
        self.files.fetch_add(1, Ordering::Relaxed);
        self.bytes.fetch_add(bytes, Ordering::Relaxed);
        self.largest.fetch_max(bytes, Ordering::Relaxed);
    }

    /// With those around it.
    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        match fs::create_dir(folder) {
            Ok(()) => {
                self.folders.fetch_add(1, Ordering::Relaxed);
                Ok(())
            }
            // It was there, or another page of the same day was faster.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => match folder.parent() {
                Some(parent) => self.make_folder(parent).and_then(|()| self.make_folder(folder)),
                None => Err(error),
            },
            Err(error) => Err(error),
        }
    }

    /// The same file, smaller. If the file itself was kept, so is what was made of it.
    fn write_compressed(
        &self,
        file: &Path,
        kept: Option<&PathBuf>,
        bytes: &[u8],
    ) -> Result<(), PublishError> {
        for coding in compress::CODINGS {
            let target = coding.beside(file);
            let former = kept.map(|kept| coding.beside(kept));
            let length = match former.as_ref().and_then(|former| Some((former, former.metadata().ok()?))) {
                Some((former, known)) => {
                    keep(former, &target).map_err(PublishError::write(&target))?;
                    known.len()
                }
                None => {
                    let small = coding.compress(file, bytes);
                    if small.len() >= bytes.len() {
                        continue;
                    }
                    self.put(&target, None, &small)?;
                    small.len() as u64
                }
            };
            self.compressed.fetch_add(1, Ordering::Relaxed);
            self.compressed_bytes.fetch_add(length, Ordering::Relaxed);
        }
        Ok(())
    }

    fn put(&self, file: &Path, kept: Option<&PathBuf>, bytes: &[u8]) -> Result<(), PublishError> {
        match kept {
            Some(former) => keep(former, file),
            None => {
                self.written.fetch_add(1, Ordering::Relaxed);
                fs::write(file, bytes)
            }
        }
        .map_err(PublishError::write(file))
    }

    /// Puts the folder in its place; a site that would not change is left as it is.
    pub(super) fn close(self) -> Result<Tally, PublishError> {
        let tally = self.tally();
        let is_same = tally.written == 0
            && self.former.as_ref().is_some_and(|former| files_in(former) == files_in(&self.place.staging));
        if !is_same {
            self.place.replace()?;
        }
        Ok(tally)
    }

    fn tally(&self) -> Tally {
        Tally {
            files: self.files.load(Ordering::Relaxed),
            folders: self.folders.load(Ordering::Relaxed),
            bytes: self.bytes.load(Ordering::Relaxed),
            written: self.written.load(Ordering::Relaxed),
            compressed: self.compressed.load(Ordering::Relaxed),
            compressed_bytes: self.compressed_bytes.load(Ordering::Relaxed),
            largest: self.largest.load(Ordering::Relaxed),
        }
    }
}

/// An unfinished folder is not left behind; a finished one is gone from here already.
impl Drop for Staging {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.place.staging);
    }
}

fn holds(file: &Path, bytes: &[u8]) -> bool {
    let is_as_long = file.metadata().is_ok_and(|known| known.is_file() && known.len() == bytes.len() as u64);
    is_as_long && fs::read(file).is_ok_and(|known| known == bytes)
}

/// Takes a file over: as another name for it, or where the system knows no such, as a copy with the same times.
fn keep(former: &Path, file: &Path) -> io::Result<()> {
    if fs::hard_link(former, file).is_ok() {
        return Ok(());
    }
    fs::copy(former, file)?;
    let modified = former.metadata()?.modified()?;
    File::options().write(true).open(file)?.set_times(FileTimes::new().set_modified(modified))
}

/// How many files a folder and those in it hold.
fn files_in(folder: &Path) -> usize {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let count = |entry: fs::DirEntry| match entry.file_type() {
        Ok(kind) if kind.is_dir() => files_in(&entry.path()),
        _ => 1,
    };
    entries.map(count).sum()
}
