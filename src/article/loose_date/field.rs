//! Takes a date out of a field, and says what is wrong with it.

use super::{Loose, read};
use crate::article::{Problem, ProblemCode, Timestamp};

/// What some programs write for "no date".
const ZERO: &str = "0001-01-01";

/// Reads what a source says at `place`. `None` if it says nothing, or what can't be read: that is a problem with its
/// text.
pub(crate) fn take(text: &str, place: &str, problems: &mut Vec<Problem>) -> Option<Timestamp> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let bare = || text.split_once('#').map(|(date, _)| date);
    let loose = read(text).or_else(|| remarked(read(bare()?)?));
    let Some(loose) = loose.filter(|_| !text.starts_with(ZERO)) else {
        let shown: String = text.chars().take(120).collect();
        let message = format!("'{shown}' is not a date that can be read; left out");
        problems.push(Problem::new(ProblemCode::Unreadable, place, message));
        return None;
    };
    if let Some(guessed) = loose.guessed {
        let message = format!("'{text}' was read as {}: {guessed}", loose.at);
        problems.push(Problem::new(ProblemCode::Guessed, place, message));
    }
    Some(loose.at)
}

/// A date with a remark behind it.
fn remarked(loose: Loose) -> Option<Loose> {
    Some(Loose { guessed: loose.guessed.or(Some("what stands behind it is no date")), ..loose })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(text: &str) -> (Option<String>, Vec<Problem>) {
        let mut problems = Vec::new();
        let at = take(text, "published", &mut problems);
        (at.map(|at| at.to_string()), problems)
    }

    #[test]
    fn what_cannot_be_read_keeps_its_text() {
        let (at, problems) = outcome(" some day in June ");
        assert_eq!(at, None);
        assert!(problems[0].message.contains("'some day in June'"), "{}", problems[0]);
        assert_eq!(outcome("0001-01-01T00:00:00Z").0, None);
        let (at, problems) =
            outcome("9-APR-1987 00:00:00.00    # a day that was added later by guesswork of some kind");
        assert_eq!((at.as_deref(), problems[0].code), (Some("1987-04-09T00:00:00"), ProblemCode::Guessed));
        let (at, problems) = outcome("03/04/2023");
        assert_eq!((at.as_deref(), problems[0].code), (Some("2023-03-04"), ProblemCode::Guessed));
    }
}
