//! Feeds and sitemap, as independent parsers read them.

use std::collections::BTreeSet;

use backissue::archive::{Archive, Entry};
use backissue::article::{Article, Date, Timestamp};
use backissue::site::facet_slug;
use feed_rs::model;
use roxmltree::{Document, Node};
use scraper::Selector;

use crate::published::{BASE, Published, config, odd_archive};

const SITE_FEEDS: [&str; 3] = ["feed.xml", "rss.xml", "feed.json"];

fn site() -> Published {
    Published::of(&odd_archive(), &config())
}

/// Without letters that XML can't hold.
fn shown(text: &str) -> String {
    text.replace(['\u{7}', '\u{0}'], "")
}

fn url(entry: &Entry) -> String {
    let folder = entry.article.published.map(|at| at.date.to_string().replace('-', "/"));
    format!("{BASE}{}/{}/", folder.unwrap_or("undated".to_owned()), entry.slug)
}

fn seconds(at: &Timestamp) -> i64 {
    at.order_key() - 719_528 * 86_400
}

fn xml_files(site: &Published) -> impl Iterator<Item = &str> {
    site.files.keys().map(String::as_str).filter(|path| path.ends_with(".xml"))
}

/// Strictly parsed: entities, namespaces and letters that XML can't hold are all checked.
fn document<'a>(site: &'a Published, path: &str) -> Document<'a> {
    Document::parse(site.text(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The elements of a name, with their texts.
fn elements<'a>(document: &'a Document<'_>, name: &str) -> Vec<(Node<'a, 'a>, &'a str)> {
    let found = document.descendants().filter(|node| node.tag_name().name() == name);
    found.map(|node| (node, node.text().unwrap_or_default())).collect()
}

#[test]
fn browsers_are_told_of_the_search() {
    let site = site();
    let description = document(&site, "opensearch.xml");
    let root = description.root_element().tag_name();
    let namespace = Some("http://a9.com/-/spec/opensearch/1.1/");
    assert_eq!((root.name(), root.namespace()), ("OpenSearchDescription", namespace));
    let templates = elements(&description, "Url").into_iter().map(|(url, _)| url.attribute("template"));
    assert_eq!(templates.collect::<Vec<_>>(), [Some(&*format!("{BASE}?q={{searchTerms}}"))]);
    let names = elements(&description, "ShortName");
    assert!(matches!(&*names, [(_, name)] if (1..=16).contains(&name.chars().count())));
    let page = site.page("about/");
    let link = Selector::parse("link[rel=search][type='application/opensearchdescription+xml']").unwrap();
    let hrefs: Vec<_> = page.select(&link).map(|link| link.attr("href")).collect();
    assert_eq!(hrefs, [Some("../opensearch.xml")]);
}

#[test]
fn every_xml_file_is_well_formed() {
    let site = site();
    assert_eq!(xml_files(&site).count(), 8);
    for path in xml_files(&site) {
        assert!(document(&site, path).descendants().count() > 5, "{path}");
    }
}

fn compare(path: &str, found: &model::Entry, entry: &Entry) {
    let article = &entry.article;
    let place = format!("{path}: {}", article.title);
    let title = if path.ends_with(".json") { article.title.clone() } else { shown(&article.title) };
    assert_eq!(found.title.as_ref().unwrap().content, title, "{place}");
    assert!(found.links.iter().any(|link| link.href == url(entry)), "{place}: {:?}", found.links);
    assert_eq!(found.published.map(|at| at.timestamp()), article.published.as_ref().map(seconds), "{place}");
    let authors: Vec<String> = found.authors.iter().filter_map(|person| person.name.clone()).collect();
    let publisher = article.publisher.iter().map(|publisher| publisher.name.clone());
    let named: Vec<String> = article.authors.iter().map(|person| person.name.clone()).collect();
    let mut named = if named.is_empty() { publisher.collect() } else { named };
    if named.is_empty() && path.ends_with(".json") {
        // By the standard, an item without authors has those of the feed.
        named.push("The Wire & Co".to_owned());
    }
    assert_eq!(authors, named, "{place}");
    let categories = |is_tag: bool| {
        let wanted = found.categories.iter().filter(move |category| category.scheme.is_none() == is_tag);
        wanted.map(|category| category.term.clone()).collect::<Vec<_>>()
    };
    let tags: Vec<String> = article.tags.iter().map(ToString::to_string).collect();
    assert_eq!(categories(true), tags, "{place}");
    if !path.ends_with(".json") {
        assert_eq!(categories(false), article.section.iter().cloned().collect::<Vec<_>>(), "{place}");
    }
    if article.id.contains(':') {
        assert_eq!(found.id, article.id, "{place}");
    } else {
        assert_eq!(found.id, url(entry), "{place}");
    }
}

#[test]
fn the_feeds_say_what_the_archive_says() {
    let (site, archive) = (site(), odd_archive());
    for path in SITE_FEEDS {
        let feed = feed_rs::parser::parse(site.files[path].as_slice()).unwrap();
        assert_eq!(feed.title.unwrap().content, "The Wire & Co");
        assert_eq!(feed.description.unwrap().content, "News \"by\" <wire>");
        assert!(feed.links.iter().any(|link| link.href == BASE), "{path}: {:?}", feed.links);
        assert!(path.ends_with(".json") || feed.language.as_deref() == Some("en"), "{path}");
        assert_eq!(feed.entries.len(), archive.entries().len());
        for (found, entry) in feed.entries.iter().zip(archive.entries()) {
            compare(path, found, entry);
        }
    }
}

#[test]
fn whole_texts_hold_anywhere() {
    let site = site();
    for path in SITE_FEEDS {
        let feed = feed_rs::parser::parse(site.files[path].as_slice()).unwrap();
        let body = feed.entries[0].content.as_ref().unwrap().body.clone().unwrap();
        let page = scraper::Html::parse_fragment(&body);
        let pictures = crate::published::attributes(&page, "img", "src");
        let names = ["lead%20%C3%BC.png", "in%20a.png", "b.png"].map(|name| format!("{BASE}{name}"));
        assert_eq!(pictures, names, "{path}");
        assert!(!body.contains("<iframe") && body.contains("href=\"https://video.example/1\""), "{path}");
        let quoted = feed.entries[1].content.as_ref().unwrap().body.clone().unwrap();
        let quoted = scraper::Html::parse_fragment(&quoted);
        assert_eq!(
            quoted.root_element().text().collect::<String>(),
            "<script>alert(1)</script> ]]>",
            "{path}"
        );
    }
}

#[test]
fn feeds_keep_to_the_validators_rules() {
    let site = site();
    for path in xml_files(&site).filter(|path| path.ends_with("feed.xml")) {
        let document = document(&site, path);
        let feed = document.root_element();
        assert!(feed.has_tag_name(("http://www.w3.org/2005/Atom", "feed")), "{path}");
        let links = |node: Node<'_, '_>, rel: &str| {
            let links = node.children().filter(|node| node.tag_name().name() == "link");
            let links = links.filter(|link| link.attribute("rel") == Some(rel));
            links.map(|link| link.attribute("href").unwrap().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(links(feed, "self"), [format!("{BASE}{path}")]);
        let count = |node: Node<'_, '_>, name: &str| {
            node.children().filter(|node| node.tag_name().name() == name).count()
        };
        let entries = feed.children().filter(|node| node.tag_name().name() == "entry");
        for node in entries.chain([feed]) {
            for needed in ["id", "title", "updated"] {
                assert_eq!(count(node, needed), 1, "{path}: {needed}");
            }
            assert_eq!(links(node, "alternate").len(), 1, "{path}");
        }
        assert_eq!(count(feed, "author"), 1, "{path}");
    }
    let rss = document(&site, "rss.xml");
    let guids = elements(&rss, "guid");
    let is_link = |guid: &&(Node<'_, '_>, &str)| guid.0.attribute("isPermaLink") == Some("true");
    assert!(
        guids.iter().all(|(node, text)| text.starts_with(BASE) == is_link(&&(*node, *text))),
        "{guids:?}"
    );
    assert_eq!((guids.len(), guids.iter().filter(is_link).count()), (5, 3));
    let feed: serde_json::Value = serde_json::from_str(site.text("feed.json")).unwrap();
    assert_eq!(feed["version"], "https://jsonfeed.org/version/1.1");
    assert_eq!(feed["feed_url"], format!("{BASE}feed.json"));
    let ids: BTreeSet<&str> =
        feed["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), 5);
    assert_eq!(feed["items"][3]["external_url"], "https://paper.example/one?a=1&b=2");
}

#[test]
fn each_tag_and_section_has_a_feed_of_its_own() {
    let site = site();
    for (folder, text, titles) in [
        ("tag", "cables", 2),
        ("tag", "Кабель", 1),
        ("tag", "a&b <c> \"d\"", 1),
        ("section", "World & <sea>", 1),
    ] {
        let path = format!("{folder}/{}/feed.xml", facet_slug(text));
        let feed = feed_rs::parser::parse(site.files[&path].as_slice()).unwrap();
        assert_eq!(feed.title.unwrap().content, format!("{text} · The Wire & Co"));
        assert_eq!(feed.entries.len(), titles, "{path}");
        assert!(feed.entries.iter().all(|entry| entry.content.is_none()), "{path}");
        let page = format!("{BASE}{folder}/{}/", facet_slug(text));
        assert!(feed.links.iter().any(|link| link.href == page), "{path}");
    }
}

/// A page with its slash, and when it changed.
fn sitemap(site: &Published, path: &str) -> Vec<(String, Option<String>)> {
    let document = document(site, path);
    let urls = elements(&document, "url").into_iter().map(|(url, _)| {
        let text = |name: &str| {
            let found = url.children().find(|node| node.tag_name().name() == name)?;
            found.text().map(str::to_owned)
        };
        (text("loc").unwrap().strip_prefix(BASE).unwrap().to_owned(), text("lastmod"))
    });
    urls.collect()
}

#[test]
fn the_sitemap_names_what_may_be_found() {
    let site = site();
    let pages = sitemap(&site, "sitemap.xml");
    let changed = |path: &str| {
        let found = pages.iter().find(|(page, _)| page == path);
        found.unwrap_or_else(|| panic!("{path} is not in {pages:?}")).1.clone()
    };
    assert_eq!(changed(""), None);
    assert_eq!(changed("2023/06/06/a-hello-by-cable/").as_deref(), Some("2023-07-01"));
    assert_eq!(changed("2001/01/01/once-at-another-address/").as_deref(), Some("2001-01-01T10:00:00Z"));
    assert!(pages.iter().all(|(page, _)| !page.contains("from-the-paper")));
    let listed: BTreeSet<&String> = pages.iter().map(|(page, _)| page).collect();
    assert_eq!(listed.len(), pages.len());
    assert_eq!(site.text("robots.txt"), format!("User-agent: *\nAllow: /\n\nSitemap: {BASE}sitemap.xml\n"));
}

#[test]
fn feeds_hold_the_newest_and_are_the_same_at_each_build() {
    let mut archive = Archive::new("Many");
    archive.extend((0..70_u8).map(|number| Article {
        id: format!("n{number}"),
        title: format!("N {number}"),
        section: Some("News".to_owned()),
        published: Date::new(2000, 1 + u16::from(number / 28) as u8, number % 28 + 1).map(Timestamp::day),
        ..Article::default()
    }));
    let site = Published::of(&archive, &config());
    for (path, count) in [("feed.xml", 50), ("rss.xml", 50), ("section/news/feed.xml", 20)] {
        let feed = feed_rs::parser::parse(site.files[path].as_slice()).unwrap();
        assert_eq!(feed.entries.len(), count, "{path}");
        assert_eq!(feed.entries[0].title.as_ref().unwrap().content, "N 69", "{path}");
    }
    assert_eq!(site.files, Published::of(&archive, &config()).files);
}

#[test]
fn without_a_base_address_there_are_no_feeds_and_the_summary_says_so() {
    let bare = Published::of(&odd_archive(), "");
    assert!(bare.summary.lacks_base_url && !site().summary.lacks_base_url);
    assert_eq!((bare.summary.elsewhere, site().summary.elsewhere), (2, 1));
    assert_eq!(xml_files(&bare).count(), 0);
    assert!(!bare.files.contains_key("feed.json") && bare.files.contains_key(".nojekyll"));
    assert!(!bare.text("robots.txt").contains("Sitemap"));
}

#[test]
fn an_empty_archive_has_valid_feeds() {
    let site = Published::of(&Archive::default(), &config());
    for path in SITE_FEEDS {
        let feed = feed_rs::parser::parse(site.files[path].as_slice()).unwrap();
        assert_eq!((feed.title.unwrap().content.as_str(), feed.entries.len()), ("Archive", 0), "{path}");
    }
}
