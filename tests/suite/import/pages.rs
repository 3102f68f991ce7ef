//! Pages of a saved site that don't tell their addresses: what they link to and show is found from where they lay.

use std::io::Write as _;

use backissue::archive::Archive;
use backissue::article::Article;
use backissue::import::{self, Settings, Source};

const TEXT: &str = "The first ship came into the harbour at noon, and the town was there to see it. ";

/// A page without an address.
fn page(title: &str, inner: &str) -> String {
    let text = TEXT.repeat(5);
    format!(
        "<!doctype html><html lang=en><head><title>{title}</title></head><body><article><h1>{title}</h1>\
         <p>{text}</p>{inner}<p>{text}</p></article></body></html>"
    )
}

fn read(root: &str, path: &str, text: &str) -> Article {
    let settings = Settings::default();
    let reading = import::read(&Source { root, ..Source::new(path, &settings) }, text.as_bytes());
    let record = reading.records.into_iter().next().unwrap();
    *record.outcome.unwrap_or_else(|rejection| panic!("{}", rejection.reason))
}

fn links(article: &Article) -> Vec<String> {
    let mut found = Vec::new();
    { article.clone() }.each_link(&mut |url| found.push(url.clone()));
    found
}

fn pictures(article: &Article) -> Vec<&str> {
    article.pictures().into_iter().map(|picture| picture.src.as_str()).collect()
}

fn place(article: &Article) -> Option<&str> {
    article.provenance.as_ref().unwrap().page.as_deref()
}

#[test]
fn links_and_pictures_are_found_from_the_page() {
    let inner = "<p>See <a href='b.html#x'>one</a>, <a href='../Old%20ship.html?p=1'>two</a>, <a href='/c/'>three</a>, \
                 <a href='#top'>top</a> and <a href='https://example.org/'>elsewhere</a>.</p>\
                 <figure><img src='a_files/ship 1.png' alt='A ship'></figure>";
    let article = read("saved", "news/a.html", &page("One", inner));
    assert_eq!(
        links(&article),
        [
            "page://saved/news/b.html",
            "page://saved/Old%20ship.html",
            "page://saved/c/",
            "https://example.org/"
        ]
    );
    assert_eq!(
        (place(&article), pictures(&article)),
        (Some("page://saved/news/a.html"), vec!["news/a_files/ship%201.png"])
    );
    assert_eq!(article.publisher, None);
}

#[test]
fn a_page_that_lies_nowhere_keeps_the_text_of_its_links() {
    let article = read("", "a.html", &page("One", "<p>See <a href='b.html'>another</a> of them.</p>"));
    assert_eq!((links(&article), place(&article)), (Vec::new(), None));
    assert!(article.body_text().contains("See another of them."));
}

#[test]
fn a_page_that_tells_its_address_links_by_that_and_is_still_found() {
    let inner =
        "<link rel=canonical href='https://old.example/news/a.html'><p>See <a href='b.html'>another</a>.</p>";
    let article = read("saved", "news/a.html", &page("One", inner));
    assert_eq!(links(&article), ["https://old.example/news/b.html"]);
    assert_eq!(place(&article), Some("page://saved/news/a.html"));
}

#[test]
fn markdown_links_to_its_neighbours_too() {
    let text =
        "---\ntitle: One\n---\nSee [two](../two.md), [three](/2020/01/02/three/) and ![a ship](ship.png).\n";
    let article = read("blog", "posts/one/index.md", text);
    assert_eq!(links(&article), ["page://blog/posts/two.md", "page://blog/2020/01/02/three/"]);
    assert_eq!(pictures(&article), ["posts/one/ship.png"]);
}

#[test]
fn pages_in_an_archive_lie_in_that() {
    let mut builder = ::zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (path, text) in
        [("a.html", page("One", "<p><a href='n/b.html'>Two</a></p>")), ("n/b.html", page("Two", ""))]
    {
        builder.start_file(path, ::zip::write::SimpleFileOptions::default()).unwrap();
        builder.write_all(text.as_bytes()).unwrap();
    }
    let bytes = builder.finish().unwrap().into_inner();
    let settings = Settings::default();
    let mut articles = Vec::new();
    import::read_stream(&Source::new("saved.zip", &settings), bytes.as_slice(), &mut |reading| {
        articles.extend(reading.records.into_iter().map(|record| *record.outcome.unwrap()));
    });
    assert_eq!(links(&articles[0]), ["page://saved.zip/n/b.html"]);
    assert_eq!(place(&articles[1]), Some("page://saved.zip/n/b.html"));
    let mut archive = Archive::default();
    archive.extend(articles);
    assert_eq!(archive.lost_page_links(), 0);
}
