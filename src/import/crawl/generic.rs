//! Pages of any other make: takes headline, date, pictures and text by their looks, and says what it guessed.

mod headline;
mod picture;

use super::caption::{self, Notice};
use super::draft::Draft;
use super::header::Header;
use super::lines::{Line, LineKind};
use super::prose::{self, Weight};
use super::{keywords, outline};
use crate::article::{Publisher, RelatedLink, Tag};

/// Reads the lines; there is always a draft.
pub(super) fn read<'a>(header: &Header, lines: &[Line<'a>]) -> Draft<'a> {
    let mut draft = Draft::default();
    let title = headline::find(lines, &mut draft);
    read_metadata(header, lines, &mut draft);
    read_publisher(lines, &mut draft);
    let mut used = read_keywords(lines, title, &mut draft);
    used.extend(read_standfirst(lines, title, &mut draft));
    used.extend(picture::read(lines, &mut draft));
    let publisher = draft.article.publisher.as_ref().map(|publisher| publisher.name.clone());
    let lead = draft.article.picture.as_ref().map(|picture| picture.src.clone());
    let is_text = |line: &&Line| {
        let said = Some(line.text) == title || publisher.as_deref() == Some(line.text);
        let words = line.is_words() && line.kind != LineKind::Year && !said && !used.contains(&line.number);
        words || (line.kind == LineKind::Image && lead.as_deref() != Some(line.text))
    };
    let texts: Vec<Line> = lines.iter().filter(is_text).cloned().collect();
    let (body, left) = outline::find(&texts);
    draft.body = body;
    tell_left_out(&left, &mut draft);
    draft
}

fn read_metadata(header: &Header, lines: &[Line], draft: &mut Draft) {
    for line in lines {
        match &line.kind {
            LineKind::Stamp(stamp) => draft.stamps.push(*stamp),
            LineKind::Locale(language) => draft.article.language = Some(language.clone()),
            LineKind::Page if header.address != Some(line.text) => {
                let link = RelatedLink { url: line.text.to_owned(), title: None };
                if !draft.article.related.contains(&link) {
                    draft.article.related.push(link);
                }
            }
            LineKind::Description(description) => draft.day = draft.day.or(Some(description.date)),
            LineKind::Notice => {
                if let Some(Notice::Rights(rights)) = caption::notice(line.text) {
                    draft.article.rights.get_or_insert_with(|| rights.to_owned());
                }
            }
            _ => {}
        }
    }
}

fn read_publisher(lines: &[Line], draft: &mut Draft) {
    let full = lines.iter().find_map(|line| match &line.kind {
        LineKind::Publisher(publisher) => Some(publisher.clone()),
        _ => None,
    });
    let outlet = || {
        lines.iter().find_map(|line| match &line.kind {
            LineKind::Description(description) => Some((line, description.outlet.clone()?)),
            LineKind::Label(label) => Some((line, label.outlet.clone())),
            _ => None,
        })
    };
    draft.article.publisher = full;
    if let (None, Some((line, name))) = (&draft.article.publisher, outlet()) {
        draft.guess(line.place(), format!("the publisher is '{name}', from a line that ends with this name"));
        draft.article.publisher = Some(Publisher { name, ..Publisher::default() });
    }
}

/// One list is the publisher's keywords; a second one with the same words and capitals is what readers saw as tags.
/// Returns the numbers of the lines. A list between paragraphs is a heading.
fn read_keywords(lines: &[Line], title: Option<&str>, draft: &mut Draft) -> Vec<usize> {
    let is_prose =
        |index: usize| lines.get(index).is_some_and(|line| prose::weigh(line.text) == Weight::Prose);
    let mut lists = lines.iter().enumerate().filter_map(|(index, line)| match &line.kind {
        LineKind::Keywords(_) if index > 0 && is_prose(index - 1) && is_prose(index + 1) => None,
        LineKind::Keywords(words) if Some(line.text) != title => Some((line, words)),
        _ => None,
    });
    let Some((line, words)) = lists.next() else { return Vec::new() };
    let mut used = vec![line.number];
    draft.article.keywords = words.clone();
    draft.guess(line.place(), "a line of words with commas between was taken for keywords");
    if let Some((line, shown)) = lists.find(|(_, list)| keywords::same(list, words)) {
        draft.article.tags = shown.iter().filter_map(|word| Tag::new(word)).collect();
        draft.guess(line.place(), "the same keywords with capital letters were taken for tags");
        used.push(line.number);
    }
    used
}

/// A meta description, or a line in front of the text that a machine cut short. Returns its number.
fn read_standfirst(lines: &[Line], title: Option<&str>, draft: &mut Draft) -> Option<usize> {
    let described = lines.iter().find_map(|line| match &line.kind {
        LineKind::Description(description) => Some((line, description.text.clone())),
        _ => None,
    });
    let cut = || {
        let is_cut = |line: &&Line| {
            line.kind == LineKind::Text
                && Some(line.text) != title
                && line.text.len() >= 60
                && prose::is_cut(line.text)
        };
        lines.iter().take(12).find(is_cut).map(|line| (line, line.text.to_owned()))
    };
    let (line, text) = described.or_else(cut)?;
    draft.guess(line.place(), "the page's description was taken for the standfirst");
    draft.article.standfirst = Some(text);
    Some(line.number)
}

fn tell_left_out(left: &[Line], draft: &mut Draft) {
    let Some(first) = left.first() else { return };
    let shown: Vec<String> =
        left.iter().take(5).map(|line| format!("{} '{}'", line.number, shorten(line.text))).collect();
    let more = if left.len() > 5 { format!(" and {} more", left.len() - 5) } else { String::new() };
    let what = format!("not taken for text and left out: line {}{more}", shown.join(", "));
    draft.guess(first.place(), what);
}

fn shorten(text: &str) -> String {
    text.chars().take(40).collect()
}
