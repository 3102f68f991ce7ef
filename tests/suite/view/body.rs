//! The blocks and spans of an article in its page.

use backissue::article::{Article, Block, Person, Picture, RelatedLink, Span};
use proptest::prelude::*;
use scraper::Html;

use super::{all, paragraph, reader, texts};
use crate::archive_strategies::blocks;

fn body(blocks: Vec<Block>) -> Html {
    reader(Article { body: blocks, ..Article::default() })
}

fn solid(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn all_words_of_a_body_are_there_in_their_order(blocks in blocks()) {
        let article = Article { body: blocks.clone(), ..Article::default() };
        let page = body(blocks);
        prop_assert_eq!(solid(&texts(&page, ".reader .body").concat()), solid(&article.body_text()));
    }

    #[test]
    fn a_body_has_only_known_elements_and_safe_addresses(blocks in blocks()) {
        const KNOWN: [&str; 31] = [
            "p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "footer", "cite", "figure",
            "figcaption", "img", "span", "div", "section", "table", "caption", "thead", "tbody", "tr", "th", "td", "pre",
            "code", "a", "em", "strong", "br",
        ];
        let page = body(blocks);
        for element in all(&page, ".reader .body *") {
            prop_assert!(KNOWN.contains(&element.value().name()), "{}", element.html());
            for (name, value) in element.value().attrs() {
                prop_assert!(!name.starts_with("on") && name != "style", "{}", element.html());
                let is_safe = ["http://", "https://", "mailto:"].iter().any(|scheme| value.starts_with(scheme));
                prop_assert!(name != "href" || is_safe, "{}", element.html());
            }
        }
    }
}

#[test]
fn lists_quotes_and_headings_keep_their_structure() {
    let inner = Block::List { start: Some(4), items: vec![vec![paragraph("four")]] };
    let page = body(vec![
        Block::Heading { level: 2, text: vec![Span::text("Two")] },
        Block::Heading { level: 6, text: vec![Span::text("Six")] },
        Block::List { start: None, items: vec![vec![paragraph("one")], vec![paragraph("two"), inner]] },
        Block::Quote { blocks: vec![paragraph("said")], source: vec![Span::text("Ann")] },
        Block::Quote { blocks: vec![paragraph("unsaid")], source: vec![] },
        paragraph("first\nsecond"),
    ]);
    assert_eq!(
        (texts(&page, ".body h2"), texts(&page, ".body h6")),
        (vec!["Two".into()], vec!["Six".into()])
    );
    assert_eq!(texts(&page, ".body > ul > li"), ["one", "twofour"]);
    assert_eq!(texts(&page, ".body ul ol[start='4'] > li"), ["four"]);
    assert_eq!(texts(&page, ".body blockquote > footer > cite"), ["Ann"]);
    assert_eq!(all(&page, ".body blockquote").len(), 2);
    assert_eq!(all(&page, ".body > p > br").len(), 1);
}

#[test]
fn tables_code_and_pictures_keep_their_parts() {
    let cells = |texts: [&str; 2]| texts.map(|text| vec![Span::text(text)]).to_vec();
    let (caption, head) = (vec![Span::text("Prices")], vec![cells(["year", "pence"])]);
    let picture = Picture {
        src: "https://example.net/a.jpg".to_owned(),
        alt: Some("A \"press\"".to_owned()),
        caption: Some("The press".to_owned()),
        credit: Some("Ann".to_owned()),
        ..Default::default()
    };
    let code = "if a < b {\n    <b>x</b>\n}";
    let page = body(vec![
        Block::Table { caption, head, rows: vec![cells(["1855", "1"]), cells(["1861", "2"])] },
        Block::Code { language: Some("rust".to_owned()), text: code.to_owned() },
        Block::Figure(picture),
        Block::Embed { url: "https://example.org/film".to_owned(), title: Some("A film".to_owned()) },
    ]);
    assert_eq!(texts(&page, ".body table > caption"), ["Prices"]);
    assert_eq!(texts(&page, ".body thead th[scope=col]"), ["year", "pence"]);
    assert_eq!(texts(&page, ".body tbody td"), ["1855", "1", "1861", "2"]);
    assert_eq!(texts(&page, ".body pre > code"), [code]);
    assert_eq!(texts(&page, ".body figcaption > *"), ["The press", "Ann"]);
    let image = all(&page, ".body figure > img[width][height]")[0];
    assert_eq!(
        (image.attr("alt"), image.attr("src")),
        (Some("A \"press\""), Some("https://example.net/a.jpg"))
    );
    assert_eq!(image.attr("referrerpolicy"), Some("no-referrer"));
    assert_eq!(texts(&page, ".body a[href='https://example.org/film']"), ["A film"]);
}

#[test]
fn unsafe_addresses_are_only_text_wherever_they_stand() {
    let bad = [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:x",
        "data:text/html,x",
        "vbscript:x",
        "//x",
    ];
    let links = bad.iter().map(|url| {
        Block::Paragraph(vec![Span::Link { url: (*url).to_owned(), text: vec![Span::text("click")] }])
    });
    let embeds =
        bad.iter().map(|url| Block::Embed { url: (*url).to_owned(), title: Some("click".to_owned()) });
    let page = reader(Article {
        url: Some(bad[0].to_owned()),
        body: links.chain(embeds).collect(),
        related: bad.iter().map(|url| RelatedLink { url: (*url).to_owned(), title: None }).collect(),
        authors: vec![Person { name: "Ann".to_owned(), url: Some(bad[0].to_owned()) }],
        ..Article::default()
    });
    assert_eq!(texts(&page, ".body p"), ["click"; 12]);
    assert_eq!(all(&page, ".body a").len(), 0);
    for link in all(&page, "main a[href]") {
        let href = link.attr("href").unwrap();
        assert!(href.starts_with("../"), "{href}");
    }
}
