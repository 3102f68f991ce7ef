//! Lets one process at a time do what two would spoil for each other.

use std::fs::{self, File};
use std::io;
use std::path::Path;

/// Held until dropped, or until the process ends.
#[derive(Debug)]
pub(crate) struct Lock {
    _file: File,
}

impl Lock {
    /// Waits if need be, and then says so: `waiting` completes "waiting for another".
    pub(crate) fn take(path: &Path, waiting: &str) -> io::Result<Self> {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let file = File::create(path)?;
        if file.try_lock().is_err() {
            eprintln!("waiting for another {waiting}");
            file.lock()?;
        }
        Ok(Self { _file: file })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::thread;

    #[test]
    fn the_second_waits_for_the_first() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new/lock");
        let first = Lock::take(&path, "test").unwrap();
        let is_over = AtomicBool::new(false);
        thread::scope(|scope| {
            scope.spawn(|| {
                let _second = Lock::take(&path, "test").unwrap();
                assert!(is_over.load(Ordering::SeqCst));
            });
            is_over.store(true, Ordering::SeqCst);
            drop(first);
        });
    }
}
