//! Pictures, sound and film of an entry: enclosures, Media RSS and what podcasts add.

use url::Url;

use super::text;
use crate::article::html::address;
use crate::article::{Block, Picture};
use crate::import::draft::Draft;
use crate::import::xml::Element;

/// Gives the entry's article a lead picture, and sets what can be heard or watched behind the text, as links.
pub(super) fn add(draft: &mut Draft, entry: &Element, base: Option<&Url>) {
    let shown = addresses(&draft.article.body);
    let mut media = Vec::new();
    gather(entry, entry, &mut media);
    let pictures = media.iter().filter(|(file, _)| kind(file) == Kind::Picture);
    let widest = pictures.max_by_key(|(file, _)| pixels(file, "width").unwrap_or(0));
    let thumbnail = || media.iter().find(|(file, _)| file.name == "media:thumbnail");
    let poster = entry.first(&["itunes:image"]).map(|image| (image, entry));
    let lead = widest.or_else(thumbnail).copied().or(poster);
    let picture = lead.and_then(|(file, around)| picture(file, around, base));
    // A picture that also stands in the text is not shown twice.
    draft.article.picture = picture.filter(|picture| !shown.contains(&picture.src));
    for (file, around) in media.iter().filter(|(file, _)| kind(file) == Kind::Other) {
        let title = text::line(file, &["media:title"]).or_else(|| {
            // The title of the entry says nothing new.
            text::line(around, &["media:title"]).filter(|_| !std::ptr::eq(*around, entry))
        });
        embed(draft, address_of(file, base), title, &shown);
    }
}

#[derive(PartialEq, Eq)]
enum Kind {
    Picture,
    Thumbnail,
    Other,
}

/// Files with the element that says what they show, in their order.
fn gather<'e>(element: &'e Element, around: &'e Element, found: &mut Vec<(&'e Element, &'e Element)>) {
    for child in element.children() {
        let is_enclosure = child.name == "link" && child.attribute("rel") == Some("enclosure");
        match child.name.as_str() {
            "media:group" => gather(child, child, found),
            "media:content" => {
                found.push((child, around));
                gather(child, child, found);
            }
            "enclosure" | "media:thumbnail" => found.push((child, around)),
            "media:player" if found.is_empty() => found.push((child, around)),
            _ if is_enclosure => found.push((child, around)),
            _ => {}
        }
    }
}

fn address_of(file: &Element, base: Option<&Url>) -> Option<String> {
    let written = file.attribute("url").or_else(|| file.attribute("href"))?;
    address::web(written, base).ok()
}

fn kind(file: &Element) -> Kind {
    if file.name == "media:thumbnail" {
        return Kind::Thumbnail;
    }
    let says = |name, start: &str| file.attribute(name).map(|value| value.starts_with(start));
    let is_picture = says("type", "image/").or_else(|| says("medium", "image")).unwrap_or_else(|| {
        let address = file.attribute("url").unwrap_or_default().to_ascii_lowercase();
        let path = address.split(['?', '#']).next().unwrap_or_default();
        [".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif"].iter().any(|end| path.ends_with(end))
    });
    if is_picture { Kind::Picture } else { Kind::Other }
}

fn picture(file: &Element, around: &Element, base: Option<&Url>) -> Option<Picture> {
    let said = |name: &str| {
        let of_group = || text::line(around, &[name]).filter(|_| around.name.starts_with("media:"));
        text::line(file, &[name]).or_else(of_group)
    };
    Some(Picture {
        src: address_of(file, base)?,
        width: pixels(file, "width"),
        height: pixels(file, "height"),
        caption: said("media:description").or_else(|| said("media:title")),
        alt: None,
        credit: said("media:credit"),
    })
}

fn pixels(file: &Element, name: &str) -> Option<u32> {
    file.attribute(name)?.parse().ok().filter(|pixels| *pixels > 0)
}

fn embed(draft: &mut Draft, url: Option<String>, title: Option<String>, shown: &[String]) {
    let own = draft.article.url.as_ref();
    let Some(url) = url.filter(|url| own != Some(url) && !shown.contains(url)) else { return };
    let is_new = |block: &Block| !matches!(block, Block::Embed { url: other, .. } if *other == url);
    if draft.article.body.iter().all(is_new) {
        draft.article.body.push(Block::Embed { url, title });
    }
}

/// What a body shows and embeds already.
fn addresses(blocks: &[Block]) -> Vec<String> {
    let mut found = Vec::new();
    for block in blocks {
        match block {
            Block::Figure(picture) => found.push(picture.src.clone()),
            Block::Embed { url, .. } => found.push(url.clone()),
            Block::Quote { blocks, .. } => found.extend(addresses(blocks)),
            Block::List { items, .. } => found.extend(items.iter().flat_map(|item| addresses(item))),
            _ => {}
        }
    }
    found
}
