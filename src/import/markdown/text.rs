//! From Markdown to HTML, for the reader of HTML to make blocks of: CommonMark with tables, footnotes, strikethrough,
//! task lists, definition lists and attributes of headings.

use std::collections::HashMap;

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd, html};

/// The text as HTML. Pictures are found from `folder`, in which the page lies, or from the root of the site, which is
/// the folder that was imported. Footnotes become numbers in brackets, and a list at the end.
pub(super) fn to_html(text: &str, folder: &str) -> String {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM;
    let mut notes = Notes::default();
    let events: Vec<Event<'_>> = Parser::new_ext(text, options)
        .map(|event| located(event, folder))
        .filter_map(|event| notes.take(event))
        .collect();
    let mut out = String::with_capacity(text.len() * 5 / 4);
    html::push_html(&mut out, events.into_iter().chain(notes.into_list()));
    out
}

/// The event, with the addresses of pictures as paths below the folder that was imported.
fn located<'t>(event: Event<'t>, folder: &str) -> Event<'t> {
    match event {
        Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
            let dest_url = path_of(&dest_url, folder).map_or(dest_url, Into::into);
            Event::Start(Tag::Image { link_type, dest_url, title, id })
        }
        Event::Html(html) => Event::Html(located_html(&html, folder).map_or(html, Into::into)),
        Event::InlineHtml(html) => Event::InlineHtml(located_html(&html, folder).map_or(html, Into::into)),
        other => other,
    }
}

/// The same for markup that stands in Markdown as it is.
fn located_html(html: &str, folder: &str) -> Option<String> {
    let mut out = String::new();
    let mut rest = html;
    while let Some((before, address, after)) = next_picture(rest) {
        out.push_str(before);
        out.push_str(path_of(address, folder).as_deref().unwrap_or(address));
        rest = after;
    }
    if out.is_empty() {
        return None;
    }
    out.push_str(rest);
    Some(out)
}

/// What stands before the address of the next picture, the address, and what stands behind it.
fn next_picture(html: &str) -> Option<(&str, &str, &str)> {
    let image = html.find("<img")?;
    let at = image + html[image..].find("src=\"")? + 5;
    let end = at + html[at..].find('"')?;
    Some((&html[..at], &html[at..end], &html[end..]))
}

/// `None` for an address that says itself where it leads.
fn path_of(address: &str, folder: &str) -> Option<String> {
    let address = address.trim();
    if address.is_empty() || address.contains(':') || address.starts_with("//") || address.starts_with('#') {
        return None;
    }
    match address.strip_prefix('/') {
        Some(path) => Some(path.to_owned()),
        None if folder.is_empty() => None,
        None => Some(format!("{folder}/{}", address.trim_start_matches("./"))),
    }
}

/// Footnotes: their numbers in the order of the text, and what they say.
#[derive(Default)]
struct Notes<'t> {
    numbers: HashMap<CowStr<'t>, usize>,
    said: Vec<(CowStr<'t>, Vec<Event<'t>>)>,
    is_open: bool,
}

impl<'t> Notes<'t> {
    /// Takes footnotes out, and passes on what is left.
    fn take(&mut self, event: Event<'t>) -> Option<Event<'t>> {
        match event {
            Event::FootnoteReference(name) => {
                let next = self.numbers.len() + 1;
                let number = *self.numbers.entry(name).or_insert(next);
                self.pass(Event::Text(format!("[{number}]").into()))
            }
            Event::TaskListMarker(is_done) => {
                self.pass(Event::Text(if is_done { "☑ " } else { "☐ " }.into()))
            }
            Event::Start(Tag::FootnoteDefinition(name)) => {
                self.said.push((name, Vec::new()));
                self.is_open = true;
                None
            }
            Event::End(TagEnd::FootnoteDefinition) => {
                self.is_open = false;
                None
            }
            other => self.pass(other),
        }
    }

    fn pass(&mut self, event: Event<'t>) -> Option<Event<'t>> {
        match self.said.last_mut().filter(|_| self.is_open) {
            Some((_, events)) => {
                events.push(event);
                None
            }
            None => Some(event),
        }
    }

    /// The notes that are referred to, in the order of their numbers, then the others.
    fn into_list(mut self) -> Vec<Event<'t>> {
        let last = usize::MAX;
        self.said.sort_by_key(|(name, _)| self.numbers.get(name).copied().unwrap_or(last));
        if self.said.is_empty() {
            return Vec::new();
        }
        let mut events = vec![Event::Start(Tag::List(Some(1)))];
        for (_, said) in self.said {
            events.push(Event::Start(Tag::Item));
            events.extend(said);
            events.push(Event::End(TagEnd::Item));
        }
        events.push(Event::End(TagEnd::List(true)));
        events
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn footnotes_stand_at_the_end_in_their_order() {
        let html = to_html("A[^b] and[^a].\n\n[^a]: First *a*.\n[^b]: Then b.\n", "");
        let expected = "<p>A[1] and[2].</p>\n<ol>\n<li>\n<p>Then b.</p>\n</li>\n<li>\n<p>First <em>a</em>.</p>\n</li>\n</ol>\n";
        assert_eq!(html, expected);
    }

    #[test]
    fn pictures_are_found_from_the_page_or_the_root() {
        let html =
            to_html("![a](b.png) ![c](/d.png) <img src=\"e.png\"> ![f](https://g.example/h.png)", "x/y");
        for src in ["x/y/b.png", "d.png", "x/y/e.png", "https://g.example/h.png"] {
            assert!(html.contains(&format!("src=\"{src}\"")), "{html}");
        }
    }
}
