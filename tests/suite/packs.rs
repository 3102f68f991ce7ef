//! Sites whose articles are kept in packs: what is written, and that every article is found by its address.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use backissue::archive::{Archive, feed};
use backissue::article::{Article, Date, Tag, Timestamp, html};
use backissue::publish::check::{Kind, Previews, check};
use backissue::publish::{Articles, Config, Publication, Summary, publish};
use backissue::site::{OVERVIEW_PATH, Overview, Packs, Page, PageData, page_json, read};
use serde_json::Value;

use crate::publish::viewer;
use crate::published::{files, odd_archive};

/// Many articles of a few kilobytes; some of a day, some undated.
fn archive(count: usize) -> Archive {
    let mut archive = Archive::new("Packed");
    let body = html::read(&format!("<p>{}</p>", "many words, ".repeat(200)), None).0;
    archive.extend((0..count).map(|number| Article {
        id: format!("id{number}"),
        title: format!("Article {number}"),
        tags: vec![Tag::new(&format!("tag {}", number % 9)).unwrap()],
        published: Date::new(2000, 1, (number % 20 + 1) as u8).filter(|_| number % 7 > 0).map(Timestamp::day),
        body: body.clone(),
        ..Article::default()
    }));
    archive
}

fn build(archive: &Archive, temp: &Path, config: &Config, articles: Articles) -> Summary {
    let site = temp.join("site");
    let publication =
        Publication { articles, config, base_path: "/a/b/".to_owned(), ..Publication::to(&site) };
    publish(archive, &viewer(&temp.join("viewer")), &publication).unwrap()
}

/// The data of each article by its address, from all packs, and their list.
fn packed(files: &BTreeMap<String, Vec<u8>>) -> (BTreeMap<String, (String, PageData)>, Packs) {
    let text = |path: &str| String::from_utf8(files[path].clone()).unwrap();
    let overview: Overview = read(OVERVIEW_PATH, &text(OVERVIEW_PATH)).unwrap();
    let file = overview.packs.unwrap();
    let list: Packs = read(&file, &text(&file)).unwrap();
    let mut found = BTreeMap::new();
    for path in files.keys().filter(|path| path.starts_with("data/pack-")) {
        for (link, data) in serde_json::from_str::<BTreeMap<String, Value>>(&text(path)).unwrap() {
            let data = read(path, &data.to_string()).unwrap();
            assert!(found.insert(link.clone(), (path.clone(), data)).is_none(), "{link} is in two packs");
        }
    }
    (found, list)
}

#[test]
fn every_article_is_in_the_pack_that_its_address_leads_to() {
    let (temp, archive) = (tempfile::tempdir().unwrap(), archive(700));
    let as_pages = {
        let temp = tempfile::tempdir().unwrap();
        build(&archive, temp.path(), Config::unset(), Articles::Pages);
        files(&temp.path().join("site"))
    };
    let summary = build(&archive, temp.path(), Config::unset(), Articles::Packs);
    let files = files(&temp.path().join("site"));
    assert_eq!(summary.articles, 700);
    assert!((4..40).contains(&summary.packs), "{}", summary.packs);
    assert_eq!(as_pages.len() - files.len(), 699 - summary.packs + lists(&as_pages) - lists(&files));
    let (found, list) = packed(&files);
    assert_eq!(found.len(), 700);
    for (link, (path, data)) in &found {
        assert_eq!(list.holding(link).as_ref(), Some(path), "{link}");
        let page = &as_pages[&format!("{link}/index.html")];
        let page = page_json(std::str::from_utf8(page).unwrap()).unwrap();
        assert_eq!(data.page, read::<PageData>(link, page).unwrap().page);
        assert!(!files.contains_key(&format!("{link}/index.html")));
    }
}

/// How many lists of files there are: fewer files have fewer.
fn lists(files: &BTreeMap<String, Vec<u8>>) -> usize {
    files.keys().filter(|path| path.starts_with("data/files-")).count()
}

#[test]
fn the_page_for_unknown_addresses_stands_for_articles() {
    let temp = tempfile::tempdir().unwrap();
    build(&archive(40), temp.path(), Config::unset(), Articles::Packs);
    let files = files(&temp.path().join("site"));
    let page = std::str::from_utf8(&files["404.html"]).unwrap();
    assert!(page.contains("content=\"noindex\"") && !page.contains("canonical"), "{page}");
    assert!(page.contains("JavaScript") && page.contains("href=\"/a/b/\""), "{page}");
    let data: PageData = read("404.html", page_json(page).unwrap()).unwrap();
    assert_eq!(data.page, Page::Packed);
    let worker = std::str::from_utf8(&files["sw.js"]).unwrap();
    assert!(worker.lines().next().unwrap().contains("\"404.html\":["), "it can be kept");
    let list: PageData =
        read("/", page_json(std::str::from_utf8(&files["index.html"]).unwrap()).unwrap()).unwrap();
    assert!(matches!(list.page, Page::List(list) if list.overview.packs.as_deref() == Some("")));
}

