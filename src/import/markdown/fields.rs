//! From the fields of front matter to those of an article, under all the names that generators give them.

use super::AuthorNames;
use super::path::Named;
use super::value::Value;
use crate::archive::slugify;
use crate::article::{Person, ProblemCode, Publisher, RelatedLink, Slug, Timestamp};
use crate::import::draft::{Draft, plain};
use crate::import::{marks, people};

const TITLE: [&str; 4] = ["title", "headline", "name", "extra.title"];
const STANDFIRST: [&str; 8] =
    ["deck", "standfirst", "subtitle", "summary", "excerpt", "description", "lead", "extra.description"];
const PUBLISHED: [&str; 8] = [
    "date",
    "publishDate",
    "pubDate",
    "published",
    "published_at",
    "date_published",
    "created",
    "extra.date",
];
const MODIFIED: [&str; 7] =
    ["lastmod", "updated", "last_modified_at", "modified", "update", "date_modified", "updated_at"];
const AUTHORS: [&str; 7] =
    ["authors", "author", "taxonomies.authors", "extra.authors", "extra.author", "by", "byline"];
const TAGS: [&str; 8] = [
    "tags",
    "tag",
    "topics",
    "taxonomies.tags",
    "categories",
    "category",
    "taxonomies.categories",
    "extra.tags",
];
const PICTURE: [&str; 13] = [
    "image",
    "featured_image",
    "featuredImage",
    "cover",
    "cover_image",
    "hero",
    "thumbnail",
    "header.image",
    "header",
    "og_image",
    "banner",
    "primary_image",
    "extra.image",
];
const URL: [&str; 4] = ["canonical_url", "canonical", "canonicalURL", "url"];
const SLUG: [&str; 4] = ["slug", "permalink", "path", "url"];

/// Fills the article, and finds its slug and those that it had.
pub(super) fn fill(
    draft: &mut Draft,
    fields: &Value,
    named: &Named,
    names: &AuthorNames,
) -> (Option<Slug>, Vec<Slug>) {
    if let Some((from, title)) = fields.first(&TITLE) {
        draft.article.title = plain(title);
        draft.from("title", from);
    }
    if let Some((from, text)) = fields.first(&STANDFIRST) {
        draft.article.standfirst = Some(plain(&marks::words(text))).filter(|text| !text.is_empty());
        draft.from("standfirst", from);
    }
    dates(draft, fields, named);
    authors(draft, fields, names);
    tags(draft, fields);
    picture(draft, fields);
    draft.article.section =
        fields.first(&["section"]).map(|(_, section)| plain(section)).or(named.section.clone());
    draft.article.language =
        fields.first(&["lang", "language", "locale"]).and_then(|(_, text)| draft.language(text));
    draft.article.rights = fields.first(&["rights", "copyright", "license"]).map(|(_, rights)| plain(rights));
    let absolute = |text: &&str| text.starts_with("http://") || text.starts_with("https://");
    let url = URL.iter().filter_map(|key| fields.get(key)?.text()).find(absolute);
    draft.article.url = url.and_then(|url| draft.web(url, None, "url"));
    if let Some((_, id)) = fields.first(&["guid", "uuid"]) {
        draft.article.id = id.to_owned();
    }
    source(draft, fields);
    let slug = fields.first(&SLUG).and_then(|(_, text)| last_part(text));
    let former = ["aliases", "redirect_from"].iter().filter_map(|key| fields.get(key));
    let former = former.flat_map(Value::items).filter_map(|value| last_part(value.text()?));
    (slug.or_else(|| last_part(&named.words)), former.collect())
}

fn dates(draft: &mut Draft, fields: &Value, named: &Named) {
    let mut find = |paths: &[&str], field: &'static str| -> Option<Timestamp> {
        let said = paths.iter().filter_map(|path| Some((*path, fields.get(path)?.text()?)));
        // `published: true` is no date.
        let mut said = said.filter(|(_, text)| text.contains(|c: char| c.is_ascii_digit()));
        let (from, at) = said.find_map(|(from, text)| Some((from, draft.date(text, field)?)))?;
        draft.from(field, from);
        Some(at)
    };
    let published = find(&PUBLISHED, "published");
    let modified = find(&MODIFIED, "modified");
    draft.article.modified = modified.filter(|at| Some(*at) != published);
    draft.article.published = published.or_else(|| {
        let date = named.date.or_else(|| date_in(fields.first(&["path", "permalink", "url"])?.1))?;
        draft.from("published", "the path");
        Some(Timestamp::day(date))
    });
}

/// `2025/06/26/title`, wherever in the path.
fn date_in(path: &str) -> Option<crate::article::Date> {
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    parts.windows(3).find_map(|parts| match parts {
        [year, month, day] => crate::article::Date::parse(&format!("{year}-{month:0>2}-{day:0>2}")),
        _ => None,
    })
}

