//! Small sites for the tests of what pages and feeds say: an archive with all that is odd about articles, published.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use backissue::archive::Archive;
use backissue::article::{Article, Language, Person, Picture, Publisher, Tag, html};
use backissue::publish::{Config, Publication, Summary, Viewer, publish};
use scraper::{Html, Selector};

const PAGE: &str = "<!doctype html><html lang=\"en\" data-root=\"./\"><head><!--head--><script type=\"module\">x</script>\
    </head><body><div id=\"app\"><!--app--></div><!--data--></body></html>";

/// Where the sites of these tests are found.
pub(crate) const BASE: &str = "https://news.example/a/b/";

/// A title that tries to leave wherever it is put.
pub(crate) const HOSTILE: &str = "</script></title>\"'& ]]> <!-- 🦅 \u{202e}أخبار\u{202c} <b>&amp;";

/// Its page and its files.
pub(crate) struct Published {
    pub(crate) files: BTreeMap<String, Vec<u8>>,
    pub(crate) summary: Summary,
}

impl Published {
    /// The site of an archive with a configuration.
    pub(crate) fn of(archive: &Archive, config: &str) -> Self {
        let temp = tempfile::tempdir().unwrap();
        let (viewer, site) = (temp.path().join("viewer"), temp.path().join("site"));
        fs::create_dir(&viewer).unwrap();
        for (name, text) in [("index.html", PAGE), ("v.js", ""), ("v_bg.wasm", "")] {
            fs::write(viewer.join(name), text).unwrap();
        }
        fs::write(temp.path().join("logo.png"), "logo").unwrap();
        fs::write(temp.path().join("backissue.toml"), config).unwrap();
        let config = Config::load(&temp.path().join("backissue.toml")).unwrap();
        let publication = Publication {
            beside: temp.path().to_owned(),
            base_path: config.base_path().unwrap_or("/").to_owned(),
            config: &config,
            ..Publication::to(&site)
        };
        let summary = publish(archive, &Viewer::load(&viewer).unwrap(), &publication).unwrap();
        Self { files: files(&site), summary }
    }

    pub(crate) fn text(&self, path: &str) -> &str {
        let bytes = self.files.get(path).unwrap_or_else(|| panic!("there is no {path}"));
        std::str::from_utf8(bytes).unwrap()
    }

    /// A page by its folder.
    pub(crate) fn page(&self, folder: &str) -> Html {
        Html::parse_document(self.text(&format!("{folder}index.html")))
    }
}

/// All files of a folder, by their paths in it, with `/`.
pub(crate) fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    collect(folder, folder, &mut files);
    files
}

fn collect(root: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(root, &path, files);
        } else {
            let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            files.insert(name, fs::read(&path).unwrap());
        }
    }
}

/// The values of an attribute of all elements that a selector finds.
pub(crate) fn attributes(page: &Html, css: &str, name: &str) -> Vec<String> {
    let css = Selector::parse(css).unwrap();
    page.select(&css).map(|element| element.attr(name).unwrap().to_owned()).collect()
}

fn article(id: &str, title: &str, published: Option<&str>) -> Article {
    Article {
        id: id.to_owned(),
        title: title.to_owned(),
        published: published.map(|text| text.parse().unwrap()),
        ..Article::default()
    }
}

fn tags(texts: &[&str]) -> Vec<Tag> {
    texts.iter().map(|text| Tag::new(text).unwrap()).collect()
}

/// Own and other people's texts; hostile, undated, nameless and empty ones.
pub(crate) fn odd_archive() -> Archive {
    let mut archive = Archive::new("The Wire & Co");
    archive.description = Some("News \"by\" <wire>".to_owned());
    archive.language = Language::parse("en");
    let body = "<p>The <em>first</em> cable of the morning came in at noon.</p><figure><img src=\"in a.png\" alt=\"\"></figure>\
        <ul><li><p>x</p><figure><img src=\"b.png\" alt=\"b\"></figure></li></ul>\
        <iframe src=\"https://video.example/1\" title=\"A film\"></iframe>";
    let whole = Article {
        standfirst: Some("What came in by cable.".to_owned()),
        authors: vec![
            Person { name: "Ann Bell".to_owned(), url: Some("https://ann.example/".to_owned()) },
            Person { name: "Bo \"Wire\" Ek".to_owned(), url: None },
        ],
        modified: Some("2023-07-01".parse().unwrap()),
        section: Some("World & <sea>".to_owned()),
        tags: tags(&["cables", "a&b <c> \"d\""]),
        picture: Some(Picture {
            src: "lead ü.png".to_owned(),
            width: Some(1600),
            height: Some(900),
            alt: Some("A \"cable\"".to_owned()),
            ..Picture::default()
        }),
        body: html::read(body, None).0,
        rights: Some("© Ann".to_owned()),
        ..article("whole", "A hello by cable", Some("2023-06-06T11:43:00+03:00"))
    };
    let hostile = Article {
        tags: tags(&["cables", "Кабель"]),
        body: html::read("<p>&lt;script&gt;alert(1)&lt;/script&gt; ]]&gt;</p>", None).0,
        ..article("urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a", HOSTILE, Some("2023-06-05"))
    };
    let elsewhere = Article {
        url: Some("https://paper.example/one?a=1&b=2".to_owned()),
        publisher: Some(Publisher {
            name: "The Paper".to_owned(),
            url: Some("https://paper.example/".to_owned()),
            ..Publisher::default()
        }),
        picture: Some(Picture { src: "https://cdn.example/p.jpg?w=1&h=2".to_owned(), ..Picture::default() }),
        language: Language::parse("ar"),
        body: html::read(&format!("<h2>Head</h2><p>{}</p>", "many words, ".repeat(40)), None).0,
        ..article("https://paper.example/one?a=1&b=2", "From the paper", Some("1858-08-16T10:00"))
    };
    let moved = Article {
        url: Some(format!("{BASE}old/")),
        ..article("old one", "Once at another address", Some("2001-01-01T10:00:00Z"))
    };
    let drawn = Picture { src: "drawn.svg".to_owned(), ..Picture::default() };
    let nameless = Article { picture: Some(drawn), ..article("nameless", "Bare\u{7}\u{0} bones", None) };
    archive.extend([whole, hostile, elsewhere, moved, nameless]);
    archive
}

/// The configuration of most of these tests.
pub(crate) fn config() -> String {
    format!("base_url = \"{BASE}\"\nlogo = \"logo.png\"\naccent = \"#123456\"\nrights = \"All & none\"\n")
}
