//! What is typed into the search box: words, "phrases", -without, and filters such as tag:radio.

use super::words::{Decompose, all_words, is_unspaced};

/// What is asked of the text of articles. All clauses of `all` hold, none of `none`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ask {
    /// What an article must have.
    pub all: Vec<Clause>,
    /// What it must not have.
    pub none: Vec<Clause>,
}

/// One condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Clause {
    /// A folded word; one that is still being typed stands for all that begin with it.
    Word {
        /// At least one letter.
        word: String,
        /// Whether it may go on.
        is_prefix: bool,
    },
    /// Folded words, one directly after another; at least two.
    Phrase(Vec<String>),
}

/// What stands between spaces, or between quotation marks; `-name:"value"`.
pub(super) struct Token<'a> {
    pub start: usize,
    pub end: usize,
    pub is_without: bool,
    /// What stands before a colon; empty if there is none.
    pub name: &'a str,
    /// What follows the colon.
    pub value: Option<Words<'a>>,
    whole: Words<'a>,
}

/// Some words, in quotation marks or not.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    pub text: &'a str,
    pub is_quoted: bool,
    /// Whether the quotation ends.
    pub is_closed: bool,
}

const QUOTES: [char; 7] = ['"', '“', '”', '„', '«', '»', '「'];
const CLOSING: [char; 7] = ['"', '“', '”', '„', '«', '»', '」'];

impl Ask {
    /// Reads what was typed. The last word may still be growing, unless a space or a quotation mark follows it.
    #[must_use]
    pub fn parse(text: &str, decompose: Decompose) -> Self {
        let mut ask = Self::default();
        let ends_open = text.ends_with(|last: char| !last.is_whitespace());
        let mut tokens = tokens(text).peekable();
        while let Some(token) = tokens.next() {
            let grows = ends_open && tokens.peek().is_none() && !token.whole.is_quoted && !token.is_without;
            let clauses = if token.is_without { &mut ask.none } else { &mut ask.all };
            for clause in token.whole.clauses(grows, decompose) {
                if !clauses.contains(&clause) {
                    clauses.push(clause);
                }
            }
        }
        ask
    }

    /// Whether nothing must be there.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty() && self.none.is_empty()
    }
}

impl Words<'_> {
    fn clauses(&self, grows: bool, decompose: Decompose) -> Vec<Clause> {
        let mut words = all_words(self.text, decompose);
        // The last letter of a run without spaces is a word of its own only in texts.
        if words.len() > 1 && self.text.ends_with(is_unspaced) {
            words.pop();
        }
        let is_growing = grows && self.text.ends_with(char::is_alphanumeric);
        match words.len() {
            0 => Vec::new(),
            1 => {
                let word = words.remove(0);
                // A single letter of a script without spaces begins the pairs that it stands in.
                let is_prefix = is_growing || (word.chars().count() == 1 && word.starts_with(is_unspaced));
                vec![Clause::Word { word, is_prefix }]
            }
            _ if is_growing && !self.text.ends_with(is_unspaced) => {
                let last = Clause::Word { word: words.pop().unwrap_or_default(), is_prefix: true };
                let first = match words.len() {
                    1 => Clause::Word { word: words.remove(0), is_prefix: false },
                    _ => Clause::Phrase(words),
                };
                vec![first, last]
            }
            _ => vec![Clause::Phrase(words)],
        }
    }
}

pub(super) fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    let mut end = 0;
    std::iter::from_fn(move || {
        let start = end + text[end..].find(|letter: char| !letter.is_whitespace())?;
        let after = text[start..].strip_prefix(['-', '−']);
        let after = after.filter(|after| after.starts_with(|letter: char| !letter.is_whitespace()));
        let body = text.len() - after.unwrap_or(&text[start..]).len();
        let (words, length) = words(&text[body..]);
        end = body + length;
        let mut token =
            Token { start, end, is_without: after.is_some(), name: "", value: None, whole: words };
        if let Some((name, value)) = words.text.split_once(':').filter(|_| !words.is_quoted) {
            token.name = name;
            let quoted = text[end..].starts_with(QUOTES) && value.is_empty();
            token.value = Some(Words { text: value, is_quoted: false, is_closed: false });
            if quoted {
                let (value, length) = self::words(&text[end..]);
                end += length;
                (token.end, token.value) = (end, Some(value));
                token.whole = Words { text: &text[body..end], is_quoted: false, is_closed: false };
            }
        }
        Some(token)
    })
}

/// The words that a text begins with, and the bytes that they take.
fn words(text: &str) -> (Words<'_>, usize) {
    if let Some(quoted) = text.strip_prefix(QUOTES) {
        let opening = text.len() - quoted.len();
        let end = quoted.find(CLOSING).unwrap_or(quoted.len());
        let closing = quoted[end..].chars().next().map_or(0, char::len_utf8);
        let is_closed = closing > 0;
        return (Words { text: &quoted[..end], is_quoted: true, is_closed }, opening + end + closing);
    }
    let end = text.find(|c: char| c.is_whitespace() || QUOTES.contains(&c)).unwrap_or(text.len());
    (Words { text: &text[..end], is_quoted: false, is_closed: false }, end)
}

#[cfg(test)]
mod tests {
    use super::super::decompose;
    use super::*;

    fn word(word: &str, is_prefix: bool) -> Clause {
        Clause::Word { word: word.to_owned(), is_prefix }
    }

    fn phrase(words: &[&str]) -> Clause {
        Clause::Phrase(words.iter().map(|word| (*word).to_owned()).collect())
    }

    fn parse(text: &str) -> (Vec<Clause>, Vec<Clause>) {
        let Ask { all, none } = Ask::parse(text, decompose);
        (all, none)
    }

    #[test]
    fn words_phrases_and_exclusions() {
        assert_eq!(
            parse("The “night the” cab -war -\"old men\""),
            (
                vec![word("the", false), phrase(&["night", "the"]), word("cab", false)],
                vec![word("war", false), phrase(&["old", "men"])]
            )
        );
        assert_eq!(parse("cab"), (vec![word("cab", true)], vec![]));
        assert_eq!(parse("cab "), (vec![word("cab", false)], vec![]));
        assert_eq!(parse("\"cab\""), (vec![word("cab", false)], vec![]));
        assert_eq!(parse("\"the cab"), (vec![phrase(&["the", "cab"])], vec![]));
        assert_eq!(parse("cab cab "), (vec![word("cab", false)], vec![]));
    }

    #[test]
    fn what_is_written_together_belongs_together() {
        assert_eq!(parse("covid-19 "), (vec![phrase(&["covid", "19"])], vec![]));
        assert_eq!(parse("covid-1"), (vec![word("covid", false), word("1", true)], vec![]));
        assert_eq!(parse("covid-"), (vec![word("covid", false)], vec![]));
    }

    #[test]
    fn scripts_without_spaces() {
        assert_eq!(parse("北京大学"), (vec![phrase(&["北京", "京大", "大学"])], vec![]));
        assert_eq!(parse("北京 "), (vec![word("北京", false)], vec![]));
        assert_eq!(parse("北 "), (vec![word("北", true)], vec![]));
    }

    #[test]
    fn nothing_asked() {
        for text in ["", "  ", "-", "\"\"", "- -", "?!", "«", "--"] {
            assert!(Ask::parse(text, decompose).is_empty(), "{text}");
        }
    }
}
