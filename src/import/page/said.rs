//! What a page says of itself: fields with their values and where each was found, the most trusted first.

use url::Url;

/// Values in the order of trust.
#[derive(Debug, Default)]
pub(super) struct Said {
    values: Vec<(&'static str, String, String)>,
}

impl Said {
    /// Adds a value, unless it says nothing.
    pub(super) fn add(&mut self, field: &'static str, text: &str, from: &str) {
        // Open Graph has the address of a profile for an author.
        let is_profile = field == "author" && text.trim_start().starts_with("http");
        if !text.trim().is_empty() && !is_profile {
            self.values.push((field, text.trim().to_owned(), from.to_owned()));
        }
    }

    /// Adds what is trusted less.
    pub(super) fn extend(&mut self, other: Self) {
        self.values.extend(other.values);
    }

    /// All values of a field, with where they were found.
    pub(super) fn all<'s>(&'s self, field: &'s str) -> impl Iterator<Item = (&'s str, &'s str)> {
        let of_field = self.values.iter().filter(move |(name, _, _)| *name == field);
        of_field.map(|(_, text, from)| (text.as_str(), from.as_str()))
    }

    /// The most trusted value.
    pub(super) fn first<'s>(&'s self, field: &'s str) -> Option<(&'s str, &'s str)> {
        self.all(field).next()
    }

    /// Where the most trusted value was found.
    pub(super) fn from<'s>(&'s self, field: &'s str) -> Option<&'s str> {
        self.first(field).map(|(_, from)| from)
    }

    /// The values that were found in the same place.
    pub(super) fn same<'s>(&'s self, field: &'s str, place: &'s str) -> impl Iterator<Item = &'s str> {
        self.all(field).filter(move |(_, from)| *from == place).map(|(text, _)| text)
    }

    /// The first absolute address of the page.
    pub(super) fn address(&self) -> Option<Url> {
        let urls = self.all("address").filter_map(|(text, _)| Url::parse(text).ok());
        urls.into_iter().find(|url| matches!(url.scheme(), "http" | "https"))
    }
}
