//! The items of a list in a document that is known to be JSON, one after the other, as they stand there.

use std::io::{self, BufRead, BufReader, ErrorKind, SeekFrom};

use super::sketch::List;
use crate::import::open::Store;

/// As it stands in the document; `None` if it is longer than it may be.
pub(super) type Item = Option<Vec<u8>>;

/// The items of a list.
pub(super) struct Items<'a> {
    reader: BufReader<&'a mut dyn Store>,
    limit: u64,
    is_done: bool,
}

impl<'a> Items<'a> {
    pub(super) fn of(store: &'a mut dyn Store, list: List) -> io::Result<Self> {
        store.seek(SeekFrom::Start(list.start))?;
        Ok(Self { reader: BufReader::with_capacity(256 << 10, store), limit: u64::MAX, is_done: false })
    }

    /// Of what is longer nothing is held.
    pub(super) fn up_to(self, limit: u64) -> Self {
        Self { limit, ..self }
    }

    fn item(&mut self) -> io::Result<Option<Item>> {
        loop {
            let first = self.reader.fill_buf()?.first().copied();
            match first {
                Some(b' ' | b'\n' | b'\r' | b'\t' | b',') => self.reader.consume(1),
                Some(b']') => return Ok(None),
                Some(_) => break,
                None => return Err(ErrorKind::UnexpectedEof.into()),
            }
        }
        let mut item = Some(Vec::new());
        let mut way = Way::default();
        loop {
            let buffer = self.reader.fill_buf()?;
            if buffer.is_empty() {
                return Err(ErrorKind::UnexpectedEof.into());
            }
            let end = buffer.iter().position(|byte| way.is_end(*byte));
            let part = &buffer[..end.unwrap_or(buffer.len())];
            item = item.filter(|item| (item.len() + part.len()) as u64 <= self.limit);
            item.iter_mut().for_each(|item| item.extend_from_slice(part));
            let length = part.len();
            self.reader.consume(length);
            if end.is_some() {
                return Ok(Some(item));
            }
        }
    }
}

impl Iterator for Items<'_> {
    type Item = io::Result<Item>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.is_done {
            return None;
        }
        let item = self.item().transpose();
        self.is_done = !matches!(item, Some(Ok(_)));
        item
    }
}

/// Where in an item a byte stands.
#[derive(Debug, Default)]
struct Way {
    depth: usize,
    is_text: bool,
    is_escaped: bool,
}

impl Way {
    /// Whether the byte is the first after the item.
    fn is_end(&mut self, byte: u8) -> bool {
        match byte {
            _ if self.is_escaped => self.is_escaped = false,
            b'\\' => self.is_escaped = self.is_text,
            b'"' => self.is_text = !self.is_text,
            _ if self.is_text => {}
            b',' | b']' | b'}' if self.depth == 0 => return true,
            b'[' | b'{' => self.depth += 1,
            b']' | b'}' => self.depth -= 1,
            _ => {}
        }
        false
    }
}
