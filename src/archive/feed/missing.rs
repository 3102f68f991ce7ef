//! Fills what an item lacks from what is around it, and says so. Nothing is invented in our own files but a title.

use super::date;
use super::file::Author;
use super::item::Context;
use crate::archive::stand_in::{stand_in_id, stand_in_title};
use crate::article::{Article, Problem, ProblemCode, Provenance, Publisher, Timestamp};

/// The importer's name in [`Provenance`].
const IMPORTER: &str = "json-feed";

/// The article with an id and a title, and, if the feed is a foreign one, with what the feed says for all.
pub(super) fn fill(mut article: Article, context: &Context<'_>, place: &str) -> (Article, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut note = |code, field: &str, message: String| {
        problems.push(Problem::new(code, format!("{place}.{field}"), message));
    };
    if article.id.is_empty() {
        article.id = stand_in_id(&article);
        note(ProblemCode::Missing, "id", format!("no id; it is now {}", article.id));
    }
    if !context.is_ours {
        if article.published.is_none()
            && let Some(day) = article.url.as_deref().and_then(date::from_address)
        {
            article.published = Some(Timestamp::day(day));
            note(ProblemCode::Guessed, "date_published", format!("no date; {day} is in its address"));
        }
        article = with_context(article, context);
    }
    if article.title.is_empty() {
        article.title = stand_in_title(&article);
        note(ProblemCode::Missing, "title", format!("no title; it is now '{}'", article.title));
    }
    (article, problems)
}

fn with_context(article: Article, context: &Context<'_>) -> Article {
    let head = context.head;
    let publisher = article.publisher.or_else(|| {
        let named = article.url.is_some() && !head.title.is_empty();
        named.then(|| Publisher { name: head.title.clone(), url: head.home.clone(), ..Publisher::default() })
    });
    let authors = if article.authors.is_empty() {
        let named = context.authors.iter().filter(|author| author.name.is_some());
        let person = |author: &Author| crate::article::Person {
            name: author.name.clone().unwrap_or_default(),
            url: author.url.clone(),
        };
        named.map(person).collect()
    } else {
        article.authors
    };
    let (source, importer) = (context.source.to_owned(), IMPORTER.to_owned());
    let provenance = article.provenance.or(Some(Provenance { source, importer, page: None }));
    Article {
        publisher,
        authors,
        provenance,
        language: article.language.or(head.language.clone()),
        ..article
    }
}

/// `authors`, and where there are none, the `author` of version 1.
pub(super) fn authors(authors: Option<Vec<Author>>, author: Option<Author>) -> Vec<Author> {
    authors.filter(|authors| !authors.is_empty()).unwrap_or_else(|| author.into_iter().collect())
}
