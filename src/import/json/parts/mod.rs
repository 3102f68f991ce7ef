//! Large documents, read twice: first what they look like, with the long lists in them cut; then the articles of the
//! list that was chosen, some at a time.

mod feed;
mod items;
mod sketch;

use std::borrow::Cow;
use std::io::{self, BufReader, SeekFrom};

use rayon::prelude::*;
use serde_json::Value;

use super::ghost::Names;
use super::{ghost, list, record, untold};
use crate::archive::feed::FeedError;
use crate::article::{Problem, ProblemCode, Record, Rejection};
use crate::import::open::{Store, Take, damaged, read_lines, read_whole, too_long};
use crate::import::{Content, Format, Reading, Source, finished, json_feed, json_lines};
use items::{Item, Items};
use sketch::{Fault, Sketch};

pub(in crate::import) fn read(format: Format, source: &Source<'_>, store: &mut dyn Store, take: Take<'_>) {
    if let Err(error) = documents(format, source, store, take) {
        take(damaged("the file", &error));
    }
}

fn documents(format: Format, source: &Source<'_>, store: &mut dyn Store, take: Take<'_>) -> io::Result<()> {
    let start = sketch::start(store)?;
    let room = source.settings.limits.record_bytes.saturating_mul(4);
    let sketch = match sketch::read(BufReader::with_capacity(256 << 10, &mut *store), start, room) {
        Ok(sketch) => sketch,
        Err(Fault::Io(error)) => return Err(error),
        Err(Fault::Json(error)) => {
            let rejection = FeedError::from(error).into();
            take(finished(format, source, Reading::rejected("the file", rejection)));
            return Ok(());
        }
        Err(Fault::Large) => {
            let reason = "it holds too much beside lists of articles to be told from them";
            let hint = "write it as JSON Lines, or allow more with --limit-record";
            take(finished(format, source, Reading::rejected("the file", Rejection::new(reason, hint))));
            return Ok(());
        }
    };
    if sketch.goes_on {
        store.seek(SeekFrom::Start(0))?;
        read_lines(json_lines::FORMAT, source, store, take);
        return Ok(());
    }
    if json_feed::is_feed(&sketch.document) || format.name() == json_feed::FORMAT.name() {
        return feed::read(format, source, &sketch, store, take);
    }
    records(format, source, &sketch, store, take)
}

fn records(
    format: Format,
    source: &Source<'_>,
    sketch: &Sketch,
    store: &mut dyn Store,
    take: Take<'_>,
) -> io::Result<()> {
    let mut names: Option<Names> = None;
    let mut document = sketch.document.clone();
    let mut above = String::new();
    if let Some(data) = ghost::data(&document) {
        let names = names.insert(Names::default());
        for table in ghost::TABLES {
            if let Some(list) = sketch.list(&format!("{data}/{table}")) {
                for row in Items::of(store, list)?.up_to(source.settings.limits.record_bytes) {
                    if let Ok((row, _)) = value(row?, source) {
                        names.note(table, &row);
                    }
                }
            }
        }
        document = ghost::posts(document.pointer_mut(data).map(Value::take).unwrap_or_default());
        above = data.to_owned();
    }
    let count = |pointer: &str| sketch.list(&format!("{above}{pointer}")).map(|list| list.count);
    let Some(found) = list::find(&document, &source.settings.fields, &count) else {
        take(finished(format, source, untold()));
        return Ok(());
    };
    let Some(list) = found.list().and_then(|pointer| sketch.list(&format!("{above}{pointer}"))) else {
        return one(format, source, store, take);
    };
    batches(source, store, list, &mut |first, items| {
        let items = items.into_par_iter().enumerate();
        let of = |(nth, item)| {
            let place = found.place(first + nth);
            match value(item, source) {
                Ok((value, problem)) => {
                    let value = match &names {
                        Some(names) => names.joined(value),
                        None => value,
                    };
                    let mut record = record(place, &value, source);
                    record.problems.extend(
                        problem.map(|what| Problem::new(ProblemCode::Unreadable, record.place.clone(), what)),
                    );
                    record
                }
                Err(rejection) => Record::rejected(place, rejection),
            }
        };
        take(finished(format, source, Reading::of(items.map(of).collect())));
    })
}

/// How much is read before it is made articles.
const BYTES: usize = 8 << 20;

/// How many items are made articles at once.
const COUNT: usize = 4_000;

/// Hands on the items of a list, some at a time, each with the number of the first.
fn batches(
    source: &Source<'_>,
    store: &mut dyn Store,
    list: sketch::List,
    then: &mut dyn FnMut(usize, Vec<Item>),
) -> io::Result<()> {
    let (mut first, mut bytes, mut batch) = (0, 0, Vec::new());
    for item in Items::of(store, list)?.up_to(source.settings.limits.record_bytes) {
        let item = item?;
        bytes += item.as_ref().map_or(0, Vec::len);
        batch.push(item);
        if bytes > BYTES || batch.len() >= COUNT {
            let items = std::mem::take(&mut batch);
            let count = items.len();
            then(first, items);
            (first, bytes) = (first + count, 0);
        }
    }
    if !batch.is_empty() || first == 0 {
        then(first, batch);
    }
    Ok(())
}

/// What an item says, and what was lost on the way.
fn value(item: Item, source: &Source<'_>) -> Result<(Value, Option<&'static str>), Rejection> {
    let bytes = item.ok_or_else(|| too_long(source, "item"))?;
    let text: Cow<'_, str> = String::from_utf8_lossy(&bytes);
    let problem =
        matches!(text, Cow::Owned(_)).then_some("characters that are not UTF-8 were replaced by '\u{fffd}'");
    let hint = "correct this item and import again";
    let value = serde_json::from_str(&text)
        .map_err(|error| Rejection::new(format!("the item is not JSON: {error}"), hint))?;
    Ok((value, problem))
}

/// A document that is an article itself.
fn one(format: Format, source: &Source<'_>, store: &mut dyn Store, take: Take<'_>) -> io::Result<()> {
    store.seek(SeekFrom::Start(0))?;
    let limit = source.settings.limits.record_bytes;
    let reading = match read_whole(store, limit) {
        Ok(bytes) => super::read(source, &Content::new(&bytes)),
        Err(error) if error.kind() == io::ErrorKind::FileTooLarge => {
            Reading::rejected("the file", too_long(source, "article"))
        }
        Err(error) => return Err(error),
    };
    take(finished(format, source, reading));
    Ok(())
}