#[test]
fn former_addresses_lead_to_their_articles() {
    let temp = tempfile::tempdir().unwrap();
    let mut former = archive(40);
    let articles: Vec<Article> = former.entries().iter().map(|entry| entry.article.clone()).collect();
    let mut text: Value = serde_json::from_str(&feed::write(&former)).unwrap();
    text["items"][3]["_backissue"]["former_slugs"] = serde_json::json!(["as-it-was"]);
    former = feed::read("archive.json", &serde_json::to_vec(&text).unwrap()).unwrap().archive;
    assert_eq!(former.entries().len(), articles.len());
    build(&former, temp.path(), Config::unset(), Articles::Packs);
    let (found, list) = packed(&files(&temp.path().join("site")));
    assert_eq!(found.len(), 41);
    let (link, (path, data)) = found.iter().find(|(link, _)| link.ends_with("/as-it-was")).unwrap();
    assert_eq!(list.holding(link).as_ref(), Some(path));
    let Page::Article(page) = &data.page else { panic!("{link} is no article") };
    assert_eq!(page.link.to_string(), *link);
    assert_eq!(page.article.title, former.entries()[3].article.title);
}

#[test]
fn search_engines_are_led_to_lists_alone_and_no_picture_is_drawn() {
    let temp = tempfile::tempdir().unwrap();
    fs::write(temp.path().join("backissue.toml"), "base_url = \"https://news.example/a/b/\"\n").unwrap();
    let config = Config::load(&temp.path().join("backissue.toml")).unwrap();
    build(&archive(40), temp.path(), &config, Articles::Packs);
    let files = files(&temp.path().join("site"));
    let sitemap = std::str::from_utf8(&files["sitemap.xml"]).unwrap();
    assert!(sitemap.contains("/page/2/") && !sitemap.contains("/2000/"), "{sitemap}");
    assert!(std::str::from_utf8(&files["feed.xml"]).unwrap().contains("/a/b/2000/"));
    assert!(!files.keys().any(|path| path.starts_with("share/")));
}

#[test]
fn check_knows_what_is_in_packs_and_what_is_not() {
    let temp = tempfile::tempdir().unwrap();
    let site = temp.path().join("site");
    build(&archive(400), temp.path(), Config::unset(), Articles::Packs);
    let kinds = |site: &Path| -> BTreeSet<Kind> {
        check(site, &Previews::None).unwrap().problems.into_iter().map(|problem| problem.kind).collect()
    };
    let report = check(&site, &Previews::None).unwrap();
    assert_eq!(report.packed, 400);
    let dead: Vec<_> = report.problems.iter().filter(|problem| problem.kind == Kind::DeadLink).collect();
    assert!(dead.is_empty(), "{dead:?}");
    let pack = files(&site).into_keys().find(|path| path.starts_with("data/pack-")).unwrap();
    let text = fs::read_to_string(site.join(&pack)).unwrap();
    fs::write(site.join(&pack), &text[..text.len() / 2]).unwrap();
    assert!(kinds(&site).is_superset(&[Kind::Unreadable, Kind::DeadLink].into()));
    fs::remove_file(site.join(&pack)).unwrap();
    assert!(kinds(&site).is_superset(&[Kind::Unreadable, Kind::DeadLink].into()));
}

#[test]
fn odd_articles_are_packed_and_checked() {
    let temp = tempfile::tempdir().unwrap();
    let archive = odd_archive();
    build(&archive, temp.path(), Config::unset(), Articles::Packs);
    let (found, _) = packed(&files(&temp.path().join("site")));
    let titles: BTreeSet<String> = found
        .into_values()
        .filter_map(|(_, data)| match data.page {
            Page::Article(page) => Some(page.article.title),
            _ => None,
        })
        .collect();
    assert_eq!(titles, archive.entries().iter().map(|entry| entry.article.title.clone()).collect());
    let report = check(&temp.path().join("site"), &Previews::None).unwrap();
    assert!(report.problems.iter().any(|problem| problem.kind == Kind::MissingPicture));
}

#[test]
fn check_knows_which_lists_the_viewer_draws() {
    let temp = tempfile::tempdir().unwrap();
    let site = temp.path().join("site");
    build(&archive(400), temp.path(), Config::unset(), Articles::Packs);
    let dead = || -> usize {
        let problems = check(&site, &Previews::None).unwrap().problems;
        problems.into_iter().filter(|problem| problem.kind == Kind::DeadLink).count()
    };
    let tag = fs::read_dir(site.join("tag")).unwrap().next().unwrap().unwrap().path();
    fs::remove_dir_all(tag).unwrap();
    assert_eq!(dead(), 0);
    let index = files(&site).into_keys().find(|path| path.starts_with("data/index.")).unwrap();
    fs::remove_file(site.join(index)).unwrap();
    assert_ne!(dead(), 0);
}
