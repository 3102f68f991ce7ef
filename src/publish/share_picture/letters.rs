//! Which fonts a text needs, and which of its letters have none.

use super::faces::Face;
use super::system_fonts::{Region, SystemFonts};
use super::text::ShareText;

/// Letters that no font has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no font has the letters {0}")]
pub struct MissingLetters(pub String);

impl MissingLetters {
    /// What the user can do.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        "install a font for them, such as Noto"
    }
}

/// The texts of a picture as they can be drawn, and the installed fonts that they need.
pub(super) struct Letters<'a> {
    system: &'a SystemFonts,
    region: Region,
    /// In the order in which they are needed.
    pub faces: Vec<Face>,
    missing: String,
}

impl<'a> Letters<'a> {
    /// Nothing needed yet.
    pub(super) fn of(system: &'a SystemFonts, text: &ShareText) -> Self {
        let region = Region::of(text.language.as_ref(), &text.headline);
        Self { system, region, faces: Vec::new(), missing: String::new() }
    }

    /// The text on one line, without the signs that no font has.
    pub(super) fn drawable(&mut self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        for word in text.split_whitespace() {
            let before = out.len();
            out.extend(word.chars().filter(|letter| self.has(*letter)));
            if out.len() > before {
                out.push(' ');
            }
        }
        out.truncate(out.trim_end().len());
        out
    }

    /// # Errors
    /// Letters were asked for that no font has.
    pub(super) fn all_found(&self) -> Result<(), MissingLetters> {
        if self.missing.is_empty() { Ok(()) } else { Err(MissingLetters(self.missing.clone())) }
    }

    fn has(&mut self, letter: char) -> bool {
        let own = letter.is_ascii_graphic() || Face::own().iter().any(|face| face.draws(letter));
        if own || is_joiner(letter) || self.faces.iter().any(|face| face.draws(letter)) {
            return true;
        }
        if letter.is_control() || is_selector(letter) {
            return false;
        }
        match self.system.face_for(letter, self.region) {
            Some(face) => self.faces.push(face),
            None if letter.is_alphanumeric() && !self.missing.contains(letter) => self.missing.push(letter),
            None => return false,
        }
        true
    }
}

/// Joins or parts its neighbours and is never drawn itself.
fn is_joiner(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{202a}'..='\u{202e}' | '\u{ad}')
}

/// Chooses between forms that these fonts don't have.
fn is_selector(letter: char) -> bool {
    matches!(letter, '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0000}'..='\u{e01ef}')
}
