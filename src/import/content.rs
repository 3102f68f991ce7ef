//! The content of a source: its bytes, and the text in them for who wants text. Knows no format.

use std::borrow::Cow;
use std::cell::OnceCell;

use super::decode::{self, Decoded};
use crate::article::{Problem, Rejection};

/// The beginning of a source, as far as formats need it to recognise their own.
#[derive(Debug, Clone)]
pub struct Head {
    bytes: Vec<u8>,
    text: String,
}

impl Head {
    /// How much of a source is looked at.
    pub const LEN: usize = 64 * 1024;

    /// The beginning of `bytes`.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        let bytes = &bytes[..bytes.len().min(Self::LEN)];
        Self { bytes: bytes.to_owned(), text: decode::lossy(bytes) }
    }

    /// The first bytes, at most [`Head::LEN`].
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The same as text, as well as can be: what isn't UTF-8 or marked UTF-16 is `\u{fffd}`, and white space and byte
    /// order mark at its beginning are left out. The last character may be cut off.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
}

/// A whole source.
#[derive(Debug)]
pub struct Content<'a> {
    bytes: &'a [u8],
    decoded: OnceCell<Result<Decoded<'a>, Rejection>>,
    plain: OnceCell<String>,
}

impl<'a> Content<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, decoded: OnceCell::new(), plain: OnceCell::new() }
    }

    /// As it is, for formats that are binary or say themselves how they are encoded.
    #[must_use]
    pub fn bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// As UTF-8, or UTF-16 that begins with a byte order mark, without that mark; nothing else is changed. What was
    /// replaced is reported with the source's first record, so an importer needs not do so.
    ///
    /// # Errors
    ///
    /// If it is empty, binary, or mostly not UTF-8.
    pub fn text(&self) -> Result<&str, Rejection> {
        let decoded = self.decoded.get_or_init(|| decode::decode(self.bytes));
        decoded.as_ref().map(|decoded| decoded.text.as_ref()).map_err(Clone::clone)
    }

    /// The text with `\n` as its only line end and no characters that can't be seen, save spaces, joiners and
    /// direction marks.
    ///
    /// # Errors
    ///
    /// As [`Content::text`], and if nothing is to be seen in it.
    pub fn plain_text(&self) -> Result<&str, Rejection> {
        let text = self.text()?;
        let plain = self.plain.get_or_init(|| decode::clean(text));
        if plain.trim().is_empty() { Err(decode::no_text()) } else { Ok(plain) }
    }

    /// What was noticed when the text was asked for.
    pub(super) fn into_problems(self) -> Vec<Problem> {
        let decoded = self.decoded.into_inner();
        decoded.and_then(Result::ok).map(|decoded| decoded.problems).unwrap_or_default()
    }
}

/// Text that was decoded, borrowed where it was UTF-8 already.
pub(super) type Text<'a> = Cow<'a, str>;
