//! What can go wrong in set-up.

use crate::task;
use std::io;
use std::path::PathBuf;

#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    #[error("set-up of {step} failed: {source}\nhint: {hint}")]
    Step { step: String, source: task::Error, hint: String },
    #[error("set-up of {step} went through, but it is still missing\nhint: {hint}")]
    NotDone { step: String, hint: String },
    #[error("set-up of {step} was declined\nhint: run the commands above yourself, or answer y")]
    Declined { step: String },
    #[error("`{}` could not be {doing}: {source}\nhint: see that its folder is there and may be written to", path.display())]
    File { path: PathBuf, doing: &'static str, source: io::Error },
    #[error(
        "no Rust toolchain here can build for {target}\nhint: run `rustup target add {target}` (and see that \
         RUSTUP_AUTO_INSTALL is not 0), or use a Debian that has the rustc-web packages",
        target = crate::toolchain::TARGET
    )]
    NoTarget,
    #[error("Cargo.lock holds no version of `{package}`\nhint: run `cargo generate-lockfile`")]
    NotLocked { package: &'static str },
    #[error("`{command}` does not say its {field}\nhint: see what `{command}` prints")]
    Unreadable { command: &'static str, field: &'static str },
    #[error(
        "set-up of {step} needs npm, which is not on PATH\nhint: install Node.js with npm{}",
        debian_npm()
    )]
    NoNpm { step: String },
}

impl Error {
    /// For `map_err`: `doing` completes "could not be".
    pub(crate) fn file(path: impl Into<PathBuf>, doing: &'static str) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::File { path, doing, source }
    }
}

fn debian_npm() -> &'static str {
    if super::is_debian() { ": apt-get install nodejs npm" } else { "" }
}
