//! Writes the archive's file. Equal archives give equal bytes.

use serde_json::Value;

use super::field::Field;
use super::file::{Author, FeedFile, Item, OurFeed, OurItem};
use super::{ABOUT, VERSION};
use crate::archive::{Archive, Entry};
use crate::article::{Article, Picture, Timestamp, html};

/// A JSON Feed 1.1, indented, with a line end at its end.
#[must_use]
pub fn write(archive: &Archive) -> String {
    let language = archive.language.as_ref().map(|language| language.as_str().to_owned());
    let file = FeedFile {
        version: Field::Read("https://jsonfeed.org/version/1.1".to_owned()),
        title: Field::Read(archive.title.clone()),
        home_page_url: archive.home.clone().into(),
        description: archive.description.clone().into(),
        language: language.into(),
        ours: Field::Read(OurFeed {
            about: Field::Read(ABOUT.to_owned()),
            version: Field::Read(VERSION),
            rights: archive.rights.clone().into(),
        }),
        items: Some(archive.entries().iter().map(|entry| Field::Read(item(entry))).collect()),
        ..FeedFile::default()
    };
    let mut text = serde_json::to_string_pretty(&file).expect("text, numbers and lists are always JSON");
    text.push('\n');
    text
}

fn item(entry: &Entry) -> Item {
    let article = &entry.article;
    let author =
        |person: &crate::article::Person| Author { name: Some(person.name.clone()), url: person.url.clone() };
    let is_elsewhere = |picture: &&Picture| !picture.is_local();
    let language = article.language.as_ref().map(|language| language.as_str().to_owned());
    Item {
        id: Field::Read(Value::String(article.id.clone())),
        url: article.url.clone().into(),
        title: Field::unless_empty(article.title.clone()),
        summary: article.standfirst.clone().into(),
        content_html: Field::Read(html::write(&article.body)),
        image: article.picture.as_ref().filter(is_elsewhere).map(|picture| picture.src.clone()).into(),
        date_published: article.published.map(|at| at.to_rfc3339()).into(),
        date_modified: article.modified.map(|at| at.to_rfc3339()).into(),
        authors: Field::unless_empty(article.authors.iter().map(author).collect()),
        tags: list(article.tags.iter().map(|tag| tag.as_str().to_owned())),
        language: language.into(),
        ours: Field::Read(our_item(entry, article)),
        ..Item::default()
    }
}

fn our_item(entry: &Entry, article: &Article) -> OurItem {
    OurItem {
        slug: Field::Read(entry.slug.to_string()),
        former_slugs: list(entry.former_slugs.iter().map(ToString::to_string)),
        section: article.section.clone().into(),
        publisher: article.publisher.clone().into(),
        keywords: list(article.keywords.iter().cloned()),
        related: list(article.related.iter().cloned()),
        image: article.picture.clone().filter(says_more).into(),
        published: article.published.as_ref().and_then(inexact).into(),
        modified: article.modified.as_ref().and_then(inexact).into(),
        rights: article.rights.clone().into(),
        provenance: article.provenance.clone().into(),
    }
}

fn list<T: PartialEq>(values: impl Iterator<Item = T>) -> Field<Vec<Field<T>>> {
    Field::unless_empty(values.map(Field::Read).collect())
}

/// Whether the standard's `image`, an absolute address, doesn't say it all.
fn says_more(picture: &Picture) -> bool {
    picture.is_local() || *picture != Picture { src: picture.src.clone(), ..Picture::default() }
}

/// The exact text, if RFC 3339 would say more than is known.
fn inexact(at: &Timestamp) -> Option<String> {
    (at.time.is_none() || at.offset.is_none()).then(|| at.to_string())
}
