//! Prerendered pages say all that an article says, and nothing that it must not.

mod body;

use std::fs;
use std::path::Path;

use backissue::archive::Archive;
use backissue::article::{Article, Block, Date, Language, Person, Span, Tag, Timestamp};
use backissue::publish::{Publication, Viewer, publish};
use scraper::{ElementRef, Html, Selector};

const PAGE: &str = "<!doctype html><html lang=\"en\" data-root=\"./\"><head><!--head--><script type=\"module\">x</script>\
    </head><body><div id=\"app\"><!--app--></div><!--data--></body></html>";

/// Publishes an archive and reads pages of it.
struct Site(tempfile::TempDir);

impl Site {
    fn of(archive: &Archive) -> Self {
        let temp = tempfile::tempdir().unwrap();
        let folder = temp.path().join("viewer");
        fs::create_dir(&folder).unwrap();
        for (name, text) in [("index.html", PAGE), ("v.js", ""), ("v_bg.wasm", "")] {
            fs::write(folder.join(name), text).unwrap();
        }
        let site = temp.path().join("site");
        publish(archive, &Viewer::load(&folder).unwrap(), &Publication::to(&site)).unwrap();
        Self(temp)
    }

    fn page(&self, path: impl AsRef<Path>) -> Html {
        let file = self.0.path().join("site").join(path).join("index.html");
        Html::parse_document(&fs::read_to_string(file).unwrap())
    }
}

/// The page of one article, which is called `A` and has no date unless it says otherwise.
fn reader(article: Article) -> Html {
    let folder = article.published.map_or("undated".to_owned(), |at| at.date.to_string().replace('-', "/"));
    let mut archive = Archive::new("Archive");
    archive.extend([Article { id: "a".to_owned(), title: "A".to_owned(), ..article }]);
    Site::of(&archive).page(Path::new(&folder).join("a"))
}

pub(crate) fn all<'a>(page: &'a Html, css: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(css).unwrap()).collect()
}

pub(crate) fn texts(page: &Html, css: &str) -> Vec<String> {
    all(page, css).iter().map(|element| element.text().collect()).collect()
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph(vec![Span::text(text)])
}

#[test]
fn times_are_machine_readable_and_changes_are_told() {
    let at = |text: &str| text.parse::<Timestamp>().ok();
    let page = reader(Article {
        published: at("1858-08-16T10:50-05:00"),
        modified: at("1858-08-17"),
        authors: ["Ann Moss", "Ben"].map(|name| Person { name: name.to_owned(), url: None }).to_vec(),
        body: vec![paragraph(&"word ".repeat(500))],
        ..Article::default()
    });
    let times: Vec<_> =
        all(&page, ".byline time").iter().map(|time| time.attr("datetime").unwrap()).collect();
    assert_eq!(times, ["1858-08-16T10:50:00-05:00", "1858-08-17"]);
    assert_eq!(
        texts(&page, ".byline > span"),
        ["By Ann Moss, Ben", "16 August 1858", "changed 17 August 1858", "3 min"]
    );
}

#[test]
fn scripts_that_run_from_right_to_left_say_so_and_so_do_their_cards() {
    let language = Language::parse("ar");
    let page = reader(Article { language: language.clone(), ..Article::default() });
    assert_eq!(all(&page, "article.reader[lang=ar][dir=rtl]").len(), 1);
    let page = reader(Article { language: Language::parse("ru"), ..Article::default() });
    assert_eq!(all(&page, "article.reader[lang=ru][dir=ltr]").len(), 1);
    let mut archive = Archive::new("Archive");
    archive.extend([Article { id: "a".into(), title: "أخبار".into(), language, ..Article::default() }]);
    assert_eq!(all(&Site::of(&archive).page(""), "article.card[lang=ar][dir=rtl]").len(), 1);
}

#[test]
fn lists_count_what_they_hold() {
    let mut archive = Archive::new("Archive");
    archive.extend((0..31_u16).map(|number| {
        Article {
            id: format!("{number:02}"),
            title: format!("Article {number}"),
            section: Some(if number < 10 { "Wire" } else { "Print" }.to_owned()),
            tags: [Some("news"), (number == 0).then_some("rare")]
                .into_iter()
                .flatten()
                .filter_map(Tag::new)
                .collect(),
            published: Date::new(1900 + number, 1, 1).map(Timestamp::day),
            ..Article::default()
        }
    }));
    let site = Site::of(&archive);
    let (first, second) = (site.page(""), site.page("page/2"));
    for page in [&first, &second] {
        assert_eq!(texts(page, "h1"), ["All articles"]);
        assert_eq!(texts(page, ".results-count"), ["31 articles"]);
        assert_eq!(texts(page, ".facet-name"), ["Print", "Wire", "news", "rare"]);
        assert_eq!(texts(page, ".facet-count"), ["21", "10", "31", "1"]);
    }
    let newest: Vec<String> = (1..31).rev().map(|number| format!("Article {number}")).collect();
    assert_eq!(
        (texts(&first, ".card-headline"), texts(&second, ".card-headline")),
        (newest, vec!["Article 0".into()])
    );
    assert_eq!(all(&second, "time[datetime='1900-01-01']").len(), 1);
    assert_eq!(texts(&second, ".pager [aria-current=page]"), ["2"]);
    assert_eq!(texts(&Site::of(&Archive::default()).page(""), ".results-count"), ["0 articles"]);
}
