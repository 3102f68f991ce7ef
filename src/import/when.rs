//! Doubts the dates of records.

use super::Settings;
use crate::article::{Problem, ProblemCode, Record, loose_date};

/// Says which dates of a record can hardly be meant. They are kept.
pub(super) fn doubt(record: &mut Record, settings: &Settings) {
    let Ok(article) = &record.outcome else { return };
    for (field, at) in [("published", article.published), ("modified", article.modified)] {
        if let Some((at, doubt)) = at.and_then(|at| Some((at, loose_date::doubt(at, settings.today)?))) {
            let message = format!("{at} is kept, but {doubt}");
            record.problems.push(Problem::new(ProblemCode::Implausible, field, message));
        }
    }
}
