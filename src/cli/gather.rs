//! Reads files and folders into an archive, each file by its content.

use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::archive::ledger::Ledger;
use crate::archive::{Aliases, Alike, Archive, Spellings};
use crate::article::{Article, Problem, ProblemCode, Rejection, Timestamp};
use crate::import::{self, AuthorNames, Reading, Settings, Source, Store};
use crate::publish::Config;
use crate::publish::config::{CONFIG_NAME, ConfigError};

use super::Failure;
use super::report::{self, Detail};

/// The source that stands for standard input.
const STANDARD_INPUT: &str = "-";

/// Adds what the sources hold to an archive, and accounts for each record; tags get the names that count. `prepare` may
/// change each article first; it is told in which folder the article's pictures lie.
pub(super) fn gather(
    archive: &mut Archive,
    sources: &[PathBuf],
    settings: &Settings,
    aliases: &Aliases,
    alike: Alike,
    prepare: impl Fn(&mut Article, &Path),
) -> Ledger {
    let mut renamed = 0;
    archive.edit(|article| renamed += usize::from(!aliases.rename(article).is_empty()));
    let mut spellings = Spellings::of(archive);
    let mut intake = archive.open(alike);
    let mut waiting = Vec::new();
    let mut about = Archive::default();
    let mut ledger = Ledger::default();
    if renamed > 0 {
        let message = format!("{renamed} articles got the names that the configuration has for their tags");
        ledger.note("the archive", Problem::new(ProblemCode::RenamedTag, "tags", message));
    }
    each(sources, settings, |Named { source, folder }, reading| {
        take_about(&mut about, reading.about);
        reading.problems.into_iter().for_each(|problem| ledger.note(source, problem));
        for mut record in reading.records {
            aliases.apply(&mut record);
            spellings.apply(&mut record);
            record.outcome.as_deref_mut().into_iter().for_each(|article| prepare(article, folder));
            waiting.push((source.to_owned(), record));
        }
        if waiting.len() >= AT_ONCE {
            intake.records(std::mem::take(&mut waiting), &mut ledger);
        }
    });
    intake.records(waiting, &mut ledger);
    archive.close(intake);
    take_about(archive, about);
    ledger
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

/// Where a reading comes from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Named<'a> {
    /// The file, as people call it.
    pub(super) source: &'a str,
    /// The folder that its pictures are relative to.
    pub(super) folder: &'a Path,
}

/// How many files are read, and how many records are taken in, at once.
const AT_ONCE: usize = 256;

/// Reads the sources in order; `take` gets the name of each, and what it holds, in parts.
pub(super) fn each(sources: &[PathBuf], settings: &Settings, mut take: impl FnMut(Named<'_>, Reading)) {
    for source in sources {
        let files = files(source);
        let folder = beside(std::slice::from_ref(source));
        let mut take = |name: &str, reading| take(Named { source: name, folder: &folder }, reading);
        if let [Ok(path)] = files.as_slice() {
            let name = name_of(path);
            stream(source, path, settings, &mut |reading| take(&name, reading));
            continue;
        }
        let settings = &Settings { authors: authors(source, &files), ..settings.clone() };
        for some in files.chunks(AT_ONCE) {
            let readings: Vec<(String, Vec<Reading>)> =
                some.par_iter().map(|file| whole(source, file, settings)).collect();
            for (name, readings) in readings {
                readings.into_iter().for_each(|reading| take(&name, reading));
            }
        }
    }
}

/// The names of authors that files of a folder say.
fn authors(root: &Path, files: &[Found]) -> AuthorNames {
    let mut names = AuthorNames::default();
    for path in files.iter().flatten() {
        let below = below(root, path);
        let is_small = || fs::metadata(path).is_ok_and(|data| data.len() <= AuthorNames::MAX_LEN);
        if AuthorNames::are_in(&below)
            && is_small()
            && let Ok(bytes) = fs::read(path)
        {
            names.read(&below, &bytes);
        }
    }
    names
}

fn whole(root: &Path, file: &Found, settings: &Settings) -> (String, Vec<Reading>) {
    let mut readings = Vec::new();
    let path = match file {
        Ok(path) => {
            stream(root, path, settings, &mut |reading| readings.push(reading));
            path
        }
        Err((path, error)) => {
            readings.push(unreadable(error));
            path
        }
    };
    (name_of(path), readings)
}

fn stream(root: &Path, path: &Path, settings: &Settings, take: &mut dyn FnMut(Reading)) {
    let below = below(root, path);
    let folder = name_of_folder(root);
    let source = Source { is_found: root != path, root: &folder, ..Source::new(&below, settings) };
    if path == Path::new(STANDARD_INPUT) {
        return import::read_stream(&source, std::io::stdin().lock(), take);
    }
    match fs::File::open(path).and_then(|file| file.metadata().map(|data| (file, data))) {
        Ok((_, data)) if data.is_dir() => take(unreadable(&std::io::ErrorKind::IsADirectory.into())),
        Ok((file, data)) => import::read_stream(&Source { bytes: Some(data.len()), ..source }, file, take),
        Err(error) => take(unreadable(&error)),
    }
}

fn unreadable(error: &std::io::Error) -> Reading {
    let hint = "check that it exists and that you may read it";
    Reading::rejected("the file", Rejection::new(format!("can't be read: {error}"), hint))
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

/// The path below a named folder, or the name of a named file.
fn below(root: &Path, path: &Path) -> String {
    match path.strip_prefix(root) {
        Ok(below) if !below.as_os_str().is_empty() => {
            let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
            parts.join("/")
        }
        _ if path == Path::new(STANDARD_INPUT) => name_of(path),
        _ => path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
    }
}

/// What the folder is called that is read, or that a named file lies in.
fn name_of_folder(root: &Path) -> String {
    if root == Path::new(STANDARD_INPUT) {
        return String::new();
    }
    let real = root.canonicalize().unwrap_or_default();
    let folder = if real.is_dir() { Some(real.as_path()) } else { real.parent() };
    folder.and_then(Path::file_name).unwrap_or_default().to_string_lossy().into_owned()
}

fn name_of(path: &Path) -> String {
    if path == Path::new(STANDARD_INPUT) { "standard input".to_owned() } else { path.display().to_string() }
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

type Found = Result<PathBuf, (PathBuf, std::io::Error)>;

/// The file itself, or all files of a folder and its folders in the order of their names, hidden ones and the
/// configuration left out.
fn files(source: &Path) -> Vec<Found> {
    if !source.is_dir() {
        return vec![Ok(source.to_owned())];
    }
    let entries = match fs::read_dir(source).and_then(Iterator::collect::<Result<Vec<_>, _>>) {
        Ok(entries) => entries,
        Err(error) => return vec![Err((source.to_owned(), error))],
    };
    let mut paths: Vec<PathBuf> = entries
        .iter()
        .filter(|entry| !entry.file_name().to_string_lossy().starts_with('.'))
        .filter(|entry| entry.file_name() != CONFIG_NAME)
        .map(fs::DirEntry::path)
        .collect();
    paths.sort();
    // A link to a folder could lead back up and never end.
    let real = |path: &PathBuf| !(path.is_symlink() && path.is_dir());
    paths.into_iter().filter(real).flat_map(|path| files(&path)).collect()
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
    let ledger = gather(&mut archive, sources, &settings(), aliases, Alike::Merged, |_, _| ());
    report::ledger(&ledger, Detail::Usual, None);
    (archive, ledger)
}
