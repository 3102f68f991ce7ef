//! What sources are packed in, and what of it is opened.

use std::io::Write;

use backissue::article::Record;
use backissue::import::{self, Limits, Reading, Settings, Source};
use proptest::prelude::*;

use crate::shared;

const LINES: &str = "{\"title\": \"One\"}\n{\"title\": \"Two\"}\n";

fn stream(path: &str, bytes: &[u8], settings: &Settings) -> Vec<Reading> {
    let mut readings = Vec::new();
    import::read_stream(&Source::new(path, settings), bytes, &mut |reading| readings.push(reading));
    readings
}

fn records(path: &str, bytes: &[u8], limits: Limits) -> Vec<Record> {
    let settings = Settings { limits, ..Settings::default() };
    stream(path, bytes, &settings).into_iter().flat_map(|reading| reading.records).collect()
}

/// Place and title, or reason, of each record.
fn told(path: &str, bytes: &[u8], limits: Limits) -> Vec<(String, String)> {
    let tell = |record: Record| {
        (record.place, record.outcome.map_or_else(|rejection| rejection.reason, |article| article.title))
    };
    records(path, bytes, limits).into_iter().map(tell).collect()
}

fn pair(place: &str, title: &str) -> (String, String) {
    (place.to_owned(), title.to_owned())
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn tar(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut builder = ::tar::Builder::new(Vec::new());
    for (path, bytes) in files {
        let mut header = ::tar::Header::new_ustar();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        builder.append_data(&mut header, path, *bytes).unwrap();
    }
    builder.into_inner().unwrap()
}

fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ::zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (path, bytes) in files {
        writer.start_file(*path, ::zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn a_compressed_file_is_read_as_if_it_were_not() {
    let both = [pair("line 1", "One"), pair("line 2", "Two")];
    assert_eq!(told("a.jsonl", LINES.as_bytes(), Limits::default()), both);
    let members = [gzip(&LINES.as_bytes()[..17]), gzip(&LINES.as_bytes()[17..])].concat();
    assert_eq!(told("a.jsonl.gz", &members, Limits::default()), both);
    let zstd = b"\x28\xb5\x2f\xfd\x20\x12\x91\x00\x00{\"title\": \"Three\"}";
    assert_eq!(told("a.json.zst", zstd, Limits::default()), [pair("the file", "Three")]);
}

#[test]
fn files_in_archives_have_their_paths_in_their_places() {
    let files: [(&str, &[u8]); 4] = [
        ("posts/a.jsonl", LINES.as_bytes()),
        ("posts/.hidden.jsonl", LINES.as_bytes()),
        ("__MACOSX/a.jsonl", LINES.as_bytes()),
        ("b.json", b"{\"title\": \"Three\"}"),
    ];
    let expected = [
        pair("posts/a.jsonl: line 1", "One"),
        pair("posts/a.jsonl: line 2", "Two"),
        pair("b.json: the file", "Three"),
    ];
    assert_eq!(told("a.tar", &tar(&files), Limits::default()), expected);
    assert_eq!(told("a.tar.gz", &gzip(&tar(&files)), Limits::default()), expected);
    assert_eq!(told("a.zip", &zip(&files), Limits::default()), expected);
    let nested = zip(&[("in.tar.gz", &gzip(&tar(&files)))]);
    let places: Vec<String> =
        told("a.zip", &nested, Limits::default()).into_iter().map(|(place, _)| place).collect();
    assert_eq!(places[2], "in.tar.gz: b.json: the file");
}

#[test]
fn of_a_crawl_the_pages_are_read_and_the_rest_is_counted() {
    let record = |kind: &str, address: &str, content_type: &str, block: &str| {
        format!(
            "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nContent-Type: {content_type}\r\n\
             Content-Length: {}\r\n\r\n{block}\r\n\r\n",
            block.len()
        )
    };
    let answer = |content_type: &str, body: &str| {
        let block = format!("HTTP/1.1 200 OK\r\nContent-Type: {content_type}\r\n\r\n{body}");
        record("response", "https://example.org/a", "application/http; msgtype=response", &block)
    };
    let page =
        " date 2023-06-06 https://example.org/a\n\nA harbour opens\n\nThe first ship came in at noon.\n";
    let parts = [
        record("warcinfo", "", "application/warc-fields", "software: none"),
        record("request", "https://example.org/a", "application/http; msgtype=request", "GET / HTTP/1.1"),
        answer("text/plain", page),
        answer("image/png", "x"),
    ];
    let crawl: Vec<u8> = parts.iter().flat_map(|part| gzip(part.as_bytes())).collect();
    let expected = [pair("https://example.org/a: line 1", "A harbour opens")];
    assert_eq!(told("a.warc.gz", &crawl, Limits::default()), expected);
    let page = format!(
        "<html><head><link rel=canonical href=/b></head><p><a href=c>Next</a> {}",
        "word ".repeat(60)
    );
    let html = gzip(answer("text/html", &page).as_bytes());
    let mut articles = records("a.warc.gz", &html, Limits::default());
    let article = articles.remove(0).outcome.unwrap();
    assert_eq!(article.url.as_deref(), Some("https://example.org/b"));
    let body = serde_json::to_string(&article.body).unwrap();
    assert!(body.contains("https://example.org/c"), "{body}");
    let notes: Vec<String> = stream("a.warc.gz", &crawl, &Settings::default())
        .into_iter()
        .flat_map(|reading| reading.problems)
        .map(|problem| problem.message)
        .collect();
    assert!(notes[0].starts_with("3 records that are no pages"), "{notes:?}");
    let pages = b"{\"title\": \"Listed\", \"url\": \"https://example.org/a\"}\n".as_slice();
    let wacz =
        zip(&[("datapackage.json", b"{}"), ("pages/pages.jsonl", pages), ("archive/a.warc.gz", &crawl)]);
    assert_eq!(told("a.wacz", &wacz, Limits::default()).len(), 1);
}

#[test]
fn large_files_in_archives_are_read_as_they_come() {
    let blank = [" ".repeat(1 << 20), "\n".to_owned()].concat();
    let lines = format!("{LINES}{}{LINES}", blank.repeat(40)).into_bytes();
    for packed in [zip(&[("a.jsonl", &lines), ("b.jsonl", LINES.as_bytes())]), {
        tar(&[("a.jsonl", &lines), ("b.jsonl", LINES.as_bytes())])
    }] {
        let told = told("x", &packed, Limits::default());
        let places = ["a.jsonl: line 1", "a.jsonl: line 2", "a.jsonl: line 43", "a.jsonl: line 44"];
        let places = places.into_iter().chain(["b.jsonl: line 1", "b.jsonl: line 2"]);
        let expected: Vec<_> =
            places.zip(["One", "Two"].into_iter().cycle()).map(|(at, title)| pair(at, title)).collect();
        assert_eq!(told, expected);
    }
}

#[test]
fn what_would_not_end_is_stopped() {
    let mut zeros = b"{\"version\": \"https://jsonfeed.org/version/1.1\", ".to_vec();
    zeros.resize(3 << 20, b' ');
    let small = Limits { file_bytes: 1 << 20, ..Limits::default() };
    let reason = |bytes: &[u8], limits: Limits| told("a", bytes, limits).pop().unwrap().1;
    for bomb in [gzip(&zeros), zip(&[("a", &zeros)]), tar(&[("a", &zeros)]), zeros.clone()] {
        assert!(reason(&bomb, small).contains("larger than 1 MB"), "{}", reason(&bomb, small));
    }
    // What no format knows by its beginning isn't read on.
    assert!(reason(&gzip(&vec![b' '; 3 << 20]), small).contains("no text"));
    let little = Limits { unpacked_bytes: 1 << 20, ..Limits::default() };
    assert!(reason(&gzip(&zeros), little).contains("too much"));
    assert!(
        reason(&zip(&[("a", &zeros[..1 << 19]), ("b", &zeros[..1 << 19]), ("c", &zeros)]), little)
            .contains("too much")
    );
    let mut onion = LINES.as_bytes().to_vec();
    for _ in 0..9 {
        onion = gzip(&onion);
    }
    assert!(reason(&onion, Limits::default()).contains("5 times"));
    let mut long = LINES.as_bytes().to_vec();
    long.extend(vec![b'x'; 100 << 20]);
    long.extend(b"\n{\"title\": \"Three\"}\n");
    let told = told("a.jsonl", &long, Limits::default());
    assert_eq!((told.len(), told[3].clone()), (4, pair("line 4", "Three")));
    assert!(told[2].1.contains("larger than 32 MB"));
}

#[test]
fn what_is_cut_off_is_read_up_to_there() {
    let lines: String = (0..5_000).map(|n| format!("{{\"title\": \"Number {n} of many\"}}\n")).collect();
    for packed in [
        gzip(lines.as_bytes()),
        tar(&[("a.jsonl", lines.as_bytes())]),
        gzip(&tar(&[("a", lines.as_bytes())])),
    ] {
        let records = records("a", &packed[..packed.len() / 2], Limits::default());
        let last = records.last().unwrap().outcome.as_ref().unwrap_err();
        assert!(last.reason.contains("to its end") && !last.hint.is_empty(), "{}", last.reason);
    }
}

#[test]
fn reuters_is_read_as_it_is_packed() {
    let Some(path) = shared::path("corpora/reuters-21578.jsonl.xz") else { return };
    let mut count = 0;
    let file = std::fs::File::open(path).unwrap();
    import::read_stream(&Source::new("reuters.jsonl.xz", &Settings::default()), file, &mut |reading| {
        count += reading.records.len();
    });
    assert_eq!(count, 21_578);
}

proptest! {
    #[test]
    fn no_damage_panics(at in 0_usize..4_000, byte: u8, cut in 0_usize..4_000) {
        let files: [(&str, &[u8]); 2] = [("a.jsonl", LINES.as_bytes()), ("b.json", b"{\"title\": \"Three\"}")];
        for mut bytes in [gzip(&tar(&files)), tar(&files), zip(&files)] {
            let at = at % bytes.len();
            bytes[at] = byte;
            bytes.truncate(bytes.len() - cut % bytes.len());
            records("a", &bytes, Limits { file_bytes: 1 << 20, unpacked_bytes: 1 << 22, ..Limits::default() });
        }
    }
}
