//! What an article's page sends before its text is painted: all of it, in one request.

use super::generate::Size;
use super::{Error, sites};
use crate::budget::{Limit, Row};
use crate::place::Project;
use std::fs;
use std::path::{Path, PathBuf};

/// What fits into the first round trip of a connection (RFC 6928: ten segments).
const ONE_ROUND_TRIP: u64 = 14_000;

/// A text of 4,000 characters, its tags counted in.
const SIZE: Size = Size { articles: 100, letters: 4_100 };

/// The largest of all articles.
pub(super) fn figure(project: &Project) -> Result<Row, Error> {
    let site = sites::compressed(project, &sites::archive(project, SIZE)?, "")?;
    let mut sizes = Vec::new();
    for year in folders(&site)?.into_iter().filter(|path| is_year(path)) {
        collect(&year, &mut sizes)?;
    }
    let limit = Some(Limit::AtMost(ONE_ROUND_TRIP));
    let what = "page of 4,000 characters, gzip bytes before the text".to_owned();
    Ok(Row { what, figure: sizes.into_iter().max().unwrap_or_default(), limit })
}

fn is_year(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().bytes().all(|byte| byte.is_ascii_digit()))
}

fn collect(folder: &Path, sizes: &mut Vec<u64>) -> Result<(), Error> {
    for path in folders(folder)? {
        if path.is_dir() {
            collect(&path, sizes)?;
        } else if path.ends_with("index.html.gz") {
            sizes.push(fs::metadata(&path).map_err(sites::failed(&path))?.len());
        }
    }
    Ok(())
}

fn folders(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let entries = fs::read_dir(folder).map_err(sites::failed(folder))?;
    Ok(entries.flatten().map(|entry| entry.path()).collect())
}
