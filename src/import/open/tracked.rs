//! Counts what goes into all layers and what comes out of them together, and stops what would not end.

use std::cell::Cell;
use std::io::{self, Read};

use super::Limits;

/// How much went in and came out, in bytes.
#[derive(Debug)]
pub(super) struct Flow {
    limits: Limits,
    went_in: Cell<u64>,
    came_out: Cell<u64>,
}

/// A reader that fails when no more may come.
pub(super) struct Tracked<'a, R> {
    inner: R,
    flow: &'a Flow,
    count: &'a Cell<u64>,
}

impl Flow {
    pub(super) fn new(limits: Limits) -> Self {
        Self { limits, went_in: Cell::new(0), came_out: Cell::new(0) }
    }

    /// Counts the source itself.
    pub(super) fn packed<R: Read>(&self, inner: R) -> Tracked<'_, R> {
        Tracked { inner, flow: self, count: &self.went_in }
    }

    /// Counts what comes out of a layer.
    pub(super) fn unpacked<R: Read>(&self, inner: R) -> Tracked<'_, R> {
        Tracked { inner, flow: self, count: &self.came_out }
    }

    fn check(&self) -> io::Result<()> {
        let (went_in, came_out) = (self.went_in.get(), self.came_out.get());
        let Limits { unpacked_bytes, ratio, .. } = self.limits;
        if went_in.saturating_add(came_out) > unpacked_bytes {
            return Err(too_much("all that is in it together is too much"));
        }
        if came_out > Limits::FREE && came_out / ratio.max(1) > went_in {
            return Err(too_much(&format!("it becomes more than {ratio} times its size")));
        }
        Ok(())
    }
}

fn too_much(what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::FileTooLarge, what)
}

impl<R: Read> Read for Tracked<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        // What was too much once stays so.
        self.flow.check()?;
        let count = self.inner.read(buffer)?;
        self.count.set(self.count.get().saturating_add(count as u64));
        self.flow.check()?;
        Ok(count)
    }
}
