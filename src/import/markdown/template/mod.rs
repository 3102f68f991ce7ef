//! Reduces what a site's generator would have filled in to its text: Hugo's and Zola's shortcodes, Liquid and
//! Nunjucks. What is inside of code is left alone, unless the generator's own marks for that stand around it.

mod call;
mod known;

use std::collections::BTreeMap;

use call::Call;

/// A text without calls to templates, and the calls that were reduced, with their number.
#[derive(Debug, Default)]
pub(super) struct Reduced {
    pub(super) text: String,
    pub(super) calls: BTreeMap<String, usize>,
}

/// Begin and end of what a template does.
const MARKS: [(&str, &str); 5] = [("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}"), ("{#", "#}"), ("{{", "}}")];

/// Liquid's way to set apart what it shall not read.
const RAW: (&str, &str) = ("{%raw%}", "{%endraw%}");

/// Reduces the calls of `text`, which is Markdown.
pub(super) fn reduce(text: &str) -> Reduced {
    let mut reduced = Reduced::default();
    let mut lines = text.split_inclusive('\n').peekable();
    let mut fence: Option<String> = None;
    let mut pending = String::new();
    let mut hidden = false;
    while let Some(line) = lines.next() {
        if let Some(mark) = fence_of(line).filter(|_| pending.is_empty()) {
            let closes = fence.as_ref().is_some_and(|open| mark.starts_with(open.as_str()));
            fence = if closes { None } else { fence.or(Some(mark)) };
        }
        if fence.is_some() {
            if !is_raw_mark(line) {
                reduced.text.push_str(line);
            }
            continue;
        }
        pending.push_str(line);
        // A call may go over several lines.
        if is_open(&pending) && pending.len() < 10_000 && lines.peek().is_some() {
            continue;
        }
        reduced.lines(&std::mem::take(&mut pending), &mut hidden);
    }
    reduced
}

fn fence_of(line: &str) -> Option<String> {
    let line = line.trim_start();
    let mark = line.chars().next().filter(|mark| matches!(mark, '`' | '~'))?;
    let run: String = line.chars().take_while(|c| *c == mark).collect();
    (run.len() >= 3).then_some(run)
}

fn is_raw_mark(line: &str) -> bool {
    let compact: String = line.split_whitespace().collect::<String>().replace('-', "");
    compact == RAW.0 || compact == RAW.1
}

/// Whether a call begins in `text` and doesn't end there.
fn is_open(text: &str) -> bool {
    MARKS[..3].iter().any(|(open, close)| {
        text.rfind(open).is_some_and(|at| !text[at..].contains(close) && !text[..at].ends_with('`'))
    })
}

impl Reduced {
    fn lines(&mut self, text: &str, hidden: &mut bool) {
        let mut out = String::new();
        let mut rest = text;
        let mut dropped_value = false;
        while let Some((at, close)) = next_mark(rest) {
            let end = at + rest[at..].find(close).unwrap_or(rest.len() - at - close.len()) + close.len();
            if !*hidden {
                out.push_str(&rest[..at]);
            }
            let call = Call::of(&rest[at..end]);
            match call.name.as_str() {
                "comment" => *hidden = true,
                "endcomment" => *hidden = false,
                "raw" if !*hidden && rest[end..].contains("endraw") => {
                    let inner = &rest[end..];
                    let inner = &inner[..inner.find("endraw").unwrap_or(0)];
                    let inner = &inner[..inner.rfind("{%").unwrap_or(inner.len())];
                    out.push_str(inner);
                    rest = &rest[end + inner.len()..];
                    continue;
                }
                _ if *hidden => {}
                _ => {
                    let said = known::text_of(&call);
                    dropped_value |= said.is_empty() && call.is_value;
                    if !call.is_plumbing() {
                        *self.calls.entry(call.shown()).or_default() += 1;
                    }
                    out.push_str(&said);
                }
            }
            rest = &rest[end..];
        }
        if !*hidden {
            out.push_str(rest);
        }
        if !(dropped_value && says_nothing(&out)) {
            self.text.push_str(&out);
        }
    }
}

/// Where the next call begins that isn't inside of code, and how it ends.
fn next_mark(text: &str) -> Option<(usize, &'static str)> {
    let found = MARKS.iter().filter_map(|(open, close)| {
        let at = text.match_indices(open).map(|(at, _)| at).find(|at| {
            let in_code =
                text[..*at].rsplit('\n').next().is_some_and(|line| line.matches('`').count() % 2 == 1);
            !in_code && text[*at..].contains(close)
        })?;
        Some((at, *close))
    });
    found.min_by_key(|(at, _)| *at)
}

/// A line whose value is gone: `* <>`, `SHA1: `.
fn says_nothing(line: &str) -> bool {
    let line = line.trim().trim_start_matches(['*', '-', '+', ' ']);
    let line = line.replace("<>", "");
    line.is_empty() || (line.ends_with(':') && line.split_whitespace().count() <= 2)
}

#[cfg(test)]
mod tests;
