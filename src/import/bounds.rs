//! Keeps what comes of one record within the limits, and says what was left out.

use super::Limits;
use crate::article::{Article, Problem, ProblemCode, Record};

/// How many problems of one record are told one by one.
const TOLD: usize = 1_000;

/// Cuts lists that are too long to be meant.
pub(super) fn keep(record: &mut Record, limits: Limits) {
    if let Ok(article) = &mut record.outcome {
        let Article { tags, keywords, authors, related, .. } = article.as_mut();
        let cut = [
            ("tags", cut(tags, limits.values)),
            ("keywords", cut(keywords, limits.values)),
            ("authors", cut(authors, limits.values)),
            ("related links", cut(related, limits.values)),
        ];
        for (what, rest) in cut.into_iter().filter(|(_, rest)| *rest > 0) {
            let message = format!(
                "of its {what}, the first {} were kept and {rest} left out; --limit-values allows more",
                limits.values
            );
            record.problems.push(Problem::new(ProblemCode::Implausible, record.place.clone(), message));
        }
    }
    let rest = cut(&mut record.problems, TOLD);
    if rest > 0 {
        let message = format!("and {rest} more problems, which are not told one by one");
        record.problems.push(Problem::new(ProblemCode::Simplified, record.place.clone(), message));
    }
}

/// How many were left out.
fn cut<T>(list: &mut Vec<T>, most: usize) -> usize {
    let rest = list.len().saturating_sub(most);
    list.truncate(most);
    rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Tag;

    #[test]
    fn what_is_left_out_is_said() {
        let tags = ["a", "b", "c"].map(|tag| Tag::new(tag).unwrap()).to_vec();
        let problem = Problem::new(ProblemCode::Missing, "title", "no title");
        let problems = vec![problem; TOLD + 2];
        let mut record = Record::new("line 1", Article { tags, ..Article::default() }, problems);
        keep(&mut record, Limits { values: 2, ..Limits::DEFAULT });
        assert_eq!(record.outcome.unwrap().tags.len(), 2);
        assert_eq!(record.problems.len(), TOLD + 1);
        assert!(record.problems[TOLD].message.contains("and 3 more"));
    }
}
