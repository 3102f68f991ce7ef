//! Builds the `backissue` program, and the sample archive's site with it.

use super::Error;
use crate::place::{Profile, Project};
use crate::task::Task;
use std::path::Path;

pub(crate) fn build(project: &Project, profile: Profile) -> Result<(), Error> {
    let build = Task::new("cargo").args(["build", "--profile", profile.name(), "--bin", "backissue"]);
    let build = build.with("CARGO_TARGET_DIR", project.native_target()).within(project.root());
    build.show().map_err(|source| Error::Program { source })
}

pub(crate) fn build_site(project: &Project, profile: Profile) -> Result<(), Error> {
    build_site_with(project, profile, &project.viewer(), &project.site())
}

/// With the viewer in a folder, into a folder.
pub(super) fn build_site_with(
    project: &Project,
    profile: Profile,
    viewer: &Path,
    site: &Path,
) -> Result<(), Error> {
    let build = Task::new(project.program(profile)).arg("build").arg(project.sample());
    let build = build.arg("-o").arg(site).arg("--viewer").arg(viewer);
    build.within(project.root()).show().map_err(|source| Error::Site { source })
}
