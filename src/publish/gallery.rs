//! The share pictures of a site: drawn where an article has none that previews show, kept where nothing changed.

use std::sync::atomic::{AtomicUsize, Ordering};

use crate::site::{ArticlePage, SiteName};

use super::config::Config;
use super::staging::Staging;
use super::{
    Fonts, Palette, PublishError, SharePictures, ShareText, share_picture_path, wants_share_picture,
};

/// Draws for one site. Previews need absolute addresses: without a base address there is none.
pub(super) struct Gallery<'a> {
    pictures: SharePictures,
    palette: Palette,
    site: &'a SiteName,
    /// Articles whose headlines have letters that no font has.
    unwritable: AtomicUsize,
}

impl<'a> Gallery<'a> {
    /// A gallery in the site's colours, if there is to be one.
    pub(super) fn of(site: &'a SiteName, config: &Config) -> Option<Self> {
        config.base_url.as_ref()?;
        let plain = Palette::default();
        let accent = config.accent.as_ref().map_or(plain.accent, |colour| colour.rgb());
        Some(Self {
            pictures: SharePictures::new(Fonts::WithSystem),
            palette: Palette { accent, ..plain },
            site,
            unwritable: AtomicUsize::new(0),
        })
    }

    /// The path of an article's share picture, which is there from now on; `None` if it needs none or none can be drawn.
    pub(super) fn hang(&self, page: &ArticlePage, staging: &Staging) -> Result<Option<String>, PublishError> {
        if !wants_share_picture(&page.article) {
            return Ok(None);
        }
        let text = ShareText::of(&page.article, self.site);
        let path = share_picture_path(&page.link, &text.fingerprint(&self.palette));
        if staging.keep(&path)? {
            return Ok(Some(path));
        }
        match self.pictures.draw(&text, &self.palette) {
            Ok(png) => staging.write(&path, &png).map(|()| Some(path)),
            Err(_) => {
                self.unwritable.fetch_add(1, Ordering::Relaxed);
                Ok(None)
            }
        }
    }

    /// How many articles got none, as no font has all their letters.
    pub(super) fn unwritable(&self) -> usize {
        self.unwritable.load(Ordering::Relaxed)
    }
}
