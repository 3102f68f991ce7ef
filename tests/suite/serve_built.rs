//! `backissue serve SITE`: what a client of a static host asks for, over a real socket.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use backissue::publish::{Precompress, Publication, publish};

use crate::published::odd_archive;

/// A built site and the program that serves it, ended when dropped.
struct Server {
    child: Child,
    host: String,
    base: String,
    site: PathBuf,
    _temp: tempfile::TempDir,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

struct Answer {
    status: u16,
    head: String,
    body: Vec<u8>,
}

impl Answer {
    fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.into_iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }
}

impl Server {
    /// Serves a site that was built for `base`, with more arguments.
    fn of(base: &str, args: &[&str]) -> Self {
        let temp = tempfile::tempdir().unwrap();
        let viewer = crate::publish::viewer(&temp.path().join("viewer"));
        let site = temp.path().join("site");
        let publication = Publication {
            base_path: base.to_owned(),
            precompress: Precompress::Yes,
            ..Publication::to(&site)
        };
        publish(&odd_archive(), &viewer, &publication).unwrap();
        let mut program = Command::new(env!("CARGO_BIN_EXE_backissue"));
        program.arg("serve").arg(&site).args(["--port", "0"]).args(args).stderr(Stdio::piped());
        let mut child = program.spawn().unwrap();
        let mut said = BufReader::new(child.stderr.take().unwrap()).lines();
        let line = said.find_map(|line| Some(line.unwrap().split_once("Serving at http://")?.1.to_owned()));
        let line = line.unwrap();
        let address = line.split(' ').next().unwrap();
        let (host, base) = address.split_at(address.find('/').unwrap());
        Self { host: host.to_owned(), base: base.to_owned(), child, site, _temp: temp }
    }

    /// Asks for a path below the site's, with more lines in the head.
    fn get(&self, path: &str, lines: &str) -> Answer {
        self.ask("GET", &format!("{}{path}", self.base), lines)
    }

    fn ask(&self, method: &str, path: &str, lines: &str) -> Answer {
        let mut stream = TcpStream::connect(&self.host).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        let host = &self.host;
        write!(stream, "{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{lines}\r\n")
            .unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let end = answer.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
        let head = String::from_utf8(answer[..end].to_vec()).unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Answer { status, head, body: answer[end + 4..].to_vec() }
    }

    fn read(&self, path: &str) -> Vec<u8> {
        fs::read(self.site.join(path)).unwrap()
    }

    /// The one file in a folder of the site whose name begins so.
    fn named(&self, start: &str) -> String {
        let (folder, start) = start.rsplit_once('/').unwrap_or(("", start));
        let names = fs::read_dir(self.site.join(folder)).unwrap();
        let mut names = names.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let name =
            names.find(|name| name.starts_with(start) && !name.ends_with(".br") && !name.ends_with(".gz"));
        Path::new(folder).join(name.unwrap()).to_str().unwrap().to_owned()
    }
}

#[test]
fn files_come_with_their_types_and_times_to_keep() {
    let server = Server::of("/", &[]);
    let (script, wasm) = (server.named("start-"), server.named("viewer-").replace(".js", "_bg.wasm"));
    let (index, icon) = (server.named("data/index."), server.named("icon-any-"));
    let kept = "public, max-age=31536000, immutable";
    for (path, kind, cache) in [
        ("", "text/html", "no-cache"),
        ("about/", "text/html", "no-cache"),
        (&script, "text/javascript", kept),
        (&wasm.replace("_bg_bg", "_bg"), "application/wasm", kept),
        (&index, "application/json", kept),
        (&icon, "image/svg+xml", kept),
        ("data/site.json", "application/json", "no-cache"),
        ("manifest.webmanifest", "application/manifest+json", "no-cache"),
        ("sw.js", "text/javascript", "no-cache"),
    ] {
        let answer = server.get(path, "");
        assert_eq!(answer.status, 200, "{path}");
        let file = if path.is_empty() || path.ends_with('/') {
            format!("{path}index.html")
        } else {
            path.to_owned()
        };
        assert_eq!(answer.body, server.read(&file), "{path}");
        assert!(answer.header("content-type").unwrap().starts_with(kind), "{path}: {}", answer.head);
        assert_eq!(answer.header("cache-control"), Some(cache), "{path}");
    }
    let head = server.ask("HEAD", "/", "");
    assert_eq!((head.status, head.body.len()), (200, 0));
}

