//! Sets browsers and their drivers up, and says which of them there are.

use super::need::Need;
use super::program::FIREFOX;
use super::{Browser, Error};
use crate::failure::Failure;
use crate::place::Tools;
use crate::setup::{Packages, RustProgram, Session, is_debian};
use crate::task::Task;
use std::env;
use std::path::PathBuf;

/// A browser that the tests can use.
#[derive(Debug)]
pub(super) struct Installed {
    pub(super) kind: Browser,
    /// The variables that tell the tests where its parts lie.
    places: Vec<(&'static str, PathBuf)>,
}

/// What is missing is left out and said; in continuous integration (`CI=true`) it is an error.
pub(super) fn provide(session: &Session<'_>, browsers: &[Browser]) -> Result<Vec<Installed>, Failure> {
    if is_debian() {
        let lacking = browsers.iter().filter(|browser| browser.lacks_packages());
        let packages = lacking.flat_map(|browser| browser.packages().iter().copied());
        session.carry_out(&Packages::new(session, packages, "which the tests run in"))?;
    }
    if browsers.contains(&Browser::Firefox) && FIREFOX.find_installed().is_some() {
        session.carry_out(&RustProgram::geckodriver(session.tools))?;
    }
    let (mut found, mut missing) = (Vec::new(), Vec::new());
    for browser in browsers {
        match Installed::find(*browser, session.tools) {
            Ok(installed) => found.push(installed),
            Err(need) => missing.push(format!("{}: no {} ({})", browser.name(), need.names[0], need.advice)),
        }
    }
    report(&missing, env::var("CI").is_ok_and(|value| value == "true"))?;
    if found.is_empty() { Err(Error::NoBrowser.into()) } else { Ok(found) }
}

fn report(missing: &[String], is_ci: bool) -> Result<(), Error> {
    if is_ci && !missing.is_empty() {
        return Err(Error::Missing { missing: missing.join("; ") });
    }
    missing.iter().for_each(|missing| eprintln!("left out of the tests: {missing}"));
    Ok(())
}

impl Installed {
    /// The first thing missing, if it is not whole.
    pub(super) fn find(kind: Browser, tools: &Tools) -> Result<Self, &'static Need> {
        let place = |need: &'static Need| need.find(tools).map(|path| (need.variable, path)).ok_or(need);
        Ok(Self { kind, places: kind.needs().iter().map(place).collect::<Result<_, _>>()? })
    }

    /// Tells the tests where the browser's parts lie.
    pub(super) fn lend(&self, task: Task) -> Task {
        self.places.iter().fold(task, |task, (variable, path)| task.with(variable, path))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_continuous_integration_insists() {
        let missing = ["webkit: no MiniBrowser".to_owned()];
        assert!(report(&missing, false).is_ok());
        assert!(matches!(report(&missing, true), Err(Error::Missing { .. })));
        assert!(report(&[], true).is_ok());
    }
}
