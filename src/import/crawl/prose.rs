//! Whether a line is written text or a label. Judges by form alone: length, words, and how it ends.

use super::paragraphs::{is_closing, is_terminator};

/// What a line can be told to be without its neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    /// One or more sentences, long enough to open a body.
    Prose,
    /// A short sentence: text inside a body, nothing outside.
    Remark,
    /// No sentence: a headline, a heading or a label.
    Label,
}

/// Weighs a line.
pub(super) fn weigh(line: &str) -> Weight {
    let length = line.chars().count();
    let has_sentence = ends_sentence(line) || line.contains(is_terminator);
    if (length >= 60 && ends_sentence(line)) || (length >= 150 && has_sentence) || length >= 250 {
        Weight::Prose
    } else if ends_sentence(line) && !is_cut(line) && length >= 8 {
        Weight::Remark
    } else {
        Weight::Label
    }
}

/// Whether the last thing, but for quotation marks and brackets, is a full stop or its like.
pub(super) fn ends_sentence(line: &str) -> bool {
    let line = line.trim_end_matches(|c: char| c.is_whitespace() || is_closing(c) || c == '"');
    line.ends_with(is_terminator) || line.ends_with('。')
}

/// Whether a machine cut the text short: it ends with three dots.
pub(super) fn is_cut(line: &str) -> bool {
    line.ends_with("...") || line.ends_with('…')
}

/// Whether a label could be a headline or a heading: some words, not a whole story.
pub(super) fn is_headline(line: &str) -> bool {
    let length = line.chars().count();
    let letters = line.chars().filter(|c| c.is_alphabetic()).count();
    let words = line.split_whitespace().count();
    let wide = line.chars().filter(|c| ('\u{3040}'..='\u{9fff}').contains(c)).count();
    length <= 200 && letters * 2 > length && (words >= 3 || (words == 2 && length >= 12) || wide >= 5)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_remarks_and_labels_are_told_apart() {
        let prose =
            "The wheel of the mill at Fennel Bridge turned again on Friday, for the first time in years.";
        assert_eq!(weigh(prose), Weight::Prose);
        assert_eq!(weigh("\"Not today,\" she said."), Weight::Remark);
        assert_eq!(weigh("World news"), Weight::Label);
        assert_eq!(weigh("Read more..."), Weight::Label);
        assert!(ends_sentence("(It did.)") && ends_sentence("هل يعود؟") && !ends_sentence("Old mill"));
    }

    #[test]
    fn headlines_have_some_words() {
        assert!(is_headline("Old mill turns again") && is_headline("磨坊重新转动"));
        assert!(
            !is_headline("News") && !is_headline("Counter@Example.org") && !is_headline("1920 1080 60 20")
        );
    }
}
