//! Keeps articles in packs: files of many articles each, for sites that would have too many files otherwise.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::archive::Archive;
use crate::site::{ArticlePage, PACKS_PATH, Packs, Page, PageData, SiteName, VERSION, pack_path};

use super::PublishError;
use super::json::json;
use super::plan::{Plan, named};
use super::staging::Staging;
use super::viewer::content_hash;

/// How the articles of a site are kept.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Articles {
    /// Each is a page, which can be found, previewed and read without scripts.
    #[default]
    Pages,
    /// Many in a file, which the viewer alone opens.
    Packs,
}

/// From so many bytes on a pack may end, after about every sixteenth address.
pub(super) const LEAST: usize = 192 * 1024;

/// It ends at the latest where the next article would take it past so many. A larger article is alone.
const MOST: usize = 512 * 1024;

/// How many articles are made ready at once.
const BATCH: usize = 512;

/// Writes all packs of a site and their list; gives the path of the list, and how many packs there are.
pub(super) fn write(
    plan: &Plan,
    archive: &Archive,
    staging: &Staging,
) -> Result<(String, usize), PublishError> {
    let members: Vec<(String, usize)> = members(plan, archive).into_iter().collect();
    let mut packer = Packer::default();
    let keep = |pack: Option<String>| {
        pack.map_or(Ok(()), |text| staging.write(&pack_path(&content_hash(text.as_bytes())), text.as_bytes()))
    };
    for batch in members.chunks(BATCH) {
        let texts: Vec<String> =
            batch.par_iter().map(|(link, number)| text(plan, archive, link, *number)).collect();
        for ((link, _), text) in batch.iter().zip(texts) {
            keep(packer.put(link, &text))?;
        }
    }
    keep(packer.close())?;
    let (path, list) = named(PACKS_PATH, json(&packer.list()));
    staging.write(&path, &list)?;
    Ok((path, packer.names.len()))
}

/// All addresses, those that articles had before too, and the articles' numbers.
fn members(plan: &Plan, archive: &Archive) -> BTreeMap<String, usize> {
    let now = plan.links().enumerate().map(|(number, link)| (link.to_string(), number));
    let before = plan.moved(archive).map(|(link, number)| (link.to_string(), number));
    before.chain(now).collect()
}

/// What the page of an article carries, at this address.
fn text(plan: &Plan, archive: &Archive, link: &str, number: usize) -> String {
    let page = plan.article_page(archive, number);
    let link = crate::site::Permalink::parse(link).unwrap_or_else(|| page.link.clone());
    let page = Page::Article(Box::new(ArticlePage { link, ..page }));
    json(&PageData { backissue: VERSION, site: SiteName::default(), page })
}

/// A pack in the making: an object by address, a line for each. Where it ends is told by addresses, so that a change in
/// one article leaves most packs as they were.
#[derive(Default)]
struct Packer {
    text: String,
    /// The last address.
    last: String,
    /// For each pack its digest, once it is whole, and what its addresses begin at.
    names: Vec<String>,
}

impl Packer {
    /// Adds an article, by rising address; gives the pack before it, if that is full.
    fn put(&mut self, link: &str, article: &str) -> Option<String> {
        let may_end = self.text.len() >= LEAST && content_hash(link.as_bytes()).starts_with('0');
        let full = match self.text.len() + article.len() > MOST || may_end {
            true => self.close(),
            false => None,
        };
        if self.text.is_empty() {
            self.names.push(least(&self.last, link).to_owned());
        }
        self.text.push(if self.text.is_empty() { '{' } else { ',' });
        self.text.extend(["\"", link, "\":", article, "\n"]);
        link.clone_into(&mut self.last);
        full
    }

    fn list(&self) -> Packs {
        Packs { backissue: VERSION, packs: self.names.join(" ") }
    }

    fn close(&mut self) -> Option<String> {
        let name = self.names.last_mut().filter(|_| !self.text.is_empty())?;
        self.text.push_str("}\n");
        name.insert_str(0, &content_hash(self.text.as_bytes()));
        Some(std::mem::take(&mut self.text))
    }
}

/// The shortest beginning of an address that is greater than the one before it.
fn least<'a>(before: &str, link: &'a str) -> &'a str {
    let same = before.bytes().zip(link.bytes()).take_while(|(a, b)| a == b).count();
    if before.is_empty() { "" } else { link.get(..=same).unwrap_or(link) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The packs of addresses whose articles have so many bytes, and what is said of them.
    fn packed(articles: &BTreeMap<String, usize>) -> (Vec<String>, Packs) {
        let mut packer = Packer::default();
        let mut packs: Vec<String> = Vec::new();
        for (link, bytes) in articles {
            packs.extend(packer.put(link, &format!("\"{}\"", "x".repeat(*bytes))));
        }
        packs.extend(packer.close());
        (packs, packer.list())
    }

    fn addresses(pack: &str) -> Vec<String> {
        serde_json::from_str::<BTreeMap<String, String>>(pack).unwrap().into_keys().collect()
    }

    fn link() -> impl Strategy<Value = String> {
        let day = prop_oneof!["20[0-2][0-9]/0[1-9]/[01][1-9]", Just("undated".to_owned())];
        (day, "[a-c](-?[a-c0-1]){0,3}").prop_map(|(day, slug)| format!("{day}/{slug}"))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]
        #[test]
        fn every_address_is_found_in_the_one_pack_that_has_it(
            articles in proptest::collection::btree_map(link(), 0_usize..MOST, 0..60),
            stray in link(),
        ) {
            let (packs, list) = packed(&articles);
            let by_path: BTreeMap<String, Vec<String>> =
                packs.iter().map(|pack| (pack_path(&content_hash(pack.as_bytes())), addresses(pack))).collect();
            prop_assert_eq!(by_path.len(), packs.len());
            let all: Vec<&String> = by_path.values().flatten().collect();
            prop_assert_eq!(all.len(), articles.len());
            for link in articles.keys() {
                let holders: Vec<_> = by_path.iter().filter(|(_, links)| links.contains(link)).collect();
                prop_assert_eq!(holders.len(), 1);
                let found = list.holding(link);
                prop_assert_eq!(found.as_ref(), Some(holders[0].0));
            }
            // What is in no pack is looked for in one, or in none.
            let looked_at = list.holding(&stray);
            prop_assert!(looked_at.is_none_or(|path| by_path.contains_key(&path)));
            for pack in &packs {
                prop_assert!(pack.len() <= MOST + 100 || addresses(pack).len() == 1);
            }
        }
    }

    #[test]
    fn a_change_leaves_most_packs_as_they_were() {
        let articles = |first: usize| -> BTreeMap<String, usize> {
            let link = |n: usize| format!("2000/01/{:02}/a{n}", n % 28 + 1);
            (0..4_000).map(|n| (link(n), if n == 0 { first } else { 4_000 })).collect()
        };
        let ((before, _), (after, _)) = (packed(&articles(4_000)), packed(&articles(40_000)));
        let kept = before.iter().filter(|pack| after.contains(pack)).count();
        assert!(before.len() > 40, "{}", before.len());
        assert!(kept * 10 > before.len() * 8, "{kept} of {}", before.len());
    }

    #[test]
    fn an_archive_without_articles_has_no_pack() {
        let (packs, list) = packed(&BTreeMap::new());
        assert!(packs.is_empty());
        assert_eq!(list.holding("2000/01/01/a"), None);
    }
}
