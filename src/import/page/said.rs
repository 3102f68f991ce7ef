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

    /// The first address of the page that is absolute, or is once it is resolved against the one it was `served` from.
    pub(super) fn address(&self, served: Option<&Url>) -> Option<Url> {
        let own = self.all("address").filter(|(_, from)| served.is_none() || *from != "base");
        let mut urls = own.filter_map(|(text, _)| resolved(text, served));
        urls.find(|url| matches!(url.scheme(), "http" | "https"))
    }

    /// What its links are relative to, if it lies at `address`.
    pub(super) fn base(&self, address: Option<&Url>) -> Option<Url> {
        let named = self.same("address", "base").next().and_then(|text| resolved(text, address));
        named.or_else(|| address.cloned())
    }
}

fn resolved(text: &str, base: Option<&Url>) -> Option<Url> {
    Url::options().base_url(base).parse(text).ok()
}
