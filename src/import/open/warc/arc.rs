//! The records of an ARC file, WARC's forerunner: a line that says what follows, and how long it is.

use std::io::{self, BufRead, Read};

use super::record::{MAX_HEAD, Record, first_line, invalid};
use crate::import::open::limits;

/// The next record; `None` at the end.
pub(super) fn next(reader: &mut impl BufRead, limit: u64) -> io::Result<Option<Record>> {
    let Some(line) = first_line(&mut reader.by_ref().take(MAX_HEAD))? else { return Ok(None) };
    let (address, content_type, length) =
        head(&line).ok_or_else(|| invalid("a record doesn't say what it is and how long"))?;
    let mut record = Record { address, content_type, ..Record::default() };
    let mut block = reader.by_ref().take(length);
    let is_answer = ["http://", "https://"].iter().any(|scheme| record.address.starts_with(scheme));
    if is_answer && length <= limit {
        record.kind = "response".to_owned();
        record.block = limits::read_whole(&mut block, limit)?;
    } else {
        io::copy(&mut block, &mut io::sink())?;
    }
    if block.limit() > 0 {
        return Err(invalid("the last record is cut off"));
    }
    if record.block.starts_with(b"HTTP/") {
        record.content_type = "application/http".to_owned();
    }
    Ok(Some(record))
}

/// Address, type and length: the first field, which may have spaces in it; the fourth of five or ten; and the last.
fn head(line: &str) -> Option<(String, String, u64)> {
    let fields: Vec<&str> = line.split(' ').collect();
    let length = fields.last()?.parse().ok()?;
    let is_date = |text: &&str| text.len() >= 12 && text.bytes().all(|byte| byte.is_ascii_digit());
    let date = fields.iter().rposition(is_date)?;
    let address = fields[..date.checked_sub(1)?].join(" ");
    Some((address, fields.get(date + 1)?.to_ascii_lowercase(), length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_come_one_after_the_other() {
        let page = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>a";
        let text = format!(
            "filedesc://a.arc 127.0.0.1 20140216050221 text/plain 5\n1 0 A\n\n\
             http://a.example/b c?d=E f 127.0.0.1 20140216050221 text/html {}\n{page}\n\
             http://a.example/x 127.0.0.1 20140216050221 text/html 99\nHTTP",
            page.len()
        );
        let mut reader = text.as_bytes();
        let mut of = || next(&mut reader, 1_000);
        assert_eq!(of().unwrap().unwrap().kind, "");
        let record = of().unwrap().unwrap();
        assert_eq!(
            (record.address.as_str(), record.block.as_slice()),
            ("http://a.example/b c?d=E f", page.as_bytes())
        );
        assert_eq!(record.content_type, "application/http");
        assert!(of().is_err() && of().unwrap().is_none());
        assert!(next(&mut "http://a.example/ 1.2.3.4 20140102000000 text/html -1\n".as_bytes(), 9).is_err());
    }
}
