//! Reads a data file, and says what is wrong with one that can't be read.

use serde_json::Value;

use crate::article::FromJson;

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
    let value: Value = serde_json::from_str(text).map_err(|error| explain(file, &error))?;
    let file = file.to_owned();
    match value["backissue"].as_i64().map(|found| u32::try_from(found).unwrap_or(u32::MAX)) {
        Some(found) if found > VERSION => Err(DataError::Newer { file, found }),
        _ => T::from_json(value)
            .map_err(|mismatch| DataError::Unreadable { file, message: mismatch.to_string() }),
    }
}

fn explain(file: &str, error: &serde_json::Error) -> DataError {
    let file = file.to_owned();
    if error.is_eof() {
        return DataError::CutOff { file, line: error.line(), column: error.column() };
    }
    DataError::Unreadable { file, message: error.to_string() }
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
        assert!(message("<!doctype html>").contains("line 1 column 1"));
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
