//! Every link of every page of the sample site leads to a file of the site, or out of it.

use std::fs;
use std::path::Path;

use backissue::archive::feed::read;
use backissue::archive::{Alike, Archive};
use backissue::article::{Article, Block, Record, Span};
use backissue::import::{self, Settings, Source};
use scraper::{Html, Selector};
use url::Url;

use crate::published::Published;

#[test]
fn no_link_inside_the_sample_is_dead() {
    let bytes = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("static/articles.json")).unwrap();
    let site = Published::of(&read("articles.json", &bytes).unwrap().archive, "");
    let root = Url::parse("https://site.example/").unwrap();
    let links = Selector::parse("a[href]").unwrap();
    let mut followed = 0;
    for path in site.files.keys().filter(|path| path.ends_with("/index.html") || *path == "index.html") {
        let page = Html::parse_document(site.text(path));
        let here = root.join(path).unwrap();
        for link in page.select(&links) {
            let href = link.attr("href").unwrap();
            let target = here.join(href).unwrap();
            if target.host() != root.host() || href.starts_with('#') {
                continue;
            }
            let file = target.path().trim_start_matches('/');
            let file = if file.is_empty() || file.ends_with('/') {
                format!("{file}index.html")
            } else {
                file.into()
            };
            assert!(site.files.contains_key(&file), "{path}: {href} leads to {file}");
            followed += 1;
        }
    }
    assert!(followed > 2000, "{followed}");
}

/// Pages of a saved site, each in a file of its own.
fn saved(pages: &[(&str, &str, &str)]) -> Archive {
    let mut archive = Archive::default();
    for (name, title, link) in pages {
        let text =
            "The first ship came into the harbour at noon, and the town was there to see it. ".repeat(5);
        let page = format!(
            "<!doctype html><html lang=en><head><title>{title}</title><link rel=canonical \
             href='https://old.example/news/{name}'><meta property='article:published_time' content='2020-01-02'>\
             </head><body><article><h1>{title}</h1><p>{text}</p><p>{text}<a href='{link}'>More of it</a></p></article>"
        );
        let reading = import::read(&Source::new(name, &Settings::default()), page.as_bytes());
        archive.collect(name, reading.records);
    }
    archive
}

#[test]
fn links_between_pages_of_a_saved_site_stay_in_the_site() {
    let archive =
        saved(&[("a.html", "One", "b.html?utm_source=a#end"), ("b.html", "Two", "/news/gone.html")]);
    let site = Published::of(&archive, "");
    let link = |folder: &str| {
        let page = site.page(folder);
        let selector = Selector::parse(".body a").unwrap();
        page.select(&selector).next().unwrap().attr("href").unwrap().to_owned()
    };
    assert_eq!(link("2020/01/02/one/"), "../../../../2020/01/02/two/");
    assert_eq!(link("2020/01/02/two/"), "https://old.example/news/gone.html");
}

#[test]
fn links_between_pages_without_addresses_lead_to_what_they_became() {
    let text = |nth: usize| {
        let words = (0..90).map(|n| format!("w{}", ["a", "b", "c"][(n + nth) % 3].repeat(n / 3 + nth)));
        words.collect::<Vec<_>>().join(" ")
    };
    let mut archive = Archive::default();
    for (nth, (path, title, link)) in
        [("a.html", "One", "news/b.html#end"), ("news/b.html", "Two", "../gone.html")].into_iter().enumerate()
    {
        let text = text(nth + 1);
        let page = format!(
            "<!doctype html><html lang=en><head><title>{title}</title><meta property='article:published_time' \
             content='2020-01-0{}'></head><body><article><h1>{title}</h1><p>{text}.</p>\
             <p>{text}, <a href='{link}'>more of it</a>.</p></article>",
            3 - nth
        );
        let settings = Settings::default();
        let source = Source { root: "saved", ..Source::new(path, &settings) };
        archive.collect(path, import::read(&source, page.as_bytes()).records);
    }
    assert_eq!(archive.lost_page_links(), 1);
    let written = backissue::archive::feed::write(&archive);
    let archive = read("a.json", written.as_bytes()).unwrap().archive;
    let site = Published::of(&archive, "base_url = \"https://news.example/\"\n");
    let links = |folder: &str| {
        let page = site.page(folder);
        let selector = Selector::parse(".body a").unwrap();
        page.select(&selector).map(|link| link.attr("href").unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(links("2020/01/03/one/"), ["../../../../2020/01/02/two/"]);
    assert_eq!(links("2020/01/02/two/"), [""; 0]);
    for feed in ["feed.xml", "rss.xml", "feed.json"] {
        let text = site.text(feed);
        assert!(text.contains("https://news.example/2020/01/02/two/") && !text.contains("page:"), "{text}");
    }
    assert!(site.text("2020/01/02/two/index.html").contains("more of it"));
    assert!(!site.text("2020/01/03/one/index.html").contains("page:"));
}

#[test]
fn versions_lead_to_each_other_and_addresses_of_copies_to_what_they_became() {
    let text: Vec<String> =
        (0..120).map(|n| format!("w{}", ["a", "b", "c"][n % 3].repeat(n / 3 + 1))).collect();
    let article = |id: &str, link: &str| {
        let link = Span::Link { url: link.to_owned(), text: vec![Span::text("more")] };
        Record::new(
            id,
            Article {
                id: id.to_owned(),
                url: Some(format!("https://{id}.example/x")),
                title: format!("Ferry {id}"),
                body: vec![Block::Paragraph(vec![Span::text(text.join(" ") + " "), link])],
                ..Article::default()
            },
            Vec::new(),
        )
    };
    let other = Record::new(
        "c",
        Article {
            id: "c".to_owned(),
            title: "Mill".to_owned(),
            body: vec![Block::Paragraph(vec![Span::Link {
                url: "http://b.example/x/".to_owned(),
                text: vec![Span::text("ferry")],
            }])],
            ..Article::default()
        },
        Vec::new(),
    );
    let site = |alike| {
        let mut archive = Archive::default();
        let mut intake = archive.open(alike);
        let records = [article("a", "https://x.example/"), article("b", "https://x.example/"), other.clone()];
        let records = records.map(|record| ("a.json".to_owned(), record)).to_vec();
        intake.records(records, &mut Default::default());
        archive.close(intake);
        Published::of(&archive, "")
    };
    let first = |site: &Published, folder: &str, selector: &str| {
        let page = site.page(folder);
        let selector = Selector::parse(selector).unwrap();
        page.select(&selector).next().map(|link| link.attr("href").unwrap().to_owned())
    };
    let merged = site(Alike::Merged);
    assert_eq!(first(&merged, "undated/mill/", ".body a").as_deref(), Some("../../undated/ferry-a/"));
    assert_eq!(first(&merged, "undated/ferry-a/", ".sources a"), None);
    let kept = site(Alike::Versions);
    assert_eq!(first(&kept, "undated/mill/", ".body a").as_deref(), Some("../../undated/ferry-b/"));
    assert_eq!(first(&kept, "undated/ferry-a/", ".sources a").as_deref(), Some("../../undated/ferry-b/"));
    assert_eq!(first(&kept, "undated/ferry-b/", ".sources a").as_deref(), Some("../../undated/ferry-a/"));
}
