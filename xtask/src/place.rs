//! Where everything lies: in the repository, and in the tools folder that all clones share.

use std::env;
use std::path::{Path, PathBuf};

#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    #[error("the repository was not found from `{}`\nhint: start it as `cargo xtask`, inside the repository", from.display())]
    Project { from: PathBuf },
    #[error("there is no folder for caches\nhint: set BACKISSUE_TOOLS to a folder for the tools")]
    Tools,
}

/// How the program is built: the profiles of Cargo.toml.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// For tests, and while it is worked on.
    Quick,
    /// As users get it.
    Release,
}

impl Profile {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Quick => "quick",
            Self::Release => "release",
        }
    }
}

/// The repository.
#[derive(Debug, Clone)]
pub(crate) struct Project {
    root: PathBuf,
}

impl Project {
    /// Cargo says where this package lies; the repository is the folder above.
    pub(crate) fn find() -> Result<Self, Error> {
        let from = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from).unwrap_or_default();
        match from.parent() {
            Some(root) if root.join("Cargo.lock").is_file() => Ok(Self { root: root.to_owned() }),
            _ => Err(Error::Project { from }),
        }
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Cargo's folder for native builds: the program's and the tests'.
    pub(crate) fn native_target(&self) -> PathBuf {
        let folder = env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
        self.root.join(folder)
    }

    /// Cargo's folder for the viewer, which may be built by another compiler.
    pub(crate) fn wasm_target(&self) -> PathBuf {
        self.root.join("target/wasm")
    }

    /// The `backissue` program, once it is built with a profile.
    pub(crate) fn program(&self, profile: Profile) -> PathBuf {
        self.native_target().join(profile.name()).join(format!("backissue{}", env::consts::EXE_SUFFIX))
    }

    /// Held while the viewer is built.
    pub(crate) fn viewer_lock(&self) -> PathBuf {
        self.root.join("target/viewer.lock")
    }

    /// What Trunk makes: the page template, the WebAssembly and its JavaScript.
    pub(crate) fn viewer(&self) -> PathBuf {
        self.root.join("target/viewer")
    }

    /// What of it is packed into the program and its package.
    pub(crate) fn embedded_viewer(&self) -> PathBuf {
        self.root.join("dist/viewer")
    }

    /// The script that packs it.
    pub(crate) fn build_script(&self) -> PathBuf {
        self.root.join("src/publish/embed.rs")
    }

    /// Generated archives and their sites.
    pub(crate) fn bench(&self) -> PathBuf {
        self.root.join("target/bench")
    }

    /// The sample archive's site.
    pub(crate) fn site(&self) -> PathBuf {
        self.root.join("target/site")
    }

    /// The same, for Trunk to show.
    pub(crate) fn trunk_site(&self) -> PathBuf {
        self.root.join("target/trunk-site")
    }

    /// The archive that is served and built where none is named.
    pub(crate) fn sample(&self) -> PathBuf {
        self.root.join("static/articles.json")
    }
}

/// The tools folder.
#[derive(Debug, Clone)]
pub(crate) struct Tools {
    root: PathBuf,
}

impl Tools {
    /// `BACKISSUE_TOOLS`, else `backissue/tools` in the platform's folder for caches.
    pub(crate) fn find() -> Result<Self, Error> {
        let named = env::var_os("BACKISSUE_TOOLS").and_then(|folder| std::path::absolute(folder).ok());
        let root =
            named.or_else(|| caches().map(|caches| caches.join("backissue/tools"))).ok_or(Error::Tools)?;
        Ok(Self { root })
    }

    #[cfg(test)]
    pub(crate) fn at(root: &Path) -> Self {
        Self { root: root.to_owned() }
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Programs that `cargo install` built.
    pub(crate) fn programs(&self) -> PathBuf {
        self.root.join("bin")
    }

    pub(crate) fn npm(&self) -> PathBuf {
        self.root.join("npm")
    }

    pub(crate) fn npm_package(&self, name: &str) -> PathBuf {
        self.npm().join("node_modules").join(name)
    }

    /// Programs that npm packages brought.
    pub(crate) fn npm_programs(&self) -> PathBuf {
        self.npm_package(".bin")
    }
}

fn caches() -> Option<PathBuf> {
    if cfg!(windows) {
        return absolute("LOCALAPPDATA");
    }
    let home = env::home_dir();
    if cfg!(target_os = "macos") {
        return home.map(|home| home.join("Library/Caches"));
    }
    absolute("XDG_CACHE_HOME").or_else(|| home.map(|home| home.join(".cache")))
}

/// The XDG specification has relative paths ignored.
fn absolute(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from).filter(|path| path.is_absolute())
}
