//! Takes fields out of an item, and notes what is wrong with them.

use url::Url;

use super::date;
use super::field::Field;
use crate::article::html::{address, fold};
use crate::article::{Problem, ProblemCode, Timestamp};

/// An item on its way to an article.
pub(super) struct Draft<'a> {
    pub(super) place: &'a str,
    pub(super) problems: Vec<Problem>,
}

impl Draft<'_> {
    pub(super) fn note(&mut self, code: ProblemCode, field: &str, message: impl Into<String>) {
        self.problems.push(Problem::new(code, format!("{}.{field}", self.place), message));
    }

    pub(super) fn take<T>(&mut self, field: Field<T>, name: &str) -> Option<T> {
        field.take(&format!("{}.{name}", self.place), &mut self.problems)
    }

    /// Folded; `None` if nothing is left.
    pub(super) fn text(&mut self, field: Field<String>, name: &str) -> Option<String> {
        self.take(field, name).map(|text| fold(&text)).filter(|text| !text.is_empty())
    }

    /// The values of a list that can be read.
    pub(super) fn list<T>(&mut self, field: Field<Vec<Field<T>>>, name: &str) -> Vec<T> {
        let values = self.take(field, name).unwrap_or_default();
        let values = values.into_iter().enumerate();
        values.filter_map(|(nth, value)| self.take(value, &format!("{name}[{nth}]"))).collect()
    }

    /// An absolute address, resolved against `base`.
    pub(super) fn web(&mut self, text: Option<String>, base: Option<&Url>, name: &str) -> Option<String> {
        let text = text?;
        let url = address::web(&text, base).ok();
        if url.is_none() && !text.trim().is_empty() {
            let message = format!("'{}' is not a web address; left out", text.trim());
            self.note(ProblemCode::Unreadable, name, message);
        }
        url
    }

    /// A date of a feed; our own may be less exact than RFC 3339 wants.
    pub(super) fn date(&mut self, text: Option<String>, name: &str) -> Option<Timestamp> {
        date::read(text, &format!("{}.{name}", self.place), &mut self.problems)
    }
}
