//! `backissue build`: writes the site of an archive.

use std::time::Instant;

use crate::publish::config::CONFIG_NAME;
use crate::publish::{HOSTS, Precompress, Publication, Summary, publish};

use super::gather::{archive_of, beside, config_of};
use super::progress::Bar;
use super::{BuildArgs, Exit, Failure, base_path, viewer};

pub(super) fn run(args: &BuildArgs) -> Result<Exit, Failure> {
    let start = Instant::now();
    let config = config_of(args.config.as_deref(), &args.sources)?;
    let viewer = viewer(args.viewer.as_deref())?;
    let (archive, ledger) = archive_of(&args.sources);
    let rejected = ledger.summary().rejected;
    drop(ledger);
    if archive.entries().is_empty() && rejected > 0 {
        return Err(Failure::new("there is nothing to publish", "the reasons stand above"));
    }
    let bar = Bar::new();
    let publication = Publication {
        beside: beside(&args.sources),
        base_path: base_path(args.base.as_deref(), &config),
        config: &config,
        precompress: if args.precompress { Precompress::Yes } else { Precompress::No },
        progress: &bar,
        ..Publication::to(&args.output)
    };
    let summary = publish(&archive, &viewer, &publication)?;
    drop(bar);
    report(&args.output.display().to_string(), &summary, start.elapsed().as_secs_f64());
    say_what_could_be(&summary);
    Ok(if rejected > 0 { Exit::SomeRejected } else { Exit::Done })
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
    if *missing_pictures > 0 {
        eprintln!("{missing_pictures} pictures are named but not there");
    }
    for excess in HOSTS.iter().flat_map(|host| host.passed_by(&tally.size())) {
        eprintln!("warning: {excess}");
    }
}

/// What the owner may not know that the site could do.
fn say_what_could_be(summary: &Summary) {
    if summary.elsewhere > 0 {
        eprintln!(
            "{} articles were first published elsewhere, and search engines are led there; if the texts are yours, \
             say `text_owner = \"site\"` in {CONFIG_NAME}",
            summary.elsewhere
        );
    }
    if summary.lacks_base_url {
        eprintln!(
            "hint: without `base_url` in {CONFIG_NAME} there are no feeds, no sitemap and no pictures in previews, \
             which need absolute addresses"
        );
    }
}
