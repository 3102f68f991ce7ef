//! HTML pages, as a browser saves them: what they say of themselves, and the text without what is around it.
//!
//! A field is taken from the first of these that has it: JSON-LD of an article, Open Graph and its `article:` names,
//! other `<meta>` names (Dublin Core, Parsely, Highwire), microdata and links, `<time>`, and last what a Readability
//! port finds in the text.

mod body;
mod linked;
mod meta;
mod said;

use url::Url;

use self::said::Said;
use super::draft::{Draft, plain};
use super::{Content, Format, Head, Reading, Source, charset, markup};
use crate::article::{Block, ProblemCode, Publisher, Rejection, Timestamp};

/// Takes what begins as a page does.
pub(super) const FORMAT: Format = Format::new("html", recognises, read).one_record();

const ROOTS: [&str; 8] = ["html", "head", "body", "article", "main", "div", "meta", "title"];

fn recognises(head: &Head) -> bool {
    let is_root = |(name, _): (&str, &str)| ROOTS.iter().any(|root| name.eq_ignore_ascii_case(root));
    let text = head.text();
    markup::root(text).is_some_and(is_root)
        || text.get(..14).is_some_and(|start| start.eq_ignore_ascii_case("<!doctype html"))
}

fn read(source: &Source<'_>, content: &Content<'_>) -> Reading {
    let decoded = charset::decode(content.bytes());
    let html = body::bounded(&decoded.text);
    let mut draft = Draft::new("the page");
    if let Some(note) = decoded.note {
        draft.note(ProblemCode::Guessed, "encoding", note);
    }
    let found = body::find(&html);
    let mut said = {
        let document = scraper::Html::parse_document(&html);
        let mut said = linked::read(&document);
        said.extend(meta::read(&document));
        said
    };
    said.extend(saved_from(&decoded.text));
    said.extend(found.said);
    let served = served_from(source);
    let address = said.address(served.as_ref()).or_else(|| served.clone());
    let place = source.base();
    let base = said.base(served.as_ref().or(address.as_ref()).or(place.as_ref()));
    draft.article.body = draft.blocks(&found.html, base.as_ref());
    fill(&mut draft, &said, base.as_ref());
    draft.article.url = address.map(Into::into);
    draft.drop_repetition();
    if draft.article.body.is_empty() && draft.article.standfirst.is_none() {
        let hint = "it may be filled in by a program in the page: save it in a browser after it has loaded";
        return Reading::rejected(
            "the page",
            Rejection::new("no text of an article was found in the page", hint),
        );
    }
    Reading::of(vec![draft.record()])
}

fn fill(draft: &mut Draft, said: &Said, base: Option<&Url>) {
    if let Some((text, from)) = said.first("title") {
        draft.article.title = plain(text);
        draft.from("title", from);
    }
    if let Some((text, from)) = said.first("standfirst") {
        draft.article.standfirst = Some(plain(text)).filter(|text| !text.is_empty());
        draft.from("standfirst", from);
    }
    draft.article.published = date(draft, said, "published");
    draft.article.modified = date(draft, said, "modified").filter(|at| draft.article.published != Some(*at));
    authors(draft, said);
    if let Some(from) = said.from("tag") {
        said.same("tag", from).for_each(|text| text.split([',', ';']).for_each(|tag| draft.tag(tag)));
        draft.from("tags", from);
    }
    if let Some((text, from)) = said.first("section") {
        draft.article.section = Some(plain(text));
        draft.from("section", from);
    }
    draft.article.language = said.first("language").and_then(|(text, _)| draft.language(text));
    draft.article.rights = said.first("rights").map(|(text, _)| plain(text));
    picture(draft, said, base);
    publisher(draft, said, base);
}

/// The address that a crawl has the page from.
fn served_from(source: &Source<'_>) -> Option<Url> {
    Url::parse(source.path).ok().filter(|url| matches!(url.scheme(), "http" | "https"))
}

/// The first that can be read.
fn date(draft: &mut Draft, said: &Said, field: &'static str) -> Option<Timestamp> {
    let mut dates = said.all(field);
    let (at, from) = dates.find_map(|(text, from)| Some((draft.date(text, field)?, from)))?;
    draft.from(field, from);
    Some(at)
}

fn authors(draft: &mut Draft, said: &Said) {
    let Some(from) = said.from("author") else { return };
    said.same("author", from).for_each(|text| draft.authors(text));
    draft.from("authors", from);
}

fn picture(draft: &mut Draft, said: &Said, base: Option<&Url>) {
    let Some((src, from)) = said.first("picture") else { return };
    let Some(mut picture) = draft.picture(src, base) else { return };
    let pixels =
        |name| said.same(name, from).next().and_then(|text| text.parse().ok()).filter(|size| *size > 0);
    picture.width = pixels("picture width");
    picture.height = pixels("picture height");
    picture.alt = said.first("picture alt").map(|(text, _)| plain(text));
    picture.caption = said.first("picture caption").map(|(text, _)| plain(text));
    // It isn't shown twice if the text begins with it.
    let leads = draft.article.body.first().is_some_and(
        |block| matches!(block, Block::Figure(first) if body::is_same_picture(&first.src, &picture.src)),
    );
    if leads && let Block::Figure(first) = draft.article.body.remove(0) {
        let size = (picture.width, picture.height);
        picture = first;
        (picture.width, picture.height) = (picture.width.or(size.0), picture.height.or(size.1));
    }
    draft.article.picture = Some(picture);
    draft.from("picture", from);
}

fn publisher(draft: &mut Draft, said: &Said, base: Option<&Url>) {
    let Some((name, from)) = said.first("site") else { return };
    let url = said.first("site url").map(|(url, _)| url.to_owned());
    let base = base.filter(|base| matches!(base.scheme(), "http" | "https"));
    let url = url.or_else(|| base.and_then(|base| base.join("/").ok()).map(Into::into));
    let url = url.and_then(|url| draft.web(&url, base, "publisher"));
    draft.article.publisher = Some(Publisher { name: plain(name), url, ..Publisher::default() });
    draft.from("publisher", from);
}

/// Where browsers say in a comment that a page came from.
fn saved_from(html: &str) -> Said {
    let mut said = Said::default();
    let head: String = html.chars().take(4000).collect();
    let comment = head.split("<!--").skip(1).filter_map(|rest| rest.split("-->").next());
    for comment in comment.filter(|text| text.contains("saved from url") || text.contains("SingleFile")) {
        if let Some(at) = comment.find("http") {
            let url: String = comment[at..].chars().take_while(|c| !c.is_whitespace()).collect();
            said.add("address", &url, "the comment that it was saved with");
        }
    }
    said
}
