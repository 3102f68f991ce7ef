//! The pages of all tags: what a plain count of the archive says, and links that lead somewhere.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use backissue::archive::Archive;
use backissue::article::{Article, Date, Tag, Timestamp};
use backissue::publish::check::{Kind, Previews, Problem, Severity, check};
use backissue::publish::{Publication, publish};
use backissue::site::facet_slug;
use scraper::{ElementRef, Html};

use crate::published::{BASE, Published, attributes, config};
use crate::view::{all, texts};

/// Articles from 1850 on, one a year, each with some of these tags: the first are the commonest.
fn archive(articles: usize, tags: &[String]) -> Archive {
    let mut archive = Archive::new("Archive");
    archive.extend((0..articles).map(|number| {
        Article {
            id: format!("{number:04}"),
            title: format!("Article {number}"),
            tags: tags
                .iter()
                .enumerate()
                .filter(|(place, _)| (number + place * 7) % (place + 2) == 0)
                .filter_map(|(_, tag)| Tag::new(tag))
                .collect(),
            published: Date::new(1850 + number as u16 % 100, 1, 1)
                .filter(|_| number % 9 > 0)
                .map(Timestamp::day),
            ..Article::default()
        }
    }));
    archive
}

fn odd_tags() -> Vec<String> {
    let long = "a tag that somebody took for a sentence and wrote without an end ".repeat(4);
    [
        "Radio",
        "radio",
        "C#",
        "C++",
        "Köln",
        "a, b",
        "24/7",
        "Москва",
        "أخبار",
        "<b>&amp;\"",
        &long,
        "Ähre",
        "arm",
        "🦅",
    ]
    .map(str::to_owned)
    .to_vec()
}

/// Name, count, share and related tags of a row.
type Row = (String, String, Option<String>, Vec<String>);

fn rows(page: &Html) -> Vec<Row> {
    let inner = |row: &ElementRef<'_>, css: &str| -> Vec<String> {
        let css = scraper::Selector::parse(css).unwrap();
        row.select(&css).map(|element| element.text().collect()).collect()
    };
    let row = |row: ElementRef<'_>| {
        let one = |css: &str| inner(&row, css).first().cloned();
        let name = one(".topics-name").unwrap();
        (name, one(".topics-count").unwrap(), one(".topics-share title"), inner(&row, ".topics-related a"))
    };
    all(page, ".topics-list li").into_iter().map(row).collect()
}

/// What each tag has, all its spellings together, by the name of the commonest.
fn counted(archive: &Archive) -> BTreeMap<String, usize> {
    let mut articles: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    let mut spellings: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
    for (number, entry) in archive.entries().iter().enumerate() {
        for tag in &entry.article.tags {
            let slug = facet_slug(tag.as_str()).to_string();
            articles.entry(slug.clone()).or_default().insert(number);
            *spellings.entry(slug).or_default().entry(tag.to_string()).or_default() += 1;
        }
    }
    let name = |slug: &str| {
        let commonest = spellings[slug].iter().min_by_key(|(name, count)| (Reverse(**count), name.as_str()));
        commonest.unwrap().0.clone()
    };
    articles.iter().map(|(slug, articles)| (name(slug), articles.len())).collect()
}

#[test]
fn every_tag_stands_there_with_its_count_in_both_orders() {
    let archive = archive(80, &odd_tags());
    let site = Published::of(&archive, "");
    let counted = counted(&archive);
    let (by_count, by_name) = (rows(&site.page("tags/")), rows(&site.page("tags/by-name/")));
    for rows in [&by_count, &by_name] {
        let counts: BTreeMap<String, usize> =
            rows.iter().map(|(name, count, ..)| (name.clone(), count.parse().unwrap())).collect();
        assert_eq!((rows.len(), counts), (counted.len(), counted.clone()));
    }
    let counts: Vec<usize> = by_count.iter().map(|(_, count, ..)| count.parse().unwrap()).collect();
    assert!(counts.is_sorted_by_key(|count| Reverse(*count)), "{counts:?}");
    let letters = texts(&site.page("tags/by-name/"), ".topics-group h2");
    assert_eq!(letters, ["#", "0–9", "A", "B", "C", "K", "R", "М", "ا"]);
    let names: Vec<String> = by_name.iter().map(|(name, ..)| name.chars().take(8).collect()).collect();
    let sorted = [
        "🦅",
        "24/7",
        "a, b",
        "a tag th",
        "Ähre",
        "arm",
        "<b>&amp;",
        "C#",
        "C++",
        "Köln",
        "Radio",
        "Москва",
        "أخبار",
    ];
    assert_eq!(names, sorted);
}

