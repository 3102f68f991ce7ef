//! Which lists have pages of their own.

use crate::article::{Slug, Tag};
use crate::find::{Field, Selection, Sort};

use super::{Query, Route, facet_slug};

impl Query {
    /// Where it is shown: the whole list, a tag or a section alone have pages of their own, all else a query string.
    #[must_use]
    pub fn address(&self) -> (Route, Self) {
        match self.selection.page_of_its_own(self.page) {
            Some(route) => (route, Self::default()),
            None => (Route::List(1), self.clone()),
        }
    }
}

impl Selection {
    fn page_of_its_own(&self, page: u32) -> Option<Route> {
        let Self { text, all, either, not, fields, from, to, sort } = self;
        if !text.is_empty() || !not.is_empty() || from.is_some() || to.is_some() || *sort != Sort::default() {
            return None;
        }
        if !fields[Field::Publisher].is_empty() || !fields[Field::Language].is_empty() {
            return None;
        }
        match (all.as_slice(), either.as_slice(), fields[Field::Section].as_slice()) {
            ([], [], []) => Some(Route::List(page)),
            ([tag], [], []) => Some(Route::Tag(facet_slug(tag.as_str()), page)),
            ([], [spellings], []) => Some(Route::Tag(shared_slug(spellings)?, page)),
            ([], [], [section]) => Some(Route::Section(facet_slug(section), page)),
            _ => None,
        }
    }
}

/// The slug of two tags or more that are but spellings of one.
fn shared_slug(spellings: &[Tag]) -> Option<Slug> {
    let (first, others) = spellings.split_first().filter(|(_, others)| !others.is_empty())?;
    let slug = facet_slug(first.as_str());
    others.iter().all(|tag| facet_slug(tag.as_str()) == slug).then_some(slug)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_or_a_section_alone_has_pages_of_its_own() {
        let address = |text: &str| {
            let (route, query) = Query::parse(text).0.address();
            format!("{}{query}", route.path())
        };
        assert_eq!(address("?page=2"), "/page/2/");
        assert_eq!(address("?tag=wire+services&page=3"), "/tag/wire-services/page/3/");
        assert_eq!(address("?section=World"), "/section/world/");
        assert_eq!(address("?tag=Radio,radio&page=2"), "/tag/radio/page/2/");
        for text in ["?tag=a&tag=b", "?tag=a&section=World", "?tag=a&sort=oldest", "?tag=a,", "?not=a&page=2"]
        {
            assert_eq!(address(text), format!("/{text}"));
        }
    }
}
