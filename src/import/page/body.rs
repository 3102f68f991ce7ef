//! The text of a page without what is around it, as Readability finds it.

use std::borrow::Cow;

use dom_smoothie::{Config, Readability};

use super::said::Said;
use crate::article::html;

/// No page that people read is nested deeper.
const MAX_DEPTH: usize = 128;

/// What was found.
#[derive(Default)]
pub(super) struct Found {
    /// HTML of the text.
    pub(super) html: String,
    /// What else was told from the page.
    pub(super) said: Said,
}

const FROM: &str = "the text of the page";

/// The part of the page that is the article; all of it, if there is no telling.
pub(super) fn find(page: &str) -> Found {
    let config = Config {
        max_elements_to_parse: 200_000,
        disable_json_ld: true,
        keep_classes: true,
        ..Config::default()
    };
    let article = Readability::new(page, None, Some(config)).and_then(|mut page| page.parse());
    let Ok(article) = article else { return Found { html: page.to_owned(), ..Found::default() } };
    let mut said = Said::default();
    said.add("title", &article.title, FROM);
    for (field, text) in [
        ("author", &article.byline),
        ("site", &article.site_name),
        ("language", &article.lang),
        ("published", &article.published_time),
        ("picture", &article.image),
    ] {
        said.add(field, text.as_deref().unwrap_or_default(), FROM);
    }
    Found { html: article.content.to_string(), said }
}

/// The page, with elements that are nested too deeply taken out: parsers of HTML are slow or worse with them.
pub(super) fn bounded(page: &str) -> Cow<'_, str> {
    html::bounded(page, MAX_DEPTH)
}

/// Whether two addresses differ in size or host of the same file only.
pub(super) fn is_same_picture(one: &str, other: &str) -> bool {
    let file = |url: &str| {
        let path = url.split(['?', '#']).next().unwrap_or_default();
        path.rsplit('/').next().unwrap_or_default().to_owned()
    };
    one == other || (file(one).len() > 8 && file(one) == file(other))
}
