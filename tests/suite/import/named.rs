//! Records with names of their own: JSON, JSON Lines and CSV of the programs that people have them from.

use backissue::article::{Article, Record};
use backissue::import::{self, Reading, Settings, Source};
use serde_json::json;

use super::read;
use crate::shared;

fn articles(reading: Reading) -> Vec<Article> {
    let article = |record: Record| *record.outcome.unwrap_or_else(|rejection| panic!("{}", rejection.reason));
    reading.records.into_iter().map(article).collect()
}

fn only(document: &serde_json::Value) -> Article {
    let reading = read("export.json", document.to_string().as_bytes());
    assert_eq!(reading.format, "json");
    let mut articles = articles(reading);
    assert_eq!(articles.len(), 1);
    articles.remove(0)
}

fn published(article: &Article) -> String {
    article.published.map(|at| at.to_string()).unwrap_or_default()
}

fn authors(article: &Article) -> Vec<&str> {
    article.authors.iter().map(|person| person.name.as_str()).collect()
}

fn tags(article: &Article) -> Vec<&str> {
    article.tags.iter().map(|tag| tag.as_str()).collect()
}

#[test]
fn trafilatura() {
    let article = only(&json!({
        "title": "The harbour opens", "author": "Ada Quill; Tom Wire", "hostname": "example.org",
        "date": "2023-06-06", "fingerprint": "b9a6e3", "id": null, "license": "CC BY 4.0", "comments": "",
        "raw_text": "The first ship came in at noon.", "text": "The first ship came in at noon.\nIt bore timber.",
        "language": "en", "image": "https://example.org/ship.jpg", "pagetype": "article",
        "source": "https://example.org/a", "source-hostname": "The Harbour Wire", "excerpt": "Nine years of work.",
        "categories": "Trade", "tags": "harbour;ships"
    }));
    assert_eq!((article.title.as_str(), article.body.len()), ("The harbour opens", 2));
    assert_eq!(
        (authors(&article), tags(&article)),
        (vec!["Ada Quill", "Tom Wire"], vec!["harbour", "ships", "Trade"])
    );
    assert_eq!(
        (article.id.as_str(), article.url.as_deref()),
        ("https://example.org/a", Some("https://example.org/a"))
    );
    assert_eq!(article.publisher.unwrap().name, "The Harbour Wire");
    assert_eq!(
        (article.rights.as_deref(), article.standfirst.as_deref()),
        (Some("CC BY 4.0"), Some("Nine years of work."))
    );
}

#[test]
fn news_please_and_newspaper() {
    let article = only(&json!({
        "authors": ["Ada Quill"], "date_download": "2023-06-07 09:00:00", "date_modify": "2023-06-06 12:00:00",
        "date_publish": "2023-06-06 11:43:00", "description": "Nine years of work.", "filename": "a.json",
        "image_url": "https://example.org/ship.jpg", "language": "en", "localpath": null,
        "maintext": "The first ship came in at noon.", "source_domain": "example.org", "title": "The harbour opens",
        "title_page": null, "title_rss": null, "url": "https://example.org/a"
    }));
    assert_eq!((published(&article).as_str(), authors(&article)), ("2023-06-06T11:43:00", vec!["Ada Quill"]));
    assert_eq!(article.modified.unwrap().to_string(), "2023-06-06T12:00:00");
    assert_eq!(article.picture.unwrap().src, "https://example.org/ship.jpg");
    let article = only(&json!({
        "source_url": "https://example.org", "url": "https://example.org/a", "title": "The harbour opens",
        "top_image": "https://example.org/ship.jpg", "publish_date": "Tue, 6 June 2023", "keywords": ["ship", "noon"],
        "text": "The first ship came in at noon.", "tags": [], "meta_description": "Nine years.", "authors": []
    }));
    assert_eq!((published(&article).as_str(), article.keywords.len()), ("2023-06-06", 2));
    assert_eq!(article.standfirst.as_deref(), Some("Nine years."));
}

