//! The program from sources to a site: importing each kind of file, building, serving, and saying how it is used.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

use backissue::archive::feed;

const FEED: &str = r#"{"version": "https://jsonfeed.org/version/1.1", "title": "Wire", "items": [
    {"id": "1", "title": "One", "content_text": "The first cable of the morning.", "date_published": "1858-08-16T00:00:00Z"},
    {"id": "2", "title": "Two", "content_text": "The second one.", "image": "gone.jpg"}]}"#;

const PAGE: &str = "<html lang=\"en\" data-root=\"./\"><head><!--head--><script type=\"module\">x</script></head>\
    <body><!--app--><!--data--></body></html>";

/// A folder with a feed and a viewer.
pub(crate) fn workplace() -> tempfile::TempDir {
    let temp = tempfile::tempdir().unwrap();
    fs::write(temp.path().join("wire.json"), FEED).unwrap();
    fs::create_dir(temp.path().join("viewer")).unwrap();
    for (name, text) in [("index.html", PAGE), ("v.js", ""), ("v_bg.wasm", "")] {
        fs::write(temp.path().join("viewer").join(name), text).unwrap();
    }
    temp
}

fn program(folder: &Path, args: &[&str]) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_backissue"));
    program.current_dir(folder).args(args);
    program
}

/// Exit code, standard output, standard error.
pub(crate) fn run(folder: &Path, args: &[&str]) -> (i32, String, String) {
    let Output { status, stdout, stderr } = program(folder, args).output().unwrap();
    (status.code().unwrap(), String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap())
}

fn titles(file: &Path) -> Vec<String> {
    let reading = feed::read("a.json", &fs::read(file).unwrap()).unwrap();
    reading.archive.entries().iter().map(|entry| entry.article.title.clone()).collect()
}

#[test]
fn a_crawled_page_and_a_feed_come_into_one_archive() {
    let temp = workplace();
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import/template-english/input.txt");
    let archive = temp.path().join("a.json");
    let (code, out, said) =
        run(temp.path(), &["import", page.to_str().unwrap(), "wire.json", "-o", "a.json"]);
    assert_eq!((code, out.as_str()), (0, ""), "{said}");
    assert!(said.contains("a.json: 3 articles; of 3 records: 3 imported"), "{said}");
    assert_eq!(titles(&archive), ["Fennel Bridge Mill Turns After Forty Years", "One", "Two"]);
    let before = fs::read(&archive).unwrap();
    let (code, _, said) = run(temp.path(), &["import", "wire.json", "-o", "a.json"]);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("3 articles; of 2 records: 2 unchanged"), "{said}");
    assert_eq!(fs::read(&archive).unwrap(), before);
}

#[test]
fn what_is_missing_does_not_keep_the_rest_away() {
    let temp = workplace();
    let (code, _, said) = run(temp.path(), &["import", "nowhere.txt", "wire.json", "-o", "a.json"]);
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("nowhere.txt") && said.contains("can't be read"), "{said}");
    assert_eq!(titles(&temp.path().join("a.json")), ["One", "Two"]);
}

#[test]
fn a_site_is_built_and_built_again() {
    let temp = workplace();
    let build = ["build", "wire.json", "-o", "site", "--viewer", "viewer"];
    for _ in 0..2 {
        let (code, out, said) = run(temp.path(), &build);
        assert_eq!((code, out.as_str()), (0, ""), "{said}");
        assert!(said.contains("2 articles, 5 pages"), "{said}");
    }
    for file in
        ["index.html", "404.html", "1858/08/16/one/index.html", "undated/two/index.html", "data/site.json"]
    {
        assert!(temp.path().join("site").join(file).is_file(), "{file}");
    }
    let names = |folder: &Path| {
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect::<Vec<_>>()
    };
    let beside = names(temp.path());
    assert_eq!(beside.len(), 3, "something was left behind: {beside:?}");
}

#[test]
fn a_picture_that_is_not_there_is_counted() {
    let temp = workplace();
    let (code, _, said) = run(temp.path(), &["build", "wire.json", "-o", "site", "--viewer", "viewer"]);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("named but not there"), "{said}");
}

