//! What a feed says of itself.

use super::place::Place;
use super::text;
use crate::archive::Archive;
use crate::article::html::address;
use crate::article::{Language, Person};
use crate::import::people;
use crate::import::xml::Element;

/// Title, description, home, language and rights.
pub(super) fn about(channel: &Element, place: &Place) -> Archive {
    let mut about = Archive::new(text::line(channel, &["title", "dc:title"]).unwrap_or_default());
    about.description = text::line(
        channel,
        &["description", "subtitle", "tagline", "dc:description", "itunes:subtitle", "itunes:summary"],
    );
    about.home = link(channel, place);
    let language = channel.said(&["language", "dc:language"]).or_else(|| place.language.clone());
    about.language = language.as_deref().and_then(Language::parse);
    about.rights = text::line(channel, &["copyright", "rights", "dc:rights"]);
    about
}

/// The address of the page that an entry or a feed stands for.
pub(super) fn link(element: &Element, place: &Place) -> Option<String> {
    let written = element.all("link").filter(|link| link.attribute("href").is_none());
    let written = written.map(|link| link.text());
    let is_page = |link: &&Element| {
        matches!(link.attribute("rel"), None | Some("alternate"))
            && !link.attribute("type").is_some_and(|kind| {
                kind.contains("json") || kind.ends_with("+xml") && !kind.contains("xhtml")
            })
    };
    let linked = element.all("link").filter(is_page);
    let linked = linked.filter_map(|link| Some(link.attribute("href")?.to_owned()));
    written.chain(linked).find_map(|link| address::web(&link, place.base.as_ref()).ok())
}

/// Who wrote it, in all the ways in which feeds say so.
pub(super) fn authors(element: &Element, place: &Place) -> Vec<Person> {
    let mut all: Vec<Person> = Vec::new();
    for author in element.children().filter(|child| is_author(&child.name)) {
        let found = if author.has_children() {
            person(author, place).into_iter().collect()
        } else {
            people::read(&crate::import::draft::plain(&author.text().replace('<', "&lt;")))
        };
        for person in found {
            if !all.iter().any(|known| known.name == person.name) {
                all.push(person);
            }
        }
    }
    all
}

fn is_author(name: &str) -> bool {
    matches!(name, "author" | "dc:creator" | "dc:author" | "itunes:author" | "managingEditor")
}

/// An author of Atom.
fn person(author: &Element, place: &Place) -> Option<Person> {
    let name = text::line(author, &["name"]).or_else(|| author.said(&["email"]))?;
    let url = author.said(&["uri", "url", "homepage"]);
    Some(Person { name, url: url.and_then(|url| address::web(&url, place.base.as_ref()).ok()) })
}
