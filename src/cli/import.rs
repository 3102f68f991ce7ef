//! `backissue import`: adds articles to an archive file, which is replaced as a whole or not at all.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write as _};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use crate::archive::ledger::Ledger;
use crate::archive::{Alike, Archive, feed};
use crate::article::{Article, Problem};
use crate::import::{Limits, Settings};
use crate::publish::draft;

use super::dry_run::Sight;
use super::gather::{Named, Pictures, config_of, each, gather, note_lost_links, refuse_addresses, settings};
use super::pictures::{self, Album, Beside, Rules, Shelf};
use super::report::{self, Detail};
use super::{Exit, Failure, ImportArgs};

pub(super) fn run(args: &ImportArgs) -> Result<Exit, Failure> {
    refuse_addresses(&args.sources)?;
    let limits = Limits {
        file_bytes: megabytes(args.limit_file),
        unpacked_bytes: megabytes(args.limit_total),
        depth: args.limit_depth,
        ratio: args.limit_ratio,
        record_bytes: megabytes(args.limit_record),
        values: args.limit_values,
        ..Limits::default()
    };
    let settings = Settings { format: args.format, fields: args.map.clone(), limits, ..settings() };
    let Some(output) = &args.output else { return shown(&args.sources, &settings) };
    let config = config_of(args.config.as_deref(), std::slice::from_ref(output))?;
    let mut archive = existing(output)?;
    let before = digest(&archive)?;
    let mut album = Album::beside(output)?;
    let alike = if args.versions { Alike::Versions } else { Alike::Merged };
    let shelf = Shelf::beside(output);
    let rules = rules(args);
    let mut stored = Ok(());
    let mut hang = |article: &mut Article, beside: Beside<'_>, problems: &mut Vec<Problem>| {
        shelf.hang(article, beside);
        album.hang(article);
        if let (Beside::Packed(packed), true) = (beside, stored.is_ok()) {
            stored = pictures::take_packed(article, packed, &mut album, &rules, problems);
        }
    };
    let pictures = Pictures { limit: rules.bytes, hang: &mut hang };
    let sources = &args.sources;
    let mut ledger = gather(&mut archive, sources, &settings, &config.aliases, alike, Some(pictures));
    stored?;
    shelf.check()?;
    note_lost_links(&mut archive, &mut ledger);
    if !ledger.adds_up() {
        return Err(Failure::new(
            "the records don't add up, so nothing was written",
            "this is a fault of backissue; please report it",
        ));
    }
    if args.fetch_images {
        fetch_pictures(&mut archive, &mut album, &rules, output, &mut ledger)?;
    }
    if let Some(path) = &args.ledger {
        write(path, |file| file.write_all(ledger.to_json_lines().as_bytes()))?;
    }
    let detail = if args.verbose { Detail::All } else { Detail::Usual };
    report::ledger(&ledger, detail, args.ledger.as_deref());
    let sum = ledger.summary();
    if !output.exists() || digest(&archive)? != before {
        if sum.records == 0 {
            let hint = "see that they hold articles; --format NAME says what they are";
            return Err(Failure::new("there are no articles in the sources", hint));
        }
        if sum.records == sum.rejected {
            return Err(Failure::new("there was nothing to import", "the reasons stand above"));
        }
        write(output, |file| feed::write_to(&archive, file))?;
    }
    eprintln!(
        "{}: {} articles; of {} records: {}",
        output.display(),
        archive.entries().len(),
        sum.records,
        report::counts(&sum)
    );
    Ok(match sum.rejected {
        0 => Exit::Done,
        rejected if rejected == sum.records => Exit::NothingDone,
        _ if args.keep_going => Exit::Done,
        _ => Exit::SomeRejected,
    })
}

/// A hash of all that an archive says: a copy to compare it with would take as much memory again.
fn digest(archive: &Archive) -> Result<[u8; 32], Failure> {
    let mut hash = HashWriter::default();
    let failed = |error: io::Error| Failure::new(format!("can't read the archive: {error}"), "try again");
    feed::write_to(archive, &mut BufWriter::new(&mut hash)).map_err(failed)?;
    Ok(hash.0.finalize().into())
}

/// Hashes what is written.
#[derive(Default)]
struct HashWriter(Sha256);

impl io::Write for HashWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What is stored of pictures.
fn rules(args: &ImportArgs) -> Rules {
    Rules { longest_side: args.image_size, bytes: args.limit_image << 20, ..Rules::default() }
}

/// Stores the pictures that lie on other hosts; those that can't be stored are noted.
fn fetch_pictures(
    archive: &mut Archive,
    album: &mut Album,
    rules: &Rules,
    output: &Path,
    ledger: &mut Ledger,
) -> Result<(), Failure> {
    let fetched = pictures::fetch(archive, album, rules)?;
    eprintln!("pictures: {} fetched, {} not", fetched.stored, fetched.problems.len());
    let source = output.display().to_string();
    fetched.problems.into_iter().for_each(|problem| ledger.note(&source, problem));
    Ok(())
}

/// In bytes.
fn megabytes(count: u64) -> u64 {
    count.saturating_mul(1 << 20)
}

/// Shows what would come of it.
fn shown(sources: &[PathBuf], settings: &Settings) -> Result<Exit, Failure> {
    let mut out = std::io::stdout().lock();
    let mut result = Ok(());
    let mut sight = Sight::default();
    each(sources, settings, None, |Named { source, .. }, reading| {
        if !sight.is_of(source) {
            result = std::mem::replace(&mut result, Ok(())).and_then(|()| sight.show(&mut out));
            sight = Sight::of(source);
        }
        sight.take(&reading);
    });
    let result = result.and_then(|()| sight.show(&mut out));
    match result {
        // Who reads may have seen enough.
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(Failure::new(format!("can't write to standard output: {error}"), "check where it goes"))
        }
        _ => Ok(Exit::Done),
    }
}

/// The archive that is there, whole, or an empty one.
fn existing(path: &Path) -> Result<Archive, Failure> {
    let name = path.display();
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Archive::default()),
        Err(error) => {
            return Err(Failure::new(format!("can't read {name}: {error}"), "check that you may read it"));
        }
    };
    let reading = feed::read(&name.to_string(), &bytes)
        .map_err(|error| Failure::new(format!("{name} is no archive to add to: {error}"), error.hint()))?;
    let rejected = reading.ledger.summary().rejected;
    if rejected > 0 {
        let what = format!("{name} holds {rejected} items that can't be read and would be lost");
        return Err(Failure::new(what, "import it into a new archive to see which, and mend them"));
    }
    Ok(reading.archive)
}

fn write(path: &Path, fill: impl FnOnce(&mut BufWriter<&mut File>) -> io::Result<()>) -> Result<(), Failure> {
    let failed = |error: std::io::Error| {
        Failure::new(
            format!("can't write {}: {error}", path.display()),
            "check the free space and your rights",
        )
    };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = draft(folder).map_err(failed)?;
    let mut buffer = BufWriter::with_capacity(1 << 20, file.as_file_mut());
    fill(&mut buffer).and_then(|()| buffer.flush()).map_err(failed)?;
    drop(buffer);
    // Who may read an archive stays as it is.
    if let Ok(former) = fs::metadata(path) {
        file.as_file().set_permissions(former.permissions()).map_err(failed)?;
    }
    file.as_file().sync_all().map_err(failed)?;
    file.persist(path).map_err(|error| failed(error.error))?;
    Ok(())
}
