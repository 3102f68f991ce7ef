//! Pages that parsers are slow with, alone and inside of other formats.

use backissue::archive::ledger::Fate;

use super::{bounded, numbered, swollen};

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
