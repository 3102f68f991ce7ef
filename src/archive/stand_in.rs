//! An id and a title for an article that came without. Depends on what it says and on nothing else.

use sha2::{Digest, Sha256};

use crate::article::Article;

/// How long a title made of the first words may be, in characters.
const TITLE_CHARACTERS: usize = 80;

/// An id for an article that came without: its address, or a hash of what it says.
pub(crate) fn stand_in_id(article: &Article) -> String {
    if let Some(url) = &article.url {
        return url.clone();
    }
    let published = article.published.map(|published| published.to_string()).unwrap_or_default();
    let body = article.body_text();
    let parts: [&str; 4] =
        [&article.title, article.standfirst.as_deref().unwrap_or_default(), &published, &body];
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    let hex: String = hash.finalize()[..16].iter().map(|byte| format!("{byte:02x}")).collect();
    format!("sha256:{hex}")
}

/// The first words of the text, or what else there is.
pub(crate) fn stand_in_title(article: &Article) -> String {
    let text = article.body_text();
    let texts = [text.as_str(), article.standfirst.as_deref().unwrap_or_default(), &article.id];
    let text = texts.into_iter().find(|text| !text.trim().is_empty()).unwrap_or_default();
    let line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let words: Vec<&str> = line.split_whitespace().collect();
    let mut title = String::new();
    for (nth, word) in words.iter().enumerate() {
        if nth > 0 && title.chars().count() + 1 + word.chars().count() > TITLE_CHARACTERS {
            return title + " …";
        }
        if nth > 0 {
            title.push(' ');
        }
        title.push_str(word);
    }
    match title.char_indices().nth(TITLE_CHARACTERS) {
        Some((end, _)) => format!("{}…", &title[..end]),
        None => title,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_made_from_the_content_is_stable() {
        let article = Article { title: "Wire".to_owned(), ..Article::default() };
        assert_eq!(stand_in_id(&article), stand_in_id(&article.clone()));
        assert!(stand_in_id(&article).starts_with("sha256:"));
        let other = Article { standfirst: Some("Wire".to_owned()), ..Article::default() };
        assert_ne!(stand_in_id(&article), stand_in_id(&other));
    }
}
