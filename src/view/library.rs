//! The one data seam: where the overview, cards, articles and the index come from. Keeps what has come.

use std::cell::RefCell;
use std::rc::Rc;

use crate::article::FromJson;
use crate::find::Index;
use crate::site::{
    ArticlePage, CARDS_A_CHUNK, Card, CardChunk, DataError, Lenient, OVERVIEW_PATH, Overview, Page, PageData,
    Permalink, page_json, read,
};

use super::browser;

/// A part of the archive that can be fetched by itself.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// `data/site.json`.
    Overview,
    /// The index; its name is in the overview.
    Index,
    /// Files of cards, from 0; their names are in the overview.
    Chunks(Vec<usize>),
    /// An article, read from its page.
    Article(String),
}

/// What has been loaded so far. A getter gives the part, or says which part is to be loaded first.
#[derive(Clone)]
pub struct Library(Rc<Inner>);

struct Inner {
    root: String,
    shelf: RefCell<Shelf>,
}

#[derive(Default)]
struct Shelf {
    overview: Option<Rc<Overview>>,
    index: Option<Rc<Index>>,
    chunks: Vec<(usize, Rc<Vec<Lenient<Card>>>)>,
    articles: Vec<Rc<ArticlePage>>,
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
        let mut shelf = Shelf::default();
        match page {
            Page::List(list) => {
                shelf.overview = Some(Rc::new(list.overview));
                shelf.chunks.push((list.number.saturating_sub(1) as usize, Rc::new(list.cards)));
            }
            Page::Article(article) => shelf.put_article(*article),
            Page::Lost => {}
        }
        Self(Rc::new(Inner { root: root.to_owned(), shelf: RefCell::new(shelf) }))
    }

    /// The overview.
    ///
    /// # Errors
    /// The part that is not there yet; so for all getters.
    pub fn overview(&self) -> Result<Rc<Overview>, Part> {
        self.0.shelf.borrow().overview.clone().ok_or(Part::Overview)
    }

    /// The index.
    ///
    /// # Errors
    /// The part that is not there yet.
    pub fn index(&self) -> Result<Rc<Index>, Part> {
        self.0.shelf.borrow().index.clone().ok_or(Part::Index)
    }

    /// The card of article `number`.
    ///
    /// # Errors
    /// The part that is not there yet.
    pub fn card(&self, number: u32) -> Result<Lenient<Card>, Part> {
        let number = number as usize;
        let chunk = number / CARDS_A_CHUNK;
        let shelf = self.0.shelf.borrow();
        let cards = shelf
            .chunks
            .iter()
            .find(|(number, _)| *number == chunk)
            .ok_or_else(|| Part::Chunks(vec![chunk]))?;
        let missing = || Lenient(Err(format!("article {number} is not in its file of cards")));
        Ok(cards.1.get(number % CARDS_A_CHUNK).cloned().unwrap_or_else(missing))
    }

    /// An article with its neighbours.
    ///
    /// # Errors
    /// The part that is not there yet.
    pub fn article(&self, link: &Permalink) -> Result<Rc<ArticlePage>, Part> {
        let shelf = self.0.shelf.borrow();
        let found = shelf.articles.iter().find(|page| page.link == *link);
        found.cloned().ok_or_else(|| Part::Article(link.to_string()))
    }

    /// Fetches a part and what must be known before it.
    ///
    /// # Errors
    /// Why the part can't be had.
    pub async fn load(&self, part: &Part) -> Result<(), DataError> {
        let first = self.load_once(part).await;
        let is_named = matches!(part, Part::Index | Part::Chunks(_));
        if !is_named || !matches!(first, Err(DataError::Missing { .. })) {
            return first;
        }
        // The site may have been published anew since the page was opened: its files have other names then.
        let Ok(fresh) = self.fetch::<Overview>(OVERVIEW_PATH).await else { return first };
        if self.overview().is_ok_and(|known| *known == fresh) {
            return first;
        }
        self.0.shelf.borrow_mut().start_anew(fresh);
        self.load_once(part).await
    }

    async fn load_once(&self, part: &Part) -> Result<(), DataError> {
        match part {
            Part::Overview => {
                let overview: Overview = self.fetch(OVERVIEW_PATH).await?;
                self.0.shelf.borrow_mut().overview = Some(Rc::new(overview));
            }
            Part::Index => {
                let file = self.named(|overview| Some(overview.index.clone())).await?;
                let index: Index = self.fetch(&file).await?;
                let unreadable = |error: crate::find::IndexError| DataError::Unreadable {
                    file: file.clone(),
                    message: error.to_string(),
                };
                index.check().map_err(unreadable)?;
                self.0.shelf.borrow_mut().index = Some(Rc::new(index));
            }
            Part::Chunks(numbers) => {
                self.load_chunks(numbers).await?;
            }
            Part::Article(link) => self.load_article(link).await?,
        }
        Ok(())
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

    /// Asks for all at once.
    async fn load_chunks(&self, numbers: &[usize]) -> Result<(), DataError> {
        let mut requests = Vec::new();
        for number in numbers {
            let file = self.named(|overview| overview.cards.get(*number).cloned()).await?;
            requests.push((*number, self.request(&file), file));
        }
        for (number, request, file) in requests {
            let chunk: CardChunk = read(&file, &request.text().await?)?;
            self.0.shelf.borrow_mut().chunks.push((number, Rc::new(chunk.cards)));
        }
        Ok(())
    }

    async fn load_article(&self, link: &str) -> Result<(), DataError> {
        let file = format!("{link}/");
        let html = self.request(&file).text().await?;
        let json = page_json(&html).ok_or_else(|| DataError::Unreadable {
            file: file.clone(),
            message: "the page carries no article".to_owned(),
        })?;
        let data: PageData = read(&file, json)?;
        match data.page {
            Page::Article(article) => self.0.shelf.borrow_mut().put_article(*article),
            _ => return Err(DataError::Missing { file, status: 404 }),
        }
        Ok(())
    }

    async fn named(&self, name: impl Fn(&Overview) -> Option<String>) -> Result<String, DataError> {
        let overview = match self.overview() {
            Ok(overview) => overview,
            Err(_) => {
                let fresh: Overview = self.fetch(OVERVIEW_PATH).await?;
                let fresh = Rc::new(fresh);
                self.0.shelf.borrow_mut().overview = Some(fresh.clone());
                fresh
            }
        };
        name(&overview).ok_or_else(|| DataError::Unreadable {
            file: OVERVIEW_PATH.to_owned(),
            message: "it names fewer files than it has articles".to_owned(),
        })
    }

    async fn fetch<T: FromJson>(&self, file: &str) -> Result<T, DataError> {
        read(file, &self.request(file).text().await?)
    }

    fn request(&self, file: &str) -> browser::Request {
        browser::request(&format!("{}{file}", self.0.root), file)
    }
}

impl Shelf {
    /// Keeps nothing that an older overview led to, articles apart.
    fn start_anew(&mut self, overview: Overview) {
        self.overview = Some(Rc::new(overview));
        self.index = None;
        self.chunks.clear();
    }

    fn put_article(&mut self, article: ArticlePage) {
        self.articles.push(Rc::new(article));
    }
}
