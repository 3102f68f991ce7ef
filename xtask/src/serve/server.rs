//! The `backissue serve` child: it serves, prints its address, and reloads pages by itself.

use super::Error;
use crate::command_line::Serve;
use crate::group::Group;
use crate::place::{Profile, Project};
use crate::task::{self, Task};
use std::fs;
use std::path::PathBuf;
use std::time::SystemTime;

/// Ends when dropped.
pub(super) struct Server {
    group: Group,
    program: PathBuf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Launch {
    /// Opens the page in a browser.
    First,
    Again,
}

impl Server {
    pub(super) fn start(project: &Project, options: &Serve, launch: Launch) -> Result<Self, task::Error> {
        let program = project.program(Profile::Quick);
        Ok(Self { group: Group::start(&task(project, options, launch))?, program })
    }

    /// Fails when the server has ended.
    pub(super) fn check(&mut self) -> Result<(), Error> {
        match self.group.ended() {
            Ok(Some(status)) => Err(Error::Ended { status }),
            _ => Ok(()),
        }
    }

    /// When the program was built last.
    pub(super) fn program_time(&self) -> Option<SystemTime> {
        fs::metadata(&self.program).and_then(|data| data.modified()).ok()
    }
}

/// Files are named from where the user is, who need not be at the top of the repository.
fn task(project: &Project, options: &Serve, launch: Launch) -> Task {
    let serve = Task::new(project.program(Profile::Quick)).arg("serve");
    let serve = match &*options.files {
        [] => serve.arg(project.sample()),
        files => serve.args(files),
    };
    let serve = serve.arg("--viewer").arg(project.viewer()).arg("--port").arg(options.port.to_string());
    if launch == Launch::First && !options.no_open { serve.arg("--open") } else { serve }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_opened_once() {
        let project = Project::find().unwrap();
        let options = Serve { files: vec!["a.json".into()], port: 9, no_open: false };
        let said = |launch| task(&project, &options, launch).to_string();
        assert!(said(Launch::First).ends_with("--port 9 --open"));
        assert!(said(Launch::Again).ends_with("--port 9"));
        assert!(said(Launch::First).contains(" serve a.json --viewer "));
    }
}
