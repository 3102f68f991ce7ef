//! Tar archives, file after file as they come.

use std::io::Read;

use super::batch::{Batch, is_wanted};
use super::{Nest, Take, damaged, empty, limits, within};
use crate::import::Source;

pub(super) fn read(source: &Source<'_>, reader: &mut dyn Read, nest: Nest<'_>, take: Take<'_>) {
    let limits = source.settings.limits;
    let mut archive = ::tar::Archive::new(reader);
    let mut batch = Batch::new(source, nest);
    let entries = match archive.entries() {
        Ok(entries) => entries,
        Err(error) => return take(damaged("the file", &error)),
    };
    let mut count = 0;
    for entry in entries {
        let mut entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                batch.flush(take);
                return take(damaged(&format!("file {}", count + 1), &error));
            }
        };
        // Links lead to what is in the archive anyway, or out of it.
        let path = String::from_utf8_lossy(&entry.path_bytes()).trim_start_matches("./").to_owned();
        if !entry.header().entry_type().is_file() || !is_wanted(&path) {
            continue;
        }
        count += 1;
        if count > limits.files {
            batch.flush(take);
            return take(damaged(&path, &limits::too_many(limits.files)));
        }
        match limits::read_whole(&mut entry, limits.file_bytes) {
            Ok(bytes) => batch.push(path, bytes, take),
            Err(error) => {
                batch.flush(take);
                take(within(&path, damaged("the file", &error)));
            }
        }
    }
    batch.flush(take);
    if count == 0 {
        take(empty("files"));
    }
}
