//! The ledger: what became of each record, so that nothing is lost silently. Prints nothing.

mod kind;
mod write;

use std::collections::BTreeMap;

use super::Outcome;
use crate::article::{Origin, Problem, ProblemCode, Rejection};

pub use kind::Kind;

/// One line for each record, in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ledger {
    entered: usize,
    lines: Vec<Line>,
    notes: Vec<Note>,
}

/// What was noticed about a source as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The name of the file.
    pub source: String,
    /// What it was.
    pub problem: Problem,
}

/// What became of one record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The name of the file that it came from.
    pub source: String,
    /// Where in the file.
    pub place: String,
    /// What became of it.
    pub fate: Fate,
    /// What was guessed, missing or left out.
    pub problems: Vec<Problem>,
    /// Where its fields came from, as far as its importer says.
    pub origins: Vec<Origin>,
}

/// What became of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// It is in the archive: new, updated or as it was.
    Kept(Outcome),
    /// It is not.
    Rejected(Rejection),
}

/// A ledger in numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// Records that came.
    pub records: usize,
    /// New articles.
    pub imported: usize,
    /// Articles that were there and changed.
    pub updated: usize,
    /// Articles that were there and did not change.
    pub unchanged: usize,
    /// Records of articles that came with another record.
    pub merged: usize,
    /// Records that gave no article.
    pub rejected: usize,
    /// How often each kind of problem was noticed.
    pub problems: BTreeMap<ProblemCode, usize>,
}

impl Ledger {
    /// Counts a record that came. It must leave by [`Ledger::push`].
    pub fn enter(&mut self) {
        self.entered += 1;
    }

    /// Writes down what became of a record.
    pub fn push(&mut self, line: Line) {
        self.lines.push(line);
    }

    /// Writes down what was noticed about a source as a whole.
    pub fn note(&mut self, source: &str, problem: Problem) {
        self.notes.push(Note { source: source.to_owned(), problem });
    }

    /// What was noticed about sources as a whole.
    #[must_use]
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// What became of each record, in their order.
    #[must_use]
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The lines of rejected records.
    pub fn rejections(&self) -> impl Iterator<Item = (&Line, &Rejection)> {
        self.lines.iter().filter_map(|line| match &line.fate {
            Fate::Rejected(rejection) => Some((line, rejection)),
            Fate::Kept(_) => None,
        })
    }

    /// Whether each record that came left again.
    #[must_use]
    pub fn adds_up(&self) -> bool {
        let sum = self.summary();
        self.entered == sum.imported + sum.updated + sum.unchanged + sum.merged + sum.rejected
    }

    /// The ledger in numbers.
    #[must_use]
    pub fn summary(&self) -> Summary {
        Summary { records: self.entered, ..Summary::of(&self.lines) }
    }
}

impl Summary {
    /// Some lines in numbers.
    #[must_use]
    pub fn of(lines: &[Line]) -> Self {
        let mut summary = Self { records: lines.len(), ..Self::default() };
        for line in lines {
            let count = match &line.fate {
                Fate::Kept(Outcome::Imported(_)) => &mut summary.imported,
                Fate::Kept(Outcome::Updated { .. }) => &mut summary.updated,
                Fate::Kept(Outcome::Unchanged(_)) => &mut summary.unchanged,
                Fate::Kept(Outcome::Merged { .. }) => &mut summary.merged,
                Fate::Rejected(_) => &mut summary.rejected,
            };
            *count += 1;
            for problem in &line.problems {
                *summary.problems.entry(problem.code).or_default() += 1;
            }
        }
        summary
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Slug;

    #[test]
    fn a_record_that_does_not_leave_is_noticed() {
        let line = |fate, problems| Line {
            source: "a.json".into(),
            place: "items[0]".into(),
            fate,
            problems,
            origins: Vec::new(),
        };
        let mut ledger = Ledger::default();
        ledger.enter();
        ledger.enter();
        let missing = Problem::new(ProblemCode::Missing, "items[0]", "no title");
        ledger.push(line(Fate::Kept(Outcome::Imported(Slug::new("a").unwrap())), vec![missing]));
        assert!(!ledger.adds_up());
        ledger.push(line(Fate::Rejected(Rejection::new("no text", "add some")), Vec::new()));
        assert!(ledger.adds_up());
        let summary = ledger.summary();
        assert_eq!((summary.records, summary.imported, summary.rejected), (2, 1, 1));
        assert_eq!(summary.problems[&ProblemCode::Missing], 1);
        assert_eq!(ledger.rejections().count(), 1);
    }
}
