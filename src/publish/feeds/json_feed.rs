//! JSON Feed 1.1 (<https://www.jsonfeed.org/version/1.1/>).

use serde::Serialize;

use super::item::Item;
use super::{Channel, content};
use crate::publish::{head, json};

#[derive(Serialize)]
struct FeedFile<'a> {
    version: &'static str,
    title: &'a str,
    home_page_url: String,
    feed_url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    icon: Option<String>,
    authors: [Author<'a>; 1],
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
    items: Vec<FeedItem<'a>>,
}

#[derive(Serialize)]
struct FeedItem<'a> {
    id: &'a str,
    url: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    external_url: Option<&'a str>,
    title: &'a str,
    content_html: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    authors: Vec<Author<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tags: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
}

/// A feed with whole texts.
pub(super) fn write(channel: &Channel<'_>, items: &[Item<'_>]) -> Vec<u8> {
    let feed = FeedFile {
        version: "https://jsonfeed.org/version/1.1",
        title: &channel.title,
        home_page_url: channel.home(),
        feed_url: channel.address(),
        description: channel.site.description.as_deref(),
        icon: channel.logo(),
        authors: [Author { name: &channel.site.title, url: Some(channel.base.as_str()) }],
        language: channel.language(),
        items: items.iter().map(feed_item).collect(),
    };
    json(&feed).into_bytes()
}

fn feed_item<'a>(item: &'a Item<'_>) -> FeedItem<'a> {
    let article = item.article;
    FeedItem {
        id: &item.id,
        url: &item.url,
        external_url: item.original,
        title: &article.title,
        content_html: content::whole(item),
        summary: head::description(article).map(Into::into),
        image: article.picture.as_ref().map(|picture| content::picture_url(picture, item.base)),
        date_published: article.published.map(|at| at.to_rfc3339()),
        date_modified: article.modified.map(|at| at.to_rfc3339()),
        authors: item.authors().into_iter().map(|(name, url)| Author { name, url }).collect(),
        tags: article.tags.iter().map(|tag| tag.as_str()).collect(),
        language: article.language.as_ref().map(|language| language.as_str()),
    }
}
