//! Archives in one file: what stands in them, what they may run, and which pictures are inside.

use std::fs;
use std::path::Path;

use backissue::archive::Archive;
use backissue::article::html;
use backissue::article::{Article, Date, Picture, Timestamp};
use backissue::publish::{
    Config, PictureLimits, PublishError, SingleFile, SingleFileSummary, Viewer, publish_single_file,
};
use backissue::site::{CardChunk, OVERVIEW_PATH, Overview, Page, PageData, cards_path, page_json, read};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use scraper::{ElementRef, Html, Selector};
use sha2::{Digest, Sha256};

const PAGE: &str = r#"<!doctype html>
<html lang="en" data-root="./"><head><meta charset="utf-8"><!--head--><script src="./pending.js" integrity="x"></script>
<link rel="stylesheet" href="./style.css" integrity="x"><link rel="icon" href="./icon.svg">
<link rel="modulepreload" href="./v.js"><script type="module">x</script></head>
<body><div id="app"><!--app--></div><!--data--></body></html>"#;

const VIEWER: [(&str, &str); 7] = [
    ("index.html", PAGE),
    ("pending.js", "// </script> stays a text\nlet pending;"),
    ("style.css", "@font-face { src: url(\"fonts/a.woff2\") } p { background: url(gone.png) }"),
    ("fonts/a.woff2", "font"),
    ("icon.svg", "<svg/>"),
    ("v.js", "async function begin() {}\nexport { begin as default };"),
    ("v_bg.wasm", "\0asm"),
];

/// A folder with a viewer and the pictures of the archive, in which single files are made.
struct Desk(tempfile::TempDir);

impl Desk {
    fn new() -> Self {
        let temp = tempfile::tempdir().unwrap();
        fs::create_dir_all(temp.path().join("viewer/fonts")).unwrap();
        for (name, text) in VIEWER {
            fs::write(temp.path().join("viewer").join(name), text).unwrap();
        }
        fs::write(temp.path().join("small & fine.svg"), "<svg/>").unwrap();
        fs::write(temp.path().join("large.jpg"), [7; 5000]).unwrap();
        Self(temp)
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn publish(&self, limits: PictureLimits) -> Result<(SingleFileSummary, String), PublishError> {
        self.publish_as(Config::unset(), limits)
    }

    fn publish_as(
        &self,
        config: &Config,
        limits: PictureLimits,
    ) -> Result<(SingleFileSummary, String), PublishError> {
        let viewer = Viewer::load(&self.path().join("viewer"))?;
        let file = self.path().join("out/archive.html");
        let single = SingleFile { beside: self.path().to_owned(), file: &file, config, limits };
        let summary = publish_single_file(&archive(), &viewer, &single)?;
        let text = fs::read_to_string(&file).unwrap();
        assert_eq!(summary.bytes, text.len() as u64);
        Ok((summary, text))
    }
}

const LIMITS: PictureLimits = PictureLimits { each: 1000, all: 10_000 };

fn archive() -> Archive {
    let mut archive = Archive::new("Wire & “cable”");
    archive.extend((0..70_u8).map(|number| Article {
        id: format!("id{number:02}"),
        title: if number == 5 {
            "</script><!--app--><b>hostile".to_owned()
        } else {
            format!("Article {number}")
        },
        published: Date::new(2000, 1, number % 28 + 1).map(Timestamp::day),
        body: html::read(&body(number), None).0,
        picture: (number == 27).then(|| picture("small & fine.svg")),
        ..Article::default()
    }));
    archive
}

fn body(number: u8) -> String {
    match number {
        6 => "<p>Text</p><blockquote><figure><img src=\"large.jpg\" alt=\"A large one\"><figcaption>Said below</figcaption>\
            </figure></blockquote>"
            .to_owned(),
        7 => "<figure><img src=\"gone.png\" alt=\"\"></figure><figure><img src=\"https://example.org/far.jpg\"></figure>"
            .to_owned(),
        number => format!("<p>Text {number}</p>"),
    }
}

fn picture(src: &str) -> Picture {
    Picture { src: src.into(), width: Some(3), height: Some(2), ..Picture::default() }
}

fn select<'a>(page: &'a Html, css: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(css).unwrap()).collect()
}

