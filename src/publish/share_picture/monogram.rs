//! The outline of a single letter, for icons.

use parley::BaseDirection;
use tiny_skia::Path;

use super::faces::{Desk, Face, Style};
use super::glyphs::Outline;

/// A letter in the program's own type, so that every machine draws the same; `None` if that has no such letter.
pub(in crate::publish) fn monogram(letter: char) -> Option<Path> {
    Face::own().iter().find(|face| face.has_outline(letter))?;
    let style = Style { faces: &[], language: None, direction: BaseDirection::Auto };
    let mut layout = Desk::default().shape(&letter.to_string(), style);
    layout.break_all_lines(None);
    let mut outline = Outline::default();
    outline.line(&layout.get(0)?, 0.0, 0.0);
    outline.finish(1.0)
}
