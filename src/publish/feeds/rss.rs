//! RSS 2.0 (<https://www.rssboard.org/rss-specification>) with its usual modules for whole texts and for authors.

use super::date::rfc822;
use super::item::{Item, newest};
use super::xml::Xml;
use super::{Channel, content};
use crate::publish::head;

const NAMESPACES: [(&str, &str); 4] = [
    ("version", "2.0"),
    ("xmlns:atom", "http://www.w3.org/2005/Atom"),
    ("xmlns:content", "http://purl.org/rss/1.0/modules/content/"),
    ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
];

/// A feed with whole texts.
pub(super) fn write(channel: &Channel<'_>, items: &[Item<'_>]) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("rss", &NAMESPACES);
    xml.open("channel", &[]);
    xml.text("title", &channel.title);
    xml.text("link", &channel.home());
    xml.text("description", channel.site.description.as_deref().unwrap_or(&channel.title));
    let address = channel.address();
    xml.empty("atom:link", &[("rel", "self"), ("type", "application/rss+xml"), ("href", &address)]);
    if let Some(language) = channel.language() {
        xml.text("language", language);
    }
    if let Some(rights) = &channel.site.rights {
        xml.text("copyright", rights);
    }
    if let Some(at) = newest(items) {
        xml.text("lastBuildDate", &rfc822(&at));
    }
    xml.text("generator", "Backissue");
    items.iter().for_each(|item| write_item(item, &mut xml));
    xml.close("channel");
    xml.close("rss");
    xml.into_bytes()
}

fn write_item(item: &Item<'_>, xml: &mut Xml) {
    let article = item.article;
    xml.open("item", &[]);
    xml.text("title", &article.title);
    xml.text("link", &item.url);
    let is_permalink = if item.id == item.url { "true" } else { "false" };
    xml.text_with("guid", &[("isPermaLink", is_permalink)], &item.id);
    if let Some(at) = &article.published {
        xml.text("pubDate", &rfc822(at));
    }
    item.authors().into_iter().for_each(|(name, _)| xml.text("dc:creator", name));
    article.tags.iter().for_each(|tag| xml.text("category", tag.as_str()));
    if let Some(section) = &article.section {
        let domain = format!("{}section/", item.base.as_str());
        xml.text_with("category", &[("domain", &domain)], section);
    }
    // Here a description is HTML.
    if let Some(summary) = head::description(article) {
        xml.text("description", &head::escape(&summary));
    }
    xml.text("content:encoded", &content::whole(item));
    xml.close("item");
}
