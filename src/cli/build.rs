//! `backissue build`: writes the site of an archive, as a folder, as one file, or as both.

use std::path::Path;
use std::time::Instant;

use crate::archive::Archive;
use crate::publish::config::CONFIG_NAME;
use crate::publish::{
    Articles, Config, Excess, HOSTS, PictureLimits, Precompress, Publication, PublishError, SingleFile,
    Summary, Unit, Viewer, publish, publish_single_file,
};

use super::gather::{archive_of, beside, config_of};
use super::progress::Bar;
use super::{BuildArgs, Exit, Failure, base_path, viewer};

/// How many bytes of pictures go into a single file, in all.
const PICTURES_IN_ALL: u64 = 20_000_000;

pub(super) fn run(args: &BuildArgs) -> Result<Exit, Failure> {
    let config = config_of(args.site.config.as_deref(), &args.sources)?;
    let viewer = viewer(args.site.viewer.as_deref())?;
    let (archive, ledger) = archive_of(&args.sources, &config.aliases);
    let rejected = ledger.summary().rejected;
    drop(ledger);
    if archive.entries().is_empty() && rejected > 0 {
        return Err(Failure::new("there is nothing to publish", "the reasons stand above"));
    }
    if let Some(folder) = &args.output {
        write_folder(args, folder, &archive, &config, &viewer)?;
    }
    if let Some(file) = &args.single_file {
        write_file(args, file, &archive, &config, &viewer)?;
    }
    Ok(if rejected > 0 { Exit::SomeRejected } else { Exit::Done })
}

fn write_folder(
    args: &BuildArgs,
    folder: &Path,
    archive: &Archive,
    config: &Config,
    viewer: &Viewer,
) -> Result<(), PublishError> {
    let start = Instant::now();
    let bar = Bar::of("pages", 0);
    let publication = Publication {
        beside: beside(&args.sources),
        base_path: base_path(args.site.base.as_deref(), config),
        config,
        precompress: if args.precompress { Precompress::Yes } else { Precompress::No },
        articles: if args.pack { Articles::Packs } else { Articles::Pages },
        progress: &bar,
        ..Publication::to(folder)
    };
    let summary = publish(archive, viewer, &publication)?;
    drop(bar);
    report(&folder.display().to_string(), &summary, start.elapsed().as_secs_f64());
    say_what_could_be(&summary);
    Ok(())
}

fn write_file(
    args: &BuildArgs,
    file: &Path,
    archive: &Archive,
    config: &Config,
    viewer: &Viewer,
) -> Result<(), PublishError> {
    let start = Instant::now();
    let limits = PictureLimits { each: args.inline_pictures.saturating_mul(1000), all: PICTURES_IN_ALL };
    let single = SingleFile { beside: beside(&args.sources), file, config, limits };
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

/// What was done, and what a host may say to it.
fn report(site: &str, summary: &Summary, seconds: f64) {
    let Summary { articles, pages, missing_pictures, tally, .. } = summary;
    let rate = *pages as f64 / seconds.max(0.001);
    eprintln!(
        "{site}: {articles} articles, {pages} pages, {} files ({} written, {} kept), {:.1} MB in {seconds:.1} s, \
         {rate:.0} pages/s",
        tally.files + tally.compressed,
        tally.written,
        tally.kept(),
        tally.bytes as f64 / 1e6,
    );
    if tally.compressed > 0 {
        let bytes = tally.compressed_bytes as f64 / 1e6;
        eprintln!("of these {} compressed files, {bytes:.1} MB more", tally.compressed);
    }
    say_missing(*missing_pictures);
    let passed: Vec<Excess> = HOSTS.iter().flat_map(|host| host.passed_by(&tally.size())).collect();
    for excess in &passed {
        eprintln!("warning: {excess}");
    }
    let has_too_many = passed.iter().any(|excess| matches!(excess.unit, Unit::Files | Unit::Entries));
    if has_too_many && summary.packs == 0 {
        eprintln!("hint: `--pack` keeps articles many in a file");
    }
}

/// What the owner may not know that the site could do.
fn say_what_could_be(summary: &Summary) {
    if summary.packs > 0 {
        eprintln!(
            "the articles are in {} packs, which the viewer opens\n\
             hint: without pages of their own they have no previews where they are shared, are not found by search \
             engines and need JavaScript; without `--pack` each is a page",
            summary.packs
        );
    }
    if summary.elsewhere > 0 {
        eprintln!(
            "{} articles were first published elsewhere, and search engines are led there; if the texts are yours, \
             say `text_owner = \"site\"` in {CONFIG_NAME}",
            summary.elsewhere
        );
    }
    if summary.unwritable > 0 {
        eprintln!(
            "{} articles have no share picture, as no font here has all their letters\n\
             hint: install a font for their script (on Debian fonts-noto-core, fonts-noto-cjk) and build again",
            summary.unwritable
        );
    }
    if summary.lacks_base_url {
        eprintln!(
            "hint: without `base_url` in {CONFIG_NAME} there are no feeds, no sitemap and no pictures in previews, \
             which need absolute addresses"
        );
    }
}