#[test]
fn shares_and_related_tags_are_told() {
    let tag = |tags: &[&str]| tags.iter().filter_map(|tag| Tag::new(tag)).collect::<Vec<_>>();
    let mut archive = Archive::new("Archive");
    let tags: [(&str, &[&str]); 8] = [
        ("1850-01-01", &["sea", "cable"]),
        ("1850-03-01", &["sea", "cable", "news"]),
        ("1851-01-01", &["sea", "fish"]),
        ("1852-01-01", &["bread", "news"]),
        ("1852-02-01", &["bread"]),
        ("1853-01-01", &["bread", "fish"]),
        ("1860-01-01", &["news"]),
        ("", &["cable", "sea", "no day"]),
    ];
    let others = std::iter::repeat_n(("1870-01-01", &[][..]), 12);
    archive.extend(tags.into_iter().chain(others).enumerate().map(|(number, (date, tags))| Article {
        id: number.to_string(),
        title: format!("Article {number}"),
        tags: tag(tags),
        published: date.parse::<Timestamp>().ok(),
        ..Article::default()
    }));
    let rows = rows(&Published::of(&archive, "").page("tags/"));
    let row = |name: &str| rows.iter().find(|(found, ..)| found == name).unwrap().clone();
    assert_eq!(row("cable").2.as_deref(), Some("Most in 1850: 2 of 2 articles"));
    assert_eq!(row("bread").2.as_deref(), Some("Most in 1852: 2 of 2 articles"));
    assert_eq!(row("news").2.as_deref(), Some("Most in 1860: 1 of 1 article"));
    assert_eq!(row("no day").2, None);
    assert_eq!(row("cable").3, ["sea"]);
    assert_eq!(row("sea").3, ["cable"]);
    assert_eq!(row("fish").3, Vec::<String>::new(), "one article is chance");
}

#[test]
fn an_archive_of_one_day_has_no_bars() {
    let mut archive = Archive::new("Archive");
    let day = Date::new(1858, 8, 16).map(Timestamp::day);
    archive.extend((0..5).map(|number| Article {
        id: number.to_string(),
        title: format!("Article {number}"),
        tags: vec![Tag::new("cable").unwrap()],
        published: day,
        ..Article::default()
    }));
    let page = Published::of(&archive, "").page("tags/");
    assert_eq!(rows(&page), [("cable".to_owned(), "5".to_owned(), None, vec![])]);
    assert!(all(&page, ".topics-axis").is_empty());
}

#[test]
fn many_tags_come_in_pages_that_are_sound() {
    let tags: Vec<String> = (0..450)
        .map(|number| format!("{} tag {number}", ["North", "ost", "Süd", "west"][number % 4]))
        .collect();
    let archive = archive(500, &tags);
    let temp = tempfile::tempdir().unwrap();
    let viewer = crate::publish::viewer(&temp.path().join("viewer"));
    let site = temp.path().join("site");
    publish(&archive, &viewer, &Publication::to(&site)).unwrap();
    let report = check(&site, &Previews::None).unwrap();
    let faults = report.problems.iter().filter(|problem| {
        problem.severity == Severity::Error
            || problem.page.starts_with("tags/")
            || problem.kind == Kind::DuplicateTitle
    });
    assert_eq!(faults.collect::<Vec<_>>(), Vec::<&Problem>::new());
    for order in ["tags", "tags/by-name"] {
        let pages = ["", "/page/2", "/page/3"].map(|number| page(&site, &format!("{order}{number}")));
        let names: Vec<String> = pages.iter().flat_map(|page| texts(page, ".topics-name")).collect();
        assert_eq!(names.len(), 450);
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), 450);
        assert!(!site.join(order).join("page/4").exists());
        let current: Vec<String> =
            pages.iter().flat_map(|page| texts(page, ".pager a[aria-current]")).collect();
        assert_eq!(current, ["1", "2", "3"]);
    }
    assert_eq!(attributes(&page(&site, "tags/page/3"), "ol.topics-list", "start"), ["401"]);
    let letters = attributes(&page(&site, "tags/by-name/page/3"), ".topics-letters a", "href");
    let places = ["#letter-6e", "#letter-6f", "page/2/#letter-73", "page/2/#letter-77"];
    assert_eq!(letters, places.map(|place| format!("../../../../tags/by-name/{place}")));
}

fn page(site: &Path, folder: &str) -> Html {
    Html::parse_document(&fs::read_to_string(site.join(folder).join("index.html")).unwrap())
}

#[test]
fn the_pages_are_found() {
    let site = Published::of(&archive(40, &odd_tags()), &config());
    assert_eq!(attributes(&site.page(""), ".facet-all", "href"), ["./tags/"]);
    assert_eq!(attributes(&site.page("tag/radio/"), ".facet-all", "href"), ["../../tags/"]);
    assert!(attributes(&site.page("about/"), "main a", "href").contains(&"../tags/".to_owned()));
    for path in ["tags/", "tags/by-name/"] {
        assert!(site.text("sitemap.xml").contains(&format!("<loc>{BASE}{path}</loc>")), "{path}");
        let page = site.page(path);
        assert_eq!(attributes(&page, "link[rel=canonical]", "href"), [format!("{BASE}{path}")]);
        assert!(all(&page, "meta[name=robots]").is_empty());
    }
    assert_eq!(texts(&site.page("tags/by-name/"), "title")[0], "All tags by name · Archive");
}

#[test]
fn without_tags_there_is_no_such_page_and_no_link() {
    let site = Published::of(&archive(3, &[]), &config());
    assert!(!site.files.keys().any(|path| path.starts_with("tags/")));
    let naming = |(path, bytes): (&String, &Vec<u8>)| {
        String::from_utf8_lossy(bytes).contains("tags/").then(|| path.clone())
    };
    assert_eq!(site.files.iter().filter_map(naming).collect::<Vec<_>>(), Vec::<String>::new());
}
