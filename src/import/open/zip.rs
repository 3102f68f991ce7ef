//! Zip archives, and WACZ: crawls in a zip, of which the pages are read and not the lists of them.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::batch::{Batch, is_wanted};
use super::{Nest, Take, damaged, empty, limits, within};
use crate::import::Source;

pub(super) fn read(source: &Source<'_>, reader: &mut dyn Read, nest: Nest<'_>, take: Take<'_>) {
    let limits = source.settings.limits;
    // The list of files stands at the end.
    let bytes = match limits::read_whole(reader, limits.file_bytes) {
        Ok(bytes) => bytes,
        Err(error) => return take(damaged("the file", &error)),
    };
    if bytes.windows(4).filter(|four| four == b"PK\x01\x02").count() > limits.files {
        return take(damaged("the file", &limits::too_many(limits.files)));
    }
    let mut archive = match ZipArchive::new(Cursor::new(bytes)) {
        Ok(archive) => archive,
        Err(error) => return take(damaged("the file", &io_error(error))),
    };
    let is_crawl = archive.index_for_name("datapackage.json").is_some()
        && archive.file_names().flatten().any(|name| name.starts_with("archive/"));
    let mut batch = Batch::new(source, nest);
    let mut count = 0;
    for nth in 0..archive.len() {
        let name = match archive.name_for_index(nth) {
            Some(Ok(name)) => name.into_owned(),
            _ => format!("file {}", nth + 1),
        };
        if name.ends_with('/') || !is_wanted(&name) || is_crawl && !name.starts_with("archive/") {
            continue;
        }
        count += 1;
        let read = archive.by_index(nth).map_err(io_error);
        if let Err(error) = read.and_then(|file| batch.read(name.clone(), &mut nest.track(file), &mut *take))
        {
            batch.flush(take);
            take(within(&name, damaged("the file", &error)));
        }
    }
    batch.flush(take);
    if count == 0 {
        take(empty("files"));
    }
}

fn io_error(error: ZipError) -> std::io::Error {
    match error {
        ZipError::Io(error) => error,
        other => std::io::Error::other(other),
    }
}
