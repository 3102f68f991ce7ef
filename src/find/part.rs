//! The files that the index is cut into, and how one is told from a damaged one or another build's.

/// Letters of the index's name that stand in the head of each file.
const STAMP: usize = 8;

const MAGIC: &[u8] = b"BIf4";

/// One file of the index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IndexPart {
    /// A shard of the dictionary of words.
    Words(u32),
    /// A cut of the posting lists of words, all as long as [`Catalog::part`](super::Catalog::part) says but the last.
    Postings(u32),
    /// A cut of the lists of places of words, likewise.
    Places(u32),
    /// A cut of the posting lists of sections and tags, likewise.
    Lists(u32),
    /// The section and the tags of each of some thousand articles.
    Rows(u32),
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

impl IndexPart {
    /// The name of its file: `w0`, `p12`, `q3`, `l0`, `r7`.
    #[must_use]
    pub fn file(self) -> String {
        let (kind, number) = match self {
            Self::Words(number) => ('w', number),
            Self::Postings(number) => ('p', number),
            Self::Places(number) => ('q', number),
            Self::Lists(number) => ('l', number),
            Self::Rows(number) => ('r', number),
        };
        format!("{kind}{number}")
    }
}

/// Puts the head before a part of the index called `name`: a sign, the beginning of the name, the length and the checksum.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn seal(name: &str, payload: &[u8]) -> Vec<u8> {
    let length = u32::try_from(payload.len()).expect("a part is cut to some kilobytes");
    [MAGIC, stamp(name), &length.to_le_bytes(), &fnv1a(payload).to_le_bytes(), payload].concat()
}

/// The content of a file of the index called `name`.
///
/// # Errors
/// It is another file, or not all of it.
pub fn unseal<'a>(name: &str, file: &'a [u8]) -> Result<&'a [u8], PartFault> {
    let rest = file.strip_prefix(MAGIC).and_then(|rest| rest.strip_prefix(stamp(name)));
    let (length, rest) = rest.and_then(|rest| rest.split_first_chunk()).ok_or(PartFault::Foreign)?;
    let (sum, payload) = rest.split_first_chunk().ok_or(PartFault::CutOff)?;
    if payload.len() != u32::from_le_bytes(*length) as usize {
        return Err(PartFault::CutOff);
    }
    if fnv1a(payload) == u32::from_le_bytes(*sum) { Ok(payload) } else { Err(PartFault::Damaged) }
}

/// FNV-1a with 32 bits.
#[must_use]
pub fn fnv1a(payload: &[u8]) -> u32 {
    payload.iter().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

fn stamp(name: &str) -> &[u8] {
    &name.as_bytes()[..name.len().min(STAMP)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_files_of_the_same_build_are_read() {
        let mut file = seal("0123456789ab", b"content");
        assert_eq!(unseal("0123456789ab", &file), Ok(&b"content"[..]));
        assert_eq!(unseal("ffffffffffff", &file), Err(PartFault::Foreign));
        assert_eq!(unseal("0123456789ab", b"<!doctype html>"), Err(PartFault::Foreign));
        assert_eq!(unseal("0123456789ab", &file[..20]), Err(PartFault::CutOff));
        assert_eq!(unseal("0123456789ab", &file[..10]), Err(PartFault::Foreign));
        *file.last_mut().unwrap() ^= 1;
        assert_eq!(unseal("0123456789ab", &file), Err(PartFault::Damaged));
    }
}
