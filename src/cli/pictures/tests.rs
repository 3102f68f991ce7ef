mod host;

use std::fs;
use std::io::Cursor;
use std::net::TcpListener;
use std::path::Path;

use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, RgbImage};

use host::{Host, answer, ok};

use super::*;
use crate::archive::feed;
use crate::article::{Article, Block, Picture};
use crate::publish::{Publication, Viewer, publish};

fn anywhere() -> Rules {
    Rules { allowed: |_| true, ..Rules::default() }
}

fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let image = RgbImage::from_fn(width, height, |x, y| {
        image::Rgb([x as u8, y as u8, if x < width / 2 { 255 } else { 0 }])
    });
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::from(image).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A JPEG that says that it lies on its side, and where it was taken.
fn lying(width: u32, height: u32) -> Vec<u8> {
    let plain = picture(width, height, ImageFormat::Jpeg);
    let tiff = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0secret place";
    let mut bytes = plain[..2].to_vec();
    bytes.extend([0xff, 0xe1]);
    bytes.extend(u16::try_from(tiff.len() + 8).unwrap().to_be_bytes());
    bytes.extend(b"Exif\0\0");
    bytes.extend(tiff);
    bytes.extend(&plain[2..]);
    bytes
}

fn moving() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = image::codecs::gif::GifEncoder::new(&mut bytes);
    for shade in [0, 255] {
        let frame = RgbImage::from_pixel(8, 4, image::Rgb([shade; 3]));
        encoder.encode_frame(image::Frame::new(DynamicImage::from(frame).to_rgba8())).unwrap();
    }
    drop(encoder);
    bytes
}

/// An archive of one article with a lead image and one in a quotation.
fn archive(addresses: [&str; 2]) -> Archive {
    let [lead, inner] = addresses.map(|src| Picture {
        src: src.to_owned(),
        alt: Some("A ferry".to_owned()),
        ..Picture::default()
    });
    let quote = Block::Quote { blocks: vec![Block::Figure(inner)], source: Vec::new() };
    let text = Block::Paragraph(vec![crate::article::Span::text("The ferry sails again.")]);
    let mut archive = Archive::new("Wire");
    archive.add(Article {
        id: "1".to_owned(),
        title: "Ferry".to_owned(),
        picture: Some(lead),
        body: vec![text, quote],
        ..Article::default()
    });
    archive
}

fn stored(archive: &Archive) -> Vec<Picture> {
    archive.entries()[0].article.pictures().into_iter().cloned().collect()
}

fn fetched(archive: &mut Archive, folder: &Path, rules: &Rules) -> Fetched {
    let mut album = Album::beside(&folder.join("archive.json")).unwrap();
    fetch(archive, &mut album, rules).unwrap()
}

/// Why one picture isn't stored.
fn reason(address: &str, rules: &Rules) -> String {
    let temp = tempfile::tempdir().unwrap();
    let mut archive = archive([address, "pictures/there.jpg"]);
    let before = archive.clone();
    let fetched = fetched(&mut archive, temp.path(), rules);
    assert_eq!((&archive, fetched.stored), (&before, 0), "{address}");
    assert!(!temp.path().join("pictures").exists());
    let [problem] = &fetched.problems[..] else { panic!("{:?}", fetched.problems) };
    assert_eq!((problem.code, problem.place.as_str()), (ProblemCode::Unfetched, "ferry: picture"));
    let (before, reason) = problem.message.split_once(" was not fetched: ").unwrap();
    assert_eq!(before, address);
    reason.to_owned()
}

