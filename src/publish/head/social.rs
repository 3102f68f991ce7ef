//! What chat apps and reference managers read: Open Graph (<https://ogp.me>), which Twitter's card falls back on.

use crate::article::{Article, Language};
use crate::site::SiteName;

use super::elements::Elements;
use super::facts::{Facts, Kind};
use super::picture::Preview;

/// The territory that Open Graph wants with each language: that of most of its readers, where none is told.
const TERRITORIES: [(&str, &str); 26] = [
    ("ar", "AR"),
    ("bg", "BG"),
    ("cs", "CZ"),
    ("da", "DK"),
    ("de", "DE"),
    ("el", "GR"),
    ("en", "US"),
    ("es", "ES"),
    ("fa", "IR"),
    ("fi", "FI"),
    ("fr", "FR"),
    ("he", "IL"),
    ("hi", "IN"),
    ("hu", "HU"),
    ("id", "ID"),
    ("it", "IT"),
    ("ja", "JP"),
    ("ko", "KR"),
    ("nl", "NL"),
    ("pl", "PL"),
    ("pt", "PT"),
    ("ru", "RU"),
    ("sv", "SE"),
    ("tr", "TR"),
    ("uk", "UA"),
    ("zh", "CN"),
];

/// Adds what is said of a page.
pub(super) fn describe(
    facts: &Facts<'_>,
    site: &SiteName,
    picture: Option<&Preview>,
    head: &mut Elements<'_>,
) {
    let article = match facts.kind {
        Kind::Article(article) => Some(article),
        _ => None,
    };
    head.property("og:type", if article.is_some() { "article" } else { "website" });
    head.property("og:title", &facts.name);
    head.property("og:site_name", &site.title);
    let locale = facts.language.and_then(locale);
    let said = [("og:description", &facts.description), ("og:url", &facts.url), ("og:locale", &locale)];
    for (name, text) in said {
        text.iter().for_each(|text| head.property(name, text));
    }
    if let Some(picture) = picture {
        describe_picture(picture, head);
    }
    if let Some(article) = article {
        describe_article(article, head);
    }
    head.name("twitter:card", if picture.is_some() { "summary_large_image" } else { "summary" });
}

fn describe_picture(picture: &Preview, head: &mut Elements<'_>) {
    head.property("og:image", &picture.url);
    if let Some((width, height)) = picture.size {
        head.property("og:image:width", &width.to_string());
        head.property("og:image:height", &height.to_string());
    }
    if let Some(alt) = &picture.alt {
        head.property("og:image:alt", alt);
    }
}

/// Times are told as exactly as they are known: ISO 8601 lets a day stand alone.
fn describe_article(article: &Article, head: &mut Elements<'_>) {
    let times = [("article:published_time", article.published), ("article:modified_time", article.modified)];
    for (name, at) in times {
        at.iter().for_each(|at| head.property(name, &at.to_string()));
    }
    for author in &article.authors {
        head.property("article:author", author.url.as_deref().unwrap_or(&author.name));
    }
    if let Some(section) = &article.section {
        head.property("article:section", section);
    }
    article.tags.iter().for_each(|tag| head.property("article:tag", tag.as_str()));
}

/// `pt_BR`; `None` for a language whose territory can't be told.
fn locale(language: &Language) -> Option<String> {
    let primary = language.primary();
    let told = language.as_str().split('-').skip(1).find(|part| part.len() == 2);
    let usual = || TERRITORIES.iter().find(|(name, _)| *name == primary).map(|(_, territory)| *territory);
    Some(format!("{primary}_{}", told.or_else(usual)?))
}
