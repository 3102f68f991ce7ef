//! Reads a data file, and says what is wrong with one that can't be read.

use crate::article::json::{field, parse};
use crate::article::{Fault, FromJson, Json, Mismatch, from_json};

use super::VERSION;

/// Why a data file could not be used. Names the file, the place and the remedy.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DataError {
    /// The host answered with an error.
    #[error("{file} is missing (the host answered {status})")]
    Missing {
        /// Path below the site's root.
        file: String,
        /// HTTP status.
        status: u16,
    },
    /// No answer came.
    #[error("{file} could not be fetched")]
    Unreachable {
        /// Path below the site's root.
        file: String,
    },
    /// The file ends too early.
    #[error("{file} is cut off at line {line}, column {column}")]
    CutOff {
        /// Path below the site's root.
        file: String,
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
    },
    /// The file is no JSON, or not the expected kind.
    #[error("{file} can’t be read: {message}")]
    Unreadable {
        /// Path below the site's root.
        file: String,
        /// What is wrong, and where.
        message: String,
    },
    /// The file is newer than this program.
    #[error("{file} was written by a newer Backissue (format {found}; this viewer reads up to {VERSION})")]
    Newer {
        /// Path below the site's root.
        file: String,
        /// Its version.
        found: u32,
    },
}

impl DataError {
    /// What a reader can do about it.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Missing { .. } => "The archive may have been moved or published only in part.",
            Self::Unreachable { .. } => "Check the connection, then try again.",
            Self::CutOff { .. } => "The download may have been interrupted. Try again.",
            Self::Unreadable { .. } => "The archive may be damaged. Its publisher can build it anew.",
            Self::Newer { .. } => "Reload the page to get the viewer that fits.",
        }
    }
}

/// Reads the text of `file`, whose shape has a field `backissue` with its version.
///
/// # Errors
/// The text is cut off, not JSON, of another shape, or of a newer version.
pub fn read<T: FromJson>(file: &str, text: &str) -> Result<T, DataError> {
    from_json(&open(file, text)?).map_err(|mismatch| unreadable(file, &mismatch))
}

fn open<'a>(file: &str, text: &'a str) -> Result<Json<'a>, DataError> {
    let json = parse(text).map_err(|fault| explain(file, text, &fault))?;
    if let Json::Number((found, _)) = field(&json, "backissue")
        && let Ok(found) = found.parse()
        && found > VERSION
    {
        return Err(DataError::Newer { file: file.to_owned(), found });
    }
    Ok(json)
}

fn unreadable(file: &str, mismatch: &Mismatch) -> DataError {
    DataError::Unreadable { file: file.to_owned(), message: mismatch.to_string() }
}

fn explain(file: &str, text: &str, fault: &Fault) -> DataError {
    let file = file.to_owned();
    let before = &text.as_bytes()[..fault.offset];
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    let column = before.iter().rev().take_while(|byte| **byte != b'\n').count();
    if fault.is_cut_off {
        return DataError::CutOff { file, line, column };
    }
    let message = format!("{} at line {line}, column {}", fault.message, column + 1);
    DataError::Unreadable { file, message }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::CardChunk;

    fn message(text: &str) -> String {
        read::<CardChunk>("data/cards-0.json", text).unwrap_err().to_string()
    }

    #[test]
    fn each_fault_names_file_and_place() {
        assert_eq!(
            message("{\"backissue\":1,\n\"cards\":[{"),
            "data/cards-0.json is cut off at line 2, column 10"
        );
        assert!(message("<!doctype html>").contains("line 1, column 1"));
        assert!(message(r#"{"backissue":1,"cards":7}"#).contains(".cards: expected a list"));
        assert!(message(r#"{"backissue":2,"cards":7}"#).contains("format 2"));
        assert!(message("").contains("cut off at line 1"));
    }

    #[test]
    fn one_bad_card_leaves_the_others() {
        let text = r#"{"backissue":1,"cards":[{"link":"undated/a","title":"A","minutes":1},{"title":7}]}"#;
        let chunk: CardChunk = read("cards", text).unwrap();
        assert_eq!(chunk.cards[0].0.as_ref().unwrap().title, "A");
        assert!(chunk.cards[1].0.is_err());
    }
}
