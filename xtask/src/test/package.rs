//! What `cargo install` would get: packed as it is published, unpacked elsewhere, built there and used from there.

use super::Error;
use crate::place::{Profile, Project};
use crate::task::{self, Task};
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// One article, which is enough to need the viewer.
const FEED: &str = r#"{"version": "https://jsonfeed.org/version/1.1", "title": "Packed", "items": [
    {"id": "1", "title": "One", "content_text": "The first cable of the morning."}]}"#;

pub(super) fn check(project: &Project) -> Result<(), Error> {
    let failed = |source| Error::Package { source };
    pack(project).map_err(failed)?;
    let elsewhere = Elsewhere::new().map_err(|source| Error::Elsewhere { source })?;
    let package = elsewhere.unpack(project).map_err(failed)?;
    let build = Task::new("cargo").args([
        "build",
        "--profile",
        Profile::Quick.name(),
        "--offline",
        "--locked",
        "--bin",
        "backissue",
    ]);
    // The dependencies are those of the repository's own build.
    let target = project.native_target();
    build.with("CARGO_TARGET_DIR", &target).within(&package).show().map_err(failed)?;
    let feed = elsewhere.0.join("feed.json");
    fs::write(&feed, FEED).map_err(|source| Error::Elsewhere { source })?;
    let site = Task::new(project.program(Profile::Quick))
        .arg("build")
        .arg(&feed)
        .arg("-o")
        .arg(elsewhere.0.join("site"));
    site.within(&elsewhere.0).show().map_err(failed)?;
    match has_viewer(&elsewhere.0.join("site")) {
        Ok(true) => Ok(()),
        Ok(false) => Err(Error::NoViewer),
        Err(source) => Err(Error::Elsewhere { source }),
    }
}

fn pack(project: &Project) -> Result<(), task::Error> {
    let pack = Task::new("cargo").args([
        "package",
        "--package",
        "backissue",
        "--allow-dirty",
        "--no-verify",
        "--offline",
    ]);
    pack.with("CARGO_TARGET_DIR", project.native_target()).within(project.root()).show()
}

fn has_viewer(site: &Path) -> io::Result<bool> {
    let mut has_wasm = false;
    for entry in fs::read_dir(site)? {
        has_wasm |= entry?.path().extension().is_some_and(|extension| extension == "wasm");
    }
    Ok(has_wasm && site.join("undated/one/index.html").is_file())
}

/// A folder outside the repository, removed in the end.
struct Elsewhere(PathBuf);

impl Elsewhere {
    fn new() -> io::Result<Self> {
        let folder = env::temp_dir().join(format!("backissue-package-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        Ok(Self(folder))
    }

    fn unpack(&self, project: &Project) -> Result<PathBuf, task::Error> {
        let name = format!("backissue-{}", env!("CARGO_PKG_VERSION"));
        let packed = project.native_target().join("package").join(format!("{name}.crate"));
        Task::new("tar").arg("-xzf").arg(packed).arg("-C").arg(&self.0).show()?;
        Ok(self.0.join(name))
    }
}

impl Drop for Elsewhere {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