#[test]
fn newsapi_says_that_its_texts_are_cut_off() {
    let document = json!({"status": "ok", "totalResults": 1, "articles": [{
        "source": {"id": null, "name": "The Harbour Wire"}, "author": "Ada Quill", "title": "The harbour opens",
        "description": "Nine years of work.", "url": "https://example.org/a",
        "urlToImage": "https://example.org/ship.jpg", "publishedAt": "2023-06-06T11:43:00Z",
        "content": "The first ship came in at noon, and … [+1234 chars]"
    }]});
    let reading = read("a.json", document.to_string().as_bytes());
    let record = &reading.records[0];
    assert_eq!(record.place, "articles[0]");
    assert!(record.problems.iter().any(|problem| problem.message.contains("1234")), "{:?}", record.problems);
    let article = only(&document);
    assert_eq!(
        (article.publisher.unwrap().name.as_str(), article.url.as_deref()),
        ("The Harbour Wire", Some("https://example.org/a"))
    );
}

#[test]
fn wordpress_with_and_without_names() {
    let mut post = json!({
        "id": 7, "date": "2023-06-06T11:43:00", "date_gmt": "2023-06-06T09:43:00",
        "guid": {"rendered": "https://example.org/?p=7"}, "modified": "2023-06-07T11:43:00", "slug": "harbour",
        "status": "publish", "type": "post", "link": "https://example.org/2023/06/06/harbour/",
        "title": {"rendered": "The harbour&#8217;s day"}, "author": 3, "tags": [5, 6], "categories": [1],
        "content": {"rendered": "<p>The first ship came in at <em>noon</em>.</p>", "protected": false},
        "excerpt": {"rendered": "<p>The first ship came in at noon. [&hellip;]</p>"}
    });
    let reading = read("posts.json", json!([post]).to_string().as_bytes());
    assert!(reading.records[0].problems.iter().any(|problem| problem.message.contains("numbers")));
    assert_eq!(reading.records[0].slug.as_ref().map(|slug| slug.as_str()), Some("harbour"));
    post["_embedded"] = json!({
        "author": [{"id": 3, "name": "Ada Quill"}],
        "wp:term": [[{"taxonomy": "category", "name": "Trade"}], [{"taxonomy": "post_tag", "name": "ships"}]]
    });
    let article = only(&json!([post]));
    assert_eq!((article.title.as_str(), article.standfirst.as_deref()), ("The harbour’s day", None));
    assert_eq!((authors(&article), tags(&article)), (vec!["Ada Quill"], vec!["ships", "Trade"]));
    assert_eq!(published(&article), "2023-06-06T11:43:00");
}

#[test]
fn ghost_joins_its_tables_and_leaves_drafts_out() {
    let post = |id: &str, status: &str| {
        json!({
            "id": id, "title": "The harbour opens", "slug": "harbour", "html": "<p>The first ship.</p>", "status": status,
            "published_at": "2023-06-06T11:43:00.000Z", "feature_image": "https://example.org/ship.jpg"
        })
    };
    let document = json!({"db": [{"data": {
        "posts": [post("a", "published"), post("b", "draft")],
        "tags": [{"id": "t", "name": "ships"}], "posts_tags": [{"post_id": "a", "tag_id": "t"}],
        "users": [{"id": "u", "name": "Ada Quill"}], "posts_authors": [{"post_id": "a", "author_id": "u"}]
    }}]});
    let mut records = read("ghost.json", document.to_string().as_bytes()).records;
    assert_eq!(records.len(), 2);
    assert!(records.remove(1).outcome.unwrap_err().reason.contains("draft"));
    let article = records.remove(0).outcome.unwrap();
    assert_eq!((authors(&article), tags(&article)), (vec!["Ada Quill"], vec!["ships"]));
}

