//! Sets up what building and testing need, and says each command before it runs. Done steps cost next to nothing.

mod consent;
mod debian_rust;
mod error;
mod folder;
mod npm;
mod rust_program;
mod session;
mod standard_library;
mod step;
mod sysroot;
mod system;
mod wasm_target;

pub(crate) use consent::Consent;
pub(crate) use error::Error;
pub(crate) use folder::is_ours;
pub(crate) use npm::NpmPackage;
pub(crate) use rust_program::RustProgram;
pub(crate) use session::Session;
pub(crate) use system::{Packages, installed as installed_packages, is_debian, removal};

use crate::toolchain::Toolchain;

/// Everything that building needs; the toolchain is the one for the viewer.
pub(crate) fn run(session: &Session<'_>) -> Result<Toolchain, Error> {
    let toolchain = wasm_target::provide(session)?;
    for program in RustProgram::for_viewer(session)? {
        session.carry_out(&program)?;
    }
    NpmPackage::binaryen(session.tools).provide(session)?;
    NpmPackage::esbuild(session.tools).provide(session)?;
    Ok(toolchain)
}

/// `run` as a command of its own.
pub(crate) fn report(session: &Session<'_>) -> Result<(), Error> {
    run(session)?;
    let done = if session.has_worked() { "done" } else { "nothing to do" };
    eprintln!("set-up: {done} (tools are in {})", session.tools.root().display());
    Ok(())
}
