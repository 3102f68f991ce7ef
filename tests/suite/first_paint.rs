//! How much has to come before a page's text is painted.

use std::fs;
use std::io::Write;
use std::path::Path;

use backissue::archive::{Archive, feed};
use backissue::article::{Block, Span};
use backissue::publish::{Config, Publication, Viewer, publish};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use scraper::{Html, Selector};
use sha2::{Digest, Sha256};

/// As Trunk makes it of the project's own.
const PAGE: &str = r#"<!DOCTYPE html>
<html lang="en" data-root="./">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <!--head-->
    <script src="./pending-0.js" data-integrity="none"></script>
    <link rel="stylesheet" href="./style-0.css" data-integrity="none"/>
    <link rel="icon" href="./icon-fd8d6f4730d7be96.svg"/>
<script type="module">x</script>
  <link rel="modulepreload" href="./viewer-b7d4f4794eccec35.js" crossorigin="anonymous"><link rel="preload" href="./viewer-b7d4f4794eccec35_bg.wasm" crossorigin="anonymous" as="fetch" type="application/wasm"></head>
  <body>
    <div id="app"><!--app--></div>
    <!--data-->
  </body>
</html>"#;

/// What fits into the first window of a connection (RFC 6928: ten segments).
const ONE_ROUND_TRIP: usize = 14_000;

/// Characters of the article that is measured.
const LENGTH: usize = 4_000;

/// The pages of the sample, one article of which has a text of [`LENGTH`], with everything that can be configured.
fn pages() -> Vec<(String, String)> {
    let (project, temp) = (Path::new(env!("CARGO_MANIFEST_DIR")), tempfile::tempdir().unwrap());
    let read = |path: &str| fs::read(project.join("static").join(path)).unwrap();
    let viewer = temp.path().join("viewer");
    fs::create_dir(&viewer).unwrap();
    for (name, bytes) in [
        ("index.html", PAGE.as_bytes().to_vec()),
        ("style-0.css", read("style.css")),
        ("pending-0.js", read("pending.js")),
        ("viewer-b7d4f4794eccec35.js", Vec::new()),
        ("viewer-b7d4f4794eccec35_bg.wasm", Vec::new()),
    ] {
        fs::write(viewer.join(name), bytes).unwrap();
    }
    fs::write(temp.path().join("backissue.toml"), "accent = \"#123456\"\ndescription = \"A sample.\"\n")
        .unwrap();
    let config = Config::load(&temp.path().join("backissue.toml")).unwrap();
    let site = temp.path().join("site");
    let publication =
        Publication { beside: project.join("static"), config: &config, ..Publication::to(&site) };
    let archive = feed::read("articles.json", &read("articles.json")).unwrap().archive;
    publish(&lengthened(archive), &Viewer::load(&viewer).unwrap(), &publication).unwrap();
    let files = crate::published::files(&site).into_iter().filter(|(path, _)| path.ends_with(".html"));
    files.map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap())).collect()
}

/// The text of all English articles, cut to an exact length, as one article beside the others.
fn lengthened(mut archive: Archive) -> Archive {
    let english = archive.entries().iter().map(|entry| &entry.article);
    let english: Vec<_> =
        english.filter(|article| article.language.as_ref().unwrap().primary() == "en").collect();
    let mut long = english[0].clone();
    let text: String = english.iter().map(|article| article.body_text()).collect();
    let text: String = text.chars().take(LENGTH).collect();
    assert_eq!(text.chars().count(), LENGTH);
    let paragraphs = text.split('\n').filter(|text| !text.is_empty());
    long.body = paragraphs.map(|text| Block::Paragraph(vec![Span::Text(text.to_owned())])).collect();
    (long.id, long.title) = ("long".to_owned(), "Long enough".to_owned());
    archive.extend([long]);
    archive
}

/// As small hosts compress, on the fly.
fn compressed(text: &str) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap().len()
}

fn select(css: &str) -> Selector {
    Selector::parse(css).unwrap()
}

#[test]
fn an_article_of_4000_characters_is_painted_after_one_round_trip() {
    let pages = pages();
    let (_, text) = pages.iter().find(|(path, _)| path.ends_with("long-enough/index.html")).unwrap();
    let bytes = compressed(text);
    assert!(bytes <= ONE_ROUND_TRIP, "{bytes} bytes");
    assert!(bytes > ONE_ROUND_TRIP / 3, "{bytes} bytes: the text is not in it");
}

#[test]
fn nothing_is_asked_for_before_the_text() {
    for (path, text) in pages() {
        let page = Html::parse_document(&text);
        let blocking = "head link[rel=stylesheet], script[src]:not([type=module], [async], [defer])";
        assert_eq!(page.select(&select(blocking)).count(), 0, "{path}");
        assert_eq!(page.select(&select("head style")).count(), 1, "{path}");
        let after = page.select(&select("#app ~ link[rel=stylesheet]")).count();
        assert_eq!((after, page.select(&select("link[rel=stylesheet]")).count()), (1, 1), "{path}");
    }
}

#[test]
fn the_policy_names_the_style_of_each_page() {
    for (path, text) in pages() {
        let page = Html::parse_document(&text);
        let policy = page.select(&select("meta[http-equiv=Content-Security-Policy]")).next().unwrap();
        let style: String = page.select(&select("style")).next().unwrap().text().collect();
        let hash = format!("'sha256-{}'", STANDARD.encode(Sha256::digest(&style)));
        assert!(policy.attr("content").unwrap().contains(&hash), "{path}");
        // What is inside the page has no address of its own that a relative one could start from.
        let addresses = style.matches("url(").count() - style.matches("url(\"data:").count();
        assert!(style.contains("#123456") && addresses == 0, "{path}");
    }
}
