//! Makes an article of a record's fields. What is wrong with it is noted; only a record that says nothing is rejected.

use std::collections::HashSet;

use serde_json::Value;
use url::Url;

use super::found::Candidate;
use super::{Field, Found, Named, body, people, value, wire};
use crate::article::html::address;
use crate::article::{
    Article, Language, Origin, Picture, Problem, ProblemCode, Publisher, Record, Rejection, Slug, Tag,
    Timestamp, loose_date,
};
use crate::import::{Source, entities};

/// Reads one record.
pub(in crate::import) fn record(place: String, named: &Named, source: &Source<'_>) -> Record {
    let found = Found::of(named, &source.settings.fields);
    if let Some(status) = unpublished(&found) {
        let hint = "publish it first, or leave out the field with --map status=";
        return Record::rejected(place, Rejection::new(format!("it is not published: {status}"), hint));
    }
    let mut making = Making { found: &found, problems: Vec::new(), origins: Vec::new() };
    let article = making.article(source);
    if article.title.is_empty() && article.body.is_empty() && article.standfirst.is_none() {
        let names: Vec<&str> = named.keys().map(String::as_str).take(12).collect();
        let reason = format!("there is neither a headline nor a text in its fields: {}", names.join(", "));
        let hint = "name them, as in --map title=FIELD,body=FIELD; --dry-run shows the guess";
        return Record::rejected(place, Rejection::new(reason, hint));
    }
    let slug = making.text(Field::Slug).and_then(|slug| Slug::new(&slug.to_lowercase()));
    let Making { problems, origins, .. } = making;
    Record { origins, slug, ..Record::new(place, article, problems) }
}

/// What says that it is a draft or the like.
fn unpublished(found: &Found<'_>) -> Option<String> {
    let Candidate { name, value, .. } = found.all(Field::Status).first()?;
    let is_draft = match value {
        Value::Bool(is_draft) => *is_draft && name.to_lowercase().contains("draft"),
        value => {
            let status = value::text(value)?.to_lowercase();
            ["draft", "private", "trash", "pending", "auto-draft"].contains(&status.as_str())
        }
    };
    is_draft.then(|| format!("{name} is {value}"))
}

fn is_front_page(url: &str) -> bool {
    Url::parse(url).is_ok_and(|url| url.path().trim_matches('/').is_empty() && url.query().is_none())
}

struct Making<'a> {
    found: &'a Found<'a>,
    problems: Vec<Problem>,
    origins: Vec<Origin>,
}

