//! Programs that `cargo install` builds into the tools folder, unless a fit one is on `PATH`.

use super::step::Step;
use super::{Error, Session};
use crate::place::{Project, Tools};
use crate::task::Task;
use crate::toolchain::path_with;
use crate::version::{Version, locked};
use std::fs;
use std::path::PathBuf;

pub(crate) struct RustProgram<'a> {
    package: &'static str,
    program: &'static str,
    why: &'static str,
    version: Version,
    fitness: Fitness,
    tools: &'a Tools,
}

/// Which versions of a program on `PATH` will do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fitness {
    Exact,
    /// The same minor version, and not older.
    Compatible,
    /// No older.
    Newer,
}

impl<'a> RustProgram<'a> {
    /// The version of wasm-bindgen must be the library's.
    pub(super) fn for_viewer(session: &'a Session<'a>) -> Result<[Self; 2], Error> {
        let trunk = Self {
            package: "trunk",
            program: "trunk",
            why: "which builds the viewer (5 minutes)",
            version: Version::new(0, 21, 14),
            fitness: Fitness::Compatible,
            tools: session.tools,
        };
        let wasm_bindgen = Self {
            package: "wasm-bindgen-cli",
            program: "wasm-bindgen",
            why: "which makes the viewer's JavaScript (2 minutes)",
            version: locked_wasm_bindgen(session.project)?,
            fitness: Fitness::Exact,
            tools: session.tools,
        };
        Ok([wasm_bindgen, trunk])
    }

    pub(crate) fn geckodriver(tools: &'a Tools) -> Self {
        Self {
            package: "geckodriver",
            program: "geckodriver",
            why: "which drives Firefox (2 minutes)",
            version: Version::new(0, 37, 1),
            fitness: Fitness::Newer,
            tools,
        }
    }

    pub(crate) fn cargo_fuzz(tools: &'a Tools) -> Self {
        Self {
            package: "cargo-fuzz",
            program: "cargo-fuzz",
            why: "which gives the importers hostile input (1 minute)",
            version: Version::new(0, 13, 0),
            fitness: Fitness::Newer,
            tools,
        }
    }

    /// Where the fit one lies: in the tools folder or elsewhere on `PATH`.
    pub(crate) fn find(&self) -> Option<PathBuf> {
        let path = which::which_in(self.program, Some(path_with(vec![self.tools.programs()])), "/").ok()?;
        let said = Task::new(&path).arg("--version").read().ok()?;
        let version = said.lines().next().and_then(Version::find)?;
        self.fitness.accepts(version, self.version).then_some(path)
    }
}

impl Step for RustProgram<'_> {
    fn name(&self) -> String {
        format!("{} {}", self.package, self.version)
    }

    fn why(&self) -> &'static str {
        self.why
    }

    fn hint(&self) -> String {
        "see that Cargo reaches its registry, and that `rustc --version` is a recent stable one".to_owned()
    }

    fn is_done(&self) -> bool {
        self.find().is_some()
    }

    fn tasks(&self) -> Result<Vec<Task>, Error> {
        let package = format!("{}@{}", self.package, self.version);
        let install = Task::new("cargo").args(["install", "--locked", "--root"]).arg(self.tools.root());
        Ok(vec![install.arg(package).without("CARGO_TARGET_DIR")])
    }
}

impl Fitness {
    fn accepts(self, found: Version, wanted: Version) -> bool {
        match self {
            Self::Exact => found == wanted,
            Self::Compatible => (found.major, found.minor) == (wanted.major, wanted.minor) && found >= wanted,
            Self::Newer => found >= wanted,
        }
    }
}

fn locked_wasm_bindgen(project: &Project) -> Result<Version, Error> {
    let path = project.root().join("Cargo.lock");
    let lock = fs::read_to_string(&path).map_err(Error::file(&path, "read"))?;
    locked(&lock, "wasm-bindgen").ok_or(Error::NotLocked { package: "wasm-bindgen" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_on_the_path_must_be_fit() {
        let wanted = Version::new(0, 21, 14);
        let accepts = |fitness: Fitness, patch, minor| fitness.accepts(Version::new(0, minor, patch), wanted);
        assert!(accepts(Fitness::Exact, 14, 21) && !accepts(Fitness::Exact, 15, 21));
        assert!(accepts(Fitness::Compatible, 15, 21));
        assert!(!accepts(Fitness::Compatible, 13, 21) && !accepts(Fitness::Compatible, 0, 22));
        assert!(accepts(Fitness::Newer, 0, 22) && !accepts(Fitness::Newer, 13, 21));
    }
}
