//! Tells an article that shares its address or id with another, by a mistake of its source, from a version of it.

use std::collections::BTreeSet;

use crate::article::Article;

/// How many words are compared.
const WORDS: usize = 400;

/// Whether `new` says something else altogether: another headline above a text that shares less than a third of its
/// words. Without a text on both sides nothing can be told, and it is a version.
pub(super) fn is_another(old: &Article, new: &Article) -> bool {
    if old.title == new.title || old.body.is_empty() || new.body.is_empty() {
        return false;
    }
    let (old, new) = (old.body_text(), new.body_text());
    let words = |text: &str| -> BTreeSet<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 3);
        words.take(WORDS).map(str::to_lowercase).collect()
    };
    let (old, new) = (words(&old), words(&new));
    let shared = old.intersection(&new).count();
    shared * 3 < old.len().min(new.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Block, Span};

    #[test]
    fn another_text_is_another_article_and_a_correction_is_not() {
        let article = |title: &str, text: &str| Article {
            title: title.to_owned(),
            body: vec![Block::Paragraph(vec![Span::text(text)])],
            ..Article::default()
        };
        let first = article("The harbour opens", "The first ship came into the harbour at noon on Tuesday.");
        let corrected =
            article("Harbour opens", "The first ship came into the harbour at noon on Wednesday.");
        let other =
            article("Mill turns again", "After forty years its wheel moved, and everyone cheered loudly.");
        assert!(!is_another(&first, &corrected) && is_another(&first, &other));
        assert!(!is_another(&first, &article("Mill turns again", "")));
    }
}
