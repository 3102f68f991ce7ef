//! What a document looks like: all of it, but of each list the first items only, and where the lists begin.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::fmt;
use std::io::{self, Read, SeekFrom};

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use crate::import::json::list::{LOOKED_AT, step};
use crate::import::open::Store;

/// What a value takes in memory beside its letters, in bytes.
const VALUE: u64 = 64;

/// How many letters of a text in an item of a list are kept: what it says doesn't matter.
const TEXT: usize = 64;

/// A document with its lists cut.
#[derive(Debug)]
pub(super) struct Sketch {
    pub(super) document: Value,
    lists: HashMap<String, List>,
    /// Something stands after it.
    pub(super) goes_on: bool,
}

/// A list as it lies in the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct List {
    /// Where what follows its bracket is, in bytes.
    pub(super) start: u64,
    /// How many items it has.
    pub(super) count: usize,
}

/// Why there is no sketch.
#[derive(Debug)]
pub(super) enum Fault {
    Io(io::Error),
    Json(serde_json::Error),
    /// The sketch itself would be too large.
    Large,
}

impl Sketch {
    /// The list at a JSON Pointer.
    pub(super) fn list(&self, pointer: &str) -> Option<List> {
        self.lists.get(pointer).copied()
    }
}

/// Goes to where the document begins, behind a byte order mark.
pub(super) fn start(store: &mut dyn Store) -> io::Result<u64> {
    let mut mark = Vec::new();
    store.seek(SeekFrom::Start(0))?;
    store.take(3).read_to_end(&mut mark)?;
    store.seek(SeekFrom::Start(if mark == b"\xef\xbb\xbf" { 3 } else { 0 }))
}

/// Reads a document to its end. It begins at `start`, and what is kept of it may take `room` bytes.
pub(super) fn read(reader: impl Read, start: u64, room: u64) -> Result<Sketch, Fault> {
    let at = Cell::new(start);
    let seen = Seen { kept: at.clone(), at, longest: room, room: Cell::new(room), ..Seen::default() };
    let mut document = serde_json::Deserializer::from_reader(Counted { inner: reader, seen: &seen });
    let result = At { pointer: String::new(), is_in_list: false, seen: &seen }.deserialize(&mut document);
    let goes_on = result.is_ok() && document.end().is_err_and(|error| !error.is_io());
    match result {
        _ if seen.is_full.get() => Err(Fault::Large),
        Ok(document) => Ok(Sketch { document, lists: seen.lists.into_inner(), goes_on }),
        Err(error) if error.is_io() => Err(Fault::Io(error.into())),
        Err(error) => Err(Fault::Json(error)),
    }
}

/// What was seen so far.
#[derive(Debug, Default)]
struct Seen {
    at: Cell<u64>,
    /// Where the last value was that is kept; what follows is held by the parser.
    kept: Cell<u64>,
    longest: u64,
    is_passing: Cell<bool>,
    room: Cell<u64>,
    is_full: Cell<bool>,
    lists: RefCell<HashMap<String, List>>,
}

impl Seen {
    fn keep<E: Error>(&self, bytes: usize) -> Result<(), E> {
        let left = self.room.get().checked_sub(VALUE + bytes as u64);
        self.is_full.set(left.is_none());
        self.kept.set(self.at.get());
        left.map(|left| self.room.set(left)).ok_or_else(|| E::custom("too large"))
    }
}

/// A value, where it stands.
#[derive(Debug, Clone)]
struct At<'a> {
    pointer: String,
    is_in_list: bool,
    seen: &'a Seen,
}

impl<'de> DeserializeSeed<'de> for At<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for At<'_> {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        self.seen.keep(0).map(|()| Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        self.seen.keep(0).map(|()| value.into())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        self.seen.keep(0).map(|()| value.into())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        self.seen.keep(0).map(|()| value.into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        self.seen.keep(0).map(|()| value.into())
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        let end = value.char_indices().nth(TEXT).filter(|_| self.is_in_list);
        let value = end.map_or(value, |(end, _)| &value[..end]);
        self.seen.keep(value.len()).map(|()| value.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut fields = Map::new();
        while let Some(name) = map.next_key::<String>()? {
            self.seen.keep(name.len())?;
            let at = At { pointer: step(&self.pointer, &name), ..self };
            let value = map.next_value_seed(at)?;
            fields.insert(name, value);
        }
        Ok(Value::Object(fields))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        // The bracket was the last byte that was read.
        let start = self.seen.at.get();
        self.seen.keep(self.pointer.len())?;
        let mut items = Vec::new();
        while items.len() < LOOKED_AT {
            let pointer = step(&self.pointer, &items.len().to_string());
            let at = At { pointer, is_in_list: true, seen: self.seen };
            let Some(item) = seq.next_element_seed(at)? else { break };
            items.push(item);
        }
        let mut count = items.len();
        if count == LOOKED_AT {
            self.seen.is_passing.set(true);
            while seq.next_element::<IgnoredAny>()?.is_some() {
                count += 1;
            }
            self.seen.is_passing.set(false);
            self.seen.kept.set(self.seen.at.get());
        }
        self.seen.lists.borrow_mut().insert(self.pointer, List { start, count });
        Ok(Value::Array(items))
    }
}

/// A reader that knows how far it came. It is asked for one byte after the other.
struct Counted<'a, R> {
    inner: R,
    seen: &'a Seen,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        let at = self.seen.at.get() + count as u64;
        self.seen.at.set(at);
        if !self.seen.is_passing.get() && at - self.seen.kept.get() > self.seen.longest {
            self.seen.is_full.set(true);
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        Ok(count)
    }
}
