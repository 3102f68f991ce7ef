//! The pages of tags and sections say what the index says, and old addresses lead on.

use std::fs;
use std::path::Path;

use backissue::archive::{Archive, feed};
use backissue::article::{Article, Date, Tag, Timestamp};
use backissue::find::{Field, IndexFiles, Postings, Selection, Sort};
use backissue::publish::{Publication, Viewer, publish};
use backissue::site::{ListPage, Page, PageData, Query, Route, page_json, read};
use scraper::{Html, Selector};

const PAGE: &str = "<!doctype html><html lang=\"en\" data-root=\"./\"><head><!--head--><script type=\"module\">x</script>\
    </head><body><div id=\"app\"><!--app--></div><!--data--></body></html>";

fn site(archive: &Archive) -> tempfile::TempDir {
    let temp = tempfile::tempdir().unwrap();
    let folder = temp.path().join("viewer");
    fs::create_dir(&folder).unwrap();
    for (name, text) in [("index.html", PAGE), ("v.js", ""), ("v_bg.wasm", "")] {
        fs::write(folder.join(name), text).unwrap();
    }
    let place = temp.path().join("site");
    publish(archive, &Viewer::load(&folder).unwrap(), &Publication::to(&place)).unwrap();
    temp
}

fn page(site: &tempfile::TempDir, path: &str) -> String {
    let file = site.path().join("site").join(path.trim_start_matches('/')).join("index.html");
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn list(html: &str) -> ListPage {
    match read::<PageData>("page", page_json(html).unwrap()).unwrap().page {
        Page::List(page) => *page,
        page => panic!("no list: {page:?}"),
    }
}

/// Seventy articles with odd tags, two of which differ in case alone.
fn archive() -> Archive {
    let mut archive = Archive::new("Archive");
    let tags = ["Radio", "radio", "C#", "C++", "Köln", "a, b", "24/7", "Москва"];
    archive.extend((0..70_usize).map(|number| {
        Article {
            id: format!("{number:02}"),
            title: format!("Article {number}"),
            section: (number % 5 > 0).then(|| ["Wire", "Print & ink"][number % 2].to_owned()),
            tags: tags
                .iter()
                .enumerate()
                .filter(|(n, _)| number % (n + 2) == 0)
                .filter_map(|(_, t)| Tag::new(t))
                .collect(),
            published: Date::new(1900 + number as u16, 1, 1).map(Timestamp::day),
            ..Article::default()
        }
    }));
    archive
}

/// What the viewer would count, had it the index.
fn assert_counts(files: &IndexFiles, page: &ListPage) {
    let (index, shelf, selection) = (files.index(), files.shelf(), page.selection());
    let hits = index.hits(&shelf, &selection, None).unwrap();
    let counts = index.counts(&shelf, &selection, None, &hits).unwrap();
    let narrowed = page.narrowed.as_ref().unwrap();
    assert_eq!(narrowed.articles as usize, hits.count());
    let sections: Vec<_> = narrowed.sections.iter().map(|count| count.articles).collect();
    assert_eq!(sections, counts.fields[Field::Section]);
    for (field, known) in [(Field::Publisher, &narrowed.publishers), (Field::Language, &narrowed.languages)] {
        for count in known {
            let place = index.field(field).values.iter().position(|value| *value == count.value).unwrap();
            assert_eq!(count.articles, counts.fields[field][place], "{}", count.value);
        }
    }
    let axis = page.overview.axis().unwrap();
    let periods = index.by_period(axis, &shelf, &selection, None, &hits).unwrap();
    assert_eq!(narrowed.periods, periods);
    for count in &narrowed.tags {
        let place = index.tags.values.iter().position(|tag| *tag == count.value).unwrap();
        assert_eq!(count.articles, counts.tags[place], "{}", count.value);
    }
    assert_eq!(narrowed.tags_in_all as usize, counts.tags.iter().filter(|count| **count > 0).count());
}

#[test]
fn topics_have_pages_with_exact_counts() {
    let archive = archive();
    let site = site(&archive);
    let files = IndexFiles::of(&archive, &Postings::of(&archive));
    let shelf = files.shelf();
    let tags = files.index().tags.values.iter().map(selection);
    let sections = files.index().sections.values.iter().cloned();
    let sections = sections.map(|section| Selection::of_section(&section));
    for selection in tags.chain(sections) {
        let (route, rest) = Query::of(selection).address();
        assert_eq!(rest, Query::default(), "{route:?}");
        let html = page(&site, &route.path());
        let first = list(&html);
        assert_eq!(first.route(), route);
        assert_counts(&files, &first);
        let mut titles = titles(&html);
        for number in 2..=first.narrowed.as_ref().unwrap().articles.div_ceil(30) {
            let next = match &route {
                Route::Tag(slug, _) => Route::Tag(slug.clone(), number),
                Route::Section(slug, _) => Route::Section(slug.clone(), number),
                route => panic!("{route:?}"),
            };
            let html = page(&site, &next.path());
            assert_eq!(list(&html).route(), next);
            titles.extend(self::titles(&html));
        }
        let hits = files.index().hits(&shelf, &first.selection(), None).unwrap();
        let hits = hits.ordered(files.index(), Sort::Newest, None);
        let expected: Vec<_> =
            hits.iter().map(|n| archive.entries()[*n as usize].article.title.clone()).collect();
        assert_eq!(titles, expected, "{route:?}");
    }
}

fn selection(tag: &Tag) -> Selection {
    Selection { all: vec![tag.clone()], ..Selection::default() }
}

fn titles(html: &str) -> Vec<String> {
    let page = Html::parse_document(html);
    page.select(&Selector::parse(".card-headline").unwrap()).map(|title| title.text().collect()).collect()
}

#[test]
fn spellings_of_one_tag_share_a_page() {
    let site = site(&archive());
    let page = list(&page(&site, "/tag/radio/"));
    let spellings: Vec<_> = page.narrowed.unwrap().spellings.iter().map(ToString::to_string).collect();
    assert_eq!(spellings, ["Radio", "radio"]);
}

#[test]
fn an_old_address_leads_to_the_article() {
    let mut text = feed::write(&archive());
    text = text.replace(
        "\"slug\": \"article-7\"",
        "\"slug\": \"article-7\", \"former_slugs\": [\"seven\", \"article-7\"]",
    );
    let archive = feed::read("x", text.as_bytes()).unwrap().archive;
    let site = site(&archive);
    let old = Html::parse_document(&page(&site, "/1907/01/01/seven/"));
    let link = old.select(&Selector::parse("a").unwrap()).next().unwrap().attr("href").unwrap();
    assert_eq!(link, "../../../../1907/01/01/article-7/");
    let refresh = old.select(&Selector::parse("meta[http-equiv=refresh]").unwrap()).next().unwrap();
    assert_eq!(refresh.attr("content"), Some(format!("0; url={link}").as_str()));
    assert!(page(&site, "/1907/01/01/article-7/").contains("page-data"));
}

#[test]
fn the_page_about_the_archive_says_what_it_holds() {
    let site = site(&archive());
    let about = Html::parse_document(&page(&site, "/about/"));
    let text: String = about.select(&Selector::parse("main").unwrap()).next().unwrap().text().collect();
    assert!(text.contains("It holds 70 articles, from 1 January 1900 to 1 January 1969."), "{text}");
    let links: Vec<_> =
        about.select(&Selector::parse("main a").unwrap()).filter_map(|link| link.attr("href")).collect();
    let there =
        |link: &&str| Path::new(&site.path().join("site/about")).join(link).join("index.html").is_file();
    assert!(links.len() > 2 && links.iter().all(there), "{links:?}");
}
