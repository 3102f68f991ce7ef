//! Large JSON Feeds, some items at a time.

use std::io;

use serde_json::json;

use super::{batches, sketch::Sketch};
use crate::archive::feed;
use crate::import::open::{Store, Take};
use crate::import::{Format, Reading, Source, finished, json_feed};

pub(super) fn read(
    format: Format,
    source: &Source<'_>,
    sketch: &Sketch,
    store: &mut dyn Store,
    take: Take<'_>,
) -> io::Result<()> {
    let mut document = sketch.document.clone();
    if let Some(items) = document.get_mut("items").filter(|items| items.is_array()) {
        *items = json!([]);
    }
    let (mut feed, problems) = match feed::open(source.name(), document.to_string().as_bytes()) {
        Ok(opened) => opened,
        Err(error) => {
            take(finished(format, source, Reading::rejected("the file", error.into())));
            return Ok(());
        }
    };
    take(Reading { format: format.name(), about: feed.head.clone(), problems, ..Reading::default() });
    let Some(list) = sketch.list("/items") else { return Ok(()) };
    batches(source, store, list, &mut |first, items| {
        let mut records = feed.take(first, items);
        if !feed.is_ours {
            json_feed::resolve_all(&mut records);
        }
        take(finished(format, source, Reading::of(records)));
    })
}
