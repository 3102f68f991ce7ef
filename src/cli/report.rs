//! What is said on the terminal about an import. Messages go to standard error.

use std::path::Path;

use crate::archive::ledger::{Fate, Ledger, Line, Summary};
use crate::archive::{Change, Outcome};
use crate::article::Slug;

use super::Failure;

/// How many sources, articles and rejections are named one by one.
const NAMED: usize = 5;

/// How many kinds of problems are shown, each with an example.
const KINDS: usize = 10;

/// How much is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Detail {
    /// The commonest problems, with an example each.
    Usual,
    /// Each record and each problem.
    All,
}

/// Why a command did nothing.
pub(super) fn failure(failure: &Failure) {
    eprintln!("error: {failure}\nhint: {}", failure.hint);
}

/// What became of the records. `written` is where the ledger is, if it was written.
pub(super) fn ledger(ledger: &Ledger, detail: Detail, written: Option<&Path>) {
    let sources: Vec<&[Line]> = ledger.lines().chunk_by(|a, b| a.source == b.source).collect();
    if sources.len() <= NAMED || detail == Detail::All {
        sources.iter().for_each(|lines| source(lines, detail));
    }
    rejections(ledger, detail);
    problems(ledger, detail);
    if let Some(path) = written {
        eprintln!("ledger: {}", path.display());
    }
}

/// `3 imported, 1 rejected`.
pub(super) fn counts(sum: &Summary) -> String {
    let kept = [
        (sum.imported, "imported"),
        (sum.updated, "updated"),
        (sum.merged, "merged"),
        (sum.unchanged, "unchanged"),
        (sum.rejected, "rejected"),
    ];
    let counts: Vec<String> =
        kept.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")).collect();
    if counts.is_empty() { "no articles".to_owned() } else { counts.join(", ") }
}

fn source(lines: &[Line], detail: Detail) {
    let Some(first) = lines.first() else { return };
    eprintln!("{}: {}", first.source, counts(&Summary::of(lines)));
    if lines.len() <= NAMED || detail == Detail::All {
        lines.iter().for_each(|line| kept(line, detail));
    }
}

fn kept(line: &Line, detail: Detail) {
    let Fate::Kept(outcome) = &line.fate else { return };
    match outcome {
        Outcome::Imported(slug) => eprintln!("  imported as {slug}"),
        Outcome::Updated { slug, fields } => changed("updated", slug, fields, detail),
        Outcome::Merged { slug, fields, by } if fields.is_empty() => eprintln!("  the same as {slug}: {by}"),
        Outcome::Merged { slug, fields, .. } => changed("merged into", slug, fields, detail),
        Outcome::Unchanged(slug) => eprintln!("  unchanged {slug}"),
    }
}

/// The names of the fields that changed; if all is asked for, with what they said and say.
fn changed(what: &str, slug: &Slug, fields: &[Change], detail: Detail) {
    let names: Vec<&str> = fields.iter().map(|change| change.field).collect();
    eprintln!("  {what} {slug}: {}", names.join(", "));
    if detail == Detail::All {
        fields.iter().for_each(|change| eprintln!("    {change}"));
    }
}

fn rejections(ledger: &Ledger, detail: Detail) {
    let all = ledger.rejections().count();
    let shown = if detail == Detail::All { all } else { NAMED };
    for (line, rejection) in ledger.rejections().take(shown) {
        eprintln!("rejected: {}, {}: {}", line.source, line.place, rejection.reason);
        eprintln!("  hint: {}", rejection.hint);
    }
    if all > shown {
        eprintln!("  and {} more; --verbose names them, --ledger FILE writes them down", all - shown);
    }
}

fn problems(ledger: &Ledger, detail: Detail) {
    if detail == Detail::All {
        for line in ledger.lines() {
            line.problems.iter().for_each(|problem| eprintln!("{}, {}: {problem}", line.source, line.place));
        }
        ledger.notes().iter().for_each(|note| eprintln!("{}: {}", note.source, note.problem));
        return;
    }
    let kinds = ledger.kinds();
    for kind in kinds.iter().take(KINDS) {
        let example = format!("{}, {}: {}", kind.source, kind.example.place, kind.example.message);
        match kind.count {
            1 => eprintln!("{}: {example}", kind.code.as_str()),
            count => eprintln!("{} {}, {count} times, as {example}", kind.code.as_str(), kind.field),
        }
    }
    if kinds.len() > KINDS {
        let rest: usize = kinds[KINDS..].iter().map(|kind| kind.count).sum();
        eprintln!("and {rest} other problems; --verbose names them, --ledger FILE writes them down");
    }
}
