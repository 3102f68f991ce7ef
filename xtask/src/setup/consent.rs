//! Asks before the system is changed, where somebody is there to answer.

use super::Error;
use std::io::{self, IsTerminal as _, Write as _};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Consent {
    /// `--yes`.
    Given,
    Ask,
}

impl Consent {
    /// Goes on without asking where there is no terminal, as in continuous integration.
    pub(crate) fn obtain(self, step: &str) -> Result<(), Error> {
        if self == Self::Given || !io::stdin().is_terminal() || !io::stderr().is_terminal() {
            return Ok(());
        }
        eprint!("This changes the system. Go on? [y/N] ");
        let mut answer = String::new();
        let asked = io::stderr().flush().and_then(|()| io::stdin().read_line(&mut answer));
        if asked.is_ok() && is_yes(&answer) { Ok(()) } else { Err(Error::Declined { step: step.to_owned() }) }
    }
}

fn is_yes(answer: &str) -> bool {
    matches!(answer.trim().to_lowercase().as_str(), "y" | "yes")
}

#[cfg(test)]
mod tests {
    use super::is_yes;

    #[test]
    fn only_yes_is_yes() {
        assert!(is_yes("y\n") && is_yes("Yes\n"));
        assert!(!is_yes("\n") && !is_yes("") && !is_yes("no\n"));
    }
}
