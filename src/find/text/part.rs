//! The files that the text index is cut into, and how one is told from a damaged one or another build's.

/// Letters of the index's name that stand in the head of each file.
const STAMP: usize = 8;

const MAGIC: &[u8] = b"BIf1";

/// One file of the text index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TextPart {
    /// A shard of the dictionary.
    Words(u32),
    /// A cut of the posting lists, all as long as [`TextIndex::part`](super::TextIndex::part) says but the last.
    Postings(u32),
    /// A cut of the lists of places, likewise.
    Places(u32),
}

/// What is wrong with a file of the index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PartFault {
    /// Not such a file, or of another build.
    #[error("it is no part of this archive’s search index")]
    Foreign,
    /// Shorter or longer than it says.
    #[error("it is cut off")]
    CutOff,
    /// Its content contradicts itself.
    #[error("its content is damaged")]
    Damaged,
}

impl TextPart {
    /// The name of its file: `w0`, `p12`, `q3`.
    #[must_use]
    pub fn file(self) -> String {
        match self {
            Self::Words(number) => format!("w{number}"),
            Self::Postings(number) => format!("p{number}"),
            Self::Places(number) => format!("q{number}"),
        }
    }
}

/// Puts the head before a part of the index called `name`: a sign, the beginning of the name, the length.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn seal(name: &str, payload: &[u8]) -> Vec<u8> {
    let length = u32::try_from(payload.len()).expect("a part is cut to some kilobytes");
    [MAGIC, stamp(name), &length.to_le_bytes(), payload].concat()
}

/// The content of a file of the index called `name`.
///
/// # Errors
/// It is another file, or not all of it.
pub fn unseal<'a>(name: &str, file: &'a [u8]) -> Result<&'a [u8], PartFault> {
    let rest = file.strip_prefix(MAGIC).and_then(|rest| rest.strip_prefix(stamp(name)));
    let (length, payload) = rest.and_then(|rest| rest.split_first_chunk()).ok_or(PartFault::Foreign)?;
    let is_whole = payload.len() == u32::from_le_bytes(*length) as usize;
    is_whole.then_some(payload).ok_or(PartFault::CutOff)
}

fn stamp(name: &str) -> &[u8] {
    &name.as_bytes()[..name.len().min(STAMP)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_files_of_the_same_build_are_read() {
        let file = seal("0123456789ab", b"content");
        assert_eq!(unseal("0123456789ab", &file), Ok(&b"content"[..]));
        assert_eq!(unseal("ffffffffffff", &file), Err(PartFault::Foreign));
        assert_eq!(unseal("0123456789ab", b"<!doctype html>"), Err(PartFault::Foreign));
        assert_eq!(unseal("0123456789ab", &file[..20]), Err(PartFault::CutOff));
        assert_eq!(unseal("0123456789ab", &file[..10]), Err(PartFault::Foreign));
    }
}
