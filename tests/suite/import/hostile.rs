//! Sources that were made to do harm: nested, repeated and swollen. What comes of them is bounded by what they hold,
//! and each record is accounted for. Nothing here looks at a clock: what grows with the square of a source would
//! not end.

use backissue::archive::ledger::{Fate, Ledger};
use backissue::article::Record;
use backissue::import::{self, Format, Reading, Settings, Source};

use super::whole::check;

fn read_as(format: &str, text: &str) -> Reading {
    let format: Format = format.parse().unwrap();
    let settings = Settings { format: Some(format), ..Settings::default() };
    import::read(&Source::new("posts/a", &settings), text.as_bytes())
}

/// The size of a record as an archive and a ledger hold it, in bytes.
fn size(record: &Record) -> usize {
    let problems: usize =
        record.problems.iter().map(|problem| problem.place.len() + problem.message.len()).sum();
    let said = match &record.outcome {
        Ok(article) => serde_json::to_string(&article.body).unwrap().len() + article.title.len(),
        Err(rejection) => rejection.reason.len() + rejection.hint.len(),
    };
    problems + said
}

/// Imports `text`, and checks that no more comes of it than it holds, some times over.
fn bounded(format: &str, text: &str) -> Ledger {
    let reading = read_as(format, text);
    let size: usize = reading.records.iter().map(size).sum();
    let most = 12 * text.len() + 500 * reading.records.len() + 10_000;
    assert!(size < most, "{format}: {size} of {}: {:.60}", text.len(), text);
    check("a", vec![reading])
}

/// A beginning, many times a unit, and an end.
fn swollen(start: &str, unit: &str, times: usize, end: &str) -> String {
    format!("{start}{}{end}", unit.repeat(times))
}

/// The same, with `#` in the unit a number.
fn numbered(start: &str, unit: &str, times: usize, end: &str) -> String {
    let units: String = (0..times).map(|n| unit.replace('#', &n.to_string())).collect();
    format!("{start}{units}{end}")
}

const WORDS: &str = "The first ship came in at noon, and with it the rain that the town had waited for.";

/// Markup that parsers are slow with, or worse.
const MARKUP: [&str; 26] = [
    "<div>",
    "</div>",
    "<b a=#>",
    "<b a=#></i>",
    "<b><i a=#></b>",
    "<a href=#>",
    "<a href=#>x</a>",
    "<table><tr><td>",
    "<table>",
    "<ul><li>",
    "<p a=#><b></p>",
    "<blockquote>",
    "<zz ",
    "<zz-# ",
    "<zz-#>",
    "</zz-#>",
    "<!--",
    "<![CDATA[",
    "<svg><p>",
    "<select><option>",
    "<template>",
    "<iframe>",
    "<textarea>",
    "<img src=#>",
    "<font size=#><p>",
    "&#;",
];

#[test]
fn swollen_html_gives_one_record_of_its_size() {
    for unit in MARKUP {
        for text in [
            numbered("<html><body><p>", unit, 2_000, WORDS),
            format!("<html><body><p>{WORDS}{}", numbered("", unit, 2_000, WORDS)),
        ] {
            let ledger = bounded("html", &text);
            assert_eq!(ledger.lines().len(), 1, "{unit}");
        }
    }
    let deep = swollen("<html>", "<div>", 100_000, WORDS);
    let ledger = bounded("html", &deep);
    assert!(matches!(ledger.lines()[0].fate, Fate::Kept(_)), "{:?}", ledger.lines());
}

#[test]
fn swollen_html_inside_of_other_formats_is_bounded_too() {
    for unit in MARKUP {
        let html = numbered("", unit, 2_000, WORDS);
        let json = serde_json::json!({ "title": "One", "html": format!("<p>{html}") }).to_string();
        assert_eq!(bounded("json", &json).lines().len(), 1, "{unit}");
        assert_eq!(bounded("json-lines", &json).lines().len(), 1, "{unit}");
        let feed = serde_json::json!({ "version": "https://jsonfeed.org/version/1.1",
            "items": [{ "id": "1", "content_html": html }] });
        assert_eq!(bounded("json-feed", &feed.to_string()).lines().len(), 1, "{unit}");
        let item = format!("<item><title>One</title><description><![CDATA[{html}]]></description></item>");
        bounded("feed", &format!("<rss><channel>{item}</channel></rss>"));
        bounded("wordpress", &format!("<rss><channel>{item}</channel></rss>"));
    }
}

#[test]
fn swollen_markdown_gives_one_record_of_its_size() {
    for unit in [
        "[[[[",
        "> > > > ",
        "> ",
        "{{<",
        "{{",
        "{% ",
        "{# ",
        "{{<>}}",
        "{% raw %}",
        "{{< a >}}",
        "`{{`",
        "* ",
        "- - ",
        "1. ",
        "*a_",
        "**",
        "`",
        "```\n",
        "~~~\n",
        "<div>",
        "<img src=\"a\">",
        "![",
        "![a](b)",
        "[^#]: a\n",
        "[^#]",
        "[#]: /u\n",
        "|",
        "|-",
        "a|b\n-|-\n",
        "\\",
        "&",
        "- [ ] ",
        ": ",
        "a\n: b\n",
        "{:",
        "<!-- ",
        "{{<\n",
        "{%\n",
        "{{ a ",
    ] {
        for end in ["", ">}}%}}}"] {
            for start in ["# T\n\n", "---\ntitle: T\n---\n"] {
                let ledger = bounded("markdown", &numbered(start, unit, 4_000, end));
                assert_eq!(ledger.lines().len(), 1, "{unit}");
            }
        }
    }
}

