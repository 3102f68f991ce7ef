//! Gathers the inline contents of a paragraph: folds white space as a browser does, and nests the spans.

use std::borrow::Cow;
use std::rc::Rc;

use crate::article::Span;

/// A way in which text is set apart. In a list of formats, outermost first, each kind stands once, `Code` last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Format {
    Link(Rc<str>),
    Emphasis,
    Strong,
    Code,
}

/// What two breaks in a row do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Breaks {
    /// They end the paragraph.
    Split,
    /// They count as one.
    Keep,
}

/// Text and breaks as they come.
#[derive(Debug, Default)]
pub(super) struct Line {
    pieces: Vec<(Piece, Vec<Format>)>,
}

#[derive(Debug)]
enum Piece {
    Text(String),
    Break,
}

impl Line {
    pub(super) fn text(&mut self, text: &str, formats: &[Format]) {
        self.pieces.push((Piece::Text(text.to_owned()), formats.to_vec()));
    }

    pub(super) fn line_break(&mut self, formats: &[Format]) {
        self.pieces.push((Piece::Break, formats.to_vec()));
    }

    /// Whether nothing but white space has come.
    pub(super) fn is_blank(&self) -> bool {
        self.pieces.iter().all(|(piece, _)| match piece {
            Piece::Text(text) => text.trim().is_empty(),
            Piece::Break => true,
        })
    }

    /// The paragraphs so far, none of them empty; begins anew.
    pub(super) fn take(&mut self, breaks: Breaks) -> Vec<Vec<Span>> {
        let mut folder = Folder { breaks, paragraphs: Vec::new(), runs: Vec::new(), gap: None };
        for (piece, formats) in std::mem::take(&mut self.pieces) {
            match piece {
                Piece::Text(text) => folder.text(&text, &formats),
                Piece::Break => folder.gap(&formats).breaks += 1,
            }
        }
        folder.end_paragraph();
        folder.paragraphs.iter().map(|runs| nest(runs, 0)).collect()
    }
}

/// `text` with white space folded and trimmed, and without control characters.
pub(crate) fn fold(text: &str) -> String {
    let mut line = Line::default();
    line.text(text, &[]);
    match line.take(Breaks::Keep).pop().as_deref() {
        Some([Span::Text(text)]) => text.clone(),
        _ => String::new(),
    }
}

/// Text in equal formats.
struct Run {
    text: String,
    formats: Vec<Format>,
}

/// White space and breaks between two words.
struct Gap {
    space: String,
    breaks: usize,
    formats: Vec<Format>,
}

struct Folder {
    breaks: Breaks,
    paragraphs: Vec<Vec<Run>>,
    runs: Vec<Run>,
    gap: Option<Gap>,
}

impl Folder {
    fn text(&mut self, text: &str, formats: &[Format]) {
        let is_noise = |c: char| c.is_control() && !c.is_whitespace();
        let text = match text.contains(is_noise) {
            true => Cow::Owned(text.replace(is_noise, "")),
            false => Cow::Borrowed(text),
        };
        let mut rest = text.as_ref();
        while let Some(first) = rest.chars().next() {
            if first.is_whitespace() {
                self.gap(formats).space(first);
                rest = &rest[first.len_utf8()..];
            } else {
                let (words, after) = rest.split_at(words(rest));
                self.words(words, formats);
                rest = after;
            }
        }
    }

    fn gap(&mut self, formats: &[Format]) -> &mut Gap {
        self.gap.get_or_insert_with(|| Gap { space: String::new(), breaks: 0, formats: formats.to_vec() })
    }

    fn words(&mut self, words: &str, formats: &[Format]) {
        if let Some(gap) = self.gap.take().filter(|_| !self.runs.is_empty()) {
            if gap.breaks > 1 && self.breaks == Breaks::Split {
                self.end_paragraph();
            } else {
                let before = self.runs.last().map_or(&[][..], |run| &run.formats);
                let shared = shared(&gap.formats, before).max(shared(&gap.formats, formats));
                let space = if gap.breaks > 0 { "\n" } else { &gap.space };
                self.push(space, &gap.formats[..shared]);
            }
        }
        self.push(words, formats);
    }

    fn push(&mut self, text: &str, formats: &[Format]) {
        match self.runs.last_mut() {
            Some(run) if run.formats == formats => run.text.push_str(text),
            _ => self.runs.push(Run { text: text.to_owned(), formats: formats.to_vec() }),
        }
    }

    fn end_paragraph(&mut self) {
        self.gap = None;
        if !self.runs.is_empty() {
            self.paragraphs.push(std::mem::take(&mut self.runs));
        }
    }
}

impl Gap {
    /// A run of ordinary white space is one space; other spaces, such as the no-break space, are kept.
    fn space(&mut self, c: char) {
        if !(c.is_ascii_whitespace() || c.is_control()) {
            self.space.push(c);
        } else if !self.space.ends_with(' ') {
            self.space.push(' ');
        }
    }
}

/// Where the words end that a text begins with, one plain space between each two: nothing in them is to be folded.
fn words(text: &str) -> usize {
    let mut letters = text.char_indices().peekable();
    while let Some((place, letter)) = letters.next() {
        let is_between = letter == ' ' && letters.peek().is_some_and(|(_, next)| !next.is_whitespace());
        if letter.is_whitespace() && !is_between {
            return place;
        }
    }
    text.len()
}

/// How many formats the two begin with together.
fn shared(a: &[Format], b: &[Format]) -> usize {
    a.iter().zip(b).take_while(|(a, b)| a == b).count()
}

/// Neighbours in the same format share one span.
fn nest(runs: &[Run], depth: usize) -> Vec<Span> {
    let groups = runs.chunk_by(|a, b| a.formats.get(depth) == b.formats.get(depth));
    groups
        .map(|group| match group[0].formats.get(depth) {
            None => Span::Text(joined(group)),
            Some(Format::Code) => Span::Code(joined(group)),
            Some(Format::Emphasis) => Span::Emphasis(nest(group, depth + 1)),
            Some(Format::Strong) => Span::Strong(nest(group, depth + 1)),
            Some(Format::Link(url)) => Span::Link { url: url.to_string(), text: nest(group, depth + 1) },
        })
        .collect()
}

fn joined(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}
