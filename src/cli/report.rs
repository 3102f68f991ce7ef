//! What is said on the terminal. Messages go to standard error.

use std::collections::BTreeMap;

use crate::archive::Outcome;
use crate::archive::ledger::{Fate, Ledger, Line};
use crate::article::ProblemCode;

use super::Failure;

/// How many articles of a file are named one by one.
const NAMED: usize = 5;

/// How many examples of a problem are given.
const EXAMPLES: usize = 3;

/// How much is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Detail {
    /// Problems by kind, with examples.
    Usual,
    /// Each problem.
    All,
}

/// Why a command did nothing.
pub(super) fn failure(failure: &Failure) {
    eprintln!("error: {failure}\nhint: {}", failure.hint);
}

/// What became of each record of a file.
pub(super) fn file(name: &str, ledger: &Ledger, detail: Detail) {
    let sum = ledger.summary();
    let kept = [
        (sum.imported, "imported"),
        (sum.updated, "updated"),
        (sum.unchanged, "unchanged"),
        (sum.rejected, "rejected"),
    ];
    let counts: Vec<String> =
        kept.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")).collect();
    eprintln!("{name}: {}", if counts.is_empty() { "no articles".to_owned() } else { counts.join(", ") });
    if ledger.lines().len() <= NAMED {
        ledger.lines().iter().for_each(kept_line);
    }
    for (line, rejection) in ledger.rejections() {
        eprintln!("  rejected {}: {}\n    hint: {}", line.place, rejection.reason, rejection.hint);
    }
    problems(ledger, detail);
}

fn kept_line(line: &Line) {
    match &line.fate {
        Fate::Kept(Outcome::Imported(slug)) => eprintln!("  imported as {slug}"),
        Fate::Kept(Outcome::Updated { slug, fields }) => eprintln!("  updated {slug}: {}", fields.join(", ")),
        Fate::Kept(Outcome::Unchanged(slug)) => eprintln!("  unchanged {slug}"),
        Fate::Rejected(_) => {}
    }
}

fn problems(ledger: &Ledger, detail: Detail) {
    let mut by_code: BTreeMap<ProblemCode, Vec<String>> = BTreeMap::new();
    for line in ledger.lines() {
        for problem in &line.problems {
            by_code.entry(problem.code).or_default().push(format!("{}: {}", problem.place, problem.message));
        }
    }
    for (code, messages) in by_code {
        let shown = if detail == Detail::All { messages.len() } else { EXAMPLES };
        eprintln!("  {} ({}):", code.as_str(), messages.len());
        messages.iter().take(shown).for_each(|message| eprintln!("    {message}"));
        if messages.len() > shown {
            eprintln!("    and {} more; --verbose names them", messages.len() - shown);
        }
    }
}
