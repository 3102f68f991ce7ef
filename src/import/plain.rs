//! Plain text of unknown layout to paragraphs: apart by empty lines, by indented lines, or a line each.

use crate::article::html::fold;
use crate::article::{Block, Span};

/// Lines that are all shorter are broken to fit a width, not ended where a paragraph ends.
const BROKEN_WIDTH: usize = 90;

/// All words of `text`, in paragraphs.
pub(super) fn paragraphs(text: &str) -> Vec<Block> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<&str> = text.trim_matches('\n').lines().collect();
    let groups: Vec<Vec<&str>> = if lines.iter().any(|line| line.trim().is_empty()) {
        let is_broken = is_broken(&lines);
        let groups = lines.split(|line| line.trim().is_empty());
        groups.flat_map(|group| if is_broken { indented(group) } else { each(group) }).collect()
    } else if lines.iter().skip(1).any(|line| is_indented(line)) && is_broken(&lines) {
        indented(&lines)
    } else if is_broken(&lines) && lines.len() > 3 {
        vec![lines]
    } else {
        each(&lines)
    };
    let paragraph = |lines: Vec<&str>| {
        let text = fold(&lines.join(" "));
        (!text.is_empty()).then(|| Block::Paragraph(vec![Span::Text(text)]))
    };
    groups.into_iter().filter_map(paragraph).collect()
}

fn each<'a>(lines: &[&'a str]) -> Vec<Vec<&'a str>> {
    lines.iter().map(|line| vec![*line]).collect()
}

fn is_indented(line: &str) -> bool {
    line.starts_with("   ") || line.starts_with('\t')
}

/// Whether no line is long, and most of those that go on in the next are longer than a heading.
fn is_broken(lines: &[&str]) -> bool {
    let width = |line: &str| line.chars().count();
    let goes_on =
        |pair: &[&str]| !pair[0].trim().is_empty() && !pair[1].trim().is_empty() && !is_indented(pair[1]);
    let widths = || lines.windows(2).filter(|pair| goes_on(pair)).map(|pair| width(pair[0]));
    let long = widths().filter(|width| *width > 40).count();
    lines.iter().all(|line| width(line) <= BROKEN_WIDTH) && long * 2 > widths().count()
}

fn indented<'a>(lines: &[&'a str]) -> Vec<Vec<&'a str>> {
    let mut groups: Vec<Vec<&'a str>> = Vec::new();
    for line in lines {
        match groups.last_mut() {
            Some(group) if !is_indented(line) => group.push(line),
            _ => groups.push(vec![line]),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let text_of = |block: &Block| match block {
            Block::Paragraph(spans) => match spans.as_slice() {
                [Span::Text(text)] => text.clone(),
                _ => String::new(),
            },
            _ => String::new(),
        };
        paragraphs(text).iter().map(text_of).collect()
    }

    #[test]
    fn paragraphs_are_found_in_each_layout() {
        let (long, line) = ("word ".repeat(30), "a line that is broken to a width of some sixty");
        let long = long.trim();
        assert_eq!(read(&format!("{long}\n{long}\r\n{long}")), [long; 3]);
        assert_eq!(read(&format!("{line}\n{line}\n\n{line}")), [format!("{line} {line}"), line.to_owned()]);
        assert_eq!(
            read(&format!("{line}\n{line}\n    {line}\nend.\n")),
            [format!("{line} {line}"), format!("{line} end.")]
        );
        // Short lines that end a paragraph say nothing of how the others are broken.
        let ends = format!("Said\n{line}\n{line}\nend.\n    {line}\nend.\n   \n Wire\n");
        assert_eq!(
            read(&ends),
            [format!("Said {line} {line} end."), format!("{line} end."), "Wire".to_owned()]
        );
        assert_eq!(
            read("Net 80 vs 28\n    Assets 510 vs 479\n    Loans 299 vs 327"),
            ["Net 80 vs 28", "Assets 510 vs 479", "Loans 299 vs 327"]
        );
        assert_eq!(read("one\ntwo"), ["one", "two"]);
        assert_eq!(read(" \n\n "), [""; 0]);
    }
}
