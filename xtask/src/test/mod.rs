//! Runs the tests: natively, then in browsers against what was built.

mod browser;
mod display;
mod fuzz;
mod installed;
mod markup;
mod need;
mod package;
mod program;

pub(crate) use browser::Browser;

use crate::command_line::Test;
use crate::failure::Failure;
use crate::group::Group;
use crate::place::{Profile, Project, Tools};
use crate::setup::{self, NpmPackage, Session};
use crate::task::Task;
use crate::{budget, build};
use display::Display;
use installed::Installed;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use std::{io, thread};

const POLL: Duration = Duration::from_millis(100);

#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    #[error("there is no browser to test in\nhint: `cargo xtask test --native` leaves the browser tests out")]
    NoBrowser,
    #[error("missing for the tests: {missing}\nhint: install it, or name other browsers with --browsers")]
    Missing { missing: String },
    #[error("Xvfb gave no display: {source}\nhint: start a display server and set DISPLAY")]
    Display { source: io::Error },
    #[error("Ctrl-C can't be caught: {source}\nhint: run the tests on their own")]
    Interrupt { source: ctrlc::Error },
    #[error("the tests could not be waited for: {source}\nhint: run them again")]
    Wait { source: io::Error },
    #[error(
        "native tests failed: {source}\nhint: `cargo xtask test --native NAME` runs those whose name contains NAME"
    )]
    Native { source: crate::task::Error },
    #[error(
        "browser tests failed\nhint: `cargo xtask test --browsers firefox NAME` runs some of them in one browser"
    )]
    InBrowsers,
    #[error("pages are not valid: {source}\nhint: each fault stands above, with its page and place")]
    Markup { source: crate::task::Error },
    #[error("the package can't be used: {source}\nhint: `cargo package --list` shows what is in it")]
    Package { source: crate::task::Error },
    #[error(
        "the package could not be tried out: {source}\nhint: see that the folder for temporary files may be written to"
    )]
    Elsewhere { source: io::Error },
    #[error(
        "the site that the packed program built has no viewer\nhint: `cargo package --list` should name dist/viewer"
    )]
    NoViewer,
    #[error("`{}` can't be read: {source}\nhint: check that it is there", path.display())]
    Corpus { path: PathBuf, source: io::Error },
    #[error(
        "there is no fuzz target whose name contains `{filter}`\nhint: they are the folders of tests/fuzz/corpus"
    )]
    NoTarget { filter: String },
    #[error("the fuzz targets can't be built: {source}\nhint: see what the compiler says above")]
    FuzzBuild { source: crate::task::Error },
    #[error(
        "the importers can't stand some input: {source}\nhint: it was written to target/fuzz/artifacts; put it into \
         tests/fuzz/corpus, then `cargo test --test suite corpus` shows what goes wrong"
    )]
    Fuzz { source: crate::task::Error },
    #[error("stopped")]
    Stopped,
}

/// Where Chromium lies.
pub(crate) fn chromium(tools: &Tools) -> Option<PathBuf> {
    program::CHROMIUM.find(tools)
}

/// A task with what tests in Chromium need, if that is there.
pub(crate) fn in_chromium(tools: &Tools, task: Task) -> Option<Task> {
    let chromium = Installed::find(Browser::Chromium, tools).ok()?;
    Some(chromium.lend(task).with("BACKISSUE_BROWSERS", Browser::Chromium.name()))
}

pub(crate) fn run(session: &Session<'_>, options: &Test) -> Result<(), Failure> {
    let project = session.project;
    if let Some(seconds) = options.fuzz {
        return fuzz::run(session, options.filter.as_deref().unwrap_or_default(), seconds);
    }
    if options.native {
        return native(project, options);
    }
    let toolchain = setup::run(session)?;
    let browsers = installed::provide(session, &options.browsers)?;
    let axe = NpmPackage::axe(session.tools).provide(session)?;
    // The program that the native tests run carries the viewer.
    build::viewer::build(session, &toolchain)?;
    build::embed::copy(project)?;
    native(project, options)?;
    build::program::build(project, Profile::Quick)?;
    budget::check(project)?;
    markup::check(session)?;
    in_browsers(project, options, &browsers, &axe)?;
    Ok(package::check(project)?)
}

fn native(project: &Project, options: &Test) -> Result<(), Failure> {
    let kinds =
        ["test", "--profile", Profile::Quick.name(), "--workspace", "--lib", "--bins", "--test", "suite"];
    Ok(cargo(project, options, &kinds).show().map_err(|source| Error::Native { source })?)
}

fn in_browsers(project: &Project, options: &Test, browsers: &[Installed], axe: &Path) -> Result<(), Failure> {
    let stopped = Arc::new(AtomicBool::new(false));
    let stop = Arc::clone(&stopped);
    ctrlc::set_handler(move || stop.store(true, Ordering::Relaxed))
        .map_err(|source| Error::Interrupt { source })?;
    let display = Display::for_browsers(browsers)?;
    let names: Vec<_> = browsers.iter().map(|browser| browser.kind.name()).collect();
    let tests = cargo(project, options, &["test", "--profile", Profile::Quick.name(), "--test", "browser"]);
    let tests = tests.with("BACKISSUE_BROWSERS", names.join(","));
    let tests = tests
        .with("BACKISSUE_PROGRAM", project.program(Profile::Quick))
        .with("BACKISSUE_VIEWER", project.viewer());
    let tests = browsers.iter().fold(tests.with("BACKISSUE_AXE", axe), |tests, browser| browser.lend(tests));
    let tests = display.iter().fold(tests, |tests, display| tests.with("DISPLAY", display.name()));
    wait(&tests, &stopped)
}

/// Whatever way it ends, nothing that it started is left.
fn wait(tests: &Task, stopped: &AtomicBool) -> Result<(), Failure> {
    let mut group = Group::start(tests)?;
    loop {
        if stopped.load(Ordering::Relaxed) {
            return Err(Error::Stopped.into());
        }
        if let Some(status) = group.ended().map_err(|source| Error::Wait { source })? {
            return if status.success() { Ok(()) } else { Err(Error::InBrowsers.into()) };
        }
        thread::sleep(POLL);
    }
}

fn cargo(project: &Project, options: &Test, args: &[&str]) -> Task {
    let task = Task::new("cargo").args(args).args(&options.filter).within(project.root());
    task.with("CARGO_TARGET_DIR", project.native_target())
}
