//! A Rust toolchain that can build for WebAssembly, by the shortest way that this machine allows.

use super::debian_rust;
use super::step::Step;
use super::{Error, Session, is_debian};
use crate::task::Task;
use crate::toolchain::{TARGET, Toolchain};
use std::env;

pub(crate) fn provide(session: &Session<'_>) -> Result<Toolchain, Error> {
    let found = || Toolchain::find(session.project, session.tools);
    if let Some(toolchain) = found() {
        return Ok(toolchain);
    }
    match Machine::look().way() {
        Way::Rustup => by_rustup(session)?,
        Way::Debian => debian_rust::provide(session)?,
        Way::None => return Err(Error::NoTarget),
    }
    found().ok_or(Error::NoTarget)
}

fn by_rustup(session: &Session<'_>) -> Result<(), Error> {
    match session.carry_out(&RustupTarget { session }) {
        Err(Error::Step { source, .. }) if is_debian() => {
            eprintln!("set-up: rustup did not manage ({source}); going on with Debian's Rust");
            debian_rust::provide(session)
        }
        ended => ended,
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Rustup,
    Debian,
    None,
}

#[derive(Debug, Clone, Copy)]
struct Machine {
    has_rustup: bool,
    /// `RUSTUP_AUTO_INSTALL=0` says that rustup shall install nothing.
    may_rustup_install: bool,
    is_debian: bool,
}

impl Machine {
    fn look() -> Self {
        Self {
            has_rustup: which::which("rustup").is_ok(),
            may_rustup_install: env::var_os("RUSTUP_AUTO_INSTALL").is_none_or(|value| value != "0"),
            is_debian: is_debian(),
        }
    }

    fn way(self) -> Way {
        match self {
            Self { has_rustup: true, may_rustup_install: true, .. } => Way::Rustup,
            Self { is_debian: true, .. } => Way::Debian,
            _ => Way::None,
        }
    }
}

struct RustupTarget<'a> {
    session: &'a Session<'a>,
}

impl Step for RustupTarget<'_> {
    fn name(&self) -> String {
        format!("the {TARGET} target")
    }

    fn why(&self) -> &'static str {
        "which the viewer is compiled to"
    }

    fn hint(&self) -> String {
        format!("run `rustup target add {TARGET}` yourself and see what it says")
    }

    fn is_done(&self) -> bool {
        Toolchain::find(self.session.project, self.session.tools).is_some()
    }

    fn tasks(&self) -> Result<Vec<Task>, Error> {
        Ok(vec![Task::new("rustup").args(["target", "add", TARGET]).within(self.session.project.root())])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rustup_goes_first_where_it_may() {
        let machine = Machine { has_rustup: true, may_rustup_install: true, is_debian: true };
        assert_eq!(machine.way(), Way::Rustup);
        assert_eq!(Machine { may_rustup_install: false, ..machine }.way(), Way::Debian);
        assert_eq!(Machine { has_rustup: false, ..machine }.way(), Way::Debian);
        assert_eq!(Machine { has_rustup: false, is_debian: false, ..machine }.way(), Way::None);
    }
}
