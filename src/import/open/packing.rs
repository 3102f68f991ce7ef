//! What a source is packed in, told by its first bytes.

use std::io::{self, BufReader, Read};

/// A way of packing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Packing {
    /// RFC 1952, of any number of members.
    Gzip,
    /// XZ.
    Xz,
    /// RFC 8878.
    Zstd,
    /// Zip, and WACZ, which is one.
    Zip,
    /// Tar, POSIX or GNU.
    Tar,
    /// ISO 28500, and ARC, which was before it.
    Warc,
}

/// How much memory an XZ file may ask for, in KiB: the most that `xz -9` does, and some.
const XZ_MEMORY: u32 = 256 * 1024;

/// How much of its past a Zstandard file may refer to: what `zstd --ultra -22` does.
const ZSTD_WINDOW: u64 = 128 << 20;

impl Packing {
    /// By the first bytes, at least 262 of them if there are so many.
    pub(super) fn recognise(head: &[u8]) -> Option<Self> {
        match head {
            [0x1f, 0x8b, 8, ..] => Some(Self::Gzip),
            [0xfd, b'7', b'z', b'X', b'Z', 0, ..] => Some(Self::Xz),
            [0x28, 0xb5, 0x2f, 0xfd, ..] => Some(Self::Zstd),
            [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] => Some(Self::Zip),
            _ if head.starts_with(b"WARC/") || head.starts_with(b"filedesc://") => Some(Self::Warc),
            _ if head.get(257..262) == Some(b"ustar".as_slice()) => Some(Self::Tar),
            _ => None,
        }
    }

    /// What is inside, of a packing that holds one thing.
    pub(super) fn decompress<'a>(self, reader: &'a mut dyn Read) -> io::Result<Box<dyn Read + 'a>> {
        let reader = BufReader::with_capacity(128 * 1024, reader);
        Ok(match self {
            Self::Gzip => Box::new(flate2::bufread::MultiGzDecoder::new(reader)),
            Self::Xz => Box::new(lzma_rust2::XzReader::new_mem_limit(reader, true, XZ_MEMORY)),
            Self::Zstd => {
                let decoder =
                    ruzstd::decoding::StreamingDecoder::new_with_max_window_size(reader, ZSTD_WINDOW);
                Box::new(decoder.map_err(io::Error::other)?)
            }
            Self::Zip | Self::Tar | Self::Warc => Box::new(reader),
        })
    }

    /// The path without the ending that stands for the packing, so that an id or a name made of it stays the same.
    pub(super) fn inner_path(self, path: &str) -> &str {
        let ending = match self {
            Self::Gzip => ".gz",
            Self::Xz => ".xz",
            Self::Zstd => ".zst",
            Self::Zip | Self::Tar | Self::Warc => return path,
        };
        path.strip_suffix(ending).filter(|inner| !inner.is_empty()).unwrap_or(path)
    }
}
