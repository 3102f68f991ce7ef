//! Writes the archive's file. Equal archives give equal bytes.

use std::io;

use rayon::prelude::*;
use serde::ser::{Serialize, SerializeSeq as _, Serializer};
use serde_json::Value;

use super::field::Field;
use super::file::{Author, FeedFile, Item, OurFeed, OurItem};
use super::{ABOUT, VERSION};
use crate::archive::{Archive, Entry};
use crate::article::{Article, Picture, Timestamp, html};

/// A JSON Feed 1.1, indented, with a line end at its end.
#[must_use]
pub fn write(archive: &Archive) -> String {
    let mut bytes = Vec::new();
    write_to(archive, &mut bytes).expect("memory takes all that is written");
    String::from_utf8(bytes).expect("JSON is UTF-8")
}

/// The same, bit by bit: the file is never held as a whole.
///
/// # Errors
///
/// If `out` fails.
pub fn write_to(archive: &Archive, out: &mut impl io::Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &file(archive))?;
    out.write_all(b"\n")
}

fn file(archive: &Archive) -> FeedFile<Items<'_>> {
    let language = archive.language.as_ref().map(|language| language.as_str().to_owned());
    FeedFile {
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
        items: Some(Items(archive.entries())),
        ..FeedFile::default()
    }
}

/// Entries, each made an item as late as possible.
#[derive(Default)]
struct Items<'a>(&'a [Entry]);

impl Serialize for Items<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        /// How many are made at once.
        const AT_ONCE: usize = 256;
        let mut items = serializer.serialize_seq(Some(self.0.len()))?;
        for some in self.0.chunks(AT_ONCE) {
            let some: Vec<Item> = some.par_iter().map(item).collect();
            some.iter().try_for_each(|item| items.serialize_element(item))?;
        }
        items.end()
    }
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
        duplicates: list(entry.kin.duplicates.iter().cloned()),
        versions: list(entry.kin.versions.iter().cloned()),
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
