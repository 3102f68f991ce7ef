//! Builds the viewer, the program and the sample site, in this order.

pub(crate) mod embed;
pub(crate) mod paths;
pub(crate) mod program;
pub(crate) mod sample;
mod shrink;
pub(crate) mod viewer;

use crate::budget;
use crate::failure::Failure;
use crate::place::Profile;
use crate::setup::{self, Session};
use std::io;
use std::path::PathBuf;

#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    #[error("the viewer was not built: {source}\nhint: what is wrong stands above")]
    Viewer { source: crate::task::Error },
    #[error(
        "wasm-opt did not say how it named things, but: {said}\nhint: `cargo xtask setup` brings the version that does"
    )]
    Names { said: String },
    #[error("the program was not built: {source}\nhint: what is wrong stands above")]
    Program { source: crate::task::Error },
    #[error("this is for Trunk to call\nhint: use `cargo xtask build`, or `trunk build`")]
    NoTrunk,
    #[error("the sample site was not built: {source}\nhint: what is wrong stands above")]
    Site { source: crate::task::Error },
    #[error("`{}` could not be {doing}: {source}\nhint: remove `target/wasm` by hand, and see that `target` may be written to", path.display())]
    File { path: PathBuf, doing: &'static str, source: io::Error },
}

pub(crate) fn run(session: &Session<'_>) -> Result<(), Failure> {
    release(session)?;
    program::build_site(session.project, Profile::Release)?;
    budget::check(session.project)?;
    Ok(())
}

/// Builds the viewer and the program with it inside, as users get them.
pub(crate) fn release(session: &Session<'_>) -> Result<(), Failure> {
    let toolchain = setup::run(session)?;
    viewer::build(session, &toolchain)?;
    embed::copy(session.project)?;
    Ok(program::build(session.project, Profile::Release)?)
}