impl Making<'_> {
    fn article(&mut self, source: &Source<'_>) -> Article {
        let url = self.url();
        let base = url.as_deref().and_then(|url| Url::parse(url).ok());
        let mut article = Article {
            title: self.text(Field::Title).map(|title| body::line(&title)).unwrap_or_default(),
            authors: self
                .with(Field::Authors, |value| Some(people::people(value)).filter(|all| !all.is_empty()))
                .unwrap_or_default(),
            published: self.date(Field::Published),
            modified: self.date(Field::Modified),
            section: self.section(),
            tags: self.tags(),
            keywords: self.with(Field::Keywords, |value| Some(value::list(value))).unwrap_or_default(),
            picture: self.picture(base.as_ref()),
            publisher: self.publisher(),
            language: self.language(),
            rights: self.text(Field::Rights).map(|text| body::line(&text)),
            ..Article::default()
        };
        let publisher = article.publisher.as_ref().map(|publisher| publisher.name.as_str());
        let from = body::From { base: base.as_ref(), publisher: publisher.unwrap_or_default() };
        if let Some(body) = body::read(self.found.all(Field::Body), &from) {
            self.origin(Field::Body, body.name);
            self.problems.extend(body.problems);
            article.body = body.blocks;
        }
        if wire::strip_headline(&mut article) {
            let message = "it began with the headline, which stands above it";
            self.note(ProblemCode::Simplified, Field::Body, message.to_owned());
        }
        article.standfirst = self.standfirst(&article);
        article.id = self.id(url.as_deref(), source);
        article.url = url;
        article
    }

    /// What `read` makes of the most trusted candidate that it can read.
    fn with<T>(&mut self, field: Field, read: impl Fn(&Value) -> Option<T>) -> Option<T> {
        let candidates = self.found.all(field);
        let (name, value) = candidates.iter().find_map(|one| Some((one.name, read(one.value)?)))?;
        self.origin(field, name);
        Some(value)
    }

    fn origin(&mut self, field: Field, name: &str) {
        self.origins.push(Origin::new(field.name(), name));
    }

    fn note(&mut self, code: ProblemCode, field: Field, message: String) {
        self.problems.push(Problem::new(code, field.name(), message));
    }

    fn text(&mut self, field: Field) -> Option<String> {
        self.with(field, value::text)
    }

    fn url(&mut self) -> Option<String> {
        let url = self.with(Field::Url, |value| address::web(value::address(value)?, None).ok());
        if url.is_none()
            && let Some(first) = self.found.all(Field::Url).first().filter(|first| first.name != "source")
            && let Some(text) = value::text(first.value)
        {
            self.note(
                ProblemCode::Unreadable,
                Field::Url,
                format!("'{text}' is not a web address; left out"),
            );
        }
        url
    }

    /// The address where there is one; else the source's own, made unique by the source's name unless it is already.
    fn id(&mut self, url: Option<&str>, source: &Source<'_>) -> String {
        let own = self.text(Field::Id);
        match (url, own) {
            // A front page is no article's own address.
            (Some(url), _) if !is_front_page(url) => url.to_owned(),
            (_, Some(own)) if own.contains(':') || own.len() >= 24 => own,
            (_, Some(own)) => format!("{}#{own}", source.name()),
            (_, None) => String::new(),
        }
    }

    fn date(&mut self, field: Field) -> Option<Timestamp> {
        let text = self.text(field)?;
        loose_date::take(&entities::resolve(&text), field.name(), &mut self.problems)
    }

    fn section(&mut self) -> Option<String> {
        self.with(Field::Section, |value| match value {
            Value::Number(_) | Value::Array(_) => None,
            value => value::text(value).map(|text| body::line(&text)),
        })
    }

    /// All fields that hold tags together, as some sources keep tags and categories apart.
    fn tags(&mut self) -> Vec<Tag> {
        let mut tags: Vec<Tag> = Vec::new();
        let mut known: HashSet<String> = HashSet::new();
        for candidate in self.found.all(Field::Tags) {
            let list = value::list(candidate.value);
            if list.is_empty() {
                let message = format!("'{}' holds numbers, not names; left out", candidate.name);
                self.note(ProblemCode::Unreadable, Field::Tags, message);
                continue;
            }
            self.origin(Field::Tags, candidate.name);
            let list = list.iter().filter_map(|tag| Tag::new(&body::line(tag)));
            tags.extend(list.filter(|tag| known.insert(tag.as_str().to_owned())));
        }
        tags
    }

    fn picture(&mut self, base: Option<&Url>) -> Option<Picture> {
        self.with(Field::Picture, |value| {
            let src = address::picture(value::address(value)?, base).ok()?;
            let say = |name: &str| value.get(name).and_then(value::text).map(|text| body::line(&text));
            let alt = say("alt").or_else(|| say("alt_text"));
            Some(Picture { src, alt, caption: say("caption"), ..Picture::default() })
        })
    }

    /// A name, not an address.
    fn publisher(&mut self) -> Option<Publisher> {
        let name = self.with(Field::Publisher, |value| {
            value::text(value).filter(|text| !text.contains("://") && text.parse::<f64>().is_err())
        })?;
        Some(Publisher { name: body::line(&name), ..Publisher::default() })
    }

    fn language(&mut self) -> Option<Language> {
        let text = self.text(Field::Language)?;
        let language = Language::parse(&text);
        if language.is_none() {
            self.note(
                ProblemCode::Unreadable,
                Field::Language,
                format!("'{text}' is not a language tag; left out"),
            );
        }
        language
    }

    /// Left out if it is what the text begins with, as excerpts made by programs are.
    fn standfirst(&mut self, article: &Article) -> Option<String> {
        let text = self.text(Field::Standfirst).map(|text| body::line(&text))?;
        let stem = text.trim_end_matches(['.', '…', ']', '[', '&', ' ']);
        let body = article.body_text();
        let mut first = body.chars().filter(|c| c.is_alphanumeric());
        let is_excerpt = !stem.is_empty()
            && stem.chars().filter(|c| c.is_alphanumeric()).take(2000).all(|c| first.next() == Some(c));
        (!text.is_empty() && !is_excerpt).then_some(text)
    }
}
