//! Reads files and folders into an archive, each file by its content.

use std::fs;
use std::path::{Path, PathBuf};

use crate::archive::ledger::{Fate, Ledger, Line};
use crate::archive::{Archive, feed};
use crate::article::Rejection;
use crate::import;
use crate::publish::Config;
use crate::publish::config::{CONFIG_NAME, ConfigError};

use super::report::{self, Detail};

/// Adds what the sources hold to an archive; says on the way what became of each file.
pub(super) fn gather(archive: &mut Archive, sources: &[PathBuf], detail: Detail) -> Ledger {
    let mut all = Ledger::default();
    for source in sources {
        for file in files(source) {
            let ledger = match file {
                Ok(path) => {
                    let ledger = read(archive, &path);
                    report::file(&path.display().to_string(), &ledger, detail);
                    ledger
                }
                Err((path, error)) => {
                    let ledger = unreadable(&path, &error);
                    report::file(&path.display().to_string(), &ledger, detail);
                    ledger
                }
            };
            all.append(ledger);
        }
    }
    all
}

fn read(archive: &mut Archive, path: &Path) -> Ledger {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => return unreadable(path, &error),
    };
    if !looks_like_json(&bytes) {
        return archive.collect(&name, import::read(&name, &bytes));
    }
    match feed::parse(&name, &bytes) {
        Ok(feed) => {
            take_head(archive, feed.head);
            archive.collect(&name, feed.items)
        }
        Err(error) => rejected(&name, Rejection::new(error.to_string(), error.hint())),
    }
}

/// What a feed says of itself holds for the archive as long as that says nothing.
fn take_head(archive: &mut Archive, head: Archive) {
    if archive.title.is_empty() {
        archive.title = head.title;
    }
    archive.description = archive.description.take().or(head.description);
    archive.home = archive.home.take().or(head.home);
    archive.language = archive.language.take().or(head.language);
    archive.rights = archive.rights.take().or(head.rights);
}

fn looks_like_json(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    text.iter().find(|byte| !byte.is_ascii_whitespace()).is_some_and(|byte| matches!(byte, b'{' | b'['))
}

fn unreadable(path: &Path, error: &std::io::Error) -> Ledger {
    let name = path.display().to_string();
    rejected(
        &name,
        Rejection::new(format!("can't be read: {error}"), "check that it exists and that you may read it"),
    )
}

fn rejected(source: &str, rejection: Rejection) -> Ledger {
    let mut ledger = Ledger::default();
    ledger.enter();
    ledger.push(Line {
        source: source.to_owned(),
        place: "the file".to_owned(),
        fate: Fate::Rejected(rejection),
        problems: Vec::new(),
    });
    ledger
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

/// The archive of some sources, and what became of each record.
pub(super) fn archive_of(sources: &[PathBuf]) -> (Archive, Ledger) {
    let mut archive = Archive::default();
    let ledger = gather(&mut archive, sources, Detail::Usual);
    (archive, ledger)
}
