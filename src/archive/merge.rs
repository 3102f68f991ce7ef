//! Brings a newer version of an article into the one that is there. What the newer one doesn't say stays.

use super::change::{Change, Part};
use super::key::article_key;
use crate::article::{Article, Timestamp, html};

/// What a record is to the article that it is brought into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// Its newer version: what it says counts.
    Newer,
    /// The same for one of several records that the article was made of: lists keep what the others brought.
    NewerOfMany,
    /// The same article from elsewhere: it fills gaps, and its text counts if it says more.
    Copy,
}

/// Takes over what `new` says, and returns what changed. The id stays. If `new` was changed
/// earlier than `old` by their own dates, it only fills gaps.
pub(super) fn merge(old: &mut Article, new: Article, way: Way) -> Vec<Change> {
    let same_address = article_key(old).is_some() && article_key(old) == article_key(&new);
    let url = if same_address && old.url.is_some() { None } else { new.url.clone() };
    let only_gaps = way == Way::Copy || is_older(new.modified, old.modified);
    let has_better_text = way == Way::Copy && says_more(&new, old);
    let published = new.published.filter(|new| !is_vaguer(new, old.published));
    let mut merge = Merge { only_gaps, has_better_text, unites: way != Way::Newer, changed: Vec::new() };
    merge.field("url", &mut old.url, url);
    merge.field("title", &mut old.title, new.title);
    merge.field("standfirst", &mut old.standfirst, new.standfirst);
    merge.field("authors", &mut old.authors, new.authors);
    merge.field("published", &mut old.published, published);
    merge.of_text("modified", &mut old.modified, new.modified);
    merge.field("section", &mut old.section, new.section);
    merge.list("tags", &mut old.tags, new.tags);
    merge.list("keywords", &mut old.keywords, new.keywords);
    merge.field("picture", &mut old.picture, new.picture);
    merge.of_text("body", &mut old.body, new.body);
    merge.list("related", &mut old.related, new.related);
    merge.field("publisher", &mut old.publisher, new.publisher);
    merge.field("language", &mut old.language, new.language);
    merge.field("rights", &mut old.rights, new.rights);
    let changed = merge.changed;
    if !changed.is_empty() && !only_gaps && new.provenance.is_some() {
        old.provenance = new.provenance;
    } else if let (Some(old), Some(new)) = (&mut old.provenance, new.provenance)
        && way != Way::Copy
    {
        old.page = old.page.take().or(new.page);
    }
    changed
}

/// Whether a text is the one to keep: by the dates of its last change, else by its length; what has fewer links and
/// pictures is no better for a word more.
fn says_more(new: &Article, old: &Article) -> bool {
    let date = |article: &Article| article.modified.map(|at| at.order_key());
    if let (Some(new), Some(old)) = (date(new), date(old))
        && new != old
    {
        return new > old;
    }
    let size = |article: &Article| {
        let text = article.body_text().chars().filter(|letter| !letter.is_whitespace()).count();
        (text, html::write(&article.body).chars().filter(|letter| !letter.is_whitespace()).count())
    };
    let ((new, new_markup), (old, old_markup)) = (size(new), size(old));
    new > old && new_markup.saturating_sub(new) >= old_markup.saturating_sub(old)
}

struct Merge {
    only_gaps: bool,
    has_better_text: bool,
    unites: bool,
    changed: Vec<Change>,
}

impl Merge {
    fn field<T: Value + PartialEq>(&mut self, name: &'static str, old: &mut T, new: T) {
        let is_absent = |value: &T| value.parts().is_empty();
        let wanted = !is_absent(&new) && (is_absent(old) || !self.only_gaps);
        if wanted && *old != new {
            self.changed.push(Change::of(name, old.parts(), new.parts()));
            *old = new;
        }
    }

    /// A field that belongs to the text.
    fn of_text<T: Value + PartialEq>(&mut self, name: &'static str, old: &mut T, new: T) {
        let only_gaps = self.only_gaps;
        self.only_gaps &= !self.has_better_text;
        self.field(name, old, new);
        self.only_gaps = only_gaps;
    }

    fn list<T: Part + PartialEq + Clone>(&mut self, name: &'static str, old: &mut Vec<T>, new: Vec<T>) {
        if !self.unites {
            return self.field(name, old, new);
        }
        let mut all = old.clone();
        new.into_iter().for_each(|one| {
            if !all.contains(&one) {
                all.push(one);
            }
        });
        if all.len() > old.len() {
            self.changed.push(Change::of(name, old, &all));
            *old = all;
        }
    }
}

/// The value of a field; without parts it says nothing.
trait Value {
    type Part: Part;

    fn parts(&self) -> &[Self::Part];
}

impl Value for String {
    type Part = Self;

    fn parts(&self) -> &[Self] {
        if self.is_empty() { &[] } else { std::slice::from_ref(self) }
    }
}

impl<T: Part> Value for Option<T> {
    type Part = T;

    fn parts(&self) -> &[T] {
        self.as_slice()
    }
}

impl<T: Part> Value for Vec<T> {
    type Part = T;

    fn parts(&self) -> &[T] {
        self
    }
}

fn is_older(new: Option<Timestamp>, old: Option<Timestamp>) -> bool {
    new.zip(old).is_some_and(|(new, old)| new.order_key() < old.order_key())
}

/// The same day, but without the time that is known.
fn is_vaguer(new: &Timestamp, old: Option<Timestamp>) -> bool {
    old.is_some_and(|old| new.date == old.date && new.time.is_none() && old.time.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Tag;

    fn changed(old: &mut Article, new: Article) -> Vec<&'static str> {
        merge(old, new, Way::Newer).iter().map(|change| change.field).collect()
    }

    fn article(title: &str, modified: &str) -> Article {
        Article {
            id: "1".to_owned(),
            title: title.to_owned(),
            modified: modified.parse().ok(),
            ..Article::default()
        }
    }

    #[test]
    fn what_the_newer_version_does_not_say_stays() {
        let mut old = Article { section: Some("Wires".to_owned()), ..article("A", "") };
        let new = Article { tags: vec![Tag::new("cable").unwrap()], ..article("B", "") };
        assert_eq!(changed(&mut old, new.clone()), ["title", "tags"]);
        assert_eq!(old.section.as_deref(), Some("Wires"));
        assert_eq!(changed(&mut old, new), [""; 0]);
    }

    #[test]
    fn an_older_version_only_fills_gaps() {
        let mut old = article("Corrected", "2024-02-02");
        let new = Article { section: Some("Wires".to_owned()), ..article("Wrong", "2024-01-01") };
        assert_eq!(changed(&mut old, new), ["section"]);
        assert_eq!(old.title, "Corrected");
    }

    #[test]
    fn addresses_and_dates_that_say_no_more_change_nothing() {
        let at = |url: &str, published: &str| Article {
            url: Some(url.to_owned()),
            published: published.parse().ok(),
            ..article("A", "")
        };
        let mut old = at("https://example.org/a", "2024-01-01T10:00Z");
        assert_eq!(changed(&mut old, at("http://www.example.org/a/?utm_source=x", "2024-01-01")), [""; 0]);
    }
}
