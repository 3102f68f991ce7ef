//! Writes a ledger for machines: JSON Lines, one line a record.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;

use super::{Fate, Ledger, Line};
use crate::archive::{Change, Outcome};
use crate::article::{Problem, Slug};

#[derive(Debug, Default, Serialize)]
struct LineOut<'a> {
    source: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    place: &'a str,
    outcome: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    slug: Option<&'a Slug>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    changed: &'a [Change],
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<&'a str>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    origins: BTreeMap<&'static str, &'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    problems: Vec<ProblemOut<'a>>,
}

#[derive(Debug, Serialize)]
struct ProblemOut<'a> {
    code: &'static str,
    place: &'a str,
    message: &'a str,
    hint: &'static str,
}

impl Ledger {
    /// One line for each record, in their order, below one for each thing that was noticed about a source as a whole
    /// (its `outcome` is `note`).
    #[must_use]
    pub fn to_json_lines(&self) -> String {
        let notes = self.notes.iter().map(|note| LineOut {
            source: &note.source,
            outcome: "note",
            problems: vec![problem(&note.problem)],
            ..LineOut::default()
        });
        let mut text = String::new();
        for line in notes.chain(self.lines.iter().map(line)) {
            text += &serde_json::to_string(&line).expect("text and lists are always JSON");
            text.push('\n');
        }
        text
    }
}

fn line(line: &Line) -> LineOut<'_> {
    let mut out = LineOut {
        source: &line.source,
        place: &line.place,
        origins: line.origins.iter().map(|origin| (origin.field, origin.from.as_ref())).collect(),
        problems: line.problems.iter().map(problem).collect(),
        ..LineOut::default()
    };
    match &line.fate {
        Fate::Kept(kept) => {
            out.slug = Some(kept.slug());
            (out.outcome, out.changed) = match kept {
                Outcome::Imported(_) => ("imported", [].as_slice()),
                Outcome::Unchanged(_) => ("unchanged", [].as_slice()),
                Outcome::Updated { fields, .. } => ("updated", fields.as_slice()),
                Outcome::Merged { fields, .. } => ("merged into", fields.as_slice()),
            };
            if let Outcome::Merged { by, .. } = kept {
                out.reason = Some(by.to_string().into());
            }
        }
        Fate::Rejected(rejection) => {
            out.outcome = "rejected";
            out.reason = Some(rejection.reason.as_str().into());
            out.hint = Some(&rejection.hint);
        }
    }
    out
}

fn problem(problem: &Problem) -> ProblemOut<'_> {
    let Problem { code, place, message } = problem;
    ProblemOut { code: code.as_str(), place, message, hint: code.hint() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Origin, ProblemCode, Rejection};

    #[test]
    fn a_line_says_what_became_of_a_record_and_why() {
        let slug = Slug::new("a").unwrap();
        let title = Change { field: "title", old: String::new(), new: "A".into() };
        let mut ledger = Ledger::default();
        ledger.push(Line {
            source: "a.json".into(),
            place: "items[0]".into(),
            fate: Fate::Kept(Outcome::Updated { slug, fields: vec![title] }),
            problems: vec![Problem::new(ProblemCode::Guessed, "language", "'en', from the text")],
            origins: vec![Origin::new("title", "headline")],
        });
        ledger.push(Line {
            source: "a.json".into(),
            place: "items[1]".into(),
            fate: Fate::Rejected(Rejection::new("no text", "add some")),
            problems: Vec::new(),
            origins: Vec::new(),
        });
        let hint = ProblemCode::Guessed.hint();
        let first = format!(
            r#"{{"source":"a.json","place":"items[0]","outcome":"updated","slug":"a","changed":[{{"field":"title","new":"A"}}],"origins":{{"title":"headline"}},"problems":[{{"code":"guessed","place":"language","message":"'en', from the text","hint":"{hint}"}}]}}"#
        );
        let second = r#"{"source":"a.json","place":"items[1]","outcome":"rejected","reason":"no text","hint":"add some"}"#;
        assert_eq!(ledger.to_json_lines(), format!("{first}\n{second}\n"));
    }
}
