//! `backissue build`: writes the site of an archive, as a folder, as one file, or as both.

use std::path::Path;
use std::time::Instant;

use crate::archive::Archive;
use crate::publish::{
    PictureLimits, Publication, PublishError, SingleFile, Viewer, publish, publish_single_file,
};

use super::gather::{archive_of, beside};
use super::{BuildArgs, Exit, Failure, base_path};

/// How many bytes of pictures go into a single file, in all.
const PICTURES_IN_ALL: u64 = 20_000_000;

pub(super) fn run(args: &BuildArgs) -> Result<Exit, Failure> {
    let viewer = Viewer::load(&args.viewer)?;
    let (archive, ledger) = archive_of(&args.sources);
    let rejected = ledger.summary().rejected;
    if archive.entries().is_empty() && rejected > 0 {
        return Err(Failure::new("there is nothing to publish", "the reasons stand above"));
    }
    if let Some(folder) = &args.output {
        write_folder(args, folder, &archive, &viewer)?;
    }
    if let Some(file) = &args.single_file {
        write_file(args, file, &archive, &viewer)?;
    }
    Ok(if rejected > 0 { Exit::SomeRejected } else { Exit::Done })
}

fn write_folder(
    args: &BuildArgs,
    folder: &Path,
    archive: &Archive,
    viewer: &Viewer,
) -> Result<(), PublishError> {
    let start = Instant::now();
    let publication = Publication {
        beside: beside(&args.sources),
        site: folder,
        base_path: base_path(&args.base),
        scripts: Vec::new(),
    };
    let summary = publish(archive, viewer, &publication)?;
    say_missing(summary.missing_pictures);
    eprintln!(
        "{}: {} articles, {} pages, {} files, {:.1} MB in {:.1} s",
        folder.display(),
        summary.articles,
        summary.pages,
        summary.files,
        summary.bytes as f64 / 1e6,
        start.elapsed().as_secs_f64()
    );
    Ok(())
}

fn write_file(args: &BuildArgs, file: &Path, archive: &Archive, viewer: &Viewer) -> Result<(), PublishError> {
    let start = Instant::now();
    let limits = PictureLimits { each: args.inline_pictures.saturating_mul(1000), all: PICTURES_IN_ALL };
    let single = SingleFile { beside: beside(&args.sources), file, limits };
    let summary = publish_single_file(archive, viewer, &single)?;
    say_missing(summary.missing_pictures);
    if summary.left_out > 0 {
        eprintln!(
            "{} pictures are left out: over {} kB, or over {} MB in all, or of no kind that browsers show",
            summary.left_out,
            args.inline_pictures,
            PICTURES_IN_ALL / 1_000_000
        );
    }
    eprintln!(
        "{}: {} articles, {} pictures, {:.1} MB in {:.1} s",
        file.display(),
        summary.articles,
        summary.pictures,
        summary.bytes as f64 / 1e6,
        start.elapsed().as_secs_f64()
    );
    Ok(())
}

fn say_missing(pictures: usize) {
    if pictures > 0 {
        eprintln!("{pictures} pictures are named but not there");
    }
}
