//! How much is unpacked before it is too much.

use std::io::{self, Read};

/// Limits against files that grow when they are unpacked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The largest file that is read as a whole, unpacked. What is read in parts has no such limit, but its records have.
    pub file_bytes: u64,
    /// What is larger than this is read in parts, if its format allows it.
    pub whole_bytes: u64,
    /// The most that one source may become when it is unpacked.
    pub unpacked_bytes: u64,
    /// How many layers of packing may lie in each other: `posts.zip` in `backup.tar.gz` are three.
    pub depth: u32,
    /// How many files an archive may hold.
    pub files: usize,
    /// How many times its size a source may become when it is unpacked, once that is more than [`Limits::FREE`].
    pub ratio: u64,
    /// The largest record that is read: a page, a line of JSON Lines, an item or a row of what is read in parts.
    pub record_bytes: u64,
    /// How many tags, keywords, authors and related links an article may have, of each.
    pub values: usize,
}

impl Limits {
    /// What holds if nothing else is asked for.
    pub const DEFAULT: Self = Self {
        file_bytes: 512 << 20,
        whole_bytes: 8 << 20,
        unpacked_bytes: 64 << 30,
        depth: 5,
        files: 2_000_000,
        ratio: 500,
        record_bytes: 32 << 20,
        values: 1_000,
    };

    /// What any source may become, however small it is.
    pub const FREE: u64 = 256 << 20;
}

impl Default for Limits {
    fn default() -> Self {
        Self::DEFAULT
    }
}

/// All of `reader`.
///
/// # Errors
///
/// If there is more than `limit`, or it can't be read.
pub(in crate::import) fn read_whole(reader: &mut dyn Read, limit: u64) -> io::Result<Vec<u8>> {
    read_whole_of(None, reader, limit)
}

/// All of `reader`, of which it is said that it has `expected` bytes.
pub(super) fn read_whole_of(expected: Option<u64>, reader: &mut dyn Read, limit: u64) -> io::Result<Vec<u8>> {
    // With room to spare the end is met without growing.
    let expected = expected.filter(|bytes| *bytes <= limit).map_or(0, |bytes| bytes + 32);
    let mut bytes = Vec::with_capacity(usize::try_from(expected).unwrap_or(0));
    let half = limit / 2;
    reader.take(half).read_to_end(&mut bytes)?;
    if bytes.len() as u64 == half {
        // A buffer that doubles would end at twice the limit.
        bytes.reserve_exact(usize::try_from(limit - half).unwrap_or(0).saturating_add(32));
        reader.take((limit - half).saturating_add(1)).read_to_end(&mut bytes)?;
    }
    if bytes.len() as u64 > limit {
        return Err(too_large(limit));
    }
    Ok(bytes)
}

/// More than `limit` bytes.
pub(super) fn too_large(limit: u64) -> io::Error {
    io::Error::new(io::ErrorKind::FileTooLarge, format!("it is {}", larger_than(limit)))
}

/// `larger than 32 MB`.
pub(in crate::import) fn larger_than(limit: u64) -> String {
    if limit < 1 << 20 {
        format!("larger than {limit} bytes")
    } else {
        format!("larger than {} MB", limit >> 20)
    }
}

/// More than `limit` files.
pub(super) fn too_many(limit: usize) -> io::Error {
    io::Error::new(io::ErrorKind::FileTooLarge, format!("it holds more than {limit} files"))
}