#[test]
fn one_file_holds_an_archive() {
    let temp = workplace();
    let build = ["build", "wire.json", "--single-file", "wire.html", "--viewer", "viewer"];
    fs::write(temp.path().join("viewer/v.js"), "export { x as default };").unwrap();
    let (code, out, said) = run(temp.path(), &build);
    assert_eq!((code, out.as_str()), (0, ""), "{said}");
    assert!(said.contains("wire.html: 2 articles, 0 pictures"), "{said}");
    assert!(said.contains("1 pictures are named but not there"), "{said}");
    fs::write(temp.path().join("gone.jpg"), [7; 3000]).unwrap();
    for (limit, expected) in [("2", "1 pictures are left out: over 2 kB"), ("3", "2 articles, 1 pictures")] {
        let (code, _, said) = run(temp.path(), &[&build[..], &["--inline-pictures", limit]].concat());
        assert!(code == 0 && said.contains(expected), "{said}");
    }
    let (code, _, said) = run(temp.path(), &[&build[..], &["-o", "site"]].concat());
    assert_eq!(code, 0, "{said}");
    assert!(temp.path().join("site/index.html").is_file(), "both at once");
    fs::write(temp.path().join("wire.html"), "dear diary").unwrap();
    let (code, _, said) = run(temp.path(), &build);
    assert!(code == 2 && said.contains("error: wire.html is no archive in one file"), "{said}");
    let (code, _, said) = run(temp.path(), &["build", "wire.json", "--inline-pictures", "3", "-o", "site"]);
    assert!(code == 2 && said.contains("--single-file"), "{said}");
}

#[test]
fn a_folder_of_others_is_not_built_over() {
    let temp = workplace();
    fs::create_dir(temp.path().join("site")).unwrap();
    fs::write(temp.path().join("site/diary.txt"), "dear").unwrap();
    let (code, _, said) = run(temp.path(), &["build", "wire.json", "-o", "site", "--viewer", "viewer"]);
    assert_eq!(code, 2, "{said}");
    assert!(said.contains("error: site was not made by backissue") && said.contains("hint:"), "{said}");
    assert_eq!(fs::read_to_string(temp.path().join("site/diary.txt")).unwrap(), "dear");
}

/// Ended when dropped, also by a test that fails.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The status line and the body of an answer.
fn get(host: &str, path: &str) -> (String, String) {
    let (head, body) = get_whole(host, path);
    (head.lines().next().unwrap().to_owned(), body)
}

/// The head and the body of an answer.
fn get_whole(host: &str, path: &str) -> (String, String) {
    let mut stream = TcpStream::connect(host).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    (format!("{head}\r\n"), body.to_owned())
}

#[test]
fn a_site_is_served_and_follows_its_source() {
    let temp = workplace();
    let args = ["serve", "wire.json", "--viewer", "viewer", "--port", "0", "--base", "/a/b"];
    let mut server = Server(program(temp.path(), &args).stderr(Stdio::piped()).spawn().unwrap());
    // Held to the end: a pipe that nobody reads would stop the server.
    let mut said = BufReader::new(server.0.stderr.take().unwrap()).lines();
    let line =
        said.find_map(|line| Some(line.unwrap().split_once("Serving at http://")?.1.to_owned())).unwrap();
    let (host, rest) = line.split_once('/').unwrap();
    assert!(rest.starts_with("a/b/ "), "{line}");
    let (status, page) = get(host, "/a/b/");
    assert!(status.contains(" 200 ") && page.contains("2 articles"), "{status}: {page}");
    assert!(get(host, "/a/b/undated/two/").0.contains(" 200 "));
    for (path, to) in [("/a/b?tag=x", "/a/b/?tag=x"), ("/a/b/undated/two?x=1", "/a/b/undated/two/?x=1")] {
        let (head, _) = get_whole(host, path);
        assert!(head.contains(" 307 ") && head.contains(&format!("location: {to}\r\n")), "{path}: {head}");
    }
    let (status, page) = get(host, "/a/b/nowhere/");
    assert!(
        status.contains(" 404 ") && page.contains("There is nothing at this address"),
        "{status}: {page}"
    );
    let (_, seen) = get(host, "/_backissue/build?seen=");
    fs::write(temp.path().join("wire.json"), FEED.replace("\"One\"", "\"Changed\"")).unwrap();
    let (_, now) = get(host, &format!("/_backissue/build?seen={seen}"));
    assert_ne!(now, seen);
    assert!(get(host, "/a/b/").1.contains("Changed"));
}

#[test]
fn the_program_says_how_it_is_used() {
    let temp = tempfile::tempdir().unwrap();
    let (code, out, _) = run(temp.path(), &["--help"]);
    assert_eq!(code, 0);
    assert!(["import", "build", "serve"].iter().all(|command| out.contains(command)), "{out}");
    for command in ["import", "build", "serve"] {
        let (code, out, _) = run(temp.path(), &[command, "--help"]);
        assert!(code == 0 && out.contains("<SOURCES>"), "{out}");
    }
    let (code, _, said) = run(temp.path(), &["import"]);
    assert!(code == 2 && said.contains("--output"), "{said}");
}

