//! Checks the articles that are kept in packs: that each pack is there and read, each article found, each picture there.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::publish::pictures;
use crate::site::{ArticlePage, Card, OVERVIEW_PATH, Overview, Packs, Page, PageData, Permalink, read};

use super::files::Files;
use super::in_parallel;
use super::problem::{Kind, Problem};

/// What is kept of a pack.
#[derive(Default)]
struct Pack {
    addresses: BTreeSet<String>,
    /// Addresses of other articles, each with that of an article that names it.
    named: BTreeMap<String, String>,
    problems: Vec<Problem>,
}

/// The addresses of all articles in packs, and what is wrong with them. Nothing of a site that has none.
pub(super) fn check(site: &Path, files: &Files) -> (BTreeSet<String>, Vec<Problem>) {
    let text = |path: &str| fs::read_to_string(site.join(path));
    let overview = read::<Overview>(OVERVIEW_PATH, &text(OVERVIEW_PATH).unwrap_or_default());
    let Some(file) = overview.ok().and_then(|overview| overview.packs) else { return Default::default() };
    let list = text(&file).map_err(|error| error.to_string());
    let list = list.and_then(|text| read::<Packs>(&file, &text).map_err(|error| error.to_string()));
    let mut whole = Pack::default();
    let list = list.unwrap_or_else(|message| {
        whole.problems.push(Problem::new(Kind::Unreadable, &file, message));
        Packs::default()
    });
    let paths: Vec<String> = list.files().collect();
    let packs = in_parallel(&paths, |path| Pack::read(site, path, &list, files));
    for pack in packs {
        whole.addresses.extend(pack.addresses);
        whole.named.extend(pack.named);
        whole.problems.extend(pack.problems);
    }
    let dead = whole.named.iter().filter(|(to, _)| !whole.addresses.contains(*to));
    let dead = dead.map(|(to, page)| Problem::new(Kind::DeadLink, page, format!("{to}/ is not in the site")));
    let problems = dead.chain(whole.problems).collect();
    (whole.addresses, problems)
}

impl Pack {
    fn read(site: &Path, path: &str, list: &Packs, files: &Files) -> Self {
        let mut pack = Self::default();
        let text = match fs::read_to_string(site.join(path)) {
            Ok(text) => text,
            Err(error) => {
                pack.problems.push(Problem::new(Kind::Unreadable, path, error.to_string()));
                return pack;
            }
        };
        match serde_json::from_str::<BTreeMap<String, Value>>(&text) {
            Ok(articles) => {
                articles.iter().for_each(|(link, data)| pack.take(path, link, data, list, files));
            }
            Err(error) => pack.problems.push(Problem::new(Kind::Unreadable, path, error.to_string())),
        }
        pack
    }

    fn take(&mut self, path: &str, link: &str, data: &Value, list: &Packs, files: &Files) {
        let mut say = |kind, message: String| self.problems.push(Problem::new(kind, link, message));
        if list.holding(link).as_deref() != Some(path) {
            say(Kind::DeadLink, format!("it is in {path}, where the viewer does not look for it"));
        }
        let page = match read::<PageData>(path, &data.to_string()).map(|data| data.page) {
            Ok(Page::Article(page)) if page.link.to_string() == link => page,
            Ok(_) => return say(Kind::Unreadable, format!("{path} has something else in its place")),
            Err(error) => return say(Kind::Unreadable, error.to_string()),
        };
        for picture in pictures::of_article(&page.article) {
            if files.served(&pictures::file(picture)).is_none() {
                say(Kind::MissingPicture, format!("{picture} is not in the site"));
            }
        }
        self.named.extend(neighbours(&page).map(|to| (to.to_string(), link.to_owned())));
        self.addresses.insert(link.to_owned());
    }
}

/// The articles that an article leads on to.
fn neighbours(page: &ArticlePage) -> impl Iterator<Item = &Permalink> {
    let cards: [Option<&Card>; 2] = [page.older.as_ref(), page.newer.as_ref()];
    let cards = cards.into_iter().flatten().chain(&page.next).map(|card| &card.link);
    cards.chain(page.related.iter().flatten())
}
