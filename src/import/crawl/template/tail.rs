//! What follows the body in the known template: addresses, tags, publisher, sizes, keywords.

use super::{add_tag, left_out};
use crate::article::{Problem, ProblemCode, RelatedLink};
use crate::import::crawl::caption::{self, Notice};
use crate::import::crawl::draft::Draft;
use crate::import::crawl::keywords;
use crate::import::crawl::lines::{Line, LineKind};
use crate::import::crawl::prose::{self, Weight};

/// The first line behind a body that begins at `lead`: nothing after it is prose, and the labels between `labels`
/// and `lead`, which stand there once more, are not body.
pub(super) fn start(lines: &[Line], labels: usize, lead: usize) -> usize {
    let is_body = |line: &Line| {
        let known = lines[labels..lead].iter().any(|label| label.text == line.text);
        line.is_words() && !matches!(line.kind, LineKind::Year) && !known
    };
    let closes = |line: &Line| {
        matches!(
            line.kind,
            LineKind::Page | LineKind::Publisher(_) | LineKind::Locale(_) | LineKind::Sizes(_)
        )
    };
    let end = lines[lead..].iter().position(closes).map_or(lines.len(), |at| lead + at);
    let prose =
        lines[end..].iter().rposition(|line| is_body(line) && prose::weigh(line.text) == Weight::Prose);
    let end = prose.map_or(end, |at| end + at + 1);
    let leads = lines[lead..end].iter().take_while(|line| line.kind == LineKind::Image).count();
    let body = lines[lead..end].iter().rposition(is_body).map_or(leads, |at| at + 1);
    lead + body.max(leads)
}

/// Fills in what the tail says.
pub(super) fn read(lines: &[Line], draft: &mut Draft) {
    let mut tagging = true;
    for (index, line) in lines.iter().enumerate() {
        match &line.kind {
            LineKind::Page => add_related(line, draft),
            LineKind::Publisher(publisher) => {
                draft.article.publisher.get_or_insert_with(|| publisher.clone());
                tagging = false;
            }
            LineKind::Locale(language) => draft.article.language = Some(language.clone()),
            LineKind::Sizes(sizes) => set_size(sizes, draft),
            LineKind::Text | LineKind::Keywords(_) | LineKind::Description(_) if tagging => {
                add_tag(line, draft)
            }
            LineKind::Text | LineKind::Keywords(_) | LineKind::Description(_) => {
                read_words(line, index + 1 == lines.len(), draft);
            }
            LineKind::Label(_) | LineKind::Notice => about_picture(line, draft),
            _ => {}
        }
    }
    if draft.article.publisher.is_none() {
        draft.problems.push(Problem::new(
            ProblemCode::Missing,
            "publisher",
            "the page doesn't name its publisher",
        ));
    }
}

fn add_related(line: &Line, draft: &mut Draft) {
    if !draft.article.related.iter().any(|link| link.url == line.text) {
        draft.article.related.push(RelatedLink { url: line.text.to_owned(), title: None });
    }
}

fn about_picture(line: &Line, draft: &mut Draft) {
    match (&line.kind, caption::notice(line.text), &mut draft.article.picture) {
        (LineKind::Label(label), _, Some(picture)) if picture.alt.is_none() => {
            picture.alt = label.alt.clone()
        }
        (_, Some(Notice::Rights(rights)), _) => draft.article.rights = Some(rights.to_owned()),
        (_, Some(Notice::Credit(credit)), Some(picture)) if picture.credit.is_none() => {
            picture.credit = Some(credit.to_owned());
        }
        _ => draft.problems.push(left_out(line)),
    }
}

/// The first size is the lead image's.
fn set_size(sizes: &[(u32, u32)], draft: &mut Draft) {
    if let (Some(picture), Some((width, height))) = (&mut draft.article.picture, sizes.first())
        && picture.width.is_none()
    {
        (picture.width, picture.height) = (Some(*width), Some(*height));
    }
}

/// Keywords stand last; before them the template says what kind of page it is, and the publisher's name.
fn read_words(line: &Line, last: bool, draft: &mut Draft) {
    let named = draft.article.publisher.as_ref().is_some_and(|publisher| publisher.name == line.text);
    let kind = line.text.split_whitespace().count() <= 3 && !line.text.contains(',');
    if named {
        return;
    }
    if last || matches!(line.kind, LineKind::Keywords(_)) {
        for word in keywords::split(line.text) {
            if !draft.article.keywords.contains(&word) {
                draft.article.keywords.push(word);
            }
        }
    } else if !kind {
        draft.problems.push(left_out(line));
    }
}
