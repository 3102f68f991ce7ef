//! Whole sites: their pages, links, data and metadata.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use backissue::archive::Archive;
use backissue::article::html;
use backissue::article::{Article, Date, Language, Picture, Tag, Timestamp};
use backissue::publish::{Publication, Viewer, publish};
use backissue::site::{Page, PageData, page_json, read};
use scraper::{Html, Selector};

const PAGE: &str = r#"<!doctype html><html lang="en" data-root="./"><head><!--head--><link rel="stylesheet" href="./style.css"><script type="module">x</script></head><body><div id="app"><!--app--></div><!--data--></body></html>"#;

pub(crate) fn viewer(folder: &Path) -> Viewer {
    fs::create_dir_all(folder).unwrap();
    for (name, text) in [("index.html", PAGE), ("style.css", ""), ("v.js", ""), ("v_bg.wasm", "")] {
        fs::write(folder.join(name), text).unwrap();
    }
    Viewer::load(folder).unwrap()
}

fn archive() -> Archive {
    let mut archive = Archive::new("Test “archive” & more");
    let body = "<h2>A</h2><p>Text <a href=\"https://example.org/\">link</a></p><ul><li>x<ol><li>y</li></ol></li></ul>\
        <blockquote><p>q</p><footer><cite>w</cite></footer></blockquote><table><thead><tr><th>h</th></tr></thead>\
        <tbody><tr><td>c</td></tr></tbody></table><pre><code>let x;</code></pre><figure><img src=\"in.svg\" alt=\"in\"></figure>";
    archive.extend((0..70_u8).map(|number| Article {
        id: format!("id{number:02}"),
        url: (number == 3).then(|| "https://example.org/three".to_owned()),
        title: if number == 5 {
            "</script><!--app--><b>\"hostile\"".to_owned()
        } else {
            format!("Article {number}")
        },
        tags: vec![Tag::new("one").unwrap(), Tag::new(&format!("n{}", number % 7)).unwrap()],
        section: Some("News".to_owned()),
        published: Date::new(2000, 1, number % 28 + 1).map(Timestamp::day),
        body: html::read(body, None).0,
        language: (number == 4).then(|| Language::parse("ar").unwrap()),
        picture: (number < 2).then(|| Picture {
            src: "lead.svg".into(),
            width: Some(3),
            height: Some(2),
            ..Picture::default()
        }),
        ..Article::default()
    }));
    archive
}

fn site(base: &str) -> BTreeMap<String, Vec<u8>> {
    let temp = tempfile::tempdir().unwrap();
    let viewer = viewer(&temp.path().join("viewer"));
    fs::write(temp.path().join("lead.svg"), "<svg/>").unwrap();
    let place = temp.path().join("site");
    let publication =
        Publication { beside: temp.path().to_owned(), base_path: base.to_owned(), ..Publication::to(&place) };
    let summary = publish(&archive(), &viewer, &publication).unwrap();
    assert_eq!((summary.articles, summary.pages, summary.missing_pictures), (70, 90, 1));
    crate::published::files(&place)
}

fn select(text: &str) -> Selector {
    Selector::parse(text).unwrap()
}

fn pages(files: &BTreeMap<String, Vec<u8>>) -> impl Iterator<Item = (&str, String)> {
    let pages = files.iter().filter(|(path, _)| path.ends_with(".html"));
    pages.map(|(path, bytes)| (path.as_str(), String::from_utf8(bytes.clone()).unwrap()))
}

#[test]
fn every_page_is_whole_and_every_link_leads_somewhere() {
    let files = site("/");
    for (path, text) in pages(&files).filter(|(path, _)| *path != "404.html") {
        let page = Html::parse_document(&text);
        assert_eq!(page.select(&select("main h1")).count(), 1, "{path}");
        assert_eq!(page.select(&select("title")).count(), 1, "{path}");
        read::<PageData>(path, page_json(&text).unwrap()).unwrap();
        let here = url::Url::parse(&format!("http://x/{path}")).unwrap();
        for (css, name) in
            [("a[href]", "href"), ("link[href]", "href"), ("script[src]", "src"), ("img[src]", "src")]
        {
            for element in page.select(&select(css)) {
                let url = here.join(element.attr(name).unwrap()).unwrap();
                let mut target = url.path().trim_start_matches('/').to_owned();
                if target.is_empty() || target.ends_with('/') {
                    target.push_str("index.html");
                }
                let there =
                    url.host_str() != Some("x") || files.contains_key(&target) || target.ends_with("in.svg");
                assert!(there, "{path} names {target}");
            }
        }
    }
}

#[test]
fn hostile_texts_stay_texts() {
    let files = site("/");
    let (path, text) = pages(&files).find(|(path, _)| path.contains("hostile")).unwrap();
    let page = Html::parse_document(&text);
    let h1 = page.select(&select("h1")).next().unwrap().text().collect::<String>();
    assert_eq!(h1, "</script><!--app--><b>\"hostile\"");
    let data: PageData = read(path, page_json(&text).unwrap()).unwrap();
    assert!(matches!(data.page, Page::Article(page) if page.article.title == h1));
}

#[test]
fn blocks_language_and_source_are_marked_up() {
    let files = site("/");
    let page = |end: &str| {
        let (_, text) = pages(&files).find(|(path, _)| path.ends_with(end)).unwrap();
        Html::parse_document(&text)
    };
    let third = page("/article-3/index.html");
    for css in [
        "link[rel=canonical][href='https://example.org/three']",
        "meta[name=robots][content=noindex]",
        ".body h2",
        ".body ul ol li",
        "blockquote footer cite",
        "thead th[scope=col]",
        "tbody td",
        "pre code",
        ".body figure img[alt=in]",
        ".byline time[datetime='2000-01-04']",
        ".provenance a[href='https://example.org/three']",
    ] {
        assert_eq!(third.select(&select(css)).count(), 1, "{css}");
    }
    assert_eq!(page("/article-4/index.html").select(&select(".reader[dir=rtl][lang=ar]")).count(), 1);
    assert_eq!(
        page("/article-6/index.html").select(&select("link[rel=canonical], meta[name=robots]")).count(),
        0
    );
}

#[test]
fn the_same_archive_gives_the_same_bytes() {
    assert_eq!(site("/"), site("/"));
}

#[test]
fn the_page_for_unknown_addresses_knows_its_base() {
    let files = site("/a/b/");
    let (_, text) = pages(&files).find(|(path, _)| *path == "404.html").unwrap();
    let page = Html::parse_document(&text);
    assert_eq!(page.select(&select(".lost a")).next().unwrap().attr("href"), Some("/a/b/"));
    let style = page.select(&select("link[rel=stylesheet]")).next().unwrap().attr("href").unwrap();
    assert!(style.starts_with("/a/b/style-") && style.ends_with(".css"), "{style}");
}

#[test]
fn a_folder_of_others_is_left_alone() {
    let temp = tempfile::tempdir().unwrap();
    let viewer = viewer(&temp.path().join("viewer"));
    let place = temp.path().join("mine");
    fs::create_dir(&place).unwrap();
    fs::write(place.join("diary.txt"), "dear").unwrap();
    let publication = Publication::to(&place);
    let error = publish(&archive(), &viewer, &publication).unwrap_err();
    assert!(error.to_string().contains("was not made by backissue"));
    assert_eq!(fs::read_to_string(place.join("diary.txt")).unwrap(), "dear");
    assert_eq!(fs::read_dir(&place).unwrap().count(), 1);
}
