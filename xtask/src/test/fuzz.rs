//! Lets libFuzzer look for input that an importer can't stand. What it learns stays in `target/fuzz`, so that the next
//! run goes on from there; the repository holds the seeds.

use super::Error;
use crate::failure::Failure;
use crate::setup::{RustProgram, Session};
use crate::task::Task;
use crate::toolchain::path_with;
use std::path::Path;
use std::{fs, io};

/// The slowest input that is let pass, in seconds.
const SLOWEST: u32 = 10;

/// The most memory that may be taken, in MB.
const MOST_MEMORY: u32 = 1024;

/// Runs the targets whose name contains `filter` for so many seconds each.
pub(super) fn run(session: &Session<'_>, filter: &str, seconds: u32) -> Result<(), Failure> {
    let program = RustProgram::cargo_fuzz(session.tools);
    session.carry_out(&program)?;
    let root = session.project.root();
    let seeds = root.join("tests/fuzz/corpus");
    let mut targets = names(&seeds).map_err(|source| Error::Corpus { path: seeds.clone(), source })?;
    targets.retain(|name| name.contains(filter));
    if targets.is_empty() {
        return Err(Error::NoTarget { filter: filter.to_owned() }.into());
    }
    cargo_fuzz(session, "build").show().map_err(|source| Error::FuzzBuild { source })?;
    for target in targets {
        let learnt = root.join("target/fuzz/corpus").join(&target);
        let artifacts = root.join("target/fuzz/artifacts").join(&target);
        for folder in [&learnt, &artifacts] {
            fs::create_dir_all(folder).map_err(|source| Error::Corpus { path: folder.clone(), source })?;
        }
        let task = cargo_fuzz(session, "run").args([&target]).arg(&learnt).arg(seeds.join(&target)).arg("--");
        let task = task.arg(format!("-max_total_time={seconds}")).arg(format!("-timeout={SLOWEST}"));
        let task = task.arg(format!("-rss_limit_mb={MOST_MEMORY}"));
        let task = task.arg(format!("-artifact_prefix={}/", artifacts.display()));
        let task = task.with("RAYON_NUM_THREADS", "1");
        task.show().map_err(|source| Error::Fuzz { source })?;
    }
    Ok(())
}

/// The code is safe Rust, so there is nothing for a sanitizer to see, and a stable compiler will do.
fn cargo_fuzz(session: &Session<'_>, what: &str) -> Task {
    let task = Task::new("cargo").args(["fuzz", what, "--sanitizer", "none", "--fuzz-dir", "tests/fuzz"]);
    let task = task.args(["--target-dir", "target/fuzz"]).within(session.project.root());
    task.with("PATH", path_with(vec![session.tools.programs()]))
}

/// Of the folders in `folder`, in order.
fn names(folder: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            names.extend(entry.file_name().into_string());
        }
    }
    names.sort();
    Ok(names)
}
