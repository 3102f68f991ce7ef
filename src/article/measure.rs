//! How long an article takes to read.

use super::Article;

/// Silent reading of prose: 238 words a minute (Brysbaert 2019); 500 characters for scripts without word spaces.
const WORDS_A_MINUTE: usize = 238;
const CHARACTERS_A_MINUTE: usize = 500;

/// Whole minutes, at least one; zero if there is no text.
#[must_use]
pub fn reading_minutes(article: &Article) -> u32 {
    let text = article.body_text();
    let (words, dense) = if text.is_ascii() { (ascii_words(&text), 0) } else { words_and_unspaced(&text) };
    if dense + words == 0 {
        return 0;
    }
    let minutes =
        (words * CHARACTERS_A_MINUTE + dense * WORDS_A_MINUTE).div_ceil(WORDS_A_MINUTE * CHARACTERS_A_MINUTE);
    u32::try_from(minutes).unwrap_or(u32::MAX)
}

fn words_and_unspaced(text: &str) -> (usize, usize) {
    let dense = text.chars().filter(|c| is_unspaced(*c)).count();
    (text.split_whitespace().filter(|word| !word.chars().any(is_unspaced)).count(), dense)
}

/// The same in a fraction of the time, for the texts that most archives have.
fn ascii_words(text: &str) -> usize {
    text.as_bytes().split(|byte| matches!(byte, 9..=13 | b' ')).filter(|word| !word.is_empty()).count()
}

/// Thai, Lao, Khmer, Burmese, kana and ideographs.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Block, Span};

    fn minutes(text: String) -> u32 {
        let body = vec![Block::Paragraph(vec![Span::Text(text)])];
        reading_minutes(&Article { body, ..Article::default() })
    }

    #[test]
    fn words_and_characters_both_count() {
        assert_eq!(minutes(String::new()), 0);
        assert_eq!(minutes("word ".repeat(10)), 1);
        assert_eq!(minutes("word ".repeat(476)), 2);
        assert_eq!(minutes("报".repeat(1500)), 3);
        for text in ["", " a\tb\u{b}c\r\nd  ", "a", "\u{1f}"] {
            assert_eq!((ascii_words(text), 0), words_and_unspaced(text), "{text:?}");
        }
    }
}
