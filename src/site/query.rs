//! The query string of a list: `?tag=a&tag=b` (both), `tag=a,b` (either), `not=c`, `section=`,
//! `publisher=`, `language=`, `from=`, `to=`, `q=`, `sort=`, `page=`.

use crate::article::Tag;
use crate::find::text::Decompose;
use crate::find::{Field, Index, PartialDate, Selection, Sort};

use super::QueryProblem;
use super::query_value::{decode, encode};

/// What a URL asks of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// Which articles, in which order.
    pub selection: Selection,
    /// From 1.
    pub page: u32,
}

impl Default for Query {
    fn default() -> Self {
        Self { selection: Selection::default(), page: 1 }
    }
}

impl Query {
    /// Reads a query string, with or without its `?`. Parameters that are not ours are passed over.
    #[must_use]
    pub fn parse(text: &str) -> (Self, Vec<QueryProblem>) {
        let mut query = Self::default();
        let mut problems = Vec::new();
        let mut sort = None;
        for pair in text.trim_start_matches('?').split('&') {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            match name {
                "sort" => sort = sort_of(value, &mut problems).or(sort),
                _ => query.set(name, value, &mut problems),
            }
        }
        query.selection.sort = match sort {
            Some(Sort::Best) | None => query.selection.usual_sort(),
            Some(sort) => sort,
        };
        (query, problems)
    }

    fn set(&mut self, name: &str, value: &str, problems: &mut Vec<QueryProblem>) {
        let selection = &mut self.selection;
        match name {
            "tag" => match tags(value).as_slice() {
                [] => {}
                [tag] if !value.contains(',') => push_new(&mut selection.all, tag.clone()),
                group => push_new(&mut selection.either, group.to_vec()),
            },
            "not" => tags(value).into_iter().for_each(|tag| push_new(&mut selection.not, tag)),
            "from" => selection.from = date("from", value, problems),
            "to" => selection.to = date("to", value, problems),
            "q" => selection.text = decode(value),
            "page" => match value.parse() {
                Ok(page) if page >= 1 => self.page = page,
                _ => problems.push(QueryProblem::BadPage(decode(value))),
            },
            _ => {
                let Some(field) = Field::named(name) else { return };
                let values = value.split(',').map(decode).filter(|value| !value.is_empty());
                values.for_each(|value| push_new(&mut selection.fields[field], value));
            }
        }
    }

    /// What an index can answer of it, in the archive's own spelling.
    #[must_use]
    pub fn known_to(self, index: &Index, decompose: Decompose) -> (Self, Vec<QueryProblem>) {
        let selection = index.respelled(self.selection, decompose);
        Self { selection, ..self }.known(|tag| index.has_tag(tag), |field, value| index.has(field, value))
    }

    /// Leaves out the tags and the values of fields that `has_tag` and `has` don't know. A comma that came encoded, as some
    /// programs do with whole addresses, still parts tags that are known.
    fn known(
        mut self,
        has_tag: impl Fn(&Tag) -> bool,
        has: impl Fn(Field, &str) -> bool,
    ) -> (Self, Vec<QueryProblem>) {
        let mut problems = Vec::new();
        let selection = &mut self.selection;
        let mut keep = |tag: &Tag| {
            let known = has_tag(tag);
            if !known {
                problems.push(QueryProblem::UnknownTag(tag.to_string()));
            }
            known
        };
        for tag in std::mem::take(&mut selection.all) {
            match parts(&tag).filter(|parts| !has_tag(&tag) && parts.iter().all(&has_tag)) {
                Some(group) => selection.either.push(group),
                None if keep(&tag) => selection.all.push(tag),
                None => {}
            }
        }
        selection.not.retain(&mut keep);
        selection.either.iter_mut().for_each(|group| group.retain(&mut keep));
        selection.either.retain(|group| !group.is_empty());
        for field in Field::ALL {
            selection.fields[field].retain(|value| {
                let known = has(field, value);
                if !known {
                    problems.push(QueryProblem::Unknown(field.name(), value.clone()));
                }
                known
            });
        }
        (self, problems)
    }

    /// The same selection, first page.
    #[must_use]
    pub fn of(selection: Selection) -> Self {
        Self { selection, page: 1 }
    }
}

/// The query string with its `?`; empty if nothing is asked.
impl std::fmt::Display for Query {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let selection = &self.selection;
        let mut pairs: Vec<(&str, String)> = Vec::new();
        pairs.extend((!selection.text.is_empty()).then(|| ("q", encode(&selection.text))));
        pairs.extend(selection.all.iter().map(|tag| ("tag", encode(tag.as_str()))));
        pairs.extend(selection.either.iter().map(|group| ("tag", either(group))));
        pairs.extend(selection.not.iter().map(|tag| ("not", encode(tag.as_str()))));
        for field in Field::ALL {
            let values = selection.fields[field].iter();
            pairs.extend(values.map(|value| (field.name(), encode(value))));
        }
        pairs.extend(selection.from.map(|date| ("from", date.to_string())));
        pairs.extend(selection.to.map(|date| ("to", date.to_string())));
        let sort = match selection.sort {
            Sort::Newest => "newest",
            Sort::Oldest => "oldest",
            Sort::Best => "best",
        };
        pairs.extend((selection.sort != selection.usual_sort()).then(|| ("sort", sort.to_owned())));
        pairs.extend((self.page > 1).then(|| ("page", self.page.to_string())));
        for (number, (name, value)) in pairs.iter().enumerate() {
            write!(f, "{}{name}={value}", if number == 0 { '?' } else { '&' })?;
        }
        Ok(())
    }
}