#[test]
fn parts_of_files_are_given() {
    let server = Server::of("/", &[]);
    let whole = server.read("sw.js");
    let answer = server.get("sw.js", "Range: bytes=5-24\r\n");
    assert_eq!((answer.status, answer.body.as_slice()), (206, &whole[5..25]));
    assert_eq!(answer.header("content-range"), Some(&*format!("bytes 5-24/{}", whole.len())));
    assert_eq!(server.get("sw.js", "Range: bytes=-7\r\n").body, whole[whole.len() - 7..]);
    let answer = server.get("sw.js", &format!("Range: bytes={}-\r\n", whole.len()));
    assert_eq!(
        (answer.status, answer.header("content-range")),
        (416, Some(&*format!("bytes */{}", whole.len())))
    );
}

#[test]
fn compressed_files_go_to_those_who_take_them() {
    let server = Server::of("/", &[]);
    let whole = server.read("index.html");
    for (accepted, sent) in [
        ("gzip, deflate, br", Some("br")),
        ("gzip", Some("gzip")),
        ("br;q=0, gzip", Some("gzip")),
        ("identity", None),
    ] {
        let answer = server.get("", &format!("Accept-Encoding: {accepted}\r\n"));
        assert_eq!((answer.status, answer.header("content-encoding")), (200, sent), "{accepted}");
        assert!(answer.header("content-type").unwrap().starts_with("text/html"));
        assert!(answer.header("vary").unwrap().eq_ignore_ascii_case("accept-encoding"));
        let mut text = Vec::new();
        match sent {
            Some("br") => brotli::BrotliDecompress(&mut answer.body.as_slice(), &mut text).unwrap(),
            Some(_) => {
                flate2::read::GzDecoder::new(answer.body.as_slice()).read_to_end(&mut text).unwrap();
            }
            None => text = answer.body,
        }
        assert_eq!(text, whole, "{accepted}");
    }
}

#[test]
fn what_a_client_has_is_not_sent_again() {
    let server = Server::of("/", &[]);
    let first = server.get("about/", "");
    for (name, value) in [("If-None-Match", "etag"), ("If-Modified-Since", "last-modified")] {
        let known = first.header(value).unwrap();
        let again = server.get("about/", &format!("{name}: {known}\r\n"));
        assert_eq!((again.status, again.body.len()), (304, 0), "{name}");
    }
    let other = server.get("about/", "If-None-Match: \"other\"\r\n");
    assert_eq!((other.status, &other.body), (200, &first.body));
}

#[test]
fn a_page_has_one_address_and_the_rest_is_not_found() {
    let server = Server::of("/a/b/", &[]);
    assert_eq!(server.base, "/a/b/", "the site itself says what it was built for");
    for (path, to) in [
        ("/a/b", "/a/b/"),
        ("/a/b/about?x=1", "/a/b/about/?x=1"),
        ("/a/b/about/index.html?x=1", "/a/b/about/?x=1"),
        ("/a/b/index.html", "/a/b/"),
    ] {
        let answer = server.ask("GET", path, "");
        assert!((301..=308).contains(&answer.status), "{path}: {}", answer.head);
        assert_eq!(answer.header("location"), Some(to), "{path}");
    }
    let lost = server.get("no/such/page/", "Accept-Encoding: br\r\n");
    assert_eq!((lost.status, lost.body), (404, server.read("404.html")));
    assert!(lost.head.contains("text/html"));
    assert_eq!(server.ask("GET", "/a/b/../../etc/passwd", "").status, 404);
    assert_eq!(Server::of("/", &["--base", "c"]).base, "/c/");
}

#[test]
fn what_makes_a_site_is_of_no_use_for_one_that_is_made() {
    let temp = tempfile::tempdir().unwrap();
    let viewer = crate::publish::viewer(&temp.path().join("viewer"));
    let site = temp.path().join("site");
    publish(&odd_archive(), &viewer, &Publication::to(&site)).unwrap();
    let mut program = Command::new(env!("CARGO_BIN_EXE_backissue"));
    let output = program.arg("serve").arg(&site).args(["--viewer", "x"]).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.code() == Some(2) && said.contains("is built already"), "{said}");
}
