//! WordPress's export (WXR): its posts and pages, with authors, categories, tags and lead pictures. What it holds
//! beside them (menus, revisions, attachments) is no record.

mod post;
mod shortcode;

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;

use super::draft::some_plain;
use super::xml::{self, Element};
use super::{Content, Format, Head, Reading, Source, charset, markup};
use crate::archive::Archive;
use crate::article::html::address;
use crate::article::{Language, Problem, ProblemCode, Record, Rejection};

/// Takes RSS that declares WordPress's names; stands before the feeds.
pub(super) const FORMAT: Format = Format::new("wordpress", recognises, read);

fn recognises(head: &Head) -> bool {
    let text = head.text();
    markup::root(text)
        .is_some_and(|(name, attributes)| name == "rss" && attributes.contains("wordpress.org/export/"))
}

/// What all posts share.
struct Site {
    about: Archive,
    /// Names by login.
    authors: HashMap<String, String>,
    /// Addresses of pictures by id, with what is said about them.
    attachments: HashMap<String, Attachment>,
}

/// A picture of the media library.
struct Attachment {
    address: String,
    alt: Option<String>,
    caption: Option<String>,
}

fn read(_: &Source<'_>, content: &Content<'_>) -> Reading {
    let decoded = charset::decode(content.bytes());
    let (root, error) = xml::parse(&decoded.text);
    let Some(channel) = root.as_ref().and_then(|root| root.first(&["channel"])) else {
        let reason = error.unwrap_or_else(|| "there is no channel in it".to_owned());
        let hint = "export it again: Tools, Export, in WordPress";
        return Reading::rejected(
            "the file",
            Rejection::new(format!("this export can't be read: {reason}"), hint),
        );
    };
    let text = &*decoded.text;
    let site = site(channel, text);
    let mut others: BTreeMap<String, usize> = BTreeMap::new();
    let mut records = Vec::new();
    let items: Vec<&Element> = channel.all("item").collect();
    let items = items.par_iter().enumerate().map(|(nth, item)| read_item(nth, &item.whole(text), &site));
    for item in items.collect::<Vec<_>>() {
        match item {
            Ok(record) => records.push(record),
            Err(other) => *others.entry(other).or_default() += 1,
        }
    }
    let mut problems = Vec::new();
    let mut note = |code, message: String| problems.push(Problem::new(code, "the file", message));
    if !others.is_empty() {
        let kinds: Vec<String> = others.iter().map(|(kind, number)| format!("{number} {kind}")).collect();
        note(
            ProblemCode::Simplified,
            format!("what is neither post nor page was left out: {}", kinds.join(", ")),
        );
    }
    if let Some(error) = error {
        note(ProblemCode::Unreadable, format!("it could be read up to here only: {error}"));
    }
    Reading { about: site.about, records, problems, ..Reading::default() }
}

/// The record of a post or a page, or what else it is.
fn read_item(nth: usize, item: &Element, site: &Site) -> Result<Record, String> {
    match item.said(&["wp:post_type"]) {
        Some(other) if !matches!(other.as_str(), "post" | "page") => Err(other),
        _ => Ok(post::record(nth, item, site)),
    }
}

fn site(channel: &Element, text: &str) -> Site {
    let line = |name| channel.said(&[name]).and_then(|text| some_plain(&text));
    let mut about = Archive::new(line("title").unwrap_or_default());
    about.description = line("description");
    about.home = channel.said(&["link"]).and_then(|link| address::web(&link, None).ok());
    about.language = channel.said(&["language"]).as_deref().and_then(Language::parse);
    let author = |author: &Element| {
        Some((author.said(&["wp:author_login"])?, author.said(&["wp:author_display_name"])?))
    };
    let is_attachment = |item: &&Element| item.said(&["wp:post_type"]).as_deref() == Some("attachment");
    let attachments: Vec<&Element> =
        channel.all("item").filter(|item| item.may_hold("attachment", text)).collect();
    let attachment = |item: &&Element| {
        let item = item.whole(text);
        let item = Some(&*item).filter(is_attachment)?;
        let attachment = Attachment {
            address: item.said(&["wp:attachment_url", "guid"])?,
            alt: post::meta(item, "_wp_attachment_image_alt"),
            caption: item.said(&["excerpt:encoded"]),
        };
        Some((item.said(&["wp:post_id"])?, attachment))
    };
    Site {
        about,
        authors: channel.all("wp:author").filter_map(author).collect(),
        attachments: attachments.par_iter().filter_map(attachment).collect(),
    }
}