#[test]
fn swollen_front_matter_gives_one_record_of_its_size() {
    for unit in [
        "- a\n",
        "a#: b\n",
        "a: \"b\n",
        "[",
        "{",
        "- ",
        "a: &a#\n",
        "*a ",
        "a: [b, c]\n",
        "? ",
        "tags: [a#]\n",
        "a: |\n",
        "'",
    ] {
        for end in ["\n---\nText.\n", "", "\n---\n"] {
            for start in ["---\ntitle: a: b: c\n", "---\ntitle: T\n"] {
                let ledger = bounded("markdown", &numbered(start, unit, 12_000, end));
                assert_eq!(ledger.lines().len(), 1, "{unit}");
            }
        }
    }
}

#[test]
fn swollen_xml_gives_its_records() {
    let laughs: String = (1..10).map(|n| format!("<!ENTITY l{n} \"{}\">", "&l0;".repeat(10))).collect();
    let bomb = format!(
        "<!DOCTYPE l [<!ENTITY l0 \"lol\">{laughs}]><rss><channel><item><title>&l9;</title></item></channel></rss>"
    );
    let ledger = bounded("feed", &bomb);
    assert_eq!(ledger.lines().len(), 1);
    for unit in [
        "<a>",
        "</a>",
        "<a b=\"",
        "<a xmlns:b#=\"http://purl.org/rss/1.0/\">",
        "<b#:a xmlns:b#='c'/>",
        "<![CDATA[",
        "<!--",
        "<?a ",
        "&a;",
        "&#",
        "<item>",
        "<item/>",
        "<category>a#</category>",
        "<dc:creator>A #</dc:creator>",
        "<media:group>",
        "<!DOCTYPE a [",
        "<link href='#'/>",
        "<wp:postmeta>",
        "<media:content url='http://a.example/#.png'/>",
        "[caption]",
        "[gallery ids=\"1\"]",
        "[a#]",
        "[/caption]",
        "<enclosure url='http://a.example/#'/>",
    ] {
        for start in [
            "<rss><channel>",
            "<rss><channel><item><title>One</title>",
            "<feed><entry><title>One</title>",
            "<rss><channel><item><title>One</title><description>",
        ] {
            let text = numbered(start, unit, 5_000, "");
            bounded("feed", &text);
            bounded("wordpress", &text);
        }
    }
    let attributes = numbered("<rss", " xmlns:b#='c'", 20_000, ">");
    bounded("feed", &numbered(&format!("{attributes}<channel>"), "<b#:item/>", 20_000, ""));
}

#[test]
fn swollen_json_gives_its_records() {
    for deep in ["[", "{\"a\":", "[{\"a\":["] {
        for format in ["json", "json-lines", "json-feed"] {
            let ledger = bounded(format, &swollen("", deep, 100_000, ""));
            assert_eq!(ledger.rejections().count(), 1);
        }
    }
    for lone in [r#"{"title":"\ud800","text":"x"}"#, r#"{"title":"\udc00\ud800","text":"x"}"#] {
        let ledger = bounded("json-lines", &format!("{lone}\n{{\"title\":\"Two\"}}\n"));
        assert_eq!((ledger.lines().len(), ledger.rejections().count()), (2, 1));
        assert_eq!(ledger.lines()[0].place, "line 1");
    }
    let many = numbered("{\"title\":\"One\",\"tags\":[", "\"a#\",", 100_000, "\"z\"]}");
    assert_eq!(bounded("json", &many).lines().len(), 1);
    let many = numbered("{\"title\":\"One\",\"authors\":[", "\"Ann B#\",", 100_000, "\"Z Z\"]}");
    assert_eq!(bounded("json", &many).lines().len(), 1);
    let many = numbered("{\"title\":\"One\",", "\"a#\":1,", 100_000, "\"z\":1}");
    assert_eq!(bounded("json", &many).lines().len(), 1);
}

#[test]
fn swollen_tables_give_their_records() {
    let columns = numbered("title,text", ",c#", 200_000, "\n");
    let ledger = bounded("csv", &format!("{columns}One,Text.\nTwo,Text.{}\n", ",x".repeat(200_000)));
    assert_eq!(ledger.summary().imported, 2);
    let ledger = bounded("csv", &numbered("title,text\nOne,\"never closed\n", "Two#,x\n", 100_000, ""));
    assert_eq!(ledger.lines().len(), 1);
    let ledger = bounded("csv", &swollen("title,text\n", "\n", 100_000, "One,x\n"));
    assert_eq!((ledger.lines().len(), ledger.lines()[0].place.as_str()), (1, "line 100002"));
}

#[test]
fn swollen_text_gives_one_record_of_its_size() {
    for unit in [
        "a",
        "a ",
        "a\n",
        "\n",
        "\"",
        "“",
        "(",
        ". ",
        "A. ",
        "Dr. ",
        "a, ",
        "http://a.example/# ",
        "https://a.example/#.jpg\n",
        "2023-06-06 ",
        "27.02.2026\n",
        "/html/head/meta\n",
        "© Photo : Ann\n",
        "1920 1080 true\n",
        "Wire desk@example.org +10005550100 Trust 252 60\n",
        "en_EN\n",
        "\u{300}",
        "字",
        "a#\n",
        "A# B\n\n",
        "A, B, C#\n",
    ] {
        for start in ["", " date 2023-06-06 https://example.org/a.html\n\nOld mill\n\n"] {
            let ledger = bounded("crawl-text", &numbered(start, unit, 5_000, ""));
            assert_eq!(ledger.lines().len(), 1, "{unit}");
        }
    }
}
