//! Reads sources one after the other: files, all files of folders, and standard input.

use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::super::pictures::{Beside, Packed};
use super::beside;
use crate::article::{Problem, ProblemCode, Rejection};
use crate::import::{self, AuthorNames, Reading, Settings, Source};
use crate::publish::config::CONFIG_NAME;

/// The source that stands for standard input.
const STANDARD_INPUT: &str = "-";

/// Files that are larger are read one by one, and handed on part by part.
const LARGE: u64 = 1 << 20;

/// Where a reading comes from.
#[derive(Debug, Clone, Copy)]
pub(in crate::cli) struct Named<'a> {
    /// The file, as people call it.
    pub(in crate::cli) source: &'a str,
    /// Where its pictures lie.
    pub(in crate::cli) beside: Beside<'a>,
}

/// How many files are read at once.
const AT_ONCE: usize = 256;

/// Reads the sources in order; `take` gets the name of each, and what it holds, in parts. With a `limit`, pictures up to so
/// many bytes are taken out of packed sources.
pub(in crate::cli) fn each(
    sources: &[PathBuf],
    settings: &Settings,
    limit: Option<u64>,
    mut take: impl FnMut(Named<'_>, Reading),
) {
    for source in sources {
        let files = files(source);
        let folder = beside(std::slice::from_ref(source));
        let mut take = |name: &str, packed: Option<&Packed>, reading| {
            let beside = packed.map_or(Beside::Folder(&folder), Beside::Packed);
            take(Named { source: name, beside }, reading);
        };
        let authors = if files.len() > 1 { authors(source, &files) } else { AuthorNames::default() };
        let settings = &Settings { authors, ..settings.clone() };
        let is_large = |file: &Found| files.len() == 1 || file.as_ref().is_ok_and(|path| is_large(path));
        for some in files.chunk_by(|a, b| !is_large(a) && !is_large(b)).flat_map(|some| some.chunks(AT_ONCE))
        {
            if let [Ok(path)] = some {
                let name = name_of(path);
                stream(source, path, settings, limit, &mut |packed, reading| take(&name, packed, reading));
                continue;
            }
            let whole: Vec<Whole> =
                some.par_iter().map(|file| whole(source, file, settings, limit)).collect();
            for Whole { name, readings, packed } in whole {
                readings.into_iter().for_each(|reading| take(&name, packed.as_ref(), reading));
            }
        }
    }
}

fn is_large(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|data| data.len() > LARGE)
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

/// A file, what it holds, and the pictures in it.
struct Whole {
    name: String,
    readings: Vec<Reading>,
    packed: Option<Packed>,
}

fn whole(root: &Path, file: &Found, settings: &Settings, limit: Option<u64>) -> Whole {
    let mut readings = Vec::new();
    match file {
        Ok(path) => {
            let packed = stream(root, path, settings, limit, &mut |_, reading| readings.push(reading));
            Whole { name: name_of(path), readings, packed }
        }
        Err((path, error)) => Whole { name: name_of(path), readings: vec![unreadable(error)], packed: None },
    }
}

type Take<'a> = &'a mut dyn FnMut(Option<&Packed>, Reading);

fn stream(
    root: &Path,
    path: &Path,
    settings: &Settings,
    limit: Option<u64>,
    take: Take<'_>,
) -> Option<Packed> {
    let below = below(root, path);
    let folder = name_of_folder(root);
    let source = Source { is_found: root != path, root: &folder, ..Source::new(&below, settings) };
    if path == Path::new(STANDARD_INPUT) {
        import::read_stream(&source, std::io::stdin().lock(), &mut |reading| take(None, reading));
        return None;
    }
    match fs::File::open(path).and_then(|file| file.metadata().map(|data| (file, data))) {
        Ok((_, data)) if data.is_dir() => take(None, unreadable(&std::io::ErrorKind::IsADirectory.into())),
        Ok((mut file, data)) => {
            // What is no file can't be read twice.
            let limit = limit.filter(|_| data.is_file());
            let packed = limit.map_or(Ok(None), |limit| Packed::of(&source, &mut file, limit));
            let packed = packed.unwrap_or_else(|error| {
                take(None, without_pictures(&error));
                None
            });
            let source = Source { bytes: Some(data.len()), ..source };
            import::read_stream(&source, file, &mut |reading| take(packed.as_ref(), reading));
            return packed;
        }
        Err(error) => take(None, unreadable(&error)),
    }
    None
}

/// The pictures of a packed source can't be kept meanwhile.
fn without_pictures(error: &std::io::Error) -> Reading {
    let message = format!("its pictures could not be taken out of it: {error}");
    let problems = vec![Problem::new(ProblemCode::Unfetched, "the file", message)];
    Reading { problems, ..Reading::default() }
}

fn unreadable(error: &std::io::Error) -> Reading {
    let hint = "check that it exists and that you may read it";
    Reading::rejected("the file", Rejection::new(format!("can't be read: {error}"), hint))
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
