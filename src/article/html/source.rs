//! Makes HTML safe to parse: text that only looks like a tag becomes text again, and nesting is bounded.

use std::collections::HashMap;
use std::ops::Range;

use super::element::{is_paired, is_raw, role};
use super::nesting::Nesting;

/// Deeper elements are left out, and their contents kept. The parser's work grows with the square of the depth.
pub(super) const MAX_DEPTH: usize = 256;

/// More elements than this are no article's: of what follows only the text is kept. The tree takes some 600 bytes an element.
pub(super) const MAX_ELEMENTS: usize = 300_000;

/// How much of what only looks like a tag is shown, in characters.
const MAX_SHOWN: usize = 100;

/// How often a tag without an end is looked for the end of: each look goes to the end of the source.
const MAX_MISSES: usize = 64;

/// HTML for the parser.
pub(super) struct Prepared {
    pub(super) html: String,
    /// What was changed, for people.
    pub(super) notes: Vec<String>,
}

/// Escapes what is no tag, closes what would swallow the rest, and leaves out tags that are nested too deeply.
pub(super) fn prepare(html: &str) -> Prepared {
    prepare_within(MAX_DEPTH, html)
}

/// The same, with elements at most `limit` deep in each other.
pub(super) fn prepare_within(limit: usize, html: &str) -> Prepared {
    let starts =
        |tag: &str| html.trim_start().get(..tag.len()).is_some_and(|text| text.eq_ignore_ascii_case(tag));
    let whole_page = starts("<!doctype") || starts("<html");
    let mut scan = Scan {
        html,
        out: String::with_capacity(html.len() + 64),
        nesting: Nesting::new(limit),
        limit,
        misses: 0,
        elements: 0,
        whole_page,
        ends: None,
        notes: Vec::new(),
    };
    let mut at = 0;
    while let Some(found) = html[at..].find('<') {
        scan.out.push_str(&html[at..at + found]);
        at = scan.tag(at + found);
    }
    scan.out.push_str(&html[at..]);
    Prepared { html: scan.out, notes: scan.notes }
}

struct Scan<'a> {
    html: &'a str,
    out: String,
    nesting: Nesting<'a>,
    limit: usize,
    misses: usize,
    elements: usize,
    whole_page: bool,
    /// Where the last end tag of an element begins, in bytes, by the element's name; once it was asked for.
    ends: Option<HashMap<String, usize>>,
    notes: Vec<String>,
}

