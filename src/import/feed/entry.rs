//! Makes an article of one entry of a feed.

use url::Url;

use super::about::{about, authors, link};
use super::media;
use super::place::Place;
use super::text::{self, Text};
use crate::archive::Archive;
use crate::article::html::{address, fold};
use crate::article::{
    Article, Block, Person, ProblemCode, Publisher, Record, Rejection, RelatedLink, Span, plain_text,
};
use crate::import::draft::{Draft, repeats};
use crate::import::xml::Element;

const CONTENT: [&str; 6] = ["content:encoded", "content", "xhtml:body", "body", "fullitem", "xhtml:div"];
const SUMMARY: [&str; 5] =
    ["description", "summary", "dc:description", "itunes:summary", "media:description"];
const PUBLISHED: [&str; 8] = [
    "pubDate",
    "published",
    "issued",
    "dc:date",
    "dcterms:issued",
    "dcterms:created",
    "created",
    "wp:post_date",
];
const MODIFIED: [&str; 3] = ["updated", "modified", "dcterms:modified"];

/// What all entries of a feed share.
pub(super) struct Shared {
    pub(super) about: Archive,
    authors: Vec<Person>,
    place: Place,
}

impl Shared {
    pub(super) fn new(channel: &Element, place: Place) -> Self {
        Self { about: about(channel, &place), authors: authors(channel, &place), place }
    }
}

/// Reads one entry. `nth` counts from 0.
pub(super) fn record(nth: usize, entry: &Element, shared: &Shared) -> Record {
    let mut draft = Draft::new(format!("entry {}", nth + 1));
    fill(&mut draft, entry, shared);
    let Article { title, body, picture, standfirst, .. } = &draft.article;
    if title.is_empty() && body.is_empty() && picture.is_none() && standfirst.is_none() {
        let reason = "the entry has neither title nor text, summary nor picture";
        let hint = "there is nothing in it to read; leave it out, or mend the feed";
        return Record::rejected(draft.place, Rejection::new(reason, hint));
    }
    draft.record()
}

fn fill(draft: &mut Draft, entry: &Element, shared: &Shared) {
    let place = shared.place.inside(entry);
    let about = &shared.about;
    identity(draft, entry, &place);
    let home = about.home.as_deref().and_then(|home| Url::parse(home).ok());
    let own = draft.article.url.as_deref().and_then(|url| Url::parse(url).ok());
    let base = place.base.clone().or(own).or(home);
    draft.article.title = text::line(entry, &["title", "dc:title", "media:title"]).unwrap_or_default();
    body(draft, entry, &Place { base: base.clone(), ..place.clone() });
    dates(draft, entry);
    draft.article.authors = authors(entry, &place);
    if draft.article.authors.is_empty() {
        draft.article.authors.clone_from(&shared.authors);
    }
    tags(draft, entry);
    draft.article.related = related(entry, base.as_ref(), draft.article.url.as_deref());
    media::add(draft, entry, base.as_ref());
    let language = entry.said(&["dc:language", "language"]).or(place.language);
    let language = language.and_then(|language| draft.language(&language));
    draft.article.language = language.or_else(|| about.language.clone());
    draft.article.rights =
        text::line(entry, &["rights", "dc:rights", "copyright"]).or_else(|| about.rights.clone());
    let is_named = !about.title.is_empty() && draft.article.url.is_some();
    let publisher =
        || Publisher { name: about.title.clone(), url: about.home.clone(), ..Publisher::default() };
    draft.article.publisher = is_named.then(publisher);
}

/// The link to the page; else an id that is an address, as `guid` is by its standard.
fn identity(draft: &mut Draft, entry: &Element, place: &Place) {
    let id = entry
        .said(&["id", "guid", "dc:identifier"])
        .or_else(|| entry.attribute("rdf:about").map(str::to_owned));
    let original = entry.said(&["feedburner:origLink"]).and_then(|link| address::web(&link, None).ok());
    let is_address = entry.first(&["guid"]).is_none_or(|guid| guid.attribute("isPermaLink") != Some("false"));
    let from_id = || id.as_deref().filter(|_| is_address).and_then(|id| address::web(id, None).ok());
    draft.article.url = original.or_else(|| link(entry, place)).or_else(from_id);
    draft.article.id = id.unwrap_or_default();
}

