//! Atom (RFC 4287).

use super::date::rfc3339;
use super::item::{Item, newest};
use super::xml::Xml;
use super::{Channel, content};
use crate::publish::head;

/// How much of each article is told.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Depth {
    /// What it is about, and its text.
    Whole,
    /// What it is about.
    Summary,
}

/// A feed.
pub(super) fn write(channel: &Channel<'_>, items: &[Item<'_>], depth: Depth) -> Vec<u8> {
    let mut xml = Xml::new();
    let mut attributes = vec![("xmlns", "http://www.w3.org/2005/Atom")];
    attributes.extend(channel.language().map(|language| ("xml:lang", language)));
    xml.open("feed", &attributes);
    xml.text("title", &channel.title);
    if let Some(description) = &channel.site.description {
        xml.text("subtitle", description);
    }
    let address = channel.address();
    xml.text("id", &address);
    xml.empty("link", &[("rel", "self"), ("type", "application/atom+xml"), ("href", &address)]);
    xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &channel.home())]);
    xml.text("updated", &rfc3339(newest(items)));
    person((&channel.site.title, Some(channel.base.as_str())), &mut xml);
    if let Some(rights) = &channel.site.rights {
        xml.text("rights", rights);
    }
    if let Some(logo) = channel.logo() {
        xml.text("logo", &logo);
    }
    xml.text("generator", "Backissue");
    for item in items {
        entry(item, channel, depth, &mut xml);
    }
    xml.close("feed");
    xml.into_bytes()
}

fn entry(item: &Item<'_>, channel: &Channel<'_>, depth: Depth, xml: &mut Xml) {
    let article = item.article;
    let language = article.language.as_ref().map(|language| language.as_str());
    let language = language.filter(|language| Some(*language) != channel.language());
    let attributes: Vec<_> = language.iter().map(|language| ("xml:lang", *language)).collect();
    xml.open("entry", &attributes);
    xml.text("title", &article.title);
    xml.text("id", &item.id);
    xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &item.url)]);
    if let Some(original) = item.original {
        xml.empty("link", &[("rel", "via"), ("href", original)]);
    }
    if article.published.is_some() {
        xml.text("published", &rfc3339(article.published));
    }
    xml.text("updated", &rfc3339(item.updated()));
    item.authors().into_iter().for_each(|author| person(author, xml));
    categories(item, xml);
    if let Some(summary) = head::description(article) {
        xml.text("summary", &summary);
    }
    if depth == Depth::Whole {
        xml.text_with("content", &[("type", "html")], &content::whole(item));
    }
    if let Some(rights) = &article.rights {
        xml.text("rights", rights);
    }
    xml.close("entry");
}

fn person((name, url): (&str, Option<&str>), xml: &mut Xml) {
    xml.open("author", &[]);
    xml.text("name", name);
    if let Some(url) = url {
        xml.text("uri", url);
    }
    xml.close("author");
}

/// Tags, and the section with a scheme that tells it from them.
fn categories(item: &Item<'_>, xml: &mut Xml) {
    for tag in &item.article.tags {
        xml.empty("category", &[("term", tag.as_str())]);
    }
    if let Some(section) = &item.article.section {
        let scheme = format!("{}section/", item.base.as_str());
        xml.empty("category", &[("term", section), ("scheme", &scheme)]);
    }
}
