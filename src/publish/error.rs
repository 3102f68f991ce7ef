//! What can go wrong while a site is written.

use std::path::{Path, PathBuf};

/// Why a site could not be written. Names the path.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// A file or folder can't be read.
    #[error("can't read {}", .path.display())]
    Read {
        /// Which.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// A file or folder can't be written.
    #[error("can't write {}", .path.display())]
    Write {
        /// Which.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// The folder holds something else.
    #[error("{} was not made by backissue, so it is not replaced", .0.display())]
    Foreign(PathBuf),
    /// Another run writes to the same place.
    #[error("{} is being built already", .0.display())]
    Busy(PathBuf),
    /// The file holds something else.
    #[error("{} is no archive in one file made by backissue, so it is not replaced", .0.display())]
    ForeignFile(PathBuf),
    /// The viewer lacks something that a single file needs.
    #[error("the viewer has no {0}")]
    ViewerLacks(String),
    /// The folder of the viewer lacks a file.
    #[error("{} is no viewer: it has no {missing}", .folder.display())]
    NoViewer {
        /// Where it was looked for.
        folder: PathBuf,
        /// What should be there.
        missing: &'static str,
    },
    /// None was named, and the program carries none.
    #[error("this program was built without its viewer")]
    NotEmbedded,
}

impl PublishError {
    /// What the user can do.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Read { .. } => "check that it exists and that you may read it",
            Self::Write { .. } => "check the free space and that you may write there",
            Self::Foreign(_) => "name a new or an empty folder",
            Self::Busy(_) => "wait until the other run has ended",
            Self::ForeignFile(_) => "name a new file, or remove this one",
            Self::NoViewer { .. } | Self::NotEmbedded | Self::ViewerLacks(_) => {
                "build it with `cargo xtask build`, or name its folder by --viewer"
            }
        }
    }

    pub(super) fn read(path: &Path) -> impl FnOnce(std::io::Error) -> Self + use<> {
        let path = path.to_owned();
        move |source| Self::Read { path, source }
    }

    pub(super) fn write(path: &Path) -> impl FnOnce(std::io::Error) -> Self + use<> {
        let path = path.to_owned();
        move |source| Self::Write { path, source }
    }
}
