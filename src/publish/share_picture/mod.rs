//! Draws the picture that chat apps show for an article that has none: its headline, section, publisher and date.

mod canvas;
mod faces;
mod fit;
mod glyphs;
mod letters;
mod monogram;
mod palette;
mod sheet;
mod system_fonts;
#[cfg(test)]
mod tests;
mod text;

use std::sync::{Mutex, PoisonError};

use crate::article::Article;
use crate::publish::head::previews_show;
use crate::site::Permalink;

use faces::Desk;
pub use letters::MissingLetters;
pub(super) use monogram::monogram;
pub use palette::{Palette, Rgb};
use system_fonts::SystemFonts;
pub use text::ShareText;

/// Pixels across and down, as chat apps ask for.
pub const SHARE_PICTURE_SIZE: (u32, u32) = (WIDTH, HEIGHT);

const WIDTH: u32 = 1200;
const HEIGHT: u32 = 630;

/// Changes when equal texts get other pictures.
const DRAWING: u32 = 1;

/// Draws share pictures, in many threads at once if that is wanted. Equal texts and fonts give equal bytes.
#[derive(Debug)]
pub struct SharePictures {
    system: SystemFonts,
    /// One for each thread that has ever drawn at the same time as the others.
    idle: Mutex<Vec<Desk>>,
}

/// Where letters come from that the program's own fonts lack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fonts {
    /// The fonts that are installed on this machine, looked for when the first such letter comes.
    WithSystem,
    /// Nowhere: the program's own only.
    Own,
}

impl SharePictures {
    /// Nothing is read yet.
    #[must_use]
    pub fn new(fonts: Fonts) -> Self {
        Self { system: SystemFonts::new(fonts), idle: Mutex::default() }
    }

    /// A PNG of [`SHARE_PICTURE_SIZE`].
    ///
    /// # Errors
    /// No font has some of the letters. Signs that are no letters, such as emoji, are left out instead.
    pub fn draw(&self, text: &ShareText, palette: &Palette) -> Result<Vec<u8>, MissingLetters> {
        let desk = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut desk = desk.unwrap_or_default();
        let png = sheet::draw(&mut desk, &self.system, text, palette);
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(desk);
        png
    }
}

/// Whether an article needs a picture to be drawn: chat apps show no SVG.
#[must_use]
pub fn wants_share_picture(article: &Article) -> bool {
    !article.picture.as_ref().is_some_and(previews_show)
}

/// Where an article's picture lies in the site, named by what it shows too: `share/1858-08-16-a-hello-by-cable.0a1b….png`.
#[must_use]
pub fn share_picture_path(link: &Permalink, fingerprint: &str) -> String {
    format!("share/{}.{fingerprint}.png", link.to_string().replace('/', "-"))
}
