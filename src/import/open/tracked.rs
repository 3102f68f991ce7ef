//! Counts what comes out of all layers together, and stops what would not end.

use std::cell::Cell;
use std::io::{self, Read};

/// A reader that fails when no more may come.
pub(super) struct Tracked<'a, R> {
    inner: R,
    left: &'a Cell<u64>,
}

impl<'a, R: Read> Tracked<'a, R> {
    pub(super) fn new(inner: R, left: &'a Cell<u64>) -> Self {
        Self { inner, left }
    }
}

impl<R: Read> Read for Tracked<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        match self.left.get().checked_sub(count as u64) {
            Some(left) => {
                self.left.set(left);
                Ok(count)
            }
            None => {
                self.left.set(0);
                Err(io::Error::new(io::ErrorKind::FileTooLarge, "all that is in it together is too much"))
            }
        }
    }
}
