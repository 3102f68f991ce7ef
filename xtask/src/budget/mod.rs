//! What a reader's browser has to load, beside what it may cost.

mod measure;
mod table;

use crate::place::Project;
use std::io;
use std::path::PathBuf;
pub(crate) use table::{Limit, Row, Table};

/// One figure's limit, in its own unit.
struct Budget {
    what: &'static str,
    limit: u64,
}

/// All budgets, for review in one place.
const BUDGETS: [Budget; 1] = [Budget { what: VIEWER, limit: 150_000 }];

const VIEWER: &str = "viewer, brotli bytes";

#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    #[error("over budget: {}\nhint: for the viewer, `cargo tree -e features --target {}` shows what the viewer drags along",
        .over.join("; "), crate::toolchain::TARGET)]
    Passed { over: Vec<String> },
    #[error("there is no .wasm file in `{}`\nhint: run `cargo xtask build` first", folder.display())]
    NotBuilt { folder: PathBuf },
    #[error("`{}` could not be read: {source}\nhint: run `cargo xtask build` anew", path.display())]
    File { path: PathBuf, source: io::Error },
}

/// Prints the table of sizes on standard error; fails where a budget is passed.
pub(crate) fn check(project: &Project) -> Result<(), Error> {
    let table = figures(project)?;
    eprint!("{table}");
    table.verdict()
}

/// The viewer's sizes.
pub(crate) fn figures(project: &Project) -> Result<Table, Error> {
    let files = measure::viewer(&project.viewer())?;
    let brotli = files.iter().map(|file| file.brotli).sum();
    let mut rows = Vec::new();
    for file in files {
        rows.push(row(format!("{}, bytes", file.name), file.raw));
        rows.push(row(format!("{}, brotli bytes", file.name), file.brotli));
    }
    rows.push(row(VIEWER.to_owned(), brotli));
    Ok(Table { rows })
}

fn row(what: String, figure: u64) -> Row {
    let limit = BUDGETS.iter().find(|budget| budget.what == what).map(|budget| Limit::AtMost(budget.limit));
    Row { what, figure, limit }
}

impl Table {
    pub(crate) fn verdict(&self) -> Result<(), Error> {
        let over: Vec<_> = self.rows.iter().filter_map(Row::excess).collect();
        if over.is_empty() { Ok(()) } else { Err(Error::Passed { over }) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_is_passed_by_one_byte_too_many() {
        let limit = BUDGETS[0].limit;
        let verdict = |figure| Table { rows: vec![row(VIEWER.to_owned(), figure)] }.verdict();
        assert!(verdict(limit).is_ok());
        let said = verdict(limit + 1).unwrap_err().to_string();
        let expected = Row { what: VIEWER.to_owned(), figure: limit + 1, limit: Some(Limit::AtMost(limit)) }
            .excess()
            .unwrap();
        assert!(said.starts_with(&format!("over budget: {expected}\nhint: ")), "{said}");
    }

    #[test]
    fn what_has_no_budget_can_not_pass_it() {
        assert!(Table { rows: vec![row("viewer.wasm, bytes".to_owned(), u64::MAX)] }.verdict().is_ok());
    }
}