/// The text of an element that holds a file.
fn held(page: &Html, name: &str) -> String {
    let found: Vec<_> =
        select(page, "script[id]").into_iter().filter(|it| it.attr("id") == Some(name)).collect();
    assert_eq!(found.len(), 1, "{name}");
    found[0].text().collect()
}

#[test]
fn nothing_is_named_that_is_not_inside() {
    let (summary, text) = Desk::new().publish(LIMITS).unwrap();
    assert_eq!((summary.articles, summary.pictures), (70, 1));
    let page = Html::parse_document(&text);
    assert_eq!(select(&page, "html")[0].attr("data-root"), Some("#/"));
    assert_eq!(select(&page, "main .card").len(), 30);
    for (css, name) in [("[src]", "src"), ("link[href]", "href")] {
        for element in select(&page, css) {
            let address = element.attr(name).unwrap();
            assert!(address.starts_with("data:") || address.starts_with("https:"), "{address:.80}");
        }
    }
    let links: Vec<_> =
        select(&page, "a[href]").iter().map(|link| link.attr("href").unwrap().to_owned()).collect();
    assert!(
        links.len() > 30 && links.iter().all(|link| link == "#main" || link.starts_with("#/")),
        "{links:?}"
    );
    let style: String = select(&page, "style")[0].text().collect();
    assert!(style.contains("url(data:font/woff2;base64,Zm9udA==)"), "{style}");
    assert_eq!(held(&page, "viewer.wasm"), STANDARD.encode("\0asm"));
}

#[test]
fn the_data_of_every_view_is_inside() {
    let (_, text) = Desk::new().publish(LIMITS).unwrap();
    let page = Html::parse_document(&text);
    let data: PageData = read("page", page_json(&text).unwrap()).unwrap();
    let Page::List(list) = data.page else { panic!("the page is a list") };
    assert!(held(&page, &list.overview.index).contains("\"backissue\":1"));
    let mut cards: Vec<_> = list.cards.into_iter().map(|card| card.0.unwrap()).collect();
    let overview: Overview = read(OVERVIEW_PATH, &held(&page, OVERVIEW_PATH)).unwrap();
    for number in 2..5 {
        let file = cards_path(number, overview.digest(number).unwrap());
        let chunk: CardChunk = read(&file, &held(&page, &file)).unwrap();
        cards.extend(chunk.cards.into_iter().map(|card| card.0.unwrap()));
    }
    assert_eq!(cards.len(), 70);
    for card in cards {
        let name = format!("{}/", card.link);
        let data: PageData = read(&name, &held(&page, &name)).unwrap();
        assert!(matches!(data.page, Page::Article(page) if page.article.title == card.title));
    }
}

#[test]
fn only_what_is_inside_may_run() {
    let (_, text) = Desk::new().publish(LIMITS).unwrap();
    let page = Html::parse_document(&text);
    let policy = select(&page, "meta[http-equiv=Content-Security-Policy]")[0].attr("content").unwrap();
    assert!(!policy.contains("unsafe-inline") && policy.starts_with("default-src 'none'"), "{policy}");
    let scripts: Vec<String> = select(&page, "script:not([type]), script[type=module]")
        .iter()
        .map(|script| script.text().collect())
        .collect();
    assert_eq!(scripts.len(), 2);
    assert!(scripts[0].contains("<\\/script> stays a text"), "{}", scripts[0]);
    assert!(scripts[1].contains("\nbegin({ module_or_path"), "{}", scripts[1]);
    let style: String = select(&page, "style")[0].text().collect();
    for (directive, texts) in [("script-src", scripts), ("style-src", vec![style])] {
        let directive = policy.split(';').find(|part| part.trim().starts_with(directive)).unwrap();
        let allowed = directive.matches("'sha256-").count();
        assert_eq!(allowed, texts.len(), "{directive}");
        for text in texts {
            assert!(directive.contains(&STANDARD.encode(Sha256::digest(&text))), "{directive}");
        }
    }
}