/// A group of one keeps a comma, so that it stays a group.
fn either(group: &[Tag]) -> String {
    let tags: Vec<String> = group.iter().map(|tag| encode(tag.as_str())).collect();
    if tags.len() == 1 { format!("{},", tags[0]) } else { tags.join(",") }
}

fn tags(value: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    value.split(',').filter_map(|part| Tag::new(&decode(part))).for_each(|tag| push_new(&mut tags, tag));
    tags
}

fn parts(tag: &Tag) -> Option<Vec<Tag>> {
    let parts: Vec<Tag> = tag.as_str().split(',').filter_map(Tag::new).collect();
    (parts.len() > 1).then_some(parts)
}

fn date(name: &'static str, value: &str, problems: &mut Vec<QueryProblem>) -> Option<PartialDate> {
    let value = decode(value);
    if value.is_empty() {
        return None;
    }
    let date = PartialDate::parse(&value);
    if date.is_none() {
        problems.push(QueryProblem::BadDate { name, value });
    }
    date
}

fn sort_of(value: &str, problems: &mut Vec<QueryProblem>) -> Option<Sort> {
    match value {
        "newest" => Some(Sort::Newest),
        "oldest" => Some(Sort::Oldest),
        "best" => Some(Sort::Best),
        "" => None,
        _ => {
            problems.push(QueryProblem::BadSort(decode(value)));
            None
        }
    }
}

fn push_new<T: PartialEq>(list: &mut Vec<T>, value: T) {
    if !list.contains(&value) {
        list.push(value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(text: &str) -> Tag {
        Tag::new(text).unwrap()
    }

    #[test]
    fn the_grammar_of_the_architecture() {
        let (query, problems) =
            Query::parse("?tag=a&tag=b&tag=c,d&not=e&section=World&from=1850&to=1860-05&sort=oldest&page=3");
        assert_eq!(problems, []);
        assert_eq!(query.selection.all, [tag("a"), tag("b")]);
        assert_eq!(query.selection.either, [vec![tag("c"), tag("d")]]);
        assert_eq!(query.selection.not, [tag("e")]);
        assert_eq!(query.page, 3);
        assert_eq!(
            query.to_string(),
            "?tag=a&tag=b&tag=c,d&not=e&section=World&from=1850&to=1860-05&sort=oldest&page=3"
        );
        assert_eq!(Query::parse("").0.to_string(), "");
    }

    #[test]
    fn what_is_typed_has_an_order_of_its_own() {
        for text in ["?q=night+cable&sort=oldest", "?q=%22a%26b%22%20-c&tag=d", "?q=cable&sort=newest&page=2"]
        {
            let (query, problems) = Query::parse(text);
            assert_eq!(problems, []);
            assert_eq!(query.to_string(), text.replace('+', "%20"));
        }
        assert_eq!(Query::parse("?q=cable").0.selection.sort, Sort::Best);
        assert_eq!(Query::parse("?sort=best").0.to_string(), "");
        assert_eq!(Query::parse("?q=cable&sort=oldest&sort=").0.selection.sort, Sort::Oldest);
    }

    #[test]
    fn odd_tags_survive() {
        for odd in [
            "rock ’n’ roll",
            "it's",
            "a,b",
            "R&D",
            "C#",
            "C++",
            "24/7",
            "100%",
            "Köln",
            "Москва",
            "日本",
            "🦅 birds",
            "a=b?c",
            "[x]",
            "\"q\"",
        ] {
            let query = Query::of(Selection {
                all: vec![tag(odd)],
                either: vec![vec![tag(odd), tag("z")], vec![tag(odd)]],
                not: vec![tag(odd)],
                ..Selection::default()
            });
            let text = query.to_string();
            assert_eq!(Query::parse(&text), (query, vec![]), "{text}");
        }
    }

    #[test]
    fn what_is_wrong_is_said_and_the_rest_followed() {
        let (query, problems) = Query::parse("tag=a&from=soon&page=-1&sort=upwards&utm_source=x");
        assert_eq!(query.selection.all, [tag("a")]);
        assert_eq!(problems.len(), 3);
        let (query, problems) =
            Query::parse("tag=a&tag=zzz&not=yyy&section=S").0.known(|t| t.as_str() == "a", |_, _| false);
        assert_eq!(query.selection, Selection { all: vec![tag("a")], ..Selection::default() });
        assert_eq!(problems.len(), 3);
    }

    #[test]
    fn an_encoded_comma_parts_known_tags_only() {
        let known = |t: &Tag| ["a", "b", "x, y"].contains(&t.as_str());
        let (query, problems) = Query::parse("tag=a%2Cb&tag=x%2C%20y").0.known(known, |_, _| true);
        assert_eq!(problems, []);
        assert_eq!(query.selection.either, [vec![tag("a"), tag("b")]]);
        assert_eq!(query.selection.all, [tag("x, y")]);
    }
}
