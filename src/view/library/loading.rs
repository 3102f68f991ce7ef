//! Fetches the parts of a library.

use crate::find::IndexPart;
use crate::site::{DataError, OVERVIEW_PATH, cards_path, part_path};
use crate::view::Part;
use crate::view::browser::{self, Request};

use super::Library;

/// Files that were asked for, of a part or of what must be known before it.
pub(in crate::view) struct Asked {
    part: Part,
    files: Vec<String>,
    requests: Vec<Request>,
}

impl Library {
    /// Asks for the files of a part, all at once; first for the overview, if it must say which they are. With `anew`, past
    /// what the browser has kept.
    ///
    /// # Errors
    /// The overview doesn't name them.
    pub(in crate::view) fn ask(&self, part: &Part, anew: bool) -> Result<Asked, DataError> {
        let (part, files) = self.files(part)?;
        let requests = files.iter().map(|file| self.request(file, anew)).collect();
        Ok(Asked { part, files, requests })
    }

    /// Keeps a part that was asked for, and what must be known before it.
    ///
    /// # Errors
    /// Why the part can't be had.
    pub(in crate::view) async fn load(
        &self,
        part: &Part,
        asked: Result<Asked, DataError>,
        anew: bool,
    ) -> Result<(), DataError> {
        let first = self.receive(part, asked, anew).await;
        if let (Part::List(path), Err(DataError::Missing { .. })) = (part, &first) {
            self.0.shelf.borrow_mut().unlisted.push(path.clone());
            return Ok(());
        }
        let is_named = match part {
            Part::Overview | Part::List(_) => false,
            Part::Article(_) => self.is_packed(),
            _ => true,
        };
        if !is_named || !matches!(first, Err(DataError::Missing { .. })) {
            return first;
        }
        // The site may have been published anew since the page was opened: its files have other names then.
        let known = self.0.shelf.borrow_mut().overview.take();
        let overview = self.receive(&Part::Overview, self.ask(&Part::Overview, true), true).await;
        if overview.is_err() || self.overview().ok() == known {
            self.0.shelf.borrow_mut().overview = known;
            return first;
        }
        self.receive(part, self.ask(part, anew), anew).await
    }

    /// Keeps what was asked for, and asks on until the part itself has come.
    async fn receive(
        &self,
        part: &Part,
        mut asked: Result<Asked, DataError>,
        anew: bool,
    ) -> Result<(), DataError> {
        loop {
            let Asked { part: step, files, requests } = asked?;
            for (place, request) in requests.into_iter().enumerate() {
                let file = &files[place];
                if let Part::Find(parts) = &step {
                    let bytes = request.bytes().await?;
                    self.0.shelf.borrow_mut().finder.put(parts[place], file, &bytes)?;
                } else {
                    let text = request.text().await?;
                    self.0.shelf.borrow_mut().put(&step, place, file, &text)?;
                }
            }
            if step == *part {
                return Ok(());
            }
            asked = self.ask(part, anew);
        }
    }

    /// The part itself with its files, or the overview if they can't be named without it.
    fn files(&self, part: &Part) -> Result<(Part, Vec<String>), DataError> {
        let files = match part {
            Part::Overview => vec![OVERVIEW_PATH.to_owned()],
            Part::List(path) => vec![path.clone()],
            Part::Article(link) if !self.is_packed() => vec![format!("{link}/")],
            _ => {
                let overview = match self.overview() {
                    Ok(overview) if *part == Part::Index || overview.cards.is_some() => overview,
                    _ => return self.files(&Part::Overview),
                };
                let files = match part {
                    Part::Packs => overview.packs.clone().map(|file| vec![file]),
                    Part::Article(link) => match &self.0.shelf.borrow().packs {
                        Some(packs) => packs.holding(link).map(|file| vec![file]),
                        None => return self.files(&Part::Packs),
                    },
                    Part::Chunks(numbers) => {
                        let path = |number: &usize| Some(cards_path(*number, overview.digest(*number)?));
                        numbers.iter().map(path).collect()
                    }
                    Part::Find(parts) => {
                        let path = |part: &IndexPart| Some(part_path(&overview.find.as_ref()?.name, *part));
                        parts.iter().map(path).collect()
                    }
                    _ => Some(vec![overview.index.clone()]),
                };
                files.ok_or_else(|| DataError::Unreadable {
                    file: OVERVIEW_PATH.to_owned(),
                    message: "it names fewer files than it has articles".to_owned(),
                })?
            }
        };
        Ok((part.clone(), files))
    }

    fn request(&self, file: &str, anew: bool) -> Request {
        let pack = &self.0.shelf.borrow().pack;
        let held = (pack.0 == file).then(|| pack.1.clone()).or_else(|| self.inlined(file));
        held.map_or_else(
            || browser::request(&format!("{}{file}", self.0.root), file, anew),
            Request::Answered,
        )
    }
}
