//! The program on a folder of saved pages: their pictures, and what they are to each other.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use backissue::archive::feed;

use crate::cli_site::{run, workplace};

#[test]
fn pictures_of_a_saved_folder_come_into_the_site_wherever_the_archive_lies() {
    let temp = workplace();
    let page = page("a_files/ship%201.png");
    let folder = temp.path().join("saved/news/a_files");
    fs::create_dir_all(&folder).unwrap();
    fs::write(temp.path().join("saved/news/a.html"), page).unwrap();
    fs::write(folder.join("ship 1.png"), "a ship").unwrap();
    fs::create_dir(temp.path().join("out")).unwrap();
    for (archive, src) in [
        ("a.json", "saved/news/a_files/ship%201.png"),
        ("saved/a.json", "news/a_files/ship%201.png"),
        ("out/a.json", "pictures/"),
    ] {
        let (code, _, said) = run(temp.path(), &["import", "saved/news", "saved", "-o", archive]);
        assert_eq!(code, 0, "{said}");
        let reading = feed::read("a.json", &fs::read(temp.path().join(archive)).unwrap()).unwrap();
        let entry = &reading.archive.entries()[0];
        let pictures = entry.article.pictures();
        assert!(pictures[0].src.starts_with(src), "{pictures:?}");
        let (code, _, said) = run(temp.path(), &["build", archive, "-o", "site", "--viewer", "viewer"]);
        assert_eq!(code, 0, "{said}");
        let file = temp.path().join("site").join(pictures[0].src.replace("%20", " "));
        assert_eq!(fs::read(file).unwrap(), b"a ship");
        fs::remove_file(temp.path().join(archive)).unwrap();
    }
}

fn page(picture: &str) -> String {
    let text = "The first ship came into the harbour at noon, and the town was there to see it. ".repeat(5);
    format!(
        "<!doctype html><html lang=en><head><title>One</title></head><body><article><h1>One</h1><p>{text}</p>\
         <figure><img src='{picture}' alt='A ship'></figure><p>{text}</p></article></body></html>"
    )
}

fn tar(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut builder = tar::Builder::new(Vec::new());
    for (path, bytes) in files {
        let mut header = tar::Header::new_ustar();
        header.set_size(bytes.len() as u64);
        header.as_mut_bytes()[..path.len()].copy_from_slice(path.as_bytes());
        header.set_cksum();
        builder.append(&header, *bytes).unwrap();
    }
    builder.into_inner().unwrap()
}

fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (path, bytes) in files {
        writer.start_file(*path, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// The address of the first picture of the archive, after the file was imported twice.
fn picture(folder: &Path, file: &str, bytes: &[u8]) -> String {
    fs::write(folder.join(file), bytes).unwrap();
    let (code, _, said) = run(folder, &["import", file, "-o", "a.json"]);
    assert_eq!(code, 0, "{said}");
    let archive = fs::read(folder.join("a.json")).unwrap();
    let (code, _, said) = run(folder, &["import", file, "-o", "a.json"]);
    assert!(code == 0 && said.contains("1 unchanged"), "{said}");
    assert_eq!(fs::read(folder.join("a.json")).unwrap(), archive);
    fs::remove_file(folder.join("a.json")).unwrap();
    let reading = feed::read("a.json", &archive).unwrap();
    reading.archive.entries()[0].article.pictures()[0].src.clone()
}

#[test]
fn pictures_in_packed_archives_come_along() {
    let temp = workplace();
    let html = page("../a_files/ship%201.png");
    let files: [(&str, &[u8]); 3] = [
        ("saved/news/a.html", html.as_bytes()),
        ("saved/a_files/ship 1.png", b"a ship"),
        ("saved/b.png", b"other"),
    ];
    let inner = tar(&files);
    let rooted = page("/img/ship.png");
    let blog: [(&str, &[u8]); 2] =
        [("blog/a.html", rooted.as_bytes()), ("blog/static/img/ship.png", b"a ship")];
    for (name, bytes) in [
        ("a.zip", zip(&files)),
        ("a.tar", tar(&files)),
        ("b.zip", zip(&[("in/a.tar", &inner)])),
        ("c.zip", zip(&blog)),
    ] {
        let src = picture(temp.path(), name, &bytes);
        let file = src.strip_prefix("pictures/").unwrap_or_else(|| panic!("{name}: {src}"));
        assert_eq!(fs::read(temp.path().join("pictures").join(file)).unwrap(), b"a ship");
        assert_eq!(fs::read_dir(temp.path().join("pictures")).unwrap().count(), 1);
    }
}

#[test]
fn pictures_in_packed_archives_lead_nowhere_else() {
    let temp = workplace();
    fs::write(temp.path().join("secret.png"), "secret").unwrap();
    for src in ["../../secret.png", "/../secret.png", "..%2f..%2fsecret.png", "file:///secret.png"] {
        let html = page(src);
        let name = "../../../secret.png";
        let bytes =
            tar(&[("a/b/a.html", html.as_bytes()), (name, b"planted"), ("a/..%2fsecret.png", b"planted")]);
        fs::write(temp.path().join("a.tar"), bytes).unwrap();
        let (_, _, said) = run(temp.path(), &["import", "a.tar", "-o", "a.json"]);
        let reading = feed::read("a.json", &fs::read(temp.path().join("a.json")).unwrap()).unwrap();
        for picture in reading.archive.entries()[0].article.pictures() {
            let file = temp.path().join(&picture.src);
            assert!(!picture.src.contains("..") && !file.ends_with("secret.png"), "{picture:?} {said}");
        }
        assert_eq!(fs::read(temp.path().join("secret.png")).unwrap(), b"secret");
        fs::remove_file(temp.path().join("a.json")).unwrap();
    }
}

#[test]
fn pictures_of_a_crawl_are_stored_from_it() {
    let temp = workplace();
    let mut png = std::io::Cursor::new(Vec::new());
    image::DynamicImage::from(image::RgbImage::new(40, 20))
        .write_to(&mut png, image::ImageFormat::Png)
        .unwrap();
    let html = page("/ship.png#x");
    let mut warc = Vec::new();
    for (address, kind, body) in [
        ("https://a.example/news/a.html", "text/html", html.as_bytes()),
        ("https://a.example/ship.png", "image/png", png.get_ref()),
    ] {
        let answer = [format!("HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n").as_bytes(), body].concat();
        let head = format!(
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n\
             Content-Type: application/http\r\nContent-Length: {}\r\n\r\n",
            answer.len()
        );
        warc.extend([head.as_bytes(), &answer, b"\r\n\r\n"].concat());
    }
    let src = picture(temp.path(), "a.warc", &warc);
    assert!(src.starts_with("pictures/") && src.ends_with(".png"), "{src}");
    assert!(temp.path().join(src).is_file());
}
