//! Which lines of a page are its body, and what each of them is there. Reads no metadata.

use super::lines::{Line, LineKind};
use super::prose::{self, Weight};

/// A line of the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part<'a> {
    /// One paragraph, or several that were glued.
    Text(&'a str),
    /// A heading that has a line for itself.
    Heading(&'a str),
    /// The address of a picture.
    Picture(&'a str),
}

/// The parts of lines that are all known to be body.
pub(super) fn whole<'a>(lines: &[Line<'a>]) -> Vec<Part<'a>> {
    let part = |(index, line): (usize, &Line<'a>)| {
        if line.kind == LineKind::Image {
            return Part::Picture(line.text);
        }
        let above = lines.get(index + 1).is_some_and(|next| prose::weigh(next.text) != Weight::Label);
        if above && is_heading(line.text) { Part::Heading(line.text) } else { Part::Text(line.text) }
    };
    lines.iter().enumerate().map(part).collect()
}

/// Finds the body among the lines of an unknown page: from the first line of prose to the last, with short sentences
/// and headings between. Returns it with the lines that were left out.
pub(super) fn find<'a>(lines: &[Line<'a>]) -> (Vec<Part<'a>>, Vec<Line<'a>>) {
    let weights: Vec<Weight> = lines.iter().map(|line| weigh(line)).collect();
    let Some(first) = weights.iter().position(|weight| *weight == Weight::Prose) else {
        return without_prose(lines);
    };
    let last = weights.iter().rposition(|weight| *weight != Weight::Label).unwrap_or(first);
    let (mut parts, mut left) = (Vec::new(), Vec::new());
    for (index, line) in lines.iter().enumerate() {
        let inside = (first..=last).contains(&index);
        let opens = index + 1 == first && is_heading(line.text);
        match weights[index] {
            _ if line.kind == LineKind::Image && inside => parts.push(Part::Picture(line.text)),
            Weight::Prose | Weight::Remark if inside => parts.push(Part::Text(line.text)),
            Weight::Label if inside && line.text.ends_with(':') => parts.push(Part::Text(line.text)),
            Weight::Label if inside && !opens && stands_above(&weights, index, line) => {
                parts.push(Part::Heading(line.text));
            }
            _ => left.push(line.clone()),
        }
    }
    (parts, left)
}

fn weigh(line: &Line) -> Weight {
    if line.kind == LineKind::Image { Weight::Label } else { prose::weigh(line.text) }
}

fn stands_above(weights: &[Weight], index: usize, line: &Line) -> bool {
    weights.get(index + 1).is_some_and(|next| *next != Weight::Label) && is_heading(line.text)
}

fn is_heading(line: &str) -> bool {
    prose::is_headline(line) && !prose::ends_sentence(line) && !line.ends_with(':')
}

/// A page without a long sentence: verse, a list, a caption. Lines of a few words are kept.
fn without_prose<'a>(lines: &[Line<'a>]) -> (Vec<Part<'a>>, Vec<Line<'a>>) {
    let kept = |line: &&Line| {
        line.kind == LineKind::Text
            && (prose::weigh(line.text) == Weight::Remark || prose::is_headline(line.text))
    };
    let (kept, left): (Vec<&Line>, Vec<&Line>) = lines.iter().partition(kept);
    (kept.iter().map(|line| Part::Text(line.text)).collect(), left.into_iter().cloned().collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::crawl::lines;

    const PROSE: &str =
        "The wheel of the mill at Fennel Bridge turned again on Friday, for the first time in years.";

    #[test]
    fn the_body_reaches_from_prose_to_prose() {
        let text = format!(
            "News\nWorld\n{PROSE}\nWhat the miller says\n\"At last,\" he said.\nShare\n{PROSE}\nMore news"
        );
        let lines = lines::read(&text).1;
        let (parts, left) = find(&lines);
        let says = "\"At last,\" he said.";
        let heading = Part::Heading("What the miller says");
        assert_eq!(parts, [Part::Text(PROSE), heading, Part::Text(says), Part::Text(PROSE)]);
        let left: Vec<_> = left.iter().map(|line| line.text).collect();
        assert_eq!(left, ["News", "World", "Share", "More news"]);
    }

    #[test]
    fn a_page_without_prose_keeps_its_lines_of_words() {
        let lines = lines::read("Menu\nThe wheel goes round\nand round again").1;
        let (parts, left) = find(&lines);
        assert_eq!((parts.len(), left.len()), (2, 1));
    }
}