#[test]
fn a_configuration_beside_the_archive_holds() {
    let temp = workplace();
    let config = "title = \"Cables\"\nbase_url = \"https://news.example/a/b\"\n";
    fs::create_dir(temp.path().join("in")).unwrap();
    fs::rename(temp.path().join("wire.json"), temp.path().join("in/wire.json")).unwrap();
    fs::write(temp.path().join("in/backissue.toml"), config).unwrap();
    let read = |file: &str| fs::read_to_string(temp.path().join("site").join(file)).unwrap();
    // Given as a folder, the configuration in it is not taken for an article.
    for source in ["in", "in/wire.json"] {
        let (code, _, said) = run(temp.path(), &["build", source, "-o", "site", "--viewer", "viewer"]);
        assert!(code == 0 && said.contains("2 articles") && !said.contains("base_url"), "{said}");
        assert!(read("index.html").contains("<title>Cables</title>"));
        assert!(read("404.html").contains("href=\"/a/b/\""));
        assert!(read("feed.xml").contains("https://news.example/a/b/1858/08/16/one/"));
    }
    fs::write(temp.path().join("other.toml"), "").unwrap();
    let other = ["--config", "other.toml", "--base", "/c"];
    let (code, _, said) = run(
        temp.path(),
        &[&["build", "in/wire.json", "-o", "site", "--viewer", "viewer"], &other[..]].concat(),
    );
    assert!(code == 0 && said.contains("hint:") && said.contains("base_url"), "{said}");
    assert!(read("index.html").contains("<title>Wire</title>") && read("404.html").contains("href=\"/c/\""));
}

#[test]
fn a_wrong_configuration_is_named_and_nothing_is_written() {
    let temp = workplace();
    fs::write(temp.path().join("backissue.toml"), "\ntitel = \"x\"").unwrap();
    for command in [vec!["build", "wire.json", "-o", "site"], vec!["serve", "wire.json"]] {
        let (code, _, said) = run(temp.path(), &[&command[..], &["--viewer", "viewer"]].concat());
        assert_eq!(code, 2, "{said}");
        assert!(said.contains("error: backissue.toml:2:1: `titel`") && said.contains("`title`"), "{said}");
        assert!(said.contains("hint: docs/configuration.md"), "{said}");
    }
    let (code, _, said) = run(
        temp.path(),
        &["build", "wire.json", "-o", "site", "--viewer", "viewer", "--config", "none.toml"],
    );
    assert!(code == 2 && said.contains("can't read none.toml"), "{said}");
    fs::write(temp.path().join("backissue.toml"), "logo = \"gone.png\"").unwrap();
    let (code, _, said) = run(temp.path(), &["build", "wire.json", "-o", "site", "--viewer", "viewer"]);
    assert!(code == 2 && said.contains("gone.png"), "{said}");
    assert!(!temp.path().join("site").exists());
}

#[test]
fn a_site_is_checked_and_a_broken_one_fails() {
    let temp = workplace();
    let (code, out, said) = run(temp.path(), &["check", "wire.json", "--viewer", "viewer"]);
    assert_eq!(code, 1, "{out}{said}");
    assert!(out.contains("error: pictures that are not there (2)"), "{out}");
    assert!(out.contains("2 errors, ") && said.contains("wire.json"), "{out}{said}");
    run(temp.path(), &["build", "wire.json", "--viewer", "viewer", "-o", "site"]);
    let (code, out, _) = run(temp.path(), &["check", "site", "--json"]);
    let report: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(
        (code, report["previews"].as_array().unwrap().len()),
        (1, report["pages"].as_u64().unwrap() as usize)
    );
    assert!(report["problems"].as_array().unwrap().iter().all(|problem| problem["remedy"].is_string()));
    let (_, out, said) = run(temp.path(), &["check", "site", "--page", "/1858/08/16/one/"]);
    assert!(out.contains("title        One · Wire") && out.contains("Reader mode"), "{out}{said}");
    let (code, _, said) = run(temp.path(), &["check", "site", "--page", "nowhere"]);
    assert!(code == 2 && said.contains("hint: name it by its path"), "{said}");
}

/// An archive is read by others as the user's own settings say, and an archive that is added to stays as it was.
#[cfg(unix)]
#[test]
fn a_written_archive_has_the_usual_permissions() {
    use std::os::unix::fs::PermissionsExt;
    let temp = workplace();
    let mode = |file: &str| fs::metadata(temp.path().join(file)).unwrap().permissions().mode() & 0o777;
    run(temp.path(), &["import", "wire.json", "-o", "a.json"]);
    assert_eq!(mode("a.json"), mode("wire.json"));
    fs::set_permissions(temp.path().join("a.json"), fs::Permissions::from_mode(0o640)).unwrap();
    fs::write(temp.path().join("wire.json"), FEED.replace("\"One\"", "\"Once\"")).unwrap();
    let (_, _, said) = run(temp.path(), &["import", "wire.json", "-o", "a.json"]);
    assert!(said.contains("1 updated"), "{said}");
    assert_eq!(mode("a.json"), 0o640);
}