#[test]
fn pictures_are_stored_upright_and_small_once_and_named_by_the_archive() {
    let host = Host::start(|path| match path {
        "old" => answer("302 Found", "Location: /tall\r\nSet-Cookie: a=b\r\n", b""),
        "tall" => ok(&lying(400, 200)),
        _ => ok(&picture(30, 20, ImageFormat::Png)),
    });
    let temp = tempfile::tempdir().unwrap();
    let (tall, plain) = (host.address("old"), host.address("plain"));
    let rules = Rules { longest_side: 100, ..anywhere() };
    let mut first = archive([&tall, &plain]);
    let result = fetched(&mut first, temp.path(), &rules);
    assert_eq!((result.stored, result.problems), (2, vec![]));
    let asked = host.asked();
    assert_eq!(asked.len(), 3);
    for head in asked.iter().map(|head| head.to_ascii_lowercase()) {
        assert!(
            !head.contains("cookie") && !head.contains("referer") && head.contains("user-agent: backissue/"),
            "{head}"
        );
    }
    let pictures = stored(&first);
    let sizes: Vec<_> = pictures.iter().map(|picture| picture.width.zip(picture.height).unwrap()).collect();
    assert_eq!(sizes, [(50, 100), (30, 20)]);
    assert_eq!(pictures[0].alt.as_deref(), Some("A ferry"));
    for (picture, size) in pictures.iter().zip(sizes) {
        assert!(picture.src.starts_with("pictures/"), "{}", picture.src);
        let bytes = fs::read(temp.path().join(&picture.src)).unwrap();
        assert!(!bytes.windows(6).any(|window| window == b"secret"));
        let mut decoder =
            ImageReader::new(Cursor::new(&bytes)).with_guessed_format().unwrap().into_decoder().unwrap();
        assert_eq!(decoder.dimensions(), size);
        assert_eq!(decoder.orientation().unwrap(), image::metadata::Orientation::NoTransforms);
    }
    // The same source once more: nothing is asked for, and the archive is as it was.
    let album = Album::beside(&temp.path().join("archive.json")).unwrap();
    let mut again = archive([&tall, &plain]);
    again.edit(|article| album.hang(article));
    assert_eq!(again, first);
    assert_eq!(fetched(&mut again, temp.path(), &rules).stored, 0);
    assert_eq!(host.asked(), [""; 0]);
    // The archive's file keeps what was stored.
    let reading = feed::read("archive.json", feed::write(&first).as_bytes()).unwrap();
    assert_eq!(stored(&reading.archive), pictures);
    published(&first, temp.path());
    // What somebody removed is fetched anew, alone.
    fs::remove_file(temp.path().join(&pictures[1].src)).unwrap();
    let result = fetched(&mut archive([&tall, &plain]), temp.path(), &rules);
    assert_eq!((result.stored, host.asked().len()), (1, 1));
}

/// Builds the site of the archive in a folder, and looks for the pictures in it.
fn published(archive: &Archive, folder: &Path) {
    let page = "<html lang=\"en\" data-root=\"./\"><head><!--head--><script type=\"module\">x</script></head>\
        <body><!--app--><!--data--></body></html>";
    fs::create_dir(folder.join("viewer")).unwrap();
    for (name, text) in [("index.html", page), ("v.js", ""), ("v_bg.wasm", "")] {
        fs::write(folder.join("viewer").join(name), text).unwrap();
    }
    let viewer = Viewer::load(&folder.join("viewer")).unwrap();
    let site = folder.join("site");
    let publication = Publication { beside: folder.to_owned(), ..Publication::to(&site) };
    assert_eq!(publish(archive, &viewer, &publication).unwrap().missing_pictures, 0);
    let page = fs::read_to_string(site.join("undated/ferry/index.html")).unwrap();
    for picture in stored(archive) {
        assert_eq!(fs::read(site.join(&picture.src)).unwrap(), fs::read(folder.join(&picture.src)).unwrap());
        let size = format!("width=\"{}\" height=\"{}\"", picture.width.unwrap(), picture.height.unwrap());
        assert!(page.contains(&size) && page.contains(&picture.src), "{page}");
    }
    assert!(!site.join("pictures/fetched.jsonl").exists() && !page.contains("127.0.0.1"));
}

#[test]
fn no_host_of_this_machine_is_asked_not_even_by_a_detour() {
    let host = Host::start(|_| ok(&picture(3, 2, ImageFormat::Png)));
    for name in ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "0.0.0.0", "2130706433"] {
        let address = format!("http://{name}:{}/a.png", host.port);
        let reason = reason(&address, &Rules::default());
        assert!(reason.contains("public internet"), "{address}: {reason}");
    }
    assert_eq!(host.asked(), [""; 0]);
    // 127.0.0.1 stands for a public host here, 127.0.0.2 for one that isn't.
    let inner = format!("http://127.0.0.2:{}/a.png", host.port);
    let outer = Host::start(move |_| answer("301 Moved", &format!("Location: {inner}\r\n"), b""));
    let rules = Rules { allowed: |address| address.to_string() == "127.0.0.1", ..Rules::default() };
    assert!(reason(&outer.address("a.png"), &rules).contains("public internet"));
    assert_eq!((outer.asked().len(), host.asked().len()), (1, 0));
    let file = Host::start(|_| answer("301 Moved", "Location: ftp://127.0.0.1/a.png\r\n", b""));
    let reason = reason(&file.address("a.png"), &rules);
    assert!(reason.contains("no http or https address"), "{reason}");
}

