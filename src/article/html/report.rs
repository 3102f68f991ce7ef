//! Reports what a body lost on its way to blocks, each thing once.

use super::address::Refused;
use super::reader::Reader;
use crate::article::{Problem, ProblemCode};

impl Reader<'_> {
    /// Reports an address that was not kept.
    pub(super) fn refused(&mut self, what: &str, address: &str, refused: Refused) {
        let shown: String = address.trim().chars().take(60).collect();
        match refused {
            Refused::Empty => {}
            Refused::Fragment => {
                self.simplified(format!("{what} to '{shown}' in the same page; its text was kept"))
            }
            Refused::Relative => {
                self.simplified(format!("{what} to '{shown}', relative to an unknown page; dropped"))
            }
            Refused::Unsafe => {
                self.report(
                    ProblemCode::UnsafeAddress,
                    format!("{what} to '{shown}'; the address was dropped"),
                );
            }
        }
    }

    /// Reports markup that was reduced to its text.
    pub(super) fn simplified(&mut self, message: impl Into<String>) {
        self.report(ProblemCode::Simplified, message.into());
    }

    fn report(&mut self, code: ProblemCode, message: String) {
        if self.noticed.insert((code, message.clone())) {
            self.problems.push(Problem::new(code, "body", message));
        }
    }
}
