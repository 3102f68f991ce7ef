//! Debian's Rust as the ground for a toolchain that builds for WebAssembly: its packages, and what its compiler is.

use super::standard_library::StandardLibrary;
use super::{Error, Packages, Session};
use crate::task::Task;
use crate::toolchain::SYSTEM_RUSTC;
use crate::version::{Version, rustc_field};
use std::path::PathBuf;

const PURPOSE: &str = "which can build for WebAssembly where rustup can't install that target";

pub(super) fn provide(session: &Session<'_>) -> Result<(), Error> {
    session.carry_out(&Packages::new(session, ["rustc-web", "cargo-web", "rust-web-src"], PURPOSE))?;
    let compiler = Compiler::ask()?;
    session.carry_out(&Packages::new(session, [compiler.linker_package()], "which links WebAssembly"))?;
    session.carry_out(&StandardLibrary { session, compiler })
}

pub(super) struct Compiler {
    /// All that `rustc -vV` prints.
    pub(super) text: String,
    pub(super) host: String,
    pub(super) sysroot: PathBuf,
    /// The compiler's LLVM and the linker must be of the same age.
    llvm: u32,
}

impl Compiler {
    fn ask() -> Result<Self, Error> {
        let unreadable = |field| Error::Unreadable { command: SYSTEM_RUSTC, field };
        let ask = |task: Task, field| task.read().map_err(|_| unreadable(field));
        let text = ask(Task::new(SYSTEM_RUSTC).arg("-vV"), "version")?;
        let sysroot = ask(Task::new(SYSTEM_RUSTC).args(["--print", "sysroot"]), "sysroot")?.trim().into();
        let host = rustc_field(&text, "host").ok_or_else(|| unreadable("host"))?.to_owned();
        let llvm = rustc_field(&text, "LLVM version").and_then(Version::parse);
        let llvm = llvm.ok_or_else(|| unreadable("LLVM version"))?.major;
        Ok(Self { text, host, sysroot, llvm })
    }

    #[cfg(test)]
    pub(super) fn at(sysroot: &std::path::Path, host: &str) -> Self {
        Self { text: String::new(), host: host.to_owned(), sysroot: sysroot.to_owned(), llvm: 0 }
    }

    pub(super) fn linker(&self) -> PathBuf {
        format!("/usr/bin/lld-{}", self.llvm).into()
    }

    fn linker_package(&self) -> String {
        format!("lld-{}", self.llvm)
    }
}
