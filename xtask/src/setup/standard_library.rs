//! Builds Rust's standard library for WebAssembly from Debian's sources.

use super::debian_rust::Compiler;
use super::step::Step;
use super::{Error, Session, sysroot};
use crate::build::paths;
use crate::task::Task;
use crate::toolchain::{SYSTEM_CARGO, SYSTEM_RUSTC, TARGET, Toolchain, own_root};
use std::path::PathBuf;

/// An empty crate, for Cargo to build the library for; a workspace of its own, wherever the tools folder lies.
const NURSERY: &str =
    "[package]\nname = \"nursery\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n";

pub(super) struct StandardLibrary<'a> {
    pub(super) session: &'a Session<'a>,
    pub(super) compiler: Compiler,
}

impl StandardLibrary<'_> {
    fn nursery(&self) -> PathBuf {
        self.session.tools.root().join("build-std")
    }
}

impl Step for StandardLibrary<'_> {
    fn name(&self) -> String {
        format!("the standard library for {TARGET}")
    }

    fn why(&self) -> &'static str {
        "which Debian's Rust lacks (1 to 3 minutes, once for each of its versions)"
    }

    fn hint(&self) -> String {
        "see that Cargo reaches its registry; `cargo xtask clean --tools` lets the next run start afresh"
            .to_owned()
    }

    fn is_done(&self) -> bool {
        Toolchain::own(self.session.tools).is_some()
    }

    /// Link-time optimisation of the viewer needs the library's bitcode. Built for size, it saves 4 kB of the viewer.
    fn tasks(&self) -> Result<Vec<Task>, Error> {
        let build = Task::new(SYSTEM_CARGO).with("RUSTC", SYSTEM_RUSTC).with("RUSTC_BOOTSTRAP", "1");
        let flags: Vec<_> =
            ["-Cembed-bitcode=yes".to_owned()].into_iter().chain(paths::home_flag()).collect();
        let build = build.with("RUSTFLAGS", flags.join(" ")).with("CARGO_TARGET_DIR", "target");
        let build = build.with("CARGO_PROFILE_RELEASE_OPT_LEVEL", "z");
        let foreign = ["RUSTUP_TOOLCHAIN", "LD_LIBRARY_PATH", "CARGO_ENCODED_RUSTFLAGS"];
        let build = foreign.into_iter().fold(build, Task::without);
        let build = build.args(["build", "--release", "--target", TARGET]);
        Ok(vec![
            build
                .args(["-Zbuild-std=std,panic_abort,panic_unwind,proc_macro,test"])
                .args(["-Zbuild-std-features=optimize_for_size"])
                .within(&self.nursery()),
        ])
    }

    fn prepare(&self) -> Result<(), Error> {
        let nursery = self.nursery();
        sysroot::clear(&nursery)?;
        sysroot::write(&nursery.join("Cargo.toml"), NURSERY)?;
        sysroot::write(&nursery.join("src/lib.rs"), "")
    }

    fn finish(&self) -> Result<(), Error> {
        let built = self.nursery().join("target").join(TARGET).join("release/deps");
        sysroot::assemble(&self.compiler, &built, &own_root(self.session.tools))?;
        sysroot::clear(&self.nursery())
    }
}
