//! Has independent validators judge every page of the sample's site: html-validate, and the W3C's own where there is Java.

use super::Error;
use crate::build;
use crate::failure::Failure;
use crate::place::Profile;
use crate::setup::{NpmPackage, Session};
use crate::task::Task;

pub(super) fn check(session: &Session<'_>) -> Result<(), Failure> {
    let html_validate = NpmPackage::html_validate(session.tools).provide(session)?;
    let vnu = NpmPackage::vnu(session.tools).provide(session)?;
    build::program::build_site(session.project, Profile::Quick)?;
    let site = session.project.site();
    let failed = |source| Error::Markup { source };
    Task::new(html_validate).args(["--preset", "recommended"]).arg(&site).show().map_err(failed)?;
    if which::which("java").is_err() {
        eprintln!("left out: vnu, which judges HTML and CSS, needs Java");
        return Ok(());
    }
    let options = ["--skip-non-html", "--errors-only", "--format", "gnu"];
    Ok(Task::new("java").arg("-jar").arg(vnu).args(options).arg(&site).show().map_err(failed)?)
}
