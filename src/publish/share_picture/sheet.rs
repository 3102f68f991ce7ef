//! Where everything stands on a share picture.

use parley::BaseDirection;

use crate::article::Direction;

use super::canvas::{Canvas, Ink};
use super::faces::{Desk, EM, Style};
use super::fit::{self, Fitted, Room};
use super::glyphs::Outline;
use super::letters::{Letters, MissingLetters};
use super::system_fonts::SystemFonts;
use super::{HEIGHT, Palette, ShareText, WIDTH};

/// Kept free at all sides.
pub(super) const MARGIN: u32 = 72;

/// The headline's, between section and footer.
const HEADLINE_TOP: f32 = 144.0;
const HEADLINE_BOTTOM: f32 = 484.0;

const SECTION_BASELINE: f32 = 98.0;
const FOOTER_RULE: u32 = 504;
const FOOTER_BASELINE: f32 = 550.0;
const SMALL: f32 = 30.0;

/// Between publisher and date, at least.
const GAP: f32 = 48.0;

/// The side of the sheet that a text stands at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Right,
}

/// Draws a picture.
pub(super) fn draw(
    desk: &mut Desk,
    system: &SystemFonts,
    text: &ShareText,
    palette: &Palette,
) -> Result<Vec<u8>, MissingLetters> {
    let mut letters = Letters::of(system, text);
    let headline = letters.drawable(&text.headline).replace(" –", "\u{a0}–").replace(" —", "\u{a0}—");
    let section = text.section.as_deref().map(|section| letters.drawable(section));
    let publisher = letters.drawable(&text.publisher);
    let date = text.date.as_deref().map(|date| letters.drawable(date)).unwrap_or_default();
    letters.all_found()?;
    let style = Style {
        faces: &letters.faces,
        language: text.language.as_ref().map(|language| language.as_str()),
        direction: text.direction().map_or(BaseDirection::Auto, |direction| match direction {
            Direction::Ltr => BaseDirection::Ltr,
            Direction::Rtl => BaseDirection::Rtl,
        }),
    };
    let mut sheet = Sheet { desk, style, canvas: Canvas::new(), start: Side::Left };
    sheet.headline(&headline);
    sheet.section(section.as_deref().unwrap_or_default());
    sheet.footer(&publisher, &date);
    Ok(sheet.canvas.png(palette))
}

struct Sheet<'a> {
    desk: &'a mut Desk,
    style: Style<'a>,
    canvas: Canvas,
    /// Where lines begin: the headline decides.
    start: Side,
}

impl Sheet<'_> {
    fn headline(&mut self, text: &str) {
        let script = Script::of(text);
        let room =
            Room { width: inner_width(), height: HEADLINE_BOTTOM - HEADLINE_TOP, leading: script.leading() };
        let fitted = fit::headline(self.desk, text, self.style, room);
        self.start = if fitted.layout.is_rtl() { Side::Right } else { Side::Left };
        let leading = room.leading * fitted.size;
        let first = HEADLINE_TOP + script.ascent() * fitted.size;
        let left = left_of(&fitted, self.start);
        let mut outline = Outline::default();
        for (number, line) in fitted.layout.lines().enumerate() {
            let baseline = first + number as f32 * leading;
            outline.line(&line, left * EM / fitted.size, baseline * EM / fitted.size);
        }
        if let Some(path) = outline.finish(fitted.size / EM) {
            self.canvas.fill(&path, Ink::Full);
        }
    }

    /// A short rule stands for a section that is not named.
    fn section(&mut self, text: &str) {
        if text.is_empty() {
            let width = 72;
            let x = if self.start == Side::Left { MARGIN } else { WIDTH - MARGIN - width };
            self.canvas.rule(x, SECTION_BASELINE as u32 - 8, width, 4, Ink::Accent);
            return;
        }
        let fitted = fit::one_line(self.desk, text, self.style, SMALL, inner_width());
        self.small(&fitted, self.start, SECTION_BASELINE, Ink::Accent);
    }

    fn footer(&mut self, publisher: &str, date: &str) {
        self.canvas.rule(MARGIN, FOOTER_RULE, WIDTH - 2 * MARGIN, 2, Ink::Hairline);
        let end = if self.start == Side::Left { Side::Right } else { Side::Left };
        let date = fit::one_line(self.desk, date, self.style, SMALL, inner_width() / 2.0);
        self.small(&date, end, FOOTER_BASELINE, Ink::Muted);
        let room = inner_width() - date.width - GAP;
        let publisher = fit::one_line(self.desk, publisher, self.style, SMALL, room);
        self.small(&publisher, self.start, FOOTER_BASELINE, Ink::Full);
    }

    fn small(&mut self, fitted: &Fitted, side: Side, baseline: f32, ink: Ink) {
        let scale = EM / fitted.size;
        let mut outline = Outline::default();
        if let Some(line) = fitted.layout.get(0) {
            outline.line(&line, left_of(fitted, side) * scale, baseline * scale);
        }
        if let Some(path) = outline.finish(fitted.size / EM) {
            self.canvas.fill(&path, ink);
        }
    }
}

/// The left edge of a text at a side of the sheet.
fn left_of(fitted: &Fitted, side: Side) -> f32 {
    match side {
        Side::Left => MARGIN as f32,
        Side::Right => (WIDTH - MARGIN) as f32 - fitted.width,
    }
}

fn inner_width() -> f32 {
    (WIDTH - 2 * MARGIN) as f32
}

/// How much room lines need.
#[derive(Clone, Copy)]
enum Script {
    Alphabet,
    EastAsian,
    Arabic,
}

impl Script {
    fn of(text: &str) -> Self {
        let any = |from, to| text.chars().any(|letter| (from..=to).contains(&letter));
        if any('\u{2e80}', '\u{9fff}') || any('\u{ac00}', '\u{d7af}') || any('\u{20000}', '\u{3ffff}') {
            Self::EastAsian
        } else if any('\u{600}', '\u{8ff}') || any('\u{900}', '\u{dff}') {
            Self::Arabic
        } else {
            Self::Alphabet
        }
    }

    fn leading(self) -> f32 {
        match self {
            Self::Alphabet => 1.13,
            Self::EastAsian => 1.3,
            Self::Arabic => 1.42,
        }
    }

    /// From the top of the room to the first baseline.
    fn ascent(self) -> f32 {
        match self {
            Self::Alphabet => 0.8,
            Self::EastAsian => 0.98,
            Self::Arabic => 1.0,
        }
    }
}

const _: () = assert!(FOOTER_BASELINE as u32 + MARGIN <= HEIGHT);