fn authors(draft: &mut Draft, fields: &Value, names: &AuthorNames) {
    let Some((from, value)) = AUTHORS.iter().find_map(|path| Some((*path, fields.get(path)?))) else {
        return;
    };
    let mut guessed = false;
    for item in value.items() {
        let (name, url) = match item {
            Value::Map(_) => (item.first(&["name", "title", "id"]), item.first(&["url", "link", "website"])),
            _ => (item.text().map(|text| ("", text)), None),
        };
        let Some((_, name)) = name else { continue };
        let url = url.and_then(|(_, url)| draft.web(url, None, "authors"));
        let known = names.of(name);
        let is_key = known.is_none()
            && name.trim_matches('-').contains('-')
            && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
        guessed |= is_key;
        let people = match known {
            Some(name) => vec![Person { name: name.to_owned(), url: None }],
            None if is_key => vec![Person { name: capitals(name), url: None }],
            None => people::read(&plain(name)),
        };
        for person in people {
            if !draft.article.authors.iter().any(|known| known.name == person.name) {
                draft.article.authors.push(Person { url: person.url.or(url.clone()), ..person });
            }
        }
    }
    draft.from("authors", from);
    if guessed {
        draft.note(ProblemCode::Guessed, "authors", "names were made of keys such as `ann-bell`");
    }
}

/// `ann-bell` is `Ann Bell`.
fn capitals(key: &str) -> String {
    let words = key.split('-').filter(|word| !word.is_empty());
    let words = words.map(|word| word[..1].to_ascii_uppercase() + &word[1..]);
    words.collect::<Vec<_>>().join(" ")
}

/// The words of a file's name.
pub(super) fn words_of(name: &str) -> String {
    let words = name.replace(['-', '_'], " ");
    let mut chars = words.trim().chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

fn tags(draft: &mut Draft, fields: &Value) {
    for path in TAGS {
        let Some(value) = fields.get(path) else { continue };
        match value {
            // Several in one text: apart by commas, else by spaces, as Jekyll reads them.
            Value::Text(text) if text.contains(',') => text.split(',').for_each(|tag| draft.tag(tag)),
            Value::Text(text) if path != "category" => text.split_whitespace().for_each(|tag| draft.tag(tag)),
            value => value.items().iter().filter_map(Value::text).for_each(|tag| draft.tag(tag)),
        }
        draft.from("tags", path);
    }
}

fn picture(draft: &mut Draft, fields: &Value) {
    let found = PICTURE.iter().find_map(|path| {
        let value = fields.get(path)?;
        let value = value.items().first()?;
        let src = value.text().or_else(|| Some(value.first(&["src", "url", "image", "path", "file"])?.1))?;
        // A name without an ending is a key that only the site's generator can look up.
        src.contains('.').then_some((*path, value, src))
    });
    let Some((from, value, src)) = found else { return };
    let Some(mut picture) = draft.picture(beside(src), None) else { return };
    let said = |key: &str, beside: &[&str]| {
        let inner = value.first(&[key]).or_else(|| fields.first(beside));
        inner.map(|(_, text)| plain(&marks::words(text))).filter(|text| !text.is_empty())
    };
    picture.alt = said("alt", &["image_alt", "featured_image_alt", "header.alt"]);
    picture.caption =
        said("caption", &["image_caption", "image_figcaption", "featured_image_caption", "header.caption"]);
    picture.credit = said("credit", &["image_credit", "photo_credit"]);
    draft.article.picture = Some(picture);
    draft.from("picture", from);
}

/// A path from the root of the site is one below the archive's folder.
fn beside(src: &str) -> &str {
    if src.starts_with("//") { src } else { src.trim_start_matches('/') }
}

/// Where else it was published, or leads to.
fn source(draft: &mut Draft, fields: &Value) {
    let links = ["source_url", "external_url", "external-url", "redirectto", "link"];
    for (_, url) in
        links.iter().filter_map(|key| fields.first(&[key])).filter(|(_, url)| url.starts_with("http"))
    {
        if let Some(url) = draft.web(url, None, "related") {
            draft.article.related.push(RelatedLink { url, title: None });
        }
    }
    if let Some((_, name)) = fields.first(&["publisher", "publication"]) {
        draft.article.publisher = Some(Publisher { name: plain(name), ..Publisher::default() });
    }
}

/// The last part of an address, as a slug.
fn last_part(text: &str) -> Option<Slug> {
    let part = text.trim().trim_end_matches('/').rsplit('/').next()?;
    let part = part.strip_suffix(".html").or_else(|| part.strip_suffix(".md")).unwrap_or(part);
    if part.is_empty() || part.contains(':') || part == "index" {
        return None;
    }
    Slug::new(&slugify(part))
}
