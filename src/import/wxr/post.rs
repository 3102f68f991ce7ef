//! Makes an article of a post or a page.

use url::Url;

use super::{Site, shortcode};
use crate::archive::slugify;
use crate::article::{Person, ProblemCode, Publisher, Record, Rejection, Slug};
use crate::import::draft::{Draft, plain, some_plain};
use crate::import::xml::Element;

/// What stands for a date that isn't there.
const NO_DATE: &str = "0000-00-00";

/// Reads one post. `nth` counts from 0.
pub(super) fn record(nth: usize, item: &Element, site: &Site) -> Record {
    let place = format!("item {}", nth + 1);
    let status = item.said(&["wp:status"]).unwrap_or_else(|| "publish".to_owned());
    if status != "publish" {
        let hint = "publish it in WordPress, and export again, if it is to be read";
        return Record::rejected(
            place,
            Rejection::new(format!("it is not published: its status is {status}"), hint),
        );
    }
    let mut draft = Draft::new(place);
    fill(&mut draft, item, site);
    if draft.article.title.is_empty() && draft.article.body.is_empty() {
        let reason = "the post has neither title nor text";
        return Record::rejected(draft.place, Rejection::new(reason, "there is nothing in it to read"));
    }
    let slug = item.said(&["wp:post_name"]).and_then(|name| Slug::new(&slugify(&decoded(&name))));
    Record { slug, ..draft.record() }
}

fn fill(draft: &mut Draft, item: &Element, site: &Site) {
    draft.article.id = item.said(&["guid", "link"]).unwrap_or_default();
    draft.article.url = item.said(&["link"]).and_then(|link| draft.web(&link, None, "url"));
    draft.article.title = item.said(&["title"]).map(|title| plain(&title)).unwrap_or_default();
    draft.article.standfirst = item.said(&["excerpt:encoded"]).and_then(|text| some_plain(&text));
    let base = draft.article.url.as_deref().and_then(|url| Url::parse(url).ok());
    if let Some(text) = item.said(&["content:encoded"]) {
        let reduced = shortcode::reduce(&text);
        if !reduced.names.is_empty() {
            let message = format!("shortcodes were reduced to their text: {}", reduced.names.join(", "));
            draft.note(ProblemCode::Simplified, "body", message);
        }
        draft.article.body = draft.blocks(&shortcode::paragraphs(&reduced.html), base.as_ref());
    }
    dates(draft, item);
    draft.drop_repetition();
    if let Some(login) = item.said(&["dc:creator"]) {
        let name = site.authors.get(&login).cloned().unwrap_or(login);
        draft.article.authors = vec![Person { name: plain(&name), url: None }];
    }
    for term in item.all("category") {
        match term.attribute("domain") {
            None | Some("category" | "post_tag") if term.text() != "Uncategorized" => draft.tag(&term.text()),
            _ => {}
        }
    }
    picture(draft, item, site, base.as_ref());
    draft.article.language = site.about.language.clone();
    let named = !site.about.title.is_empty();
    draft.article.publisher = named.then(|| Publisher {
        name: site.about.title.clone(),
        url: site.about.home.clone(),
        ..Publisher::default()
    });
}

/// In UTC where that is given; else by the clock of the site, without a zone.
fn dates(draft: &mut Draft, item: &Element) {
    let mut find = |utc: &str, local: &str, field: &str| {
        let said = |name: &str| item.said(&[name]).filter(|text| !text.starts_with(NO_DATE));
        let text = said(utc).map(|text| format!("{text}Z")).or_else(|| said(local))?;
        draft.date(&text, field)
    };
    let published = find("wp:post_date_gmt", "wp:post_date", "published");
    let modified = find("wp:post_modified_gmt", "wp:post_modified", "modified");
    let published = published.or_else(|| draft.date(&item.said(&["pubDate"])?, "published"));
    draft.article.published = published;
    draft.article.modified = modified.filter(|at| published != Some(*at));
}

fn picture(draft: &mut Draft, item: &Element, site: &Site, base: Option<&Url>) {
    let Some(attachment) = meta(item, "_thumbnail_id").and_then(|id| site.attachments.get(&id)) else {
        return;
    };
    let Some(picture) = draft.picture(&attachment.address, base) else { return };
    draft.article.picture = Some(crate::article::Picture {
        alt: attachment.alt.as_deref().and_then(some_plain),
        caption: attachment.caption.as_deref().and_then(some_plain),
        ..picture
    });
}

/// The value of a custom field.
pub(super) fn meta(item: &Element, key: &str) -> Option<String> {
    let of_key = |meta: &&Element| meta.said(&["wp:meta_key"]).as_deref() == Some(key);
    item.all("wp:postmeta").find(of_key)?.said(&["wp:meta_value"])
}

/// Names of posts are percent-encoded.
fn decoded(name: &str) -> String {
    percent_encoding::percent_decode_str(name).decode_utf8_lossy().into_owned()
}
