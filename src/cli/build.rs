//! `backissue build`: writes the site of an archive.

use std::time::Instant;

use crate::publish::config::CONFIG_NAME;
use crate::publish::{Publication, Summary, Viewer, publish};

use super::gather::{archive_of, beside, config_of};
use super::{BuildArgs, Exit, Failure, base_path};

pub(super) fn run(args: &BuildArgs) -> Result<Exit, Failure> {
    let config = config_of(args.config.as_deref(), &args.sources)?;
    let viewer = Viewer::load(&args.viewer)?;
    let (archive, ledger) = archive_of(&args.sources);
    let rejected = ledger.summary().rejected;
    if archive.entries().is_empty() && rejected > 0 {
        return Err(Failure::new("there is nothing to publish", "the reasons stand above"));
    }
    let start = Instant::now();
    let summary = publish(
        &archive,
        &viewer,
        &Publication {
            beside: beside(&args.sources),
            site: &args.output,
            base_path: base_path(args.base.as_deref(), &config),
            config: &config,
            scripts: Vec::new(),
        },
    )?;
    if summary.missing_pictures > 0 {
        eprintln!("{} pictures are named but not there", summary.missing_pictures);
    }
    eprintln!(
        "{}: {} articles, {} pages, {} files, {:.1} MB in {:.1} s",
        args.output.display(),
        summary.articles,
        summary.pages,
        summary.files,
        summary.bytes as f64 / 1e6,
        start.elapsed().as_secs_f64()
    );
    say_what_could_be(&summary);
    Ok(if rejected > 0 { Exit::SomeRejected } else { Exit::Done })
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
