//! The page in an answer of HTTP/1, without what was done to it for its way.

use std::io::Read;

use encoding_rs::{Encoding, UTF_8};

use super::record::Record;

/// The longest page that is taken, unpacked.
const MAX_PAGE: u64 = 64 << 20;

/// The body of an answer that went well and is a page of HTML or text; `None` for any other record.
pub(super) fn page(record: &Record) -> Option<Vec<u8>> {
    body(record, is_page).map(|(body, content_type)| in_utf8(body, &content_type))
}

/// The body of an answer that went well and is a picture.
pub(super) fn picture(record: &Record) -> Option<Vec<u8>> {
    body(record, |content_type| content_type.starts_with("image/")).map(|(body, _)| body)
}

/// What a record of a wanted type holds, and that type.
fn body(record: &Record, is_wanted: fn(&str) -> bool) -> Option<(Vec<u8>, String)> {
    match record.kind.as_str() {
        "response" if record.content_type.starts_with("application/http") => answer(&record.block, is_wanted),
        // Crawlers write down in this way how they were called.
        "resource" | "response" if record.address.starts_with("metadata:") => None,
        "resource" | "response" if is_wanted(&record.content_type) => {
            Some((record.block.clone(), record.content_type.clone()))
        }
        _ => None,
    }
}

fn is_page(content_type: &str) -> bool {
    ["text/html", "application/xhtml", "text/plain"].iter().any(|kind| content_type.starts_with(kind))
}

fn answer(block: &[u8], is_wanted: fn(&str) -> bool) -> Option<(Vec<u8>, String)> {
    let end = block.windows(4).position(|four| four == b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(&block[..end]).to_ascii_lowercase();
    let (status, fields) = head.split_once("\r\n")?;
    if status.split(' ').nth(1) != Some("200") {
        return None;
    }
    let field = |name: &str| {
        let found = fields.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
        found.map(str::trim).unwrap_or_default()
    };
    let content_type = field("content-type");
    if !is_wanted(content_type) {
        return None;
    }
    let body = &block[end + 4..];
    let body = if field("transfer-encoding").contains("chunked") { joined(body) } else { body.to_owned() };
    let is_gzip = field("content-encoding").contains("gzip");
    let body = if is_gzip { unpacked(&body).unwrap_or(body) } else { body };
    Some((body, content_type.to_owned()))
}

/// By the encoding that the header names, which goes before what the page says. What is UTF-8 stays as it is.
fn in_utf8(body: Vec<u8>, content_type: &str) -> Vec<u8> {
    let label =
        content_type.split_once("charset=").map(|(_, label)| label.split(';').next().unwrap_or_default());
    let label = label.map(|label| label.trim().trim_matches(['"', '\'']));
    let encoding = label.and_then(|label| Encoding::for_label(label.as_bytes()));
    match encoding {
        Some(encoding) if encoding != UTF_8 && str::from_utf8(&body).is_err() => {
            encoding.decode(&body).0.into_owned().into_bytes()
        }
        _ => body,
    }
}

/// Of chunks, one body. Some crawlers join them and leave the field: then it is the body already.
fn joined(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = body;
    while let Some(end) = rest.windows(2).position(|two| two == b"\r\n") {
        let size = std::str::from_utf8(&rest[..end]).ok().and_then(|line| line.split(';').next());
        let Some(size) = size.and_then(|size| usize::from_str_radix(size.trim(), 16).ok()) else {
            return if out.is_empty() { body.to_owned() } else { out };
        };
        let chunk = &rest[end + 2..];
        if size == 0 {
            return out;
        }
        out.extend_from_slice(&chunk[..size.min(chunk.len())]);
        rest = chunk.get(size.saturating_add(2)..).unwrap_or_default();
    }
    if out.is_empty() { body.to_owned() } else { out }
}

fn unpacked(body: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    flate2::read::MultiGzDecoder::new(body).take(MAX_PAGE).read_to_end(&mut out).ok()?;
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(head: &str, body: &[u8]) -> Option<String> {
        let block = [head.replace('\n', "\r\n").as_bytes(), b"\r\n\r\n", body].concat();
        let (body, content_type) = answer(&block, is_page)?;
        Some(String::from_utf8(in_utf8(body, &content_type)).unwrap())
    }

    #[test]
    fn only_good_pages_are_taken() {
        let html = "HTTP/1.1 200 OK\nContent-Type: text/html";
        assert_eq!(body(html, b"<p>a").as_deref(), Some("<p>a"));
        assert_eq!(body("HTTP/1.1 404 Not Found\nContent-Type: text/html", b"<p>a"), None);
        assert_eq!(body("HTTP/1.1 200 OK\nContent-Type: image/png", b"a"), None);
        let cyrillic = "HTTP/1.1 200 OK\nContent-Type: text/html; charset=\"windows-1251\"";
        assert_eq!(body(cyrillic, b"<p>\xcf\xf0").as_deref(), Some("<p>Пр"));
        assert_eq!(body(cyrillic, "<p>Пр".as_bytes()).as_deref(), Some("<p>Пр"));
        let chunked = format!("{html}\nTransfer-Encoding: chunked");
        assert_eq!(body(&chunked, b"3\r\n<p>\r\n1\r\na\r\n0\r\n\r\n").as_deref(), Some("<p>a"));
        assert_eq!(body(&chunked, b"<p>a").as_deref(), Some("<p>a"));
        assert_eq!(body(&chunked, b"ffffffffffffffff\r\n<p>").as_deref(), Some("<p>"));
    }
}
