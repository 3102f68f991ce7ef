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
        let call = std::mem::take(&mut pending);
        let at = reduced.text.len();
        reduced.lines(&call, &mut hidden);
        // Markdown takes the text right below a line of HTML for more of it.
        let is_html = call.starts_with('{') && is_tags(&reduced.text[at..]);
        if is_html
            && lines.peek().is_some_and(|next| next.starts_with(|c: char| !c.is_whitespace() && c != '<'))
        {
            reduced.text.push('\n');
        }
    }
    reduced
}

/// Whether a line begins and ends with a tag.
fn is_tags(line: &str) -> bool {
    line.starts_with('<') && line.ends_with(">\n")
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
    let is_open = |(open, close): &(&str, &str)| {
        text.rfind(open).is_some_and(|at| !text[at..].contains(close) && !text[..at].ends_with('`'))
    };
    text.contains('{') && MARKS[..3].iter().any(is_open)
}

impl Reduced {
    fn lines(&mut self, text: &str, hidden: &mut bool) {
        if !text.contains('{') {
            self.text.push_str(if *hidden { "" } else { text });
            return;
        }
        let mut out = String::new();
        let mut rest = text;
        let mut dropped_value = false;
        let last = Last::of(text);
        while let Some((at, close)) = last.next_mark(rest) {
            let end = at + rest[at..].find(close).unwrap_or(rest.len() - at - close.len()) + close.len();
            if !*hidden {
                out.push_str(&rest[..at]);
            }
            let call = Call::of(&rest[at..end]);
            match call.name.as_str() {
                "comment" => *hidden = true,
                "endcomment" => *hidden = false,
                "raw" if !*hidden && last.end_of_raw.is_some_and(|left| left <= rest.len() - end) => {
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

/// Where the last end of each kind begins, counted from the end of the text: looking for each anew would take
/// the square of its length.
struct Last {
    closes: [Option<usize>; MARKS.len()],
    end_of_raw: Option<usize>,
}

impl Last {
    fn of(text: &str) -> Self {
        let from_end = |mark: &str| text.rfind(mark).map(|at| text.len() - at);
        Self { closes: MARKS.map(|(_, close)| from_end(close)), end_of_raw: from_end("endraw") }
    }

    /// Where the next call of `rest` begins that isn't inside of code, and how it ends.
    fn next_mark(&self, rest: &str) -> Option<(usize, &'static str)> {
        let mut in_code = false;
        rest.bytes().enumerate().find_map(|(at, byte)| {
            match byte {
                b'`' => in_code = !in_code,
                b'\n' => in_code = false,
                b'{' if !in_code => {
                    let left = &rest[at..];
                    let mut kinds = MARKS.iter().zip(self.closes);
                    let found = kinds.find(|((open, _), close)| {
                        left.starts_with(open) && close.is_some_and(|close| close <= left.len())
                    });
                    return found.map(|((_, close), _)| (at, *close));
                }
                _ => {}
            }
            None
        })
    }
}

/// A line whose value is gone: `* <>`, `SHA1: `.
fn says_nothing(line: &str) -> bool {
    let line = line.trim().trim_start_matches(['*', '-', '+', ' ']);
    let line = line.replace("<>", "");
    line.is_empty() || (line.ends_with(':') && line.split_whitespace().count() <= 2)
}

#[cfg(test)]
mod tests;
