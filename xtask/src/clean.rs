//! Removes what was built, and the tools if asked; says what it can't remove.

use crate::place::Tools;
use crate::setup::{self, Session};
use std::path::{Path, PathBuf};
use std::{fs, io};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    Output,
    /// The output and the shared tools folder.
    Tools,
}

#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    #[error("`{}` could not be removed: {source}\nhint: remove it by hand", path.display())]
    Remove { path: PathBuf, source: io::Error },
    #[error("`{}` was not made by set-up, so it stays\nhint: remove from it by hand what you don't need", path.display())]
    NotOurs { path: PathBuf },
}

pub(crate) fn run(session: &Session<'_>, extent: Extent) -> Result<(), Error> {
    remove(&session.project.viewer())?;
    remove(&session.project.site())?;
    remove(&session.project.trunk_site())?;
    if extent == Extent::Tools { remove_tools(session.tools) } else { Ok(()) }
}

/// System packages stay: others may have come to need them.
fn remove_tools(tools: &Tools) -> Result<(), Error> {
    if !tools.root().exists() {
        return Ok(());
    }
    if !setup::is_ours(tools) {
        return Err(Error::NotOurs { path: tools.root().to_owned() });
    }
    let packages = setup::installed_packages(tools);
    remove(tools.root())?;
    if !packages.is_empty() {
        eprintln!("set-up installed these system packages, which stay: {}", packages.join(" "));
        eprintln!("to remove them: {}", setup::removal(&packages));
    }
    Ok(())
}

fn remove(path: &Path) -> Result<(), Error> {
    match fs::remove_dir_all(path) {
        Ok(()) => eprintln!("removed {}", path.display()),
        Err(source) if source.kind() == io::ErrorKind::NotFound => {}
        Err(source) => return Err(Error::Remove { path: path.to_owned(), source }),
    }
    Ok(())
}
