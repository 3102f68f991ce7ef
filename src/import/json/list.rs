//! Finds the articles in a JSON document: the list that most looks like one, or the document itself.

use serde_json::Value;

use crate::import::fields::{AskedFields, likeness};

/// How deep lists of articles lie.
const DEPTH: usize = 5;

/// How many items of a list are looked at.
const LOOKED_AT: usize = 20;

/// Where the articles are.
pub(super) struct Found<'a> {
    path: String,
    items: Items<'a>,
}

enum Items<'a> {
    One(&'a Value),
    Many(&'a [Value]),
}

impl<'a> Found<'a> {
    /// Each with its place: `articles[3]`.
    pub(super) fn into_items(self) -> Vec<(String, &'a Value)> {
        match self.items {
            Items::One(item) => vec![("the file".to_owned(), item)],
            Items::Many(items) => {
                items.iter().enumerate().map(|(nth, item)| (format!("{}[{nth}]", self.path), item)).collect()
            }
        }
    }
}

/// The document, if it is an article; else the longest list in it whose items mostly are, those before that have both
/// a headline and a text. An empty list is found if there is nothing else.
pub(super) fn find<'a>(document: &'a Value, asked: &AskedFields) -> Option<Found<'a>> {
    if document.as_object().is_some_and(|named| likeness(named, asked) == 2) {
        return Some(Found { path: String::new(), items: Items::One(document) });
    }
    let mut lists = Vec::new();
    collect(document, String::new(), DEPTH, &mut lists);
    for wanted in [2, 1] {
        let fitting = lists.iter().filter(|(_, items)| articles(items, asked, wanted));
        if let Some((path, items)) = fitting.min_by_key(|(_, items)| std::cmp::Reverse(items.len())) {
            return Some(Found { path: path.clone(), items: Items::Many(items) });
        }
        if document.as_object().is_some_and(|named| likeness(named, asked) == wanted) {
            return Some(Found { path: String::new(), items: Items::One(document) });
        }
    }
    let empty = document.as_array().filter(|items| items.is_empty());
    empty.map(|items| Found { path: String::new(), items: Items::Many(items) })
}

fn collect<'a>(value: &'a Value, path: String, depth: usize, lists: &mut Vec<(String, &'a [Value])>) {
    if depth == 0 {
        return;
    }
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                collect(value, path, depth - 1, lists);
            }
        }
        Value::Array(items) => {
            lists.push((path.clone(), items));
            // What lies in the articles of a list are no lists of articles, but one of one object may be a wrapper.
            if let [only] = items.as_slice() {
                collect(only, format!("{path}[0]"), depth - 1, lists);
            }
        }
        _ => {}
    }
}

fn articles(items: &[Value], asked: &AskedFields, wanted: usize) -> bool {
    let looked_at = &items[..items.len().min(LOOKED_AT)];
    let is_like = |item: &&Value| item.as_object().is_some_and(|named| likeness(named, asked) >= wanted);
    let like = looked_at.iter().filter(is_like).count();
    like > 0 && like * 2 >= looked_at.len()
}
