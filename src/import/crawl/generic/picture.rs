//! The lead image of an unknown page, with the lines that go with it. Leaves other pictures where they stand.

use crate::article::Problem;
use crate::article::{Picture, ProblemCode};
use crate::import::crawl::caption::{self, Notice};
use crate::import::crawl::draft::Draft;
use crate::import::crawl::lines::{Line, LineKind};

/// Fills in the picture; returns the numbers of the lines that are its caption.
pub(super) fn read(lines: &[Line], draft: &mut Draft) -> Vec<usize> {
    let alts: Vec<&str> = lines.iter().filter_map(alt).take(20).collect();
    let is_caption = |line: &&Line| {
        let short = line.text.chars().count() <= 300;
        line.kind == LineKind::Text && short && alts.iter().any(|alt| line.text.starts_with(alt))
    };
    if alts.iter().any(|alt| *alt != alts[0]) {
        draft.guess(
            "picture",
            "more than one picture is described; all but the first description were left out",
        );
    }
    let captions: Vec<&Line> = lines.iter().filter(is_caption).collect();
    let credit = lines.iter().find_map(|line| match caption::notice(line.text)? {
        Notice::Credit(text) => Some(caption::credit(text, alts.first().copied())),
        Notice::Rights(_) => None,
    });
    let src = lines.iter().find(|line| line.kind == LineKind::Image);
    match src {
        Some(line) => {
            let size = lines.iter().find_map(size);
            draft.article.picture = Some(Picture {
                src: line.text.to_owned(),
                width: size.map(|(width, _)| width),
                height: size.map(|(_, height)| height),
                alt: alts.first().map(|alt| (*alt).to_owned()),
                caption: captions.first().map(|line| line.text.to_owned()),
                credit: credit.map(str::to_owned),
            });
            draft.guess(line.place(), "the first picture was taken for the lead image");
        }
        None => tell_missing(lines, credit.is_some() || !alts.is_empty(), draft),
    }
    captions.iter().map(|line| line.number).collect()
}

fn alt<'l>(line: &'l Line) -> Option<&'l str> {
    match &line.kind {
        LineKind::Label(label) => label.alt.as_deref(),
        _ => None,
    }
}

fn size(line: &Line) -> Option<(u32, u32)> {
    match &line.kind {
        LineKind::Sizes(sizes) => sizes.first().copied(),
        _ => None,
    }
}

fn tell_missing(lines: &[Line], described: bool, draft: &mut Draft) {
    let is_about = |line: &&Line| matches!(line.kind, LineKind::Label(_) | LineKind::Notice);
    if let Some(line) = lines.iter().find(is_about).filter(|_| described) {
        let what = "a picture is described but its address is missing; caption and credit were left out";
        draft.problems.push(Problem::new(ProblemCode::Missing, line.place(), what));
    }
}
