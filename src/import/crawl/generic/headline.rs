//! Finds the headline of an unknown page. Takes none that is a sentence of the text.

use std::collections::HashMap;

use crate::import::crawl::draft::Draft;
use crate::import::crawl::lines::{Line, LineKind};
use crate::import::crawl::prose::{self, Weight};

/// The line that is repeated most, else the first that looks like a headline and stands in front of the text.
pub(super) fn find<'a>(lines: &[Line<'a>], draft: &mut Draft) -> Option<&'a str> {
    let (line, why) = repeated(lines)
        .map(|line| (line, "the line that is repeated"))
        .or_else(|| first(lines).map(|line| (line, "the first line that looks like one")))?;
    draft.article.title = line.text.to_owned();
    draft.guess(line.place(), format!("the headline is {why}"));
    Some(line.text)
}

fn candidate(line: &Line) -> bool {
    matches!(line.kind, LineKind::Text | LineKind::Keywords(_)) && prose::is_headline(line.text)
}

/// Labels of navigation are repeated too: only what has the length of a headline counts.
fn repeated<'l, 'a>(lines: &'l [Line<'a>]) -> Option<&'l Line<'a>> {
    let mut count: HashMap<&str, usize> = HashMap::new();
    let long = |line: &&Line| candidate(line) && line.text.chars().count() >= 20;
    lines.iter().filter(long).for_each(|line| *count.entry(line.text).or_default() += 1);
    let most = count.values().copied().max().filter(|most| *most > 1)?;
    lines.iter().find(|line| count.get(line.text) == Some(&most))
}

fn first<'l, 'a>(lines: &'l [Line<'a>]) -> Option<&'l Line<'a>> {
    let in_front = lines.iter().take_while(|line| {
        line.kind != LineKind::Text || prose::is_cut(line.text) || prose::weigh(line.text) != Weight::Prose
    });
    let mut lines = in_front.filter(|line| candidate(line) && !prose::is_cut(line.text));
    let first = lines.clone().next();
    lines.find(|line| !line.text.ends_with('.')).or(first)
}
