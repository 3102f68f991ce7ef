//! Checks one page.

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::path::Path;

use super::files::Files;
use super::links::{Place, Target};
use super::preview::Preview;
use super::problem::{Kind, Problem};
use super::scan::{Scan, Use};
use super::{Previews, structured, weight};

/// Larger pages make browsers slow.
const MOST_BYTES: u64 = 1_000_000;

/// What is kept of a page when it was checked.
#[derive(Debug, Default)]
pub(super) struct Checked {
    pub path: String,
    pub problems: Vec<Problem>,
    /// Its title, if search engines may list it.
    pub indexed_title: Option<String>,
    /// Places in other pages that it names.
    pub fragments: Vec<(String, String)>,
    pub preview: Option<Preview>,
}

/// Checks the pages of a site.
pub(super) struct Checker<'a> {
    site: &'a Path,
    files: &'a Files,
    /// The addresses of what has no page and is drawn by the viewer, such as articles in packs.
    drawn: &'a BTreeSet<String>,
    previews: &'a Previews,
}

impl<'a> Checker<'a> {
    pub(super) fn new(
        site: &'a Path,
        files: &'a Files,
        drawn: &'a BTreeSet<String>,
        previews: &'a Previews,
    ) -> Self {
        Self { site, files, drawn, previews }
    }

    /// Checks a page by its file's path.
    pub(super) fn check(&self, page: &str) -> Checked {
        let html = match fs::read_to_string(self.site.join(page)) {
            Ok(html) => html,
            Err(error) => {
                let problem = Problem::new(Kind::Unreadable, page, error.to_string());
                return Checked { path: page.to_owned(), problems: vec![problem], ..Checked::default() };
            }
        };
        let scan = Scan::of(&html);
        let mut checked = Checked { path: page.to_owned(), ..Checked::default() };
        let structured = structured::read(page, &scan.json_ld, &mut checked.problems);
        self.addresses(&scan, &mut checked);
        self.size(&html, &mut checked);
        let indexed = indexed(page, &scan);
        texts(&scan, indexed, &mut checked);
        headings(&scan.headings, &mut checked);
        if self.wants_preview(page) {
            checked.preview = Some(Preview::of(page, &scan, &structured, indexed));
        }
        if indexed {
            checked.indexed_title = scan.title;
        }
        checked
    }

    /// The places in a page that links can lead to.
    pub(super) fn ids(&self, page: &str) -> HashSet<String> {
        fs::read_to_string(self.site.join(page)).map(|html| Scan::of(&html).ids).unwrap_or_default()
    }

    fn wants_preview(&self, page: &str) -> bool {
        let name = |path: &str| path.trim_end_matches("index.html").trim_matches('/').to_owned();
        match self.previews {
            Previews::None => false,
            Previews::Of(wanted) => name(wanted) == name(page),
            Previews::All => true,
        }
    }

    fn addresses(&self, scan: &Scan, checked: &mut Checked) {
        // The canonical address of a page that is kept from search engines is that of the original elsewhere.
        let canonical = scan.canonical.as_deref().filter(|_| indexed(&checked.path, scan));
        let own = scan.meta("og:url").or(canonical);
        let place = Place::new(&checked.path, scan.root.as_deref(), own);
        let shared = ["og:image", "twitter:image"].iter().filter_map(|name| scan.meta(name));
        let shared = shared.map(|address| (Use::Picture, address));
        for (what, address) in
            scan.addresses.iter().map(|(what, address)| (*what, address.as_str())).chain(shared)
        {
            let (path, fragment) = match place.target(address) {
                Target::Outside => continue,
                Target::Nowhere => (None, None),
                Target::Inside { path, .. } if self.drawn.contains(path.trim_matches('/')) => continue,
                Target::Inside { path, fragment } => (self.files.served(&path), fragment),
            };
            match (path, fragment) {
                (None, _) => checked.say(dead(what), format!("{address} is not in the site")),
                (Some(path), Some(fragment)) if what == Use::Link => {
                    if path != checked.path {
                        checked.fragments.push((path, fragment));
                    } else if !scan.ids.contains(&fragment) {
                        checked.say(Kind::DeadLink, format!("the page has no place called #{fragment}"));
                    }
                }
                _ => {}
            }
        }
    }

    fn size(&self, html: &str, checked: &mut Checked) {
        let bytes = self.files.size(&checked.path);
        if bytes > MOST_BYTES {
            checked.say(Kind::OversizePage, format!("it has {:.1} MB", bytes as f64 / 1e6));
        }
        if let Some(bytes) = weight::until_text(html).filter(|bytes| *bytes > weight::ROUND_TRIP) {
            let kilobytes = bytes as f64 / 1024.0;
            checked.say(Kind::HeavyPage, format!("{kilobytes:.1} kB, compressed, until the text is there"));
        }
    }
}

impl Checked {
    fn say(&mut self, kind: Kind, message: impl Into<String>) {
        self.problems.push(Problem::new(kind, &self.path, message));
    }
}

fn dead(what: Use) -> Kind {
    match what {
        Use::Link => Kind::DeadLink,
        Use::Picture => Kind::MissingPicture,
        Use::Load => Kind::MissingFile,
    }
}

/// Search engines list a page unless it says no or names another one.
fn indexed(page: &str, scan: &Scan) -> bool {
    let refused = scan.meta("robots").is_some_and(|robots| robots.contains("noindex") || robots == "none");
    let path = page.trim_end_matches("index.html");
    let own = |canonical: &String| !canonical.contains("://") || canonical.ends_with(path);
    !refused && scan.canonical.as_ref().is_none_or(own)
}

fn texts(scan: &Scan, indexed: bool, checked: &mut Checked) {
    if scan.title.is_none() {
        checked.say(Kind::NoTitle, "it has no title");
    }
    if scan.language.is_none() {
        checked.say(Kind::NoLanguage, "<html> has no lang");
    }
    if indexed && scan.meta("description").is_none() {
        checked.say(Kind::NoDescription, "it has no description");
    }
    for picture in &scan.undescribed {
        checked.say(Kind::NoAlt, format!("{picture} has no alt"));
    }
}

fn headings(levels: &[u8], checked: &mut Checked) {
    match levels.iter().filter(|level| **level == 1).count() {
        1 => {}
        0 => checked.say(Kind::Headings, "it has no h1"),
        several => checked.say(Kind::Headings, format!("it has {several} h1")),
    }
    let mut before = 1;
    for level in levels {
        if *level > before + 1 {
            checked.say(Kind::Headings, format!("an h{level} follows an h{before}"));
        }
        before = *level;
    }
}
