//! The description of an article: its standfirst, else the beginning of its text.

use std::borrow::Cow;

use crate::article::{Article, Block, plain_text};

/// About as much as search engines and chat apps show.
const CHARACTERS: usize = 200;

/// `None` if the article says nothing in words.
pub(in crate::publish) fn description(article: &Article) -> Option<Cow<'_, str>> {
    if let Some(standfirst) = &article.standfirst {
        return Some(Cow::Borrowed(standfirst));
    }
    let is_prose = |block: &&Block| matches!(block, Block::Paragraph(_));
    let prose = article.body.iter().filter(is_prose);
    let mut blocks = prose.chain(article.body.iter().filter(|block| !is_prose(block)));
    let text = blocks.find_map(|block| {
        let text = plain_text(std::slice::from_ref(block));
        let words: Vec<&str> = text.split_whitespace().collect();
        (!words.is_empty()).then(|| words.join(" "))
    });
    text.map(|text| Cow::Owned(cut(&text, CHARACTERS).into_owned()))
}

/// At most `characters` of a text, to the end of a word where it has words, with `…` where something was left out.
fn cut(text: &str, characters: usize) -> Cow<'_, str> {
    let Some((end, _)) = text.char_indices().nth(characters) else { return Cow::Borrowed(text) };
    let word_end = text[..end].rfind(' ').filter(|at| *at > end / 2).unwrap_or(end);
    let kept = text[..word_end].trim_end_matches(|c: char| c.is_whitespace() || ",;:–—-".contains(c));
    Cow::Owned(format!("{kept}…"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::html;

    #[test]
    fn long_texts_end_with_a_word() {
        assert_eq!(cut("one two", 7), "one two");
        assert_eq!(cut("one two, three", 12), "one two…");
        assert_eq!(cut("报纸报纸报纸", 4), "报纸报纸…");
    }

    #[test]
    fn prose_comes_before_headings() {
        let body = html::read("<h2>Head</h2><p> </p><p>A <em>first</em><br>line</p>", None).0;
        let article = Article { body, ..Article::default() };
        assert_eq!(description(&article).as_deref(), Some("A first line"));
        assert_eq!(description(&Article::default()), None);
        let article = Article { standfirst: Some("S".into()), ..article };
        assert_eq!(description(&article).as_deref(), Some("S"));
    }
}
