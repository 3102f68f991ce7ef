//! The lists of a site's files, from which a worker tells whether a file is of its build.

use serde::Serialize;

use crate::find::fnv1a;
use crate::site::VERSION;

/// Files in a list, at most, if they fall evenly.
const IN_A_LIST: usize = 128;

/// A file of a site.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::publish) struct Known {
    /// From the site's root.
    pub path: String,
    /// Tells its content.
    pub digest: String,
    /// Its size.
    pub bytes: u64,
}

/// `data/files-<number>.<digest>.json`.
#[derive(Serialize)]
pub(super) struct Bucket {
    backissue: u32,
    /// Path, digest, bytes.
    files: Vec<(String, String, u64)>,
}

impl Bucket {
    pub(super) fn of(files: Vec<Known>) -> Self {
        let files = files.into_iter().map(|file| (file.path, file.digest, file.bytes));
        Self { backissue: VERSION, files: files.collect() }
    }
}

/// The files in lists, each by its path alone, so that a new file changes one list. A power of two of them: their number
/// seldom changes.
pub(super) fn buckets(mut files: Vec<Known>) -> Vec<Vec<Known>> {
    files.sort();
    let count = files.len().div_ceil(IN_A_LIST).max(1).next_power_of_two();
    let mut buckets = vec![Vec::new(); count];
    for file in files {
        buckets[hash(&file.path) as usize % count].push(file);
    }
    buckets
}

/// As the worker finds the list that names a file.
fn hash(path: &str) -> u32 {
    fnv1a(path.as_bytes())
}

/// Whether a file is read by people and not by machines alone.
pub(in crate::publish) fn is_read(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let for_machines = ["robots.txt", "feed.json", "feed.xml", "rss.xml", "opensearch.xml"];
    let is_sitemap = name.starts_with("sitemap") && name.ends_with(".xml");
    !(for_machines.contains(&name) || is_sitemap || name.starts_with('.') || path.starts_with("share/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(count: usize) -> Vec<Known> {
        let file = |number| Known { path: format!("2000/{number}/"), digest: "0a".to_owned(), bytes: 1 };
        (0..count).map(file).collect()
    }

    #[test]
    fn every_file_is_in_one_list_and_a_new_one_changes_one() {
        assert_eq!(buckets(Vec::new()), [Vec::new()]);
        let (before, after) = (buckets(files(1_500)), buckets(files(1_501)));
        assert_eq!((before.len(), before.iter().map(Vec::len).sum::<usize>()), (16, 1_500));
        assert!(before.iter().all(|bucket| (40..160).contains(&bucket.len())));
        assert_eq!(before.iter().zip(&after).filter(|(before, after)| before != after).count(), 1);
    }

    #[test]
    fn what_machines_read_is_left_out() {
        for path in ["tag/radio/feed.xml", "sitemap-2.xml", "share/a.0a.png", ".nojekyll"] {
            assert!(!is_read(path), "{path}");
        }
        for path in ["index.html", "tag/radio/index.html", "pictures/a.svg", "data/site.json"] {
            assert!(is_read(path), "{path}");
        }
    }

    #[test]
    fn paths_are_hashed_as_the_worker_does() {
        // The test vectors of the algorithm's authors.
        assert_eq!((hash(""), hash("a"), hash("foobar")), (0x811c_9dc5, 0xe40c_292c, 0xbf9c_f968));
    }
}