#[test]
fn pictures_are_inside_or_told_of() {
    let desk = Desk::new();
    let (summary, text) = desk.publish(LIMITS).unwrap();
    assert_eq!((summary.pictures, summary.left_out, summary.missing_pictures), (1, 1, 1));
    let page = Html::parse_document(&text);
    let url = "data:image/svg+xml;base64,PHN2Zy8+";
    assert_eq!(held(&page, "small & fine.svg"), url);
    assert_eq!(select(&page, "img").iter().filter(|image| image.attr("src") == Some(url)).count(), 1);
    let sixth = held(&page, "2000/01/07/article-6/");
    assert!(sixth.contains("Picture, not in this file: A large one · Said below"), "{sixth}");
    let seventh = held(&page, "2000/01/08/article-7/");
    assert!(seventh.contains("A picture is not in this file."), "{seventh}");
    assert!(seventh.contains("https://example.org/far.jpg"), "{seventh}");

    let (summary, text) = desk.publish(PictureLimits { each: 6000, all: 5005 }).unwrap();
    assert_eq!((summary.pictures, summary.left_out), (1, 1), "the newest take the room");
    assert!(held(&Html::parse_document(&text), "small & fine.svg").starts_with("data:"));
    let (summary, _) = desk.publish(PictureLimits { each: 6000, all: 6000 }).unwrap();
    assert_eq!((summary.pictures, summary.left_out), (2, 0));
}

#[test]
fn it_replaces_itself_with_the_same_bytes_and_nothing_else() {
    let desk = Desk::new();
    let first = desk.publish(LIMITS).unwrap();
    assert_eq!(desk.publish(LIMITS).unwrap(), first);
    let file = desk.path().join("out/archive.html");
    fs::write(&file, "<p>Dear diary").unwrap();
    let error = desk.publish(LIMITS).unwrap_err();
    assert!(matches!(&error, PublishError::ForeignFile(path) if *path == file), "{error}");
    assert_eq!(fs::read_to_string(&file).unwrap(), "<p>Dear diary");
    assert_eq!(fs::read_dir(desk.path().join("out")).unwrap().count(), 1);
}

#[test]
fn a_viewer_that_lacks_a_file_is_named() {
    let desk = Desk::new();
    fs::remove_file(desk.path().join("viewer/icon.svg")).unwrap();
    assert_eq!(desk.publish(LIMITS).unwrap_err().to_string(), "the viewer has no icon.svg");
    assert!(!desk.path().join("out/archive.html").exists());
}

#[test]
fn the_logo_is_inside_and_the_menu_leads_to_nothing_that_is_not() {
    let desk = Desk::new();
    let link = |(name, url)| format!("[[menu]]\nname = \"{name}\"\nurl = \"{url}\"\n");
    let links = [("About us", "/about/"), ("Radio", "/?tag=radio"), ("Tags", "/tags/by-name/")];
    let menu: String = links.map(link).concat();
    let publish = |logo: &str| {
        let config = Config::parse("backissue.toml", &format!("logo = \"{logo}\"\n{menu}")).unwrap();
        let config = Config { folder: desk.path().to_owned(), ..config };
        Html::parse_document(&desk.publish_as(&config, LIMITS).unwrap().1)
    };
    let page = publish("small & fine.svg");
    let logo = select(&page, ".masthead-name > img.masthead-logo")[0].attr("src").unwrap();
    assert_eq!(logo, held(&page, "small & fine.svg"));
    let menu = select(&page, ".menu a").into_iter().map(|link| link.attr("href").unwrap());
    assert_eq!(menu.collect::<Vec<_>>(), ["#/?tag=radio"]);
    assert!(select(&publish("large.jpg"), ".masthead-logo").is_empty(), "it is too large");
}