impl Scan<'_> {
    /// Handles what begins with the `<` at `start`, and returns where to go on.
    fn tag(&mut self, start: usize) -> usize {
        let rest = &self.html[start + 1..];
        if rest.starts_with('!') || rest.starts_with('?') {
            return self.comment(start);
        }
        let closing = rest.starts_with('/');
        let name_start = start + 1 + usize::from(closing);
        let name = name_at(&self.html[name_start..]);
        if name.is_empty() {
            return self.copy(start, start + 1);
        }
        let name = name_start..name_start + name.len();
        let lower = self.html[name.clone()].to_ascii_lowercase();
        if !self.is_markup(&lower, !self.html[name.end..].starts_with('>')) {
            // Only what is short can have been meant as a tag.
            let shown: String = self.html[start..].chars().take(MAX_SHOWN).collect();
            if let Some(end) = shown.find('>') {
                self.note(format!("{} is not HTML; kept as text", &shown[..=end]));
            }
            return self.escape(start);
        }
        let Some(end) = self.tag_end(name.end) else { return self.escape(start) };
        if closing { self.end_tag(name, start, end) } else { self.start_tag(name, &lower, start, end) }
    }

    fn start_tag(&mut self, name: Range<usize>, lower: &str, start: usize, end: usize) -> usize {
        self.elements += 1;
        if self.elements > MAX_ELEMENTS {
            self.note(format!("more than {MAX_ELEMENTS} elements; of the rest only the text was kept"));
            return end;
        }
        if is_raw(lower) {
            return self.raw_element(lower, start, end);
        }
        if is_paired(lower) && !self.nesting.start(&self.html[name], &self.html[start..end]) {
            let limit = self.limit;
            self.note(format!("elements nested more than {limit} deep; only their text was kept"));
            return end;
        }
        self.copy(start, end)
    }

    fn end_tag(&mut self, name: Range<usize>, start: usize, end: usize) -> usize {
        if self.nesting.end(&self.html[name]) { self.copy(start, end) } else { end }
    }

    /// A raw element runs to its end tag; without one, or written `<iframe/>`, it would swallow all that follows.
    fn raw_element(&mut self, name: &str, start: usize, end: usize) -> usize {
        let close = self.last_end(name).filter(|last| *last >= end);
        let self_closed = self.html[..end].ends_with("/>");
        match close {
            Some(last) if !self_closed => {
                let needle = format!("</{name}");
                let close = find_ignoring_case(&self.html[end..], &needle).map_or(last, |found| end + found);
                self.copy(start, close)
            }
            None if matches!(name, "script" | "style") => self.copy(start, self.html.len()),
            _ => {
                self.out.push_str(&format!("{}></{name}>", &self.html[start..end - 1]));
                end
            }
        }
    }

    fn comment(&mut self, start: usize) -> usize {
        let closer = if self.html[start..].starts_with("<!--") { "-->" } else { ">" };
        let missed = self.misses >= MAX_MISSES;
        match (!missed).then(|| self.html[start + 2..].find(closer)).flatten() {
            Some(found) => start + 2 + found + closer.len(),
            None => {
                self.misses += 1;
                self.escape(start)
            }
        }
    }

    /// Just behind the `>` that ends the tag whose name ends at `from`; a quoted value may hold `>`.
    fn tag_end(&mut self, from: usize) -> Option<usize> {
        if self.misses >= MAX_MISSES {
            return None;
        }
        let (mut quote, mut after_equals) = (None, false);
        for (at, byte) in self.html.bytes().enumerate().skip(from) {
            match (quote, byte) {
                (Some(open), _) if byte == open => quote = None,
                (Some(_), _) => {}
                (None, b'>') => return Some(at + 1),
                (None, b'"' | b'\'') if after_equals => quote = Some(byte),
                _ => {}
            }
            after_equals = byte == b'=' || (after_equals && byte.is_ascii_whitespace());
        }
        self.misses += 1;
        None
    }

    /// An element of HTML, of another vocabulary (`o:p`), or a custom one (`my-player`) that is used as one.
    fn is_markup(&mut self, name: &str, has_more: bool) -> bool {
        if name == "title" {
            return self.whole_page;
        }
        role(name).is_some()
            || name.split_once(':').is_some_and(|(_, local)| !local.is_empty() && !local.contains('@'))
            || (name.contains('-') && !name.contains('@') && (has_more || self.last_end(name).is_some()))
    }

    fn last_end(&mut self, name: &str) -> Option<usize> {
        let html = self.html;
        let ends = self.ends.get_or_insert_with(|| {
            let tags = html.match_indices("</").map(|(at, _)| (name_at(&html[at + 2..]), at));
            tags.map(|(name, at)| (name.to_ascii_lowercase(), at)).collect()
        });
        ends.get(name).copied()
    }

    fn copy(&mut self, start: usize, end: usize) -> usize {
        self.out.push_str(&self.html[start..end]);
        end
    }

    fn escape(&mut self, start: usize) -> usize {
        self.out.push_str("&lt;");
        start + 1
    }

    fn note(&mut self, note: String) {
        if !self.notes.contains(&note) && self.notes.len() < 20 {
            self.notes.push(note);
        }
    }
}

/// Whether there may be too many elements, or some more than `limit` deep in each other. Tags in scripts and comments count
/// too.
pub(super) fn is_too_much(limit: usize, html: &str) -> bool {
    let mut nesting = Nesting::new(limit);
    html.match_indices('<').enumerate().any(|(count, (at, _))| {
        if count > MAX_ELEMENTS {
            return true;
        }
        let tag = &html[at + 1..];
        if let Some(tag) = tag.strip_prefix('/') {
            nesting.end(name_at(tag));
            return false;
        }
        let name = name_at(tag);
        // What comes before the next tag tells equal ones from others well enough.
        let whole = &tag[..tag.find(['<', '>']).unwrap_or(tag.len())];
        !name.is_empty() && is_paired(&name.to_ascii_lowercase()) && !nesting.start(name, whole)
    })
}

/// As the tokenizer of HTML reads it: from a letter to white space, `/` or `>`.
fn name_at(text: &str) -> &str {
    if !text.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return "";
    }
    let end = text.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>')).unwrap_or(text.len());
    &text[..end]
}

fn find_ignoring_case(text: &str, needle: &str) -> Option<usize> {
    text.as_bytes().windows(needle.len()).position(|part| part.eq_ignore_ascii_case(needle.as_bytes()))
}
