//! Which Rust builds the viewer: the active one, or the one that set-up made from Debian's packages.

use crate::place::{Project, Tools};
use crate::task::Task;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Debian's compiler, wherever else on `PATH` another one lies.
pub(crate) const SYSTEM_RUSTC: &str = "/usr/bin/rustc";
/// Debian's Cargo, likewise.
pub(crate) const SYSTEM_CARGO: &str = "/usr/bin/cargo";

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Toolchain {
    Active,
    /// Its `bin` folder goes first on `PATH`; the stamp changes whenever its standard library is built anew.
    Own {
        programs: PathBuf,
        stamp: String,
    },
}

impl Toolchain {
    /// The one that has a standard library for WebAssembly, if any.
    pub(crate) fn find(project: &Project, tools: &Tools) -> Option<Self> {
        Self::active(project).or_else(|| Self::own(tools))
    }

    fn active(project: &Project) -> Option<Self> {
        let sysroot = Task::new("rustc").args(["--print", "sysroot"]).within(project.root()).read().ok()?;
        library(Path::new(sysroot.trim())).is_dir().then_some(Self::Active)
    }

    pub(crate) fn own(tools: &Tools) -> Option<Self> {
        let root = own_root(tools);
        let stamp = fs::read_to_string(stamp_file(&root)).ok()?;
        let compiler = Task::new(SYSTEM_RUSTC).arg("-vV").read().ok()?;
        is_built_by(&stamp, &compiler).then(|| Self::Own { programs: root.join("bin"), stamp })
    }

    /// Lets a task build with this toolchain and find the tools.
    pub(crate) fn lend(&self, task: Task, tools: &Tools) -> Task {
        let mut folders = vec![tools.programs(), tools.npm_programs()];
        let task = match self {
            Self::Active => task,
            Self::Own { programs, .. } => {
                folders.insert(0, programs.clone());
                without_rustup(task)
            }
        };
        task.without("CARGO").with("PATH", path_with(folders))
    }

    /// A text that differs whenever what was built with another toolchain can't be reused.
    pub(crate) fn stamp(&self) -> &str {
        match self {
            Self::Active => "active",
            Self::Own { stamp, .. } => stamp,
        }
    }
}

/// Takes away what a rustup proxy or Cargo set for the compiler that runs this program.
pub(crate) fn without_rustup(task: Task) -> Task {
    ["RUSTUP_TOOLCHAIN", "LD_LIBRARY_PATH", "RUSTC", "RUSTDOC", "CARGO"].into_iter().fold(task, Task::without)
}

/// `PATH` with folders before it.
pub(crate) fn path_with(folders: Vec<PathBuf>) -> OsString {
    let known = env::var_os("PATH").unwrap_or_default();
    env::join_paths(folders.into_iter().chain(env::split_paths(&known))).unwrap_or(known)
}

pub(crate) fn own_root(tools: &Tools) -> PathBuf {
    tools.root().join("rust-wasm")
}

/// Where a toolchain keeps its standard library for WebAssembly.
pub(crate) fn library(root: &Path) -> PathBuf {
    root.join("lib/rustlib").join(TARGET).join("lib")
}

pub(crate) fn stamp_file(root: &Path) -> PathBuf {
    root.join("stamp")
}

/// Raise it whenever the standard library is to be built in another way.
const RECIPE: u32 = 3;

/// What the stamp file holds: when the library was built, how, and by which compiler.
pub(crate) fn stamp_text(built: u128, compiler: &str) -> String {
    format!("{built}\nrecipe {RECIPE}\n{compiler}")
}

fn is_built_by(stamp: &str, compiler: &str) -> bool {
    let built = stamp.split_once('\n').and_then(|(built, _)| built.parse().ok());
    built.is_some_and(|built| stamp_text(built, compiler) == stamp)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_outlives_only_its_compiler() {
        let stamp = stamp_text(7, "rustc 1.96.0\nhost: x\n");
        assert!(is_built_by(&stamp, "rustc 1.96.0\nhost: x\n"));
        assert!(!is_built_by(&stamp, "rustc 1.96.1\nhost: x\n"));
        assert!(!is_built_by("", "rustc 1.96.0"));
        assert!(!is_built_by("7\nrecipe 2\nrustc 1.96.0\n", "rustc 1.96.0\n"));
    }
}
