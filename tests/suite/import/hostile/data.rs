//! XML, JSON and tables.

use super::{bounded, numbered, swollen};

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