#[test]
fn dev_to() {
    let article = only(&json!([{
        "type_of": "article", "id": 99, "title": "The harbour opens", "description": "Nine years.",
        "published_at": "2023-06-06T11:43:00Z", "tag_list": ["ships", "harbour"], "tags": "ships, harbour",
        "url": "https://example.org/ada/harbour", "canonical_url": "https://example.org/ada/harbour",
        "cover_image": "https://example.org/ship.jpg", "body_html": "<p>The first ship.</p>",
        "body_markdown": "The first ship.", "user": {"name": "Ada Quill", "username": "ada"}
    }]));
    assert_eq!((authors(&article), tags(&article)), (vec!["Ada Quill"], vec!["ships", "harbour"]));
}

#[test]
fn tables_of_any_delimiter() {
    for mark in [",", ";", "\t", "|"] {
        let rows = ["Headline/Text/Date/Tags", "The harbour opens/\"The first\nship.\"/06.06.2023/ships"];
        let table = rows.join("\r\n").replace('/', mark) + "\r\n";
        let reading = read("a.csv", table.as_bytes());
        assert_eq!((reading.format, reading.records[0].place.as_str()), ("csv", "line 2"), "{table}");
        let article = articles(reading).remove(0);
        assert_eq!(
            (article.title.as_str(), published(&article).as_str()),
            ("The harbour opens", "2023-06-06")
        );
        assert_eq!(tags(&article), ["ships"]);
    }
    let reading = read("a.csv", b"title,text,date\nA,b\n");
    assert!(reading.records[0].problems.iter().any(|problem| problem.message.contains("2 of 3 columns")));
}

#[test]
fn a_bad_line_is_rejected_and_the_others_are_not() {
    let lines = "{\"title\": \"One\"}\n{\"title\": \n\n[1]\n{\"n\": 1}\n{\"title\": \"Two\"}";
    let records = read("a.jsonl", lines.as_bytes()).records;
    let outcomes: Vec<(&str, bool)> =
        records.iter().map(|record| (record.place.as_str(), record.outcome.is_ok())).collect();
    assert_eq!(
        outcomes,
        [("line 1", true), ("line 2", false), ("line 4", false), ("line 5", false), ("line 6", true)]
    );
}

#[test]
fn what_is_asked_for_is_taken_instead_of_the_guess() {
    let settings = Settings { fields: "title=meta.h,body=b,tags=".parse().unwrap(), ..Settings::default() };
    let document =
        json!([{"title": "No", "meta": {"h": "Yes"}, "b": "Text", "tags": ["no"], "html": "<p>No"}]);
    let reading = import::read(&Source::new("a.json", &settings), document.to_string().as_bytes());
    let origins: Vec<String> =
        reading.records[0].origins.iter().map(|origin| format!("{}={}", origin.field, origin.from)).collect();
    assert_eq!(origins, ["title=meta.h", "body=b"]);
    let article = articles(reading).remove(0);
    assert_eq!((article.title.as_str(), article.body_text().as_str()), ("Yes", "Text\n"));
    assert!(article.tags.is_empty());
}

#[test]
fn json_that_holds_no_articles_is_rejected_with_a_hint() {
    for text in
        ["{}", "[1, 2]", "{\"type\": \"FeatureCollection\", \"features\": [{\"geometry\": 1}]}", "[[]]"]
    {
        let records = read("a.json", text.as_bytes()).records;
        assert!(records[0].outcome.as_ref().unwrap_err().hint.contains("--map"), "{text}");
    }
    assert!(read("a.json", "[".repeat(100_000).as_bytes()).records[0].outcome.is_err());
}

#[test]
fn every_record_of_reuters_is_read() {
    let Some(bytes) = shared::bytes("corpora/reuters-21578.jsonl.xz") else { return };
    let reading = read("reuters-21578.jsonl", &bytes);
    assert_eq!((reading.format, reading.records.len()), ("json-lines", 21_578));
    let articles: Vec<&Article> =
        reading.records.iter().filter_map(|record| record.outcome.as_deref().ok()).collect();
    let dated = articles.iter().filter(|article| article.published.is_some()).count();
    // One record is empty, and one date is none: '605:12:19'.
    assert_eq!((articles.len(), dated), (21_577, 21_576));
    assert_eq!(articles[0].published.unwrap().to_string(), "1987-02-26T15:01:01");
    assert!(articles[0].body.len() > 10);
}
