//! Sets a headline as large as it fits, in lines of like length, and cuts what fits at no size.

use parley::layout::Alignment;
use parley::{AlignmentOptions, Layout};

use super::faces::{Desk, EM, Style};

/// From large to small, in pixels.
const SIZES: [f32; 11] = [136.0, 120.0, 104.0, 96.0, 88.0, 80.0, 72.0, 64.0, 58.0, 52.0, 46.0];

/// More lines than that are a wall.
const MOST_LINES: usize = 5;

/// How often the width is halved to find the narrowest that needs no more lines.
const HALVINGS: usize = 7;

/// Where a headline goes, in pixels.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    pub width: f32,
    pub height: f32,
    /// From baseline to baseline, in sizes of the type.
    pub leading: f32,
}

/// A text in lines.
pub(super) struct Fitted {
    pub layout: Layout<()>,
    /// Of the type, in pixels.
    pub size: f32,
    /// Of the lines, in pixels.
    pub width: f32,
}

/// Sets a headline.
pub(super) fn headline(desk: &mut Desk, text: &str, style: Style<'_>, room: Room) -> Fitted {
    let mut layout = desk.shape(text, style);
    if let Some(size) = largest(&mut layout, room) {
        return balanced(layout, size, room.width);
    }
    let end = layout.get(MOST_LINES - 1).map_or(text.len(), |line| line.text_range().end);
    let mut kept = text.get(..end).unwrap_or(text);
    loop {
        let cut = format!("{}…", kept.trim_end_matches(|c: char| !c.is_alphanumeric()));
        let mut layout = desk.shape(&cut, style);
        if let Some(size) = largest(&mut layout, room) {
            return balanced(layout, size, room.width);
        }
        if kept.is_empty() {
            return Fitted { layout, size: SIZES[SIZES.len() - 1], width: room.width };
        }
        kept = shorter(kept);
    }
}

/// Sets a text on one line, cut at `width` pixels.
pub(super) fn one_line(desk: &mut Desk, text: &str, style: Style<'_>, size: f32, width: f32) -> Fitted {
    let mut layout = desk.shape(text, style);
    layout.break_all_lines(None);
    let mut kept = text;
    while layout.width() * size / EM > width && !kept.is_empty() {
        kept = shorter(kept);
        layout = desk.shape(&format!("{}…", kept.trim_end()), style);
        layout.break_all_lines(None);
    }
    let width = layout.width() * size / EM;
    Fitted { layout, size, width }
}

/// The largest size at which the text fits, and the layout broken for it.
fn largest(layout: &mut Layout<()>, room: Room) -> Option<f32> {
    let longest_word = layout.calculate_content_widths().min;
    let smallest = SIZES[SIZES.len() - 1];
    SIZES.into_iter().find(|size| {
        let advance = room.width * EM / size;
        if longest_word > advance && *size > smallest {
            return false;
        }
        layout.break_all_lines(Some(advance));
        let lines = layout.len();
        lines <= MOST_LINES && lines as f32 * size * room.leading <= room.height
    })
}

/// The same number of lines, as narrow as they get.
fn balanced(mut layout: Layout<()>, size: f32, width: f32) -> Fitted {
    let lines = layout.len();
    let (mut narrow, mut wide) = (0.0, width * EM / size);
    let longest_word = layout.calculate_content_widths().min.min(wide);
    for _ in 0..if lines > 1 { HALVINGS } else { 0 } {
        let middle = f32::max((narrow + wide) / 2.0, longest_word);
        layout.break_all_lines(Some(middle));
        if layout.len() <= lines { wide = middle } else { narrow = middle }
    }
    layout.break_all_lines(Some(wide));
    layout.align(Alignment::Start, AlignmentOptions::default());
    Fitted { layout, size, width: wide * size / EM }
}

/// Without its last word, or its last letter if it has no short one.
fn shorter(text: &str) -> &str {
    const LONG_WORD: usize = 24;
    let text = text.trim_end();
    match text.rfind(char::is_whitespace) {
        Some(at) if text[at..].chars().count() <= LONG_WORD => text[..at].trim_end(),
        _ => text.char_indices().next_back().map_or("", |(at, _)| &text[..at]),
    }
}
