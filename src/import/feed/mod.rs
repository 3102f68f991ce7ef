//! RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, with the extensions that carry text: `content:encoded`, Dublin Core,
//! Media RSS, what podcasts add. Each field is looked for under all its names, whatever the version says.

mod about;
mod entry;
mod media;
mod place;
mod text;

use rayon::prelude::*;

use super::xml::{self, Element};
use super::{Content, Format, Head, Reading, Source, charset, leftovers, markup};
use crate::article::{Problem, ProblemCode, Rejection};

/// Takes what begins with `<rss`, `<rdf:RDF`, `<feed` or `<entry`; a list of feeds too, to say what it is.
pub(super) const FORMAT: Format = Format::new("feed", recognises, read);

fn recognises(head: &Head) -> bool {
    markup::root(head.text())
        .is_some_and(|(name, _)| matches!(name, "rss" | "RDF" | "feed" | "entry" | "opml"))
}

fn read(_: &Source<'_>, content: &Content<'_>) -> Reading {
    let decoded = charset::decode(content.bytes());
    let (root, error) = xml::parse(&decoded.text);
    let Some(root) = root.filter(|root| !root.name.eq_ignore_ascii_case("opml")) else {
        let is_list = markup::root(&decoded.text).is_some_and(|(name, _)| name == "opml");
        return Reading::rejected("the file", if is_list { list_of_feeds() } else { broken(error) });
    };
    let mut reading = reading(&root, &decoded.text);
    let note = |code, note| Problem::new(code, "the file", note);
    reading.problems.extend(decoded.note.map(|text| note(ProblemCode::Guessed, text)));
    reading
        .problems
        .extend(error.map(|error| {
            note(ProblemCode::Unreadable, format!("it could be read up to here only: {error}"))
        }));
    reading
}

/// In RSS the entries stand in the channel, in RSS 1.0 beside it, and a file may be one entry alone.
fn reading(root: &Element, text: &str) -> Reading {
    let channel = root.first(&["channel"]).unwrap_or(root);
    let place = place::Place::default().inside(root).inside(channel);
    let shared = entry::Shared::new(channel, place);
    let own = (root.name == "entry").then_some(root);
    let beside = (!std::ptr::eq(root, channel)).then_some(root);
    let entries = [Some(channel), beside].into_iter().flatten().flat_map(Element::children);
    let entries = entries.filter(|child| matches!(child.name.as_str(), "item" | "entry")).chain(own);
    let entries: Vec<&Element> = entries.collect();
    let record = |(nth, entry): (usize, &&Element)| {
        let mut record = entry::record(nth, &entry.whole(text), &shared);
        leftovers::resolve(&mut record);
        record
    };
    let records = entries.par_iter().enumerate().map(record).collect();
    Reading { about: shared.about, records, ..Reading::default() }
}

fn list_of_feeds() -> Rejection {
    Rejection::new(
        "this is OPML: a list of the addresses of feeds, without articles",
        "download the feeds that it names, and import those files",
    )
}

fn broken(error: Option<String>) -> Rejection {
    let reason = error.unwrap_or_else(|| "there is no element in it".to_owned());
    Rejection::new(
        format!("this feed can't be read: {reason}"),
        "fetch it again; if it stays so, check it with the validator at validator.w3.org/feed",
    )
}