/// The content is the text, and the summary a standfirst; without content, the summary is the text.
fn body(draft: &mut Draft, entry: &Element, place: &Place) {
    let find = |names: &[&str]| {
        let all = names.iter().flat_map(|name| entry.all(name));
        all.filter_map(|element| Some((Text::of(element)?, place.inside(element)))).next()
    };
    let in_group =
        || Some((Text::of(entry.first(&["media:group"])?.first(&["media:description"])?)?, place.clone()));
    let (content, summary) = (find(&CONTENT), find(&SUMMARY).or_else(in_group));
    let Some((content, inner)) = content else {
        if let Some((summary, inner)) = summary {
            draft.article.body = blocks(draft, &summary, &inner);
            draft.article.standfirst = shorter(entry, &draft.article.body);
        }
        return;
    };
    draft.article.body = blocks(draft, &content, &inner);
    let summary = summary.map(|(summary, _)| summary.line()).filter(|text| !text.is_empty());
    draft.article.standfirst = summary.filter(|summary| !repeats(summary, &draft.article.body));
}

/// What is said in brief beside a description that is the text.
fn shorter(entry: &Element, body: &[Block]) -> Option<String> {
    Text::of(entry.first(&["description"])?)?;
    let texts = ["summary", "itunes:summary"].into_iter().filter_map(|name| Text::of(entry.first(&[name])?));
    let mut lines = texts.map(|text| text.line()).filter(|line| !line.is_empty());
    lines.find(|line| line.len() < plain_text(body).len() && !repeats(line, body))
}

fn blocks(draft: &mut Draft, text: &Text, place: &Place) -> Vec<Block> {
    match text {
        Text::Html(html) => draft.blocks(html, place.base.as_ref()),
        Text::Plain(text) => {
            let paragraphs = text.split("\n\n").map(fold).filter(|text| !text.is_empty());
            paragraphs.map(|text| Block::Paragraph(vec![Span::Text(text)])).collect()
        }
    }
}

fn dates(draft: &mut Draft, entry: &Element) {
    let mut find =
        |names: &[&str], field| names.iter().find_map(|name| draft.date(&entry.said(&[name])?, field));
    let published = find(&PUBLISHED, "published");
    let updated = find(&MODIFIED, "modified");
    if published.is_none() && updated.is_some() {
        draft.note(ProblemCode::Guessed, "published", "only its last change is dated; taken for its date");
    }
    draft.article.published = published.or(updated);
    draft.article.modified = updated.filter(|at| published.is_some_and(|published| published != *at));
}

fn tags(draft: &mut Draft, entry: &Element) {
    for child in entry.children() {
        let written = || Some(child.text()).filter(|text| !text.trim().is_empty());
        let attribute = |name| child.attribute(name).map(str::to_owned);
        match child.name.as_str() {
            "category" => {
                let term = attribute("label").or_else(|| attribute("term")).or_else(written);
                term.into_iter().for_each(|term| draft.tag(&term));
            }
            "dc:subject" | "media:category" => written().into_iter().for_each(|term| draft.tag(&term)),
            "itunes:category" => nested(draft, child),
            "itunes:keywords" | "media:keywords" | "tags" if !child.has_children() => {
                child.text().split(',').for_each(|keyword| draft.tag(keyword));
            }
            _ => {}
        }
    }
}

fn nested(draft: &mut Draft, category: &Element) {
    category.attribute("text").into_iter().for_each(|text| draft.tag(text));
    category.all("itunes:category").for_each(|inner| nested(draft, inner));
}

fn related(entry: &Element, base: Option<&Url>, own: Option<&str>) -> Vec<RelatedLink> {
    let mut all: Vec<RelatedLink> = Vec::new();
    for link in entry.all("link").filter(|link| matches!(link.attribute("rel"), Some("related" | "via"))) {
        let Some(Ok(url)) = link.attribute("href").map(|href| address::web(href, base)) else { continue };
        if own != Some(url.as_str()) && !all.iter().any(|known| known.url == url) {
            all.push(RelatedLink { url, title: link.attribute("title").map(fold) });
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use crate::import::{Settings, Source, read};

    #[test]
    fn tags_and_what_is_said_in_brief_come_along() {
        let told = |description: &str| {
            let feed = format!(
                "<rss xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'><channel><item><tags>sea, ports</tags>\
                 <description>{description}</description><itunes:summary>It left.</itunes:summary></item></channel></rss>"
            );
            let settings = Settings::default();
            let reading = read(&Source::new("a.xml", &settings), feed.as_bytes());
            let article = reading.records[0].outcome.as_deref().unwrap().clone();
            let tags: Vec<String> = article.tags.iter().map(ToString::to_string).collect();
            (tags.join(" "), article.standfirst)
        };
        let tags = || "sea ports".to_owned();
        assert_eq!(told("The ferry sails at noon."), (tags(), Some("It left.".to_owned())));
        assert_eq!(told("It left. At noon."), (tags(), None));
        assert_eq!(told("Ferry."), (tags(), None));
    }
}
