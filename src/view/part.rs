//! The parts that an archive is fetched in, and how their texts are read.

use crate::find::{Index, IndexError, IndexPart, PartFault, Shelf, unseal};
use crate::site::{ArticlePage, DataError, ListPage, Page, PageData, page_json, read};

/// A part of the archive that can be fetched by itself.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// `data/site.json`.
    Overview,
    /// The head of the index; its name is in the overview.
    Index,
    /// The list of packs; its name is in the overview's file.
    Packs,
    /// Files of cards, from 0; their names are told from the overview's file.
    Chunks(Vec<usize>),
    /// Parts of the index; its name is in the overview's file.
    Find(Vec<IndexPart>),
    /// The page of a tag or a section, by its path below the site's root.
    List(String),
    /// An article, read from its page or from the pack that their list tells.
    Article(String),
}

/// The head of the index, which contradicts itself nowhere.
pub(crate) fn read_index(file: &str, text: &str) -> Result<Index, DataError> {
    let index: Index = read(file, text)?;
    let unreadable =
        |error: IndexError| DataError::Unreadable { file: file.to_owned(), message: error.to_string() };
    index.check().map_err(unreadable)?;
    Ok(index)
}

/// Puts a file of the index on a shelf.
pub(crate) fn shelve(shelf: &mut Shelf, part: IndexPart, file: &str, bytes: &[u8]) -> Result<(), DataError> {
    let content = unseal(&shelf.catalog().name, bytes);
    content.and_then(|content| shelf.put(part, content)).map_err(|fault| damaged(file, fault))
}

/// What is said of a file that can't be used.
pub(crate) fn damaged(file: &str, fault: PartFault) -> DataError {
    DataError::Unreadable { file: file.to_owned(), message: fault.to_string() }
}

/// The list of one tag or section at `path`, of its page.
pub(crate) fn read_list(path: &str, file: &str, text: &str) -> Result<ListPage, DataError> {
    let missing = || DataError::Missing { file: file.to_owned(), status: 404 };
    match read::<PageData>(file, page_json(text).ok_or_else(missing)?)?.page {
        Page::List(list) if list.route().path().trim_matches('/') == path.trim_matches('/') => Ok(*list),
        _ => Err(missing()),
    }
}

/// The article at `link`, of its page, its data alone, or a pack, where each has a line; a host may answer with another page.
pub(crate) fn read_article(link: &str, file: &str, text: &str) -> Result<ArticlePage, DataError> {
    let key = format!("\"{link}\":");
    let packed = text.lines().find_map(|line| line.get(1..)?.strip_prefix(&*key));
    let data = packed.or_else(|| if text.starts_with('{') { Some(text) } else { page_json(text) });
    let json = data.ok_or_else(|| DataError::Unreadable {
        file: file.to_owned(),
        message: "the page carries no article".to_owned(),
    })?;
    match read::<PageData>(file, json)?.page {
        Page::Article(article) if article.link.to_string() == link => Ok(*article),
        _ => Err(DataError::Missing { file: file.to_owned(), status: 404 }),
    }
}
