//! How much is unpacked before it is too much.

use std::io::{self, Read};

/// Limits against files that grow when they are unpacked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The largest file that is read as a whole, unpacked. JSON Lines have no such limit, but their lines have.
    pub file_bytes: u64,
    /// The most that one source may become when it is unpacked.
    pub unpacked_bytes: u64,
    /// How many layers of packing may lie in each other: `posts.zip` in `backup.tar.gz` are three.
    pub depth: u32,
    /// How many files an archive may hold.
    pub files: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { file_bytes: 512 << 20, unpacked_bytes: 64 << 30, depth: 5, files: 2_000_000 }
    }
}

/// All of `reader`.
///
/// # Errors
///
/// If there is more than `limit`, or it can't be read.
pub(super) fn read_whole(reader: &mut dyn Read, limit: u64) -> io::Result<Vec<u8>> {
    read_whole_of(None, reader, limit)
}

/// All of `reader`, of which it is said that it has `expected` bytes.
pub(super) fn read_whole_of(expected: Option<u64>, reader: &mut dyn Read, limit: u64) -> io::Result<Vec<u8>> {
    // With room to spare the end is met without growing.
    let expected = expected.filter(|bytes| *bytes <= limit).map_or(0, |bytes| bytes + 32);
    let mut bytes = Vec::with_capacity(usize::try_from(expected).unwrap_or(0));
    reader.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        return Err(too_large(limit));
    }
    Ok(bytes)
}

/// More than `limit` bytes.
pub(super) fn too_large(limit: u64) -> io::Error {
    let size = if limit < 1 << 20 { format!("{limit} bytes") } else { format!("{} MB", limit >> 20) };
    io::Error::new(io::ErrorKind::FileTooLarge, format!("it is larger than {size}"))
}

/// More than `limit` files.
pub(super) fn too_many(limit: usize) -> io::Error {
    io::Error::new(io::ErrorKind::FileTooLarge, format!("it holds more than {limit} files"))
}
