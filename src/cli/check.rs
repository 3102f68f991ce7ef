//! `backissue check`: says what others show of a site's pages, and what is broken.

use std::io::{self, Write};
use std::path::Path;

use crate::publish::check::{Preview, Previews, Problem, Report, Severity, check};
use crate::publish::{HOSTS, Publication, SiteSize, publish};

use super::gather::{archive_of, beside, config_of};
use super::{CheckArgs, Exit, Failure, base_path, viewer};

/// How many problems of a kind are named.
const NAMED: usize = 10;

pub(super) fn run(args: &CheckArgs) -> Result<Exit, Failure> {
    let report = match args.sources.as_slice() {
        [site] if site.join("index.html").exists() => looked_at(site, args)?,
        _ => {
            let folder = tempfile::tempdir().map_err(|error| {
                Failure::new(format!("can't make a folder: {error}"), "check the free space")
            })?;
            let site = folder.path().join("site");
            build(&site, args)?;
            looked_at(&site, args)?
        }
    };
    let said = if args.json { json(&report) } else { plain(&report) };
    said.map_err(|error| Failure::new(format!("can't write the report: {error}"), "check where it goes"))?;
    Ok(if report.count(Severity::Error) > 0 { Exit::SomeRejected } else { Exit::Done })
}

fn looked_at(site: &Path, args: &CheckArgs) -> Result<Report, Failure> {
    let previews = match &args.page {
        Some(page) => Previews::Of(page.clone()),
        None if args.json => Previews::All,
        None => Previews::None,
    };
    let report = check(site, &previews)?;
    match &args.page {
        Some(page) if report.previews.is_empty() => Err(Failure::new(
            format!("{page} is no page of the site"),
            "name it by its path, like 1858/08/16/a-hello-by-cable/",
        )),
        _ => Ok(report),
    }
}

fn build(site: &Path, args: &CheckArgs) -> Result<(), Failure> {
    let config = config_of(args.config.as_deref(), &args.sources)?;
    let viewer = viewer(args.viewer.as_deref())?;
    let (archive, _) = archive_of(&args.sources, &config.aliases);
    if archive.entries().is_empty() {
        return Err(Failure::new(
            "there is nothing to check",
            "name an archive, or the folder of a built site",
        ));
    }
    let publication = Publication {
        beside: beside(&args.sources),
        base_path: base_path(None, &config),
        config: &config,
        ..Publication::to(site)
    };
    publish(&archive, &viewer, &publication)?;
    Ok(())
}

fn json(report: &Report) -> io::Result<()> {
    let mut out = io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, report)?;
    writeln!(out)
}

fn plain(report: &Report) -> io::Result<()> {
    let mut out = io::stdout().lock();
    report.previews.iter().try_for_each(|preview| card(&mut out, preview))?;
    for problems in report.problems.chunk_by(|a, b| a.kind == b.kind) {
        group(&mut out, problems)?;
    }
    let size = SiteSize {
        files: report.files as u64,
        folders: report.folders as u64,
        bytes: report.bytes,
        largest: report.largest.as_ref().map_or(0, |largest| largest.bytes),
    };
    for excess in HOSTS.iter().flat_map(|host| host.passed_by(&size)) {
        writeln!(out, "warning: {excess}")?;
    }
    let (errors, warnings) = (report.count(Severity::Error), report.count(Severity::Warning));
    let size = report.bytes as f64 / 1e6;
    write!(out, "{}, ", counted(report.pages, "page"))?;
    if report.packed > 0 {
        write!(out, "{} in packs, ", counted(report.packed, "article"))?;
    }
    write!(out, "{}, {size:.1} MB: ", counted(report.files, "file"))?;
    writeln!(out, "{}, {}", counted(errors, "error"), counted(warnings, "warning"))
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

fn group(out: &mut impl Write, problems: &[Problem]) -> io::Result<()> {
    let Some(first) = problems.first() else { return Ok(()) };
    let severity = if first.severity == Severity::Error { "error" } else { "warning" };
    writeln!(out, "{severity}: {} ({})", first.kind.title(), problems.len())?;
    for problem in problems.iter().take(NAMED) {
        writeln!(out, "  {}: {}", problem.page, problem.message)?;
    }
    if problems.len() > NAMED {
        writeln!(out, "  and {} more; --json names them", problems.len() - NAMED)?;
    }
    writeln!(out, "  hint: {}\n", first.remedy)
}

/// The name of something shown, and what is shown of it.
type Shown<'a> = (&'a str, Option<&'a str>);

/// A page as others show it.
fn card(out: &mut impl Write, preview: &Preview) -> io::Result<()> {
    let Preview { page, chat, search, citation, reader } = preview;
    let listed = if search.indexed { "lists this page" } else { "does not list this page" };
    let characters = format!("{} characters", reader.characters);
    writeln!(out, "{page}\n")?;
    let authors = citation.authors.join(", ");
    let cards: [(&str, &[Shown<'_>]); 4] = [
        (
            "A chat app",
            &[
                ("site", chat.site.as_deref()),
                ("title", chat.title.as_deref()),
                ("description", chat.description.as_deref()),
                ("picture", chat.image.as_deref()),
            ],
        ),
        (
            "A search engine",
            &[
                ("", Some(listed)),
                ("title", search.title.as_deref()),
                ("description", search.description.as_deref()),
                ("original", search.canonical.as_deref()),
                ("type", search.structured.as_deref()),
            ],
        ),
        (
            "Zotero",
            &[
                ("item", Some(citation.item)),
                ("title", citation.title.as_deref()),
                ("authors", Some(authors.as_str()).filter(|authors| !authors.is_empty())),
                ("date", citation.date.as_deref()),
                ("publication", citation.publication.as_deref()),
                ("address", citation.url.as_deref()),
            ],
        ),
        (
            "Reader mode",
            &[
                ("headline", reader.headline.as_deref()),
                ("byline", reader.byline.as_deref()),
                ("text", Some(&characters)),
            ],
        ),
    ];
    for (who, lines) in cards {
        writeln!(out, "  {who}")?;
        for (name, value) in lines {
            writeln!(out, "    {name:12} {}", value.unwrap_or("–"))?;
        }
        writeln!(out)?;
    }
    Ok(())
}
