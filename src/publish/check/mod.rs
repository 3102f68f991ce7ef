//! Checks a built site as those see it who share, find, cite and read its pages: what they show, and what is broken.

mod files;
mod links;
mod lists;
mod packs;
mod page;
mod preview;
mod problem;
mod scan;
mod structured;
mod weight;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use serde::Serialize;

use super::PublishError;
use files::Files;
use page::{Checked, Checker};
pub use preview::{Chat, Citation, Preview, ReaderMode, SearchResult};
pub use problem::{Kind, Problem, Severity};

/// Which previews are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Previews {
    /// None.
    None,
    /// One page's: its path in the site, with or without `index.html`.
    Of(String),
    /// Every page's.
    All,
}

/// What a site was found to be.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Files in the site.
    pub files: usize,
    /// Folders that they lie in.
    pub folders: usize,
    /// Bytes in all files.
    pub bytes: u64,
    /// The largest file.
    pub largest: Option<Largest>,
    /// Files that are pages.
    pub pages: usize,
    /// Addresses of articles that are kept in packs.
    pub packed: usize,
    /// By kind, then by page.
    pub problems: Vec<Problem>,
    /// By page.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub previews: Vec<Preview>,
}

/// The largest file of a site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Largest {
    /// From the site's root.
    pub path: String,
    /// Its size.
    pub bytes: u64,
}

impl Report {
    /// How many problems are of a severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.problems.iter().filter(|problem| problem.severity == severity).count()
    }
}

/// Checks the site in a folder. Pages are read one after the other and forgotten.
///
/// # Errors
/// A folder can't be read. A page that can't be is a problem of the report.
pub fn check(site: &Path, previews: &Previews) -> Result<Report, PublishError> {
    let files = Files::of(site)?;
    let (mut drawn, in_packs) = packs::check(site, &files);
    let packed = drawn.len();
    drawn.extend(lists::drawn(site, &files));
    let checker = Checker::new(site, &files, &drawn, previews);
    let pages: Vec<&str> = files.pages().collect();
    let mut checked = in_parallel(&pages, |page| checker.check(page));
    let mut problems: Vec<Problem> = checked.iter_mut().flat_map(|page| page.problems.drain(..)).collect();
    problems.extend(in_packs);
    problems.extend(duplicate_titles(&checked));
    problems.extend(dead_fragments(&checker, &checked));
    problems.sort_by(|a, b| (a.kind, &a.page, &a.message).cmp(&(b.kind, &b.page, &b.message)));
    problems.dedup();
    Ok(Report {
        files: files.len(),
        folders: files.folders(),
        bytes: files.bytes(),
        largest: files.largest().map(|(path, bytes)| Largest { path: path.to_owned(), bytes }),
        pages: pages.len(),
        packed,
        problems,
        previews: checked.into_iter().filter_map(|page| page.preview).collect(),
    })
}

/// On all cores, each taking the next as it is done with one; in the order of the items.
fn in_parallel<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let take = || {
        let number = next.fetch_add(1, Ordering::Relaxed);
        items.get(number).map(|item| (number, work(item)))
    };
    let threads = thread::available_parallelism().map_or(1, usize::from).min(items.len());
    let mut done: Vec<(usize, R)> = thread::scope(|scope| {
        let workers: Vec<_> =
            (0..threads).map(|_| scope.spawn(|| std::iter::from_fn(take).collect::<Vec<_>>())).collect();
        workers
            .into_iter()
            .flat_map(|worker| worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .collect()
    });
    done.sort_by_key(|(number, _)| *number);
    done.into_iter().map(|(_, result)| result).collect()
}

fn duplicate_titles(checked: &[Checked]) -> Vec<Problem> {
    let mut by_title: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for page in checked {
        if let Some(title) = &page.indexed_title {
            by_title.entry(title).or_default().push(&page.path);
        }
    }
    let several = by_title.into_iter().filter(|(_, pages)| pages.len() > 1);
    let problem = |(title, pages): (&str, Vec<&str>)| {
        let message = format!("“{title}” is also the title of {}", pages[1..].join(", "));
        Problem::new(Kind::DuplicateTitle, pages[0], message)
    };
    several.map(problem).collect()
}

/// Each page that is named with a place in it is read once more for its places.
fn dead_fragments(checker: &Checker<'_>, checked: &[Checked]) -> Vec<Problem> {
    let mut by_target: BTreeMap<&str, BTreeSet<(&str, &str)>> = BTreeMap::new();
    for page in checked {
        for (target, fragment) in &page.fragments {
            by_target.entry(target).or_default().insert((fragment, &page.path));
        }
    }
    let targets: Vec<_> = by_target.into_iter().collect();
    let dead = in_parallel(&targets, |(target, named)| {
        let ids = checker.ids(target);
        let dead = named.iter().filter(|(fragment, _)| !ids.contains(*fragment));
        let problem = |(fragment, page): &(&str, &str)| {
            Problem::new(Kind::DeadLink, page, format!("{target} has no place called #{fragment}"))
        };
        dead.map(problem).collect::<Vec<_>>()
    });
    dead.into_iter().flatten().collect()
}
