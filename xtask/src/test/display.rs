//! A display that nobody sees, for browsers that can't do without one.

use super::Error;
use super::installed::Installed;
use crate::failure::Failure;
use crate::group::Group;
use crate::task::Task;
use std::io::{self, BufRead as _, BufReader};
use std::process::Stdio;

/// Ends when dropped.
#[derive(Debug)]
pub(super) struct Display {
    name: String,
    _group: Group,
}

impl Display {
    /// None, where no browser needs it.
    pub(super) fn for_browsers(browsers: &[Installed]) -> Result<Option<Self>, Failure> {
        if browsers.iter().any(|browser| browser.kind.needs_display()) {
            Self::start().map(Some)
        } else {
            Ok(None)
        }
    }

    /// Xvfb takes a free number and prints it once it is ready.
    fn start() -> Result<Self, Failure> {
        let args = ["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"];
        let mut group = Group::start_with(&Task::new("Xvfb").args(args), Stdio::piped())?;
        let number = group.child().stdout.take().map(BufReader::new).and_then(|lines| lines.lines().next());
        let number = number.unwrap_or_else(|| Err(io::ErrorKind::UnexpectedEof.into()));
        let number = number.map_err(|source| Error::Display { source })?;
        Ok(Self { name: format!(":{}", number.trim()), _group: group })
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn two_displays_do_not_collide() {
        if which::which("Xvfb").is_err() {
            return;
        }
        let (one, other) = (Display::start().unwrap(), Display::start().unwrap());
        assert_ne!(one.name(), other.name());
    }
}
