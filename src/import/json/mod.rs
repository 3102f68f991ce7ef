//! JSON with any field names: a list of objects, an object that holds one, or one object that is an article.

mod ghost;
mod list;
mod parts;
mod size;
mod wordpress;

use rayon::prelude::*;
use serde_json::Value;

use super::fields::{self, Named};
use super::open::Parts;
use super::{Content, Format, Head, Reading, Source, json_feed, json_lines};
use crate::archive::feed::FeedError;
use crate::article::{Record, Rejection};

pub(super) const FORMAT: Format = Format::new("json", recognises, read).in_parts(PARTS);

/// Large documents, feeds too.
pub(super) const PARTS: Parts = Parts::Stored(parts::read);

fn recognises(head: &Head) -> bool {
    head.text().starts_with(['{', '['])
}

fn read(source: &Source<'_>, content: &Content<'_>) -> Reading {
    let text = match content.text() {
        Ok(text) => text,
        Err(rejection) => return Reading::rejected("the file", rejection),
    };
    if size::values(text, size::MAX_VALUES) > size::MAX_VALUES {
        let reason = format!("it holds more than {} values", size::MAX_VALUES);
        let hint = "split it, or write it as JSON Lines, which are read some at a time";
        return Reading::rejected("the file", Rejection::new(reason, hint));
    }
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<Value>();
    let value = match values.next() {
        Some(Ok(value)) => value,
        Some(Err(error)) => {
            return Reading::rejected("the file", FeedError::from(error).into());
        }
        None => return Reading::rejected("the file", Rejection::new("the file is empty", "export it again")),
    };
    if !text[values.byte_offset()..].trim().is_empty() {
        return json_lines::read(source, content);
    }
    if json_feed::is_feed(&value) {
        return json_feed::read(source, content);
    }
    records(value, source)
}

fn records(value: Value, source: &Source<'_>) -> Reading {
    let value = ghost::joined(value);
    let Some(found) = list::find(&value, &source.settings.fields, &|_| None) else { return untold() };
    let items = found.items().par_iter().enumerate();
    Reading::of(items.map(|(nth, item)| record(found.place(nth), item, source)).collect())
}

fn untold() -> Reading {
    let hint = "name the fields, as in --map title=FIELD,body=FIELD";
    let reason = "this is JSON, but neither a feed nor a list of articles that can be told";
    Reading::rejected("the file", Rejection::new(reason, hint))
}

fn record(place: String, item: &Value, source: &Source<'_>) -> Record {
    let Value::Object(named) = item else {
        let hint = "each record is an object; correct this one and import again";
        return Record::rejected(place, Rejection::new("it is not an object", hint));
    };
    match wordpress::embedded(named) {
        Some(whole) => fields::record(place, &whole, source),
        None => fields::record(place, named, source),
    }
}

/// An object without some of its fields, and with others.
fn with(named: &Named, more: Vec<(&str, Value)>) -> Named {
    let mut named = named.clone();
    for (name, value) in more {
        named.insert(name.to_owned(), value);
    }
    named
}
