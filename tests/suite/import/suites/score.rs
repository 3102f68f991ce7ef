//! How many cases of a suite passed, and why the others did not.

/// The count of one suite.
#[derive(Default)]
pub(super) struct Score {
    pub(super) passed: usize,
    failed: Vec<String>,
}

impl Score {
    /// Counts one case: `Err` says why it failed.
    pub(super) fn case(&mut self, name: &str, outcome: Result<(), String>) {
        match outcome {
            Ok(()) => self.passed += 1,
            Err(reason) => self.failed.push(format!("  {name}: {reason}")),
        }
    }

    /// The first reasons, a line each.
    pub(super) fn reasons(&self, most: usize) -> String {
        self.failed.iter().take(most).cloned().collect::<Vec<_>>().join("\n")
    }
}

impl std::fmt::Display for Score {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let failed = self.failed.len();
        write!(f, "{:>6} {:>6} {failed:>6}", self.passed + failed, self.passed)
    }
}

/// `Ok` if both are equal.
pub(super) fn equal(what: &str, found: &str, expected: &str) -> Result<(), String> {
    if found == expected { Ok(()) } else { Err(format!("{what} is {found:?}, not {expected:?}")) }
}
