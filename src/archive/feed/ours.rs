//! Reads `_backissue` of an item: fields that the standard doesn't have.

use super::draft::Draft;
use super::file::OurItem;
use crate::archive::key::append_new;
use crate::article::html::address;
use crate::article::{Article, Kin, Picture, ProblemCode, Slug, Timestamp};

/// What `_backissue` says.
#[derive(Debug, Default)]
pub(super) struct Ours {
    pub(super) slug: Option<Slug>,
    pub(super) former_slugs: Vec<Slug>,
    pub(super) kin: Kin,
    pub(super) published: Option<Timestamp>,
    pub(super) modified: Option<Timestamp>,
    pub(super) picture: Option<Picture>,
    /// Section, publisher, keywords, related links, rights and provenance.
    pub(super) article: Article,
}

/// Reads the fields; what can't be read is noted.
pub(super) fn read(ours: OurItem, draft: &mut Draft<'_>) -> Ours {
    let slug = draft.take(ours.slug, "_backissue.slug").and_then(|slug| read_slug(&slug, draft));
    let former = draft.list(ours.former_slugs, "_backissue.former_slugs");
    let former_slugs = former.iter().filter_map(|slug| read_slug(slug, draft)).collect();
    let mut versions: Vec<String> = Vec::new();
    append_new(&mut versions, draft.list(ours.versions, "_backissue.versions"));
    let kin = Kin { duplicates: draft.list(ours.duplicates, "_backissue.duplicates"), versions };
    let published = draft.take(ours.published, "_backissue.published");
    let modified = draft.take(ours.modified, "_backissue.modified");
    let published = draft.date(published, "_backissue.published");
    let modified = draft.date(modified, "_backissue.modified");
    let publisher = draft.take(ours.publisher, "_backissue.publisher");
    let mut related = draft.list(ours.related, "_backissue.related");
    related.retain(|link| match address::web(&link.url, None) {
        Ok(_) => true,
        Err(_) => {
            let message = format!("'{}' is not a web address; left out", link.url);
            draft.note(ProblemCode::UnsafeAddress, "_backissue.related", message);
            false
        }
    });
    Ours {
        slug,
        former_slugs,
        kin,
        published,
        modified,
        picture: draft.take(ours.image, "_backissue.image").and_then(|picture| safe(picture, draft)),
        article: Article {
            section: draft.text(ours.section, "_backissue.section"),
            keywords: draft.list(ours.keywords, "_backissue.keywords"),
            rights: draft.text(ours.rights, "_backissue.rights"),
            provenance: draft.take(ours.provenance, "_backissue.provenance"),
            publisher: publisher.filter(|publisher| !publisher.name.is_empty()),
            related,
            ..Article::default()
        },
    }
}

fn read_slug(text: &str, draft: &mut Draft<'_>) -> Option<Slug> {
    let slug = Slug::new(text);
    if slug.is_none() {
        draft.note(ProblemCode::Unreadable, "_backissue.slug", format!("'{text}' is not a slug; left out"));
    }
    slug
}

fn safe(picture: Picture, draft: &mut Draft<'_>) -> Option<Picture> {
    if let Ok(src) = address::picture(&picture.src, None) {
        return Some(Picture { src, ..picture });
    }
    let shown: String = picture.src.chars().take(60).collect();
    draft.note(ProblemCode::UnsafeAddress, "_backissue.image", format!("'{shown}' can't be shown; left out"));
    None
}
