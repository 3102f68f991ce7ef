//! A name for an article that has no address. Depends on what it says and on nothing else.

use sha2::{Digest, Sha256};

use crate::article::Article;

/// The first 128 bits of the SHA-256 of day, headline and text, as a `nih` name (RFC 6920): the same article in
/// another file has the same name.
pub(super) fn of_content(article: &Article) -> String {
    let day = article.published.map(|published| published.date.to_string()).unwrap_or_default();
    let hash = Sha256::digest(format!("{day}\n{}\n{}", article.title, article.body_text()));
    let hex: String = hash.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    format!("nih:sha-256-128;{hex}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_words_have_the_same_name() {
        let article = |title: &str| Article { title: title.to_owned(), ..Article::default() };
        assert_eq!(of_content(&article("a")), of_content(&article("a")));
        assert_ne!(of_content(&article("a")), of_content(&article("b")));
        assert_eq!(of_content(&article("a")).len(), "nih:sha-256-128;".len() + 32);
    }
}
