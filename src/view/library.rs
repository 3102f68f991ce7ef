//! The one data seam: where the overview, cards, articles and the index come from. Keeps what has come.

mod asking;
mod loading;

use std::cell::RefCell;
use std::rc::Rc;

use crate::find::Index;
use crate::site::{
    ArticlePage, CARDS_A_CHUNK, CARDS_A_PAGE, Card, CardChunk, DataError, Lenient, ListPage, Overview, Packs,
    Page, Permalink, read,
};

use super::finder::Finder;
use super::part::{Part, read_article, read_list};

/// How many articles are kept.
const ARTICLES: usize = 50;

/// Gives the text of a file that the page itself holds.
type Inlined = fn(&str) -> Option<String>;

/// What has been loaded so far. A getter gives the part, or says which part is to be loaded first.
#[derive(Clone)]
pub struct Library(Rc<Inner>);

struct Inner {
    root: String,
    inlined: Inlined,
    is_packed: bool,
    shelf: RefCell<Shelf>,
}

#[derive(Default)]
struct Shelf {
    overview: Option<Rc<Overview>>,
    chunks: Vec<Chunk>,
    /// What was asked for last comes last.
    articles: Vec<Rc<ArticlePage>>,
    /// The list of one tag or section that was opened.
    opened: Option<Rc<ListPage>>,
    /// The paths of tags and sections that have no pages of their own.
    unlisted: Vec<String>,
    packs: Option<Packs>,
    /// The file and the text of the pack that was opened last.
    pack: (String, String),
    finder: Finder,
}

struct Chunk {
    number: usize,
    digest: String,
    cards: Vec<Lenient<Card>>,
}

impl PartialEq for Library {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Library {
    /// A library that holds what one page carries. `root` is the absolute path of the site's root, `/` at its end.
    #[must_use]
    pub fn new(root: &str, page: Page) -> Self {
        Self::inside(root, page, |_| None)
    }

    /// The same in a page that may hold files of the site itself, whose text `inlined` gives.
    pub(super) fn inside(root: &str, page: Page, inlined: Inlined) -> Self {
        let mut shelf = Shelf::default();
        let mut is_packed = false;
        match page {
            Page::List(list) => {
                is_packed = list.overview.packs.is_some();
                shelf.overview = Some(Rc::new(list.overview.clone()));
                if list.narrowed.is_some() {
                    shelf.opened = Some(Rc::new(*list));
                } else {
                    let first = list.number.saturating_sub(1) as usize * (CARDS_A_PAGE / CARDS_A_CHUNK);
                    let chunk = |(place, cards): (usize, &[Lenient<Card>])| {
                        let (digest, cards) = (list.digest.clone(), cards.to_vec());
                        Chunk { number: first + place, digest, cards }
                    };
                    shelf.chunks.extend(list.cards.chunks(CARDS_A_CHUNK).enumerate().map(chunk));
                }
            }
            Page::Article(article) => shelf.articles.push(Rc::new(*article)),
            Page::Packed => is_packed = true,
            Page::About | Page::Lost => {}
        }
        Self(Rc::new(Inner { root: root.to_owned(), inlined, is_packed, shelf: RefCell::new(shelf) }))
    }

    /// Whether articles have no pages but those that the viewer draws.
    pub(super) fn is_packed(&self) -> bool {
        self.0.is_packed
    }

    /// The overview.
    ///
    /// # Errors
    /// The part that is not there yet; so for all getters.
    pub fn overview(&self) -> Result<Rc<Overview>, Part> {
        self.0.shelf.borrow().overview.clone().ok_or(Part::Overview)
    }

    /// The head of the index.
    ///
    /// # Errors
    /// The part that is not there yet.
    pub fn index(&self) -> Result<Rc<Index>, Part> {
        self.0.shelf.borrow().finder.index().ok_or(Part::Index)
    }

    /// The page of a list of one tag or section that was opened.
    pub fn opened(&self) -> Option<Rc<ListPage>> {
        self.0.shelf.borrow().opened.clone()
    }

    /// Whether the overview has come that names the files of the index and the cards.
    pub(super) fn names_files(&self) -> bool {
        self.overview().is_ok_and(|overview| overview.cards.is_some())
    }

    /// Whether a tag or a section is known to have no page of its own at this path.
    pub(super) fn is_unlisted(&self, path: &str) -> bool {
        self.0.shelf.borrow().unlisted.iter().any(|other| other == path)
    }

    /// The card of article `number`.
    ///
    /// # Errors
    /// The part that is not there yet.
    pub fn card(&self, number: u32) -> Result<Lenient<Card>, Part> {
        let (number, place) = (number as usize / CARDS_A_CHUNK, number as usize % CARDS_A_CHUNK);
        let shelf = self.0.shelf.borrow();
        let chunk = shelf.chunks.iter().find(|chunk| chunk.number == number);
        let chunk = chunk.ok_or_else(|| Part::Chunks(vec![number]))?;
        let missing = || Lenient(Err(format!("card {place} is not in file {number} of cards")));
        Ok(chunk.cards.get(place).cloned().unwrap_or_else(missing))
    }

