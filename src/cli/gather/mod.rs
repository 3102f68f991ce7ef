//! Reads files and folders into an archive, each file by its content.

mod read;

use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::sync::mpsc::sync_channel;
use std::thread;

use crate::archive::ledger::Ledger;
use crate::archive::{Aliases, Alike, Archive, Intake, Spellings};
use crate::article::{Article, Problem, ProblemCode, Record, Timestamp};
use crate::import::{Settings, Store};
use crate::publish::Config;
use crate::publish::config::{CONFIG_NAME, ConfigError};

use super::Failure;
use super::pictures::Beside;
use super::report::{self, Detail};

pub(super) use read::{Named, each};

/// How many records are taken in at once.
const AT_ONCE: usize = 256;

/// How often as many may wait for it.
const AHEAD: usize = 2;

/// What is done with the pictures of sources.
pub(super) struct Pictures<'a> {
    /// The largest that is taken out of a packed source, in bytes.
    pub(super) limit: u64,
    /// May change an article before it comes in, and add to what was noticed about it.
    pub(super) hang: &'a mut dyn FnMut(&mut Article, Beside<'_>, &mut Vec<Problem>),
}

/// Adds what the sources hold to an archive, and accounts for each record; tags get the names that count.
pub(super) fn gather(
    archive: &mut Archive,
    sources: &[PathBuf],
    settings: &Settings,
    aliases: &Aliases,
    alike: Alike,
    mut pictures: Option<Pictures<'_>>,
) -> Ledger {
    let mut renamed = 0;
    archive.edit(|article| renamed += usize::from(!aliases.rename(article).is_empty()));
    let mut spellings = Spellings::of(archive);
    let intake = archive.open(alike);
    let mut about = Archive::default();
    let mut ledger = Ledger::default();
    if renamed > 0 {
        let message = format!("{renamed} articles got the names that the configuration has for their tags");
        ledger.note("the archive", Problem::new(ProblemCode::RenamedTag, "tags", message));
    }
    let limit = pictures.as_ref().map(|pictures| pictures.limit);
    let (intake, ledger) = taking_in(intake, ledger, |arrivals| {
        let mut waiting = Arrivals::default();
        each(sources, settings, limit, |Named { source, beside }, reading| {
            take_about(&mut about, reading.about);
            waiting.notes.extend(reading.problems.into_iter().map(|problem| (source.to_owned(), problem)));
            for mut record in reading.records {
                aliases.apply(&mut record);
                spellings.apply(&mut record);
                if let (Some(pictures), Ok(article)) = (&mut pictures, &mut record.outcome) {
                    (pictures.hang)(article, beside, &mut record.problems);
                }
                waiting.records.push((source.to_owned(), record));
            }
            if waiting.records.len() >= AT_ONCE {
                arrivals(std::mem::take(&mut waiting));
            }
        });
        arrivals(waiting);
    });
    archive.close(intake);
    take_about(archive, about);
    ledger
}

/// What is taken in next: notes on sources, and records.
#[derive(Default)]
struct Arrivals {
    notes: Vec<(String, Problem)>,
    records: Vec<(String, Record)>,
}

/// Takes in what `read` hands on while it reads further.
fn taking_in(
    mut intake: Intake,
    mut ledger: Ledger,
    read: impl FnOnce(&mut dyn FnMut(Arrivals)),
) -> (Intake, Ledger) {
    let (sender, receiver) = sync_channel::<Arrivals>(AHEAD);
    thread::scope(|scope| {
        let taker = scope.spawn(move || {
            for Arrivals { notes, records } in receiver {
                notes.into_iter().for_each(|(source, problem)| ledger.note(&source, problem));
                intake.records(records, &mut ledger);
            }
            (intake, ledger)
        });
        // A taker that is gone has panicked, which is told when it is joined.
        read(&mut |arrivals| drop(sender.send(arrivals)));
        drop(sender);
        taker.join().unwrap_or_else(|panic| resume_unwind(panic))
    })
}

/// Says how many links to pages of their sources lead nowhere.
pub(super) fn note_lost_links(archive: &mut Archive, ledger: &mut Ledger) {
    let lost = archive.lost_page_links();
    if lost > 0 {
        let message = format!(
            "{lost} links lead to pages and files of their sources that are not in the archive; shown as text"
        );
        ledger.note("the archive", Problem::new(ProblemCode::Simplified, "links", message));
    }
}

/// How sources are read if nothing else is asked for.
pub(super) fn settings() -> Settings {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let seconds = since.ok().and_then(|since| i64::try_from(since.as_secs()).ok());
    let today = seconds.and_then(Timestamp::from_unix).map(|now| now.date);
    Settings { today, scratch: Some(scratch), ..Settings::default() }
}

/// A file that is gone when it is closed.
fn scratch() -> std::io::Result<Box<dyn Store>> {
    Ok(Box::new(tempfile::tempfile()?))
}

/// Refuses what is no file: sources are not fetched.
pub(super) fn refuse_addresses(sources: &[PathBuf]) -> Result<(), Failure> {
    let is_address = |source: &&PathBuf| {
        let text = source.to_string_lossy().to_ascii_lowercase();
        text.starts_with("http://") || text.starts_with("https://")
    };
    let Some(address) = sources.iter().find(is_address) else { return Ok(()) };
    let address = address.display();
    Err(Failure::new(
        format!("{address} is an address, and this program makes no requests for sources"),
        format!("download it first, as by `curl -LO '{address}'`, and import the file"),
    ))
}

/// What a source says of itself holds for the archive as long as that says nothing.
fn take_about(archive: &mut Archive, head: Archive) {
    if archive.title.is_empty() {
        archive.title = head.title;
    }
    archive.description = archive.description.take().or(head.description);
    archive.home = archive.home.take().or(head.home);
    archive.language = archive.language.take().or(head.language);
    archive.rights = archive.rights.take().or(head.rights);
}

/// The folder that pictures are relative to: that of the first source.
pub(super) fn beside(sources: &[PathBuf]) -> PathBuf {
    match sources.first() {
        Some(source) if source.is_dir() => source.clone(),
        Some(source) => source.parent().map(Path::to_owned).unwrap_or_default(),
        None => PathBuf::new(),
    }
}

/// The configuration: the file that was named, else the one beside the first source, if there is one.
pub(super) fn config_path(named: Option<&Path>, sources: &[PathBuf]) -> Option<PathBuf> {
    let usual = || Some(beside(sources).join(CONFIG_NAME)).filter(|path| path.is_file());
    named.map(Path::to_owned).or_else(usual)
}

/// What it says; all defaults if there is none.
pub(super) fn config_of(named: Option<&Path>, sources: &[PathBuf]) -> Result<Config, ConfigError> {
    config_path(named, sources).map_or_else(|| Ok(Config::default()), |path| Config::load(&path))
}

/// The archive of some sources, and what became of each record; that is said as well.
pub(super) fn archive_of(sources: &[PathBuf], aliases: &Aliases) -> (Archive, Ledger) {
    let mut archive = Archive::default();
    let ledger = gather(&mut archive, sources, &settings(), aliases, Alike::Merged, None);
    report::ledger(&ledger, Detail::Usual, None);
    (archive, ledger)
}
