//! How far printing has come, for whoever wants to show it.

use std::fmt;

/// Is told of each page; several may be printed at once.
pub trait Progress: Sync + fmt::Debug {
    /// So many pages will be printed.
    fn begin(&self, pages: usize);
    /// One more is there.
    fn printed(&self);
}

/// Shows nothing.
#[derive(Debug, Clone, Copy)]
pub struct Silent;

impl Progress for Silent {
    fn begin(&self, _: usize) {}
    fn printed(&self) {}
}
