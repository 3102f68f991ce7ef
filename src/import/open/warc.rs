//! WARC files (ISO 28500) and ARC files: of a crawl's records, the pages that were answered well. Pictures, scripts, redirects and
//! requests are counted and left out.

mod arc;
mod http;
mod record;

use std::io::{BufRead, BufReader, Read};

use super::batch::Batch;
use super::{Nest, Take, Wanted, damaged, empty, pictures};
use crate::article::{Problem, ProblemCode};
use crate::import::{Reading, Source};

pub(super) fn read(source: &Source<'_>, reader: &mut dyn Read, nest: Nest<'_>, take: Take<'_>) {
    let mut reader = BufReader::with_capacity(256 * 1024, reader);
    let next = match reader.fill_buf() {
        Ok(head) if head.starts_with(b"filedesc") => arc::next,
        _ => record::next,
    };
    let mut batch = Batch::new(source, nest);
    let (mut pages, mut others) = (0_usize, 0_usize);
    loop {
        let record = match next(&mut reader, source.settings.limits.file_bytes) {
            Ok(Some(record)) => record,
            Ok(None) => break,
            Err(error) => {
                batch.flush(take);
                take(damaged(&format!("record {}", pages + others + 1), &error));
                break;
            }
        };
        if let Wanted::Pictures { bytes } = nest.wanted {
            if let Some(picture) = http::picture(&record).filter(|picture| picture.len() as u64 <= bytes) {
                take(pictures::one(record.address, picture));
            }
            continue;
        }
        match http::page(&record) {
            Some(page) => {
                pages += 1;
                batch.push(record.address, page, take);
            }
            None => others += 1,
        }
    }
    batch.flush(take);
    if pages == 0 {
        take(empty("pages"));
    }
    if others > 0 {
        let message =
            format!("{others} records that are no pages (requests, pictures, styles …) were left out");
        let problems = vec![Problem::new(ProblemCode::Simplified, "the crawl", message)];
        take(Reading { problems, ..Reading::default() });
    }
}
