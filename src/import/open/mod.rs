//! Opens what sources are packed in, layer by layer, as a stream: compression, archives of files, crawls. What lies
//! inside is read as if it lay in a folder; limits keep small files from becoming endless ones.

mod batch;
mod limits;
mod lines;
mod packing;
mod parts;
mod pictures;
mod tar;
mod tracked;
mod warc;
mod zip;

use std::io::{self, Read};

use super::{Format, Head, Reading, Source, aside, read, read_as, too_large_page};
use crate::article::{Problem, ProblemCode, Rejection};

pub use limits::Limits;
pub(super) use limits::{larger_than, read_whole};
pub(super) use lines::read as read_lines;
use packing::Packing;
pub(super) use parts::{Parts, too_long};
pub use parts::{Scratch, Store};
use pictures::Wanted;
pub use pictures::{PackedPicture, is_packed, read_pictures};
use tracked::{Flow, Tracked};

/// What gets what is read, part by part.
pub(super) type Take<'a> = &'a mut dyn FnMut(Reading);

/// Reads a source of any size, packed or not. `take` gets what it holds in order, in parts; there is at least one, or
/// a problem that says that there is nothing inside.
pub fn read_stream(source: &Source<'_>, reader: impl Read, take: Take<'_>) {
    let flow = Flow::new(source.settings.limits);
    let nest = Nest { depth: 0, flow: &flow, wanted: Wanted::Articles };
    layer(source, &mut flow.packed(reader), nest, take);
}

/// Where a layer lies, and how much may still come out of all of them.
#[derive(Debug, Clone, Copy)]
struct Nest<'a> {
    /// How many layers are around it.
    depth: u32,
    flow: &'a Flow,
    wanted: Wanted,
}

impl<'a> Nest<'a> {
    fn deeper(self) -> Self {
        Self { depth: self.depth + 1, ..self }
    }

    fn track<R: Read>(self, reader: R) -> Tracked<'a, R> {
        self.flow.unpacked(reader)
    }
}

/// One layer.
fn layer(source: &Source<'_>, reader: &mut dyn Read, nest: Nest<'_>, take: Take<'_>) {
    let head = match head(reader) {
        Ok(head) => head,
        Err(error) => return take(damaged("the file", &error)),
    };
    let packing = Packing::recognise(&head);
    if packing.is_none() && nest.wanted != Wanted::Articles {
        return;
    }
    if packing.is_none()
        && source.is_found
        && let Some(left_out) = aside::left_out(source.path, &head)
    {
        return take(left_out);
    }
    let mut whole = head.as_slice().chain(reader);
    match packing {
        Some(_) if nest.depth >= source.settings.limits.depth => take(too_deep(nest.depth)),
        Some(packing) => unpack(packing, source, &mut whole, nest, take),
        None => plain(source, &head, &mut whole, take),
    }
}

fn unpack(packing: Packing, source: &Source<'_>, reader: &mut dyn Read, nest: Nest<'_>, take: Take<'_>) {
    match packing {
        Packing::Tar => tar::read(source, reader, nest, take),
        Packing::Zip => zip::read(source, reader, nest, take),
        Packing::Warc => warc::read(source, reader, nest, take),
        Packing::Gzip | Packing::Xz | Packing::Zstd => match packing.decompress(reader) {
            Ok(inner) => {
                let path = packing.inner_path(source.path);
                layer(&Source { path, bytes: None, ..*source }, &mut nest.track(inner), nest.deeper(), take);
            }
            Err(error) => take(damaged("the file", &error)),
        },
    }
}

/// A source that is not packed.
fn plain(source: &Source<'_>, head: &[u8], reader: &mut dyn Read, take: Take<'_>) {
    let Some(format) = source.settings.format.or_else(|| Format::recognise(&Head::of(head))) else {
        // What no format knows by its beginning is not read on.
        return take(read(source, head));
    };
    if format.is_in_lines() {
        return lines::read(format, source, reader, take);
    }
    let Limits { file_bytes, record_bytes, .. } = source.settings.limits;
    if let Some(parts) = format.parts().filter(|parts| parts.are_possible(source, head)) {
        match parts::beginning(source, reader) {
            Ok((bytes, true)) => return take(read_as(format, source, &bytes)),
            Ok((bytes, false)) => {
                return parts.read(format, source, &mut bytes.as_slice().chain(reader), take);
            }
            Err(error) => return take(damaged("the file", &error)),
        }
    }
    let is_page = format.is_one_record() && record_bytes < file_bytes;
    let limit = if is_page { record_bytes } else { file_bytes };
    match limits::read_whole_of(source.bytes, reader, limit) {
        Ok(bytes) => take(read_as(format, source, &bytes)),
        Err(error) if is_page && error.kind() == io::ErrorKind::FileTooLarge => {
            take(too_large_page(format, record_bytes));
        }
        Err(error) => take(damaged("the file", &error)),
    }
}

/// As much of the beginning as formats need.
fn head(reader: &mut dyn Read) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    reader.take(Head::LEN as u64).read_to_end(&mut head)?;
    Ok(head)
}

/// What can't be unpacked to its end.
pub(super) fn damaged(place: &str, error: &io::Error) -> Reading {
    Reading::rejected(place, damage(error))
}

/// What is wrong with what can't be read to its end.
pub(super) fn damage(error: &io::Error) -> Rejection {
    let hint = match error.kind() {
        io::ErrorKind::FileTooLarge => {
            "if it is meant, allow more: with --limit-file, --limit-total or --limit-ratio"
        }
        _ => "fetch or copy the file again; what stands before the damage was read",
    };
    Rejection::new(format!("it can't be read to its end: {error}"), hint)
}

fn too_deep(depth: u32) -> Reading {
    let reason = format!("it is packed more than {depth} times over");
    Reading::rejected("the file", Rejection::new(reason, "unpack it, or allow more with --limit-depth"))
}

/// A container in which nothing was found.
fn empty(what: &str) -> Reading {
    let problem = Problem::new(ProblemCode::Missing, "the file", format!("there are no {what} in it"));
    Reading { problems: vec![problem], ..Reading::default() }
}

/// What was read of a part, with the part's path in front of each place.
fn within(path: &str, mut reading: Reading) -> Reading {
    for record in &mut reading.records {
        record.place = format!("{path}: {}", record.place);
    }
    for problem in &mut reading.problems {
        problem.place = format!("{path}: {}", problem.place);
    }
    reading
}
