//! Pages of the known publishing template: headline twice, standfirst, stamps, section, tags, lead image, body,
//! related addresses, tags again, publisher, sizes, keywords. Guesses nothing; other pages are not read.

mod tail;

use super::draft::Draft;
use super::lines::{Line, LineKind};
use super::outline;
use super::prose::{self, Weight};
use super::stamp::Form;
use crate::article::{Picture, Problem, ProblemCode, Tag};

/// Where the parts of a page begin.
struct Layout {
    /// The first stamp.
    stamps: usize,
    /// The section; tags follow.
    labels: usize,
    /// The lead image or the first line of the body.
    lead: usize,
    /// The first line behind the body.
    tail: usize,
}

/// `None` if the lines are not in the template's order.
pub(super) fn read<'a>(lines: &[Line<'a>]) -> Option<Draft<'a>> {
    let layout = Layout::find(lines)?;
    let mut draft = Draft::default();
    read_head(&lines[..layout.stamps], &mut draft);
    draft.stamps = stamps(&lines[layout.stamps..layout.labels]);
    read_labels(&lines[layout.labels..layout.lead], &mut draft);
    let is_body =
        |line: &Line| line.kind == LineKind::Image || (line.is_words() && line.kind != LineKind::Year);
    let (body, mut rest): (Vec<_>, Vec<_>) =
        lines[layout.lead..layout.tail].iter().cloned().partition(is_body);
    read_body(&body, &mut draft);
    rest.extend_from_slice(&lines[layout.tail..]);
    tail::read(&rest, &mut draft);
    Some(draft)
}

impl Layout {
    fn find(lines: &[Line]) -> Option<Self> {
        let is_stamp =
            |line: &Line| matches!(&line.kind, LineKind::Stamp(stamp) if stamp.form == Form::Machine);
        let stamps = lines.iter().position(is_stamp)?;
        let labels = stamps + lines[stamps..].iter().take_while(|line| is_stamp(line)).count();
        let rest = &lines[labels..];
        let is_label = |line: &&Line| line.is_words() && prose::weigh(line.text) != Weight::Prose;
        let count = rest.iter().take_while(is_label).count();
        let paths = rest[count..].iter().take_while(|line| line.kind == LineKind::XPath).count();
        let lead = labels + count + paths;
        let known = paths > 0 || rest.iter().any(|line| matches!(line.kind, LineKind::Publisher(_)));
        let headed = stamps > 0 && lines[..stamps].iter().all(Line::is_words);
        (known && headed).then(|| Self { stamps, labels, lead, tail: tail::start(lines, labels, lead) })
    }
}

fn stamps(lines: &[Line]) -> Vec<super::stamp::Stamp> {
    let stamp = |line: &Line| match &line.kind {
        LineKind::Stamp(stamp) => Some(*stamp),
        _ => None,
    };
    lines.iter().filter_map(stamp).collect()
}

/// Headline, headline again, standfirst.
fn read_head(lines: &[Line], draft: &mut Draft) {
    let Some((title, rest)) = lines.split_first() else { return };
    draft.article.title = title.text.to_owned();
    let mut rest = rest.iter().filter(|line| line.text != title.text);
    draft.article.standfirst = rest.next_back().map(|line| match &line.kind {
        LineKind::Description(description) => description.text.clone(),
        _ => line.text.to_owned(),
    });
    for line in rest {
        draft.problems.push(left_out(line));
    }
}

fn read_labels(lines: &[Line], draft: &mut Draft) {
    let mut words = lines.iter().filter(|line| line.is_words());
    draft.article.section = words.next().map(|line| line.text.to_owned());
    words.for_each(|line| add_tag(line, draft));
}

fn add_tag(line: &Line, draft: &mut Draft) {
    let fresh = Tag::new(line.text).filter(|tag| !draft.article.tags.contains(tag));
    draft.article.tags.extend(fresh);
}

fn read_body<'a>(lines: &[Line<'a>], draft: &mut Draft<'a>) {
    let leads = lines.iter().take_while(|line| line.kind == LineKind::Image).count();
    let src = lines.first().filter(|_| leads > 0).map(|line| line.text.to_owned());
    draft.article.picture = src.map(|src| Picture { src, ..Picture::default() });
    draft.body = outline::whole(&lines[leads..]);
}

fn left_out(line: &Line) -> Problem {
    let text: String = line.text.chars().take(60).collect();
    let what = format!("'{text}' has no known place in the template and was left out");
    Problem::new(ProblemCode::Unreadable, line.place(), what)
}
