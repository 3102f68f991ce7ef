//! Zip archives, and WACZ: crawls in a zip, of which the pages are read and not the lists of them.

use std::io::{self, BufRead, BufReader, Read, SeekFrom};

use zip::ZipArchive;
use zip::result::ZipError;

use super::batch::{Batch, is_wanted};
use super::{Nest, Store, Take, damaged, empty, limits, parts, within};
use crate::import::Source;

pub(super) fn read(source: &Source<'_>, reader: &mut dyn Read, nest: Nest<'_>, take: Take<'_>) {
    let limits = source.settings.limits;
    // The list of files stands at the end.
    let mut bytes = match parts::held(source, reader) {
        Ok(bytes) => bytes,
        Err(error) => return take(damaged("the file", &error)),
    };
    match entries(&mut *bytes, limits.files) {
        Ok(count) if count > limits.files => {
            return take(damaged("the file", &limits::too_many(limits.files)));
        }
        Ok(_) => {}
        Err(error) => return take(damaged("the file", &error)),
    }
    let mut archive = match ZipArchive::new(bytes) {
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

/// How many files there seem to be, up to one more than `limit`: each takes its room before it is known what it is.
fn entries(bytes: &mut dyn Store, limit: usize) -> io::Result<usize> {
    bytes.seek(SeekFrom::Start(0))?;
    let mut reader = BufReader::with_capacity(256 << 10, &mut *bytes);
    let (mut count, mut last) = (0, [0; 4]);
    loop {
        let buffer = reader.fill_buf()?;
        if buffer.is_empty() || count > limit {
            return Ok(count);
        }
        for byte in buffer {
            last = [last[1], last[2], last[3], *byte];
            count += usize::from(last == *b"PK\x01\x02");
        }
        let length = buffer.len();
        reader.consume(length);
    }
}

fn io_error(error: ZipError) -> io::Error {
    match error {
        ZipError::Io(error) => error,
        other => io::Error::other(other),
    }
}
