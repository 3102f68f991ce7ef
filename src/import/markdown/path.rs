//! What the path of a page gives away: `_posts/2020-01-02-title.md`, `content/news/2014/05/title.md`, `title/index.md`.

use crate::article::Date;

/// Folders that say how a site is built and not what is in it.
const LAYOUT: [&str; 12] = [
    "content",
    "_posts",
    "_drafts",
    "posts",
    "post",
    "src",
    "pages",
    "_pages",
    "docs",
    "source",
    "collections",
    "articles",
];

/// What a path says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) date: Option<Date>,
    /// The words of the name.
    pub(super) words: String,
    pub(super) section: Option<String>,
    /// It lies in `_drafts`.
    pub(super) is_draft: bool,
    /// Its name says that it lists others: `_index.md`.
    pub(super) is_list: bool,
}

/// Reads a path below the folder that the user named.
pub(super) fn read(path: &str) -> Named {
    let mut folders: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let file = folders.pop().unwrap_or_default();
    let mut stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let is_draft = folders.contains(&"_drafts");
    let is_list = stem == "_index" || stem.starts_with("_index.");
    if (stem == "index" || stem.starts_with("index.")) && !folders.is_empty() {
        stem = folders.pop().unwrap_or_default();
    }
    let (date, words) = dated(stem);
    let date = date.or_else(|| in_folders(&folders));
    let section = folders
        .iter()
        .rev()
        .find(|part| {
            !LAYOUT.contains(part) && !part.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
        })
        .filter(|part| part.len() > 3)
        .map(|part| (*part).to_owned());
    Named { date, words: words.to_owned(), section, is_draft, is_list }
}

/// `2020-01-02-title`.
fn dated(stem: &str) -> (Option<Date>, &str) {
    let Some(date) = stem.get(..10).and_then(Date::parse) else { return (None, stem) };
    let rest = stem[10..].trim_start_matches(['-', '_', ' ']);
    (Some(date), if rest.is_empty() { stem } else { rest })
}

/// `2020/01/02`, three folders in a row.
fn in_folders(folders: &[&str]) -> Option<Date> {
    folders.windows(3).find_map(|parts| Date::parse(&parts.join("-")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conventions_of_generators_are_known() {
        let say = |path: &str| {
            let named = read(path);
            (
                named.date.map(|date| date.to_string()).unwrap_or_default(),
                named.words,
                named.section.unwrap_or_default(),
            )
        };
        let of =
            |date: &str, words: &str, section: &str| (date.to_owned(), words.to_owned(), section.to_owned());
        assert_eq!(say("en/news/_posts/2020-01-02-a-b.md"), of("2020-01-02", "a-b", "news"));
        assert_eq!(say("content/news/2014/05/a.md"), of("", "a", "news"));
        assert_eq!(say("content/2014/05/06/a/index.md"), of("2014-05-06", "a", ""));
        assert_eq!(say("2020-01-02.md"), of("2020-01-02", "2020-01-02", ""));
        assert!(read("content/inside/_index.md").is_list && read("_drafts/a.md").is_draft);
    }
}