    /// An article with its neighbours.
    ///
    /// # Errors
    /// The part that is not there yet.
    pub fn article(&self, link: &Permalink) -> Result<Rc<ArticlePage>, Part> {
        let articles = &mut self.0.shelf.borrow_mut().articles;
        let place = articles.iter().position(|page| page.link == *link);
        let place = place.ok_or_else(|| Part::Article(link.to_string()))?;
        articles[place..].rotate_left(1);
        Ok(articles[articles.len() - 1].clone())
    }

    /// The text of a file that the page itself holds.
    pub(super) fn inlined(&self, file: &str) -> Option<String> {
        (self.0.inlined)(file)
    }

    /// The cards of several articles.
    ///
    /// # Errors
    /// All files of cards that are not there yet.
    pub fn cards(&self, numbers: &[u32]) -> Result<Vec<Lenient<Card>>, Part> {
        let mut missing = Vec::new();
        let mut cards = Vec::new();
        for number in numbers {
            match self.card(*number) {
                Ok(card) => cards.push(card),
                Err(Part::Chunks(chunks)) => {
                    for chunk in chunks {
                        if !missing.contains(&chunk) {
                            missing.push(chunk);
                        }
                    }
                }
                Err(part) => return Err(part),
            }
        }
        if missing.is_empty() { Ok(cards) } else { Err(Part::Chunks(missing)) }
    }
}

impl Shelf {
    /// Keeps the text of one of a part's files.
    fn put(&mut self, part: &Part, place: usize, file: &str, text: &str) -> Result<(), DataError> {
        match part {
            Part::Overview => self.take(read(file, text)?),
            Part::Index => self.finder.put_index(file, text)?,
            Part::Packs => self.packs = Some(read(file, text)?),
            Part::Chunks(numbers) => {
                let CardChunk { cards, .. } = read(file, text)?;
                let number = numbers[place];
                let digest = self.overview.as_ref().and_then(|overview| overview.digest(number));
                let digest = digest.unwrap_or_default().to_owned();
                self.chunks.push(Chunk { number, digest, cards });
            }
            Part::Article(link) => {
                let article = Rc::new(read_article(link, file, text)?);
                if file.ends_with(".json") {
                    self.pack = (file.to_owned(), text.to_owned());
                }
                self.articles.drain(..(self.articles.len() + 1).saturating_sub(ARTICLES));
                self.articles.push(article);
            }
            Part::List(path) => self.opened = Some(Rc::new(read_list(path, file, text)?)),
            Part::Find(_) => {}
        }
        Ok(())
    }

    /// Keeps only what the new overview names too, and articles.
    fn take(&mut self, mut overview: Overview) {
        // One without them would be asked for again and again.
        overview.cards.get_or_insert_default();
        let known = self.overview.as_ref();
        if known.is_none_or(|known| known.index != overview.index || known.find != overview.find) {
            self.finder = Finder::of(&overview);
        }
        if known.is_none_or(|known| known.packs != overview.packs) {
            self.packs = None;
        }
        self.chunks.retain(|chunk| overview.digest(chunk.number) == Some(&chunk.digest));
        self.overview = Some(Rc::new(overview));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const INDEX: &str = r#"{"backissue":1,"articles":0,"tags":{"values":[],"articles":[],"bytes":[]},"sections":{"values":[],"articles":[],"bytes":[]},"publishers":{"values":[],"articles":[],"bytes":[]},"languages":{"values":[],"articles":[],"bytes":[]},"days":{"days":[],"articles":[]}}"#;

    fn overview(cards: Option<&str>, index: &str) -> Overview {
        Overview { cards: cards.map(str::to_owned), index: index.to_owned(), ..Overview::default() }
    }

    fn shelf(overview: Overview) -> Shelf {
        let chunk = |number, digest: &str| Chunk { number, digest: digest.to_owned(), cards: Vec::new() };
        let chunks = vec![chunk(0, "aaaaaaaa"), chunk(1, "aaaaaaaa"), chunk(2, "bbbbbbbb")];
        let overview = Some(Rc::new(overview));
        let mut finder = Finder::default();
        finder.put_index("index.json", INDEX).unwrap();
        Shelf { overview, finder, chunks, articles: Vec::new(), ..Shelf::default() }
    }

    #[test]
    fn what_a_new_overview_still_names_is_kept() {
        let mut shelf = shelf(overview(None, "index.1.json"));
        shelf.take(overview(Some("aaaaaaaaffffffff"), "index.1.json"));
        assert!(shelf.finder.index().is_some());
        assert_eq!(shelf.chunks.iter().map(|chunk| chunk.number).collect::<Vec<_>>(), [0, 1]);
        shelf.take(overview(None, "index.2.json"));
        assert!(shelf.finder.index().is_none() && shelf.chunks.is_empty());
        assert_eq!(shelf.overview.unwrap().cards.as_deref(), Some(""), "or else it would be asked for again");
    }
}
