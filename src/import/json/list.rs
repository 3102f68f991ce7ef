//! Finds the articles in a JSON document: the list that most looks like one, or the document itself.

use serde_json::Value;

use crate::import::fields::{AskedFields, likeness};

/// How deep lists of articles lie.
const DEPTH: usize = 5;

/// How many items of a list are looked at.
pub(super) const LOOKED_AT: usize = 20;

/// Where the articles are.
#[derive(Debug)]
pub(super) struct Found<'a> {
    /// As people read it, `articles`, and as a JSON Pointer (RFC 6901), `/articles`; `None` if it is the document itself.
    list: Option<(String, String)>,
    items: Items<'a>,
}

#[derive(Debug)]
enum Items<'a> {
    One(&'a Value),
    Many(&'a [Value]),
}

impl<'a> Found<'a> {
    fn one(document: &'a Value) -> Self {
        Self { list: None, items: Items::One(document) }
    }

    fn many(list: &List<'a>) -> Self {
        Self { list: Some((list.path.clone(), list.pointer.clone())), items: Items::Many(list.items) }
    }

    /// Where the list is, as a JSON Pointer; `None` if there is none.
    pub(super) fn list(&self) -> Option<&str> {
        self.list.as_ref().map(|(_, pointer)| pointer.as_str())
    }

    /// The place of an item: `articles[3]`.
    pub(super) fn place(&self, nth: usize) -> String {
        self.list.as_ref().map_or_else(|| "the file".to_owned(), |(path, _)| format!("{path}[{nth}]"))
    }

    /// All of them.
    pub(super) fn items(&self) -> &'a [Value] {
        match self.items {
            Items::One(item) => std::slice::from_ref(item),
            Items::Many(items) => items,
        }
    }
}

/// A list in a document.
struct List<'a> {
    path: String,
    pointer: String,
    items: &'a [Value],
}

/// How long the list at a JSON Pointer is, if the document has not all of its items.
pub(super) type Length<'a> = &'a dyn Fn(&str) -> Option<usize>;

/// The document, if it is an article; else the longest list in it whose items mostly are, those before that have both
/// a headline and a text. An empty list is found if there is nothing else.
pub(super) fn find<'a>(document: &'a Value, asked: &AskedFields, length: Length<'_>) -> Option<Found<'a>> {
    if document.as_object().is_some_and(|named| likeness(named, asked) == 2) {
        return Some(Found::one(document));
    }
    let mut lists = Vec::new();
    let document_is = List { path: String::new(), pointer: String::new(), items: &[] };
    collect(document, document_is, DEPTH, &mut lists);
    for wanted in [2, 1] {
        let fitting = lists.iter().filter(|list| articles(list.items, asked, wanted));
        let length = |list: &&List<'_>| length(&list.pointer).unwrap_or(list.items.len());
        if let Some(list) = fitting.min_by_key(|list| std::cmp::Reverse(length(list))) {
            return Some(Found::many(list));
        }
        if document.as_object().is_some_and(|named| likeness(named, asked) == wanted) {
            return Some(Found::one(document));
        }
    }
    let empty = lists.first().filter(|list| list.pointer.is_empty() && list.items.is_empty());
    empty.map(Found::many)
}

/// A step on the way to a value, as a JSON Pointer has it.
pub(super) fn step(pointer: &str, name: &str) -> String {
    format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1"))
}

fn collect<'a>(value: &'a Value, at: List<'a>, depth: usize, lists: &mut Vec<List<'a>>) {
    if depth == 0 {
        return;
    }
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let path = if at.path.is_empty() { name.clone() } else { format!("{}.{name}", at.path) };
                let at = List { path, pointer: step(&at.pointer, name), items: &[] };
                collect(value, at, depth - 1, lists);
            }
        }
        Value::Array(items) => {
            // What lies in the articles of a list are no lists of articles, but one of one object may be a wrapper.
            let inner = List { path: format!("{}[0]", at.path), pointer: step(&at.pointer, "0"), items: &[] };
            lists.push(List { items, ..at });
            if let [only] = items.as_slice() {
                collect(only, inner, depth - 1, lists);
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
