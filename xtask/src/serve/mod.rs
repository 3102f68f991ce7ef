//! Serves an archive with the `backissue` program, and rebuilds what a changed source belongs to.

mod parts;
mod server;
mod watch;

use crate::build::{program, viewer};
use crate::command_line::Serve;
use crate::failure::Failure;
use crate::place::Profile;
use crate::setup::{self, Session};
use crate::toolchain::Toolchain;
use parts::Parts;
use server::{Launch, Server};
use std::process::ExitStatus;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

/// How long nothing may change before a rebuild starts: editors write in several steps.
const QUIET: Duration = Duration::from_millis(150);
/// How often to look whether the server is still there.
const POLL: Duration = Duration::from_millis(500);

#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    #[error("the server ended with {status}\nhint: where the port is taken, choose another with --port")]
    Ended { status: ExitStatus },
    #[error(
        "changes can't be watched: {source}\nhint: `target/release/backissue serve` serves without rebuilding"
    )]
    Watch { source: notify::Error },
    #[error("Ctrl-C can't be caught: {source}\nhint: start one `cargo xtask serve` at a time")]
    Interrupt { source: ctrlc::Error },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Event {
    Changed(Parts),
    Quit,
}

pub(crate) fn run(session: &Session<'_>, options: &Serve) -> Result<(), Failure> {
    let toolchain = setup::run(session)?;
    viewer::build(session, &toolchain)?;
    program::build(session.project, Profile::Quick)?;
    let (sender, events) = mpsc::channel();
    let _watcher = watch::start(session.project, sender.clone())?;
    let quit = move || sender.send(Event::Quit).unwrap_or_default();
    ctrlc::set_handler(quit).map_err(|source| Error::Interrupt { source })?;
    let mut server = Server::start(session.project, options, Launch::First)?;
    while let Some(parts) = next(&events, &mut server)? {
        let built = server.program_time();
        rebuild(session, &toolchain, parts);
        if server.program_time() != built {
            drop(server);
            server = Server::start(session.project, options, Launch::Again)?;
        }
    }
    Ok(())
}

/// What to rebuild next; nothing, when it is time to leave.
fn next(events: &Receiver<Event>, server: &mut Server) -> Result<Option<Parts>, Error> {
    let mut parts = loop {
        match events.recv_timeout(POLL) {
            Ok(Event::Changed(parts)) => break parts,
            Ok(Event::Quit) | Err(RecvTimeoutError::Disconnected) => return Ok(None),
            Err(RecvTimeoutError::Timeout) => server.check()?,
        }
    };
    loop {
        match events.recv_timeout(QUIET) {
            Ok(Event::Changed(more)) => parts = parts.and(more),
            Ok(Event::Quit) => return Ok(None),
            Err(_) => return Ok(Some(parts)),
        }
    }
}

/// A build that fails says why by itself; the server goes on with what there was.
fn rebuild(session: &Session<'_>, toolchain: &Toolchain, parts: Parts) {
    let viewer = if parts.viewer { viewer::build(session, toolchain) } else { Ok(()) };
    let built = viewer
        .and_then(|()| if parts.program { program::build(session.project, Profile::Quick) } else { Ok(()) });
    match built {
        Ok(()) => eprintln!("rebuilt"),
        Err(error) => eprintln!("error: {error}\nThe former build is still served."),
    }
}
