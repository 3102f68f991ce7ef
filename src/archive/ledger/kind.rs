//! Problems of one kind: the same code at the same field, whichever record they are of.

use std::collections::HashMap;

use super::Ledger;
use crate::article::{Problem, ProblemCode};

/// Problems of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kind<'a> {
    /// What they have in common.
    pub code: ProblemCode,
    /// The field, numbers left out: `items[].title`.
    pub field: String,
    /// How many there are.
    pub count: usize,
    /// The source of the first.
    pub source: &'a str,
    /// The first.
    pub example: &'a Problem,
}

impl Ledger {
    /// All problems by kind, the commonest first.
    #[must_use]
    pub fn kinds(&self) -> Vec<Kind<'_>> {
        let of_lines = self.lines.iter().flat_map(|line| line.problems.iter().map(|one| (&line.source, one)));
        let of_sources = self.notes.iter().map(|note| (&note.source, &note.problem));
        let mut kinds: Vec<Kind<'_>> = Vec::new();
        let mut known: HashMap<(ProblemCode, String), usize> = HashMap::new();
        for (source, example) in of_sources.chain(of_lines) {
            let field = field(&example.place);
            let at = *known.entry((example.code, field.clone())).or_insert_with(|| {
                kinds.push(Kind { code: example.code, field, count: 0, source, example });
                kinds.len() - 1
            });
            kinds[at].count += 1;
        }
        kinds.sort_by_key(|kind| std::cmp::Reverse(kind.count));
        kinds
    }
}

/// The place without what tells records apart: numbers, and the path inside a container.
fn field(place: &str) -> String {
    let last = place.rsplit(": ").next().unwrap_or(place);
    last.chars().filter(|c| !c.is_ascii_digit()).collect::<String>().trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_paths_are_left_out() {
        assert_eq!(field("items[12].title"), "items[].title");
        assert_eq!(field("posts/a.html: line 3"), "line");
    }
}
