//! Finds the articles that links between pages of one source lead to: by where the pages lay, else by the address that
//! the site's generator would have given them.

use std::collections::HashMap;

use super::name::slugify;
use super::{Archive, Entry};
use crate::article::{Date, page_link};

/// How the files are called that a link to a folder, or to a page without an ending, leads to.
const FILES: [&str; 8] =
    [".html", ".htm", ".md", ".markdown", "/index.html", "/index.htm", "/index.md", "/index.markdown"];

/// The articles of an archive that were pages of sources, by their numbers.
#[derive(Debug, Default)]
pub(crate) struct Pages {
    by_page: HashMap<String, usize>,
    /// Pages of Markdown by source and the name of the file; `None` for a name that several have.
    by_file: HashMap<(String, String), Option<usize>>,
    /// By source, day and slug.
    by_name: HashMap<(String, Option<Date>, String), usize>,
}

impl Pages {
    pub(crate) fn of(archive: &Archive) -> Self {
        let mut pages = Self::default();
        for (number, entry) in archive.entries().iter().enumerate() {
            let own = entry.article.provenance.as_ref().and_then(|from| from.page.as_ref());
            let others = entry.kin.duplicates.iter().filter_map(|record| record.page.as_ref());
            for page in own.into_iter().chain(others) {
                pages.by_page.entry(page.clone()).or_insert(number);
                pages.note_names(page, entry, number);
            }
        }
        pages
    }

    fn note_names(&mut self, page: &str, entry: &Entry, number: usize) {
        let Some((root, path)) = page_link::parts(page) else { return };
        if let Some(file) = file_of(path) {
            let names = self.by_file.entry((root.to_owned(), file.to_owned()));
            names.and_modify(|known| *known = known.filter(|known| *known == number)).or_insert(Some(number));
        }
        let date = entry.article.published.map(|at| at.date);
        for slug in std::iter::once(&entry.slug).chain(&entry.former_slugs) {
            let name = (root.to_owned(), date, slug.to_string());
            self.by_name.entry(name).or_insert(number);
        }
    }

    /// The number of the article that such a link leads to.
    pub(crate) fn number(&self, link: &str) -> Option<usize> {
        let (root, path) = page_link::parts(link)?;
        let found = |link: &str| self.by_page.get(link).copied();
        let in_folder = |stem: &str| FILES.iter().find_map(|file| found(&format!("{stem}{file}")));
        // Zola's own links start from the folder of all texts.
        if let Some(path) = path.strip_prefix("@/") {
            return ["", "content/"]
                .iter()
                .find_map(|folder| found(&format!("page://{root}/{folder}{path}")));
        }
        let stem = link.trim_end_matches('/');
        let unended = || [".html", ".htm"].iter().find_map(|ending| stem.strip_suffix(ending));
        found(link)
            .or_else(|| in_folder(stem))
            .or_else(|| in_folder(unended()?))
            .or_else(|| self.by_file.get(&(root.to_owned(), file_of(path)?.to_owned())).copied().flatten())
            .or_else(|| self.named(root, path))
    }

    /// By an address with the day of publication in it: `/news/2014/05/06/title/`.
    fn named(&self, root: &str, path: &str) -> Option<usize> {
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        let [.., year, month, day, name] = parts.as_slice() else { return None };
        let date = Date::parse(&format!("{year}-{month:0>2}-{day:0>2}"))?;
        let name = name.strip_suffix(".html").unwrap_or(name);
        self.by_name.get(&(root.to_owned(), Some(date), slugify(name))).copied()
    }
}

/// The file of a page of Markdown, which generators find by its name alone.
fn file_of(path: &str) -> Option<&str> {
    let file = path.rsplit('/').next()?;
    let stem = file.strip_suffix(".md").or_else(|| file.strip_suffix(".markdown"))?;
    (stem != "index").then_some(file)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Article, Provenance};

    #[test]
    fn pages_are_found_by_file_folder_and_date() {
        let mut archive = Archive::default();
        for (page, title) in [
            ("page://a/news/one.html", "One"),
            ("page://a/two/index.md", "Two"),
            ("page://b/news/one.html", "One of b"),
            ("page://a/content/x.md", "Four"),
            ("page://a/c/twice.md", "Five"),
            ("page://a/d/twice.md", "Six"),
        ] {
            let provenance = Some(Provenance { page: Some(page.to_owned()), ..Provenance::default() });
            let published = "2020-01-02".parse().ok();
            archive.add(Article {
                id: page.to_owned(),
                title: title.to_owned(),
                published,
                provenance,
                ..Article::default()
            });
        }
        let pages = Pages::of(&archive);
        let title = |link: &str| Some(archive.entries()[pages.number(link)?].article.title.as_str());
        for (link, found) in [
            ("page://a/news/one.html", Some("One")),
            ("page://a/news/one", Some("One")),
            ("page://b/news/one.html", Some("One of b")),
            ("page://a/two/", Some("Two")),
            ("page://a/two", Some("Two")),
            ("page://a/two.html", Some("Two")),
            ("page://a/@/x.md", Some("Four")),
            ("page://a/news/content/x.md", Some("Four")),
            ("page://a/d/twice.md", Some("Six")),
            ("page://a/e/twice.md", None),
            ("page://b/x.md", None),
            ("page://a/blog/2020/1/02/One.html", Some("One")),
            ("page://b/2020/01/02/one-of-b/", Some("One of b")),
            ("page://b/2020/01/03/one-of-b/", None),
            ("page://a/three.html", None),
            ("page://c/news/one.html", None),
        ] {
            assert_eq!(title(link), found, "{link}");
        }
    }
}