#[test]
fn what_is_no_picture_to_keep_is_named() {
    let host = Host::start(|path| match path {
        "svg" => ok(b"<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"),
        "page" => ok(b"<!doctype html><title>gone</title>"),
        "gone" => answer("410 Gone", "", b""),
        "cut" => ok(&picture(90, 90, ImageFormat::Png)[..500]),
        "wide" => ok(&picture(100, 11, ImageFormat::Png)),
        "long" => ok(&[0; 5000]),
        // No length is said beforehand.
        "endless" => [b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".to_vec(), vec![0; 5000]].concat(),
        loops => answer("302 Found", &format!("Location: /{loops}\r\n"), b""),
    });
    let rules = Rules { pixels: 1000, bytes: 4000, ..anywhere() };
    let larger = Rules { pixels: 10_000, bytes: 4000, ..anywhere() };
    for (path, rules, expected) in [
        ("svg", &rules, "can hold scripts"),
        ("page", &rules, "no JPEG, PNG, WebP or GIF"),
        ("gone", &rules, "status 410"),
        ("cut", &larger, "broken"),
        ("wide", &rules, "100 x 11 pixels"),
        ("long", &rules, "more than 0 MB"),
        ("endless", &rules, "more than 0 MB"),
        ("loop", &rules, "more than 5 times"),
    ] {
        let reason = reason(&host.address(path), rules);
        assert!(reason.contains(expected), "{path}: {reason}");
    }
}

#[test]
fn a_host_that_does_not_answer_in_time_is_not_waited_for() {
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/a.png", silent.local_addr().unwrap());
    let rules = Rules { time: Duration::from_millis(200), ..anywhere() };
    assert!(reason(&address, &rules).contains("does not answer"));
}

#[test]
fn each_kind_is_stored_as_what_suits_it() {
    let shaped = |bytes: &[u8]| shape::shape(bytes, &Rules::default()).unwrap();
    for (format, extension) in [
        (ImageFormat::Jpeg, "jpg"),
        (ImageFormat::Png, "png"),
        (ImageFormat::Gif, "png"),
        (ImageFormat::WebP, "png"),
    ] {
        let shaped = shaped(&picture(20, 10, format));
        assert_eq!((shaped.extension, shaped.width, shaped.height), (extension, 20, 10), "{format:?}");
        assert_eq!(image::guess_format(&shaped.bytes).unwrap().extensions_str()[0], extension);
    }
    let moving = moving();
    let shaped = shaped(&moving);
    assert_eq!((shaped.extension, shaped.bytes, shaped.width), ("gif", moving, 8));
}

#[test]
fn a_list_that_was_cut_off_and_names_that_lead_elsewhere_do_no_harm() {
    let host = Host::start(|_| ok(&picture(3, 2, ImageFormat::Png)));
    let temp = tempfile::tempdir().unwrap();
    let list = temp.path().join("pictures/fetched.jsonl");
    fs::create_dir(temp.path().join("pictures")).unwrap();
    fs::write(temp.path().join("secret.txt"), "x").unwrap();
    let (a, b) = (host.address("a"), host.address("b"));
    let led = format!(r#"{{"address":"{a}","file":"../secret.txt","width":1,"height":1}}"#);
    fs::write(&list, format!("{led}\n{{\"addr")).unwrap();
    let result = fetched(&mut archive([&a, &b]), temp.path(), &anywhere());
    assert_eq!(result.stored, 2);
    assert_eq!(fetched(&mut archive([&a, &b]), temp.path(), &anywhere()).stored, 0);
    assert_eq!(fs::read_to_string(&list).unwrap().lines().count(), 4);
}
