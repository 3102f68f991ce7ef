//! Trunk's hook: puts the sample's site in the place of the viewer that Trunk has built.

use super::{Error, program};
use crate::failure::Failure;
use crate::place::{Profile, Project};
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// Where Trunk gathers what it builds.
const STAGING: &str = "TRUNK_STAGING_DIR";

pub(crate) fn run(project: &Project) -> Result<(), Failure> {
    let staging = env::var_os(STAGING).map(PathBuf::from).ok_or(Error::NoTrunk)?;
    program::build(project, Profile::Quick)?;
    let site = project.trunk_site();
    program::build_site_with(project, Profile::Quick, &staging, &site)?;
    let failed = |source| Error::File { path: staging.clone(), doing: "filled", source };
    replace(&site, &staging).map_err(failed)?;
    Ok(())
}

/// The folder stays: Trunk goes on with it.
fn replace(site: &Path, staging: &Path) -> io::Result<()> {
    for entry in fs::read_dir(staging)? {
        let path = entry?.path();
        if path.is_dir() { fs::remove_dir_all(&path)? } else { fs::remove_file(&path)? }
    }
    copy(site, staging)
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            fs::create_dir_all(&target)?;
            copy(&path, &target)?;
        } else {
            fs::copy(&path, &target)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_takes_the_place_of_the_viewer() {
        let folder = tempfile::tempdir().unwrap();
        let (site, staging) = (folder.path().join("site"), folder.path().join("stage"));
        fs::create_dir_all(site.join("about")).unwrap();
        fs::create_dir_all(staging.join("fonts")).unwrap();
        fs::write(site.join("about/index.html"), "about").unwrap();
        fs::write(staging.join("fonts/a.woff2"), "").unwrap();
        fs::write(staging.join("index.html"), "<!--app-->").unwrap();
        replace(&site, &staging).unwrap();
        assert_eq!(fs::read_to_string(staging.join("about/index.html")).unwrap(), "about");
        assert_eq!(fs::read_dir(&staging).unwrap().count(), 1);
    }
}
