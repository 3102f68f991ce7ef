//! `backissue check`: sites with one fault each, made by hand, and the sample's site, which has none.

use std::fs;
use std::path::Path;

use backissue::archive::feed;
use backissue::publish::check::{Kind, Previews, Report, Severity, check};
use backissue::publish::{Publication, publish};

/// A page that has everything; each test takes something out or puts something in.
const ARTICLE: &str = r##"<!doctype html><html lang="en"><head><title>One</title><meta charset="utf-8">
<meta name="description" content="The first."><meta property="og:url" content="https://example.org/x/2000/one/">
<meta property="og:title" content="One, shared"><meta property="og:site_name" content="Archive">
<meta property="og:image" content="https://example.org/x/share/one.png"><meta name="twitter:card" content="summary">
<meta property="article:published_time" content="2000-01-02"><meta property="article:tag" content="a">
<link rel="canonical" href="https://example.org/x/2000/one/"><link rel="stylesheet" href="../../style.css">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"One","image":["x"],
"datePublished":"2000-01-02","author":[{"@type":"Person","name":"A. Writer"},{"@type":"Person","name":"B. Writer"}]}</script>
</head><body><main><article><h1 id="top-line">One</h1><p class="byline">By A. Writer</p><h2>A part</h2><p>Text.</p>
<img src="../../share/one.png" alt=""></article><a href="../../?tag=a">a</a> <a href="#top-line">up</a>
<a href="https://example.com/">out</a> <a href="../../#list">list</a></main></body></html>"##;

const FRONT: &str = r#"<!doctype html><html lang="en" data-root="./"><head><title>Archive</title>
<meta name="description" content="All."></head><body><main><h1 id="list">Archive</h1><a href="2000/one/">One</a>
<a href="2000/one">without a slash</a></main></body></html>"#;

/// The report on a site whose article's page was changed.
fn report_with(change: impl Fn(&str) -> String) -> Report {
    let temp = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let file = temp.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    };
    write("index.html", FRONT);
    write("style.css", "");
    write("share/one.png", "x");
    write("2000/one/index.html", &change(ARTICLE));
    check(temp.path(), &Previews::All).unwrap()
}

/// The kinds of problem after replacing `from` with `to` in the article's page.
fn kinds(from: &str, to: &str) -> Vec<Kind> {
    assert!(ARTICLE.contains(from), "{from}");
    let report = report_with(|article| article.replace(from, to));
    assert!(
        report.problems.iter().all(|problem| problem.page == "2000/one/index.html"),
        "{:?}",
        report.problems
    );
    report.problems.into_iter().map(|problem| problem.kind).collect()
}

#[test]
fn a_good_site_has_no_problem() {
    let report = report_with(str::to_owned);
    assert_eq!(report.problems, []);
    assert_eq!((report.files, report.pages), (4, 2));
    assert_eq!(report.bytes, (ARTICLE.len() + FRONT.len() + 1) as u64);
    assert_eq!(report.largest.unwrap().path, "2000/one/index.html");
}

#[test]
fn each_fault_is_that_fault_and_no_other() {
    let cases: &[(&str, &str, Kind)] = &[
        ("<title>One</title>", "", Kind::NoTitle),
        ("<title>One</title>", "<title> </title>", Kind::NoTitle),
        (r#"<html lang="en">"#, "<html>", Kind::NoLanguage),
        (r#"<meta name="description" content="The first.">"#, "", Kind::NoDescription),
        ("x/share/one.png", "x/share/two.png", Kind::MissingPicture),
        (r#"src="../../share/one.png""#, r#"src="one.png""#, Kind::MissingPicture),
        (r#"alt="">"#, r#"alt="" srcset="../../share/one.png 1x, two.png 2x">"#, Kind::MissingPicture),
        (r#"alt="""#, "", Kind::NoAlt),
        ("../../?tag=a", "../?tag=a", Kind::DeadLink),
        ("../../?tag=a", "../two/", Kind::DeadLink),
        ("../../?tag=a", "http://[", Kind::DeadLink),
        ("../../?tag=a", "https://example.org/x/2001/", Kind::DeadLink),
        ("#top-line", "#nowhere", Kind::DeadLink),
        ("../../#list", "../../#nowhere", Kind::DeadLink),
        ("../../style.css", "../style.css", Kind::MissingFile),
        (r#"<h1 id="top-line">One</h1>"#, r#"<p id="top-line">One</p>"#, Kind::Headings),
        ("<p>Text.</p>", "<h1>Two</h1>", Kind::Headings),
        ("<h2>A part</h2>", "<h3>A part</h3>", Kind::Headings),
        (r#""@type":"NewsArticle","#, "", Kind::InvalidJsonLd),
        (r#""headline":"One","#, "", Kind::InvalidJsonLd),
        (r#""headline":"One","#, r#""headline":"One""#, Kind::InvalidJsonLd),
        (r#""datePublished":"2000-01-02""#, r#""datePublished":"yesterday""#, Kind::InvalidJsonLd),
        ("https://schema.org", "https://example.org", Kind::InvalidJsonLd),
        (r#""image":["x"],"#, "", Kind::IncompleteJsonLd),
        ("<title>One</title>", "<title>Archive</title>", Kind::DuplicateTitle),
    ];
    for (from, to, kind) in cases {
        let found = match kind {
            // The front page is the first of the two.
            Kind::DuplicateTitle => {
                report_with(|page| page.replace(from, to)).problems.iter().map(|p| p.kind).collect()
            }
            _ => kinds(from, to),
        };
        assert_eq!(found, [*kind], "{from} → {to}");
    }
}

#[test]
fn pages_that_are_not_listed_may_share_a_title() {
    for (from, to) in [
        ("https://example.org/x/2000/one/\"><link", "https://example.com/original\"><link"),
        ("<meta name=\"twitter", "<meta name=\"robots\" content=\"noindex\"><meta name=\"twitter"),
    ] {
        assert!(ARTICLE.contains(from));
        let report = report_with(|page| page.replace(from, to).replace("<title>One", "<title>Archive"));
        assert_eq!(report.problems, [], "{from}");
        assert!(!report.previews[0].search.indexed);
    }
}

#[test]
fn large_pages_are_told_apart() {
    // Text that doesn't compress.
    let noise = |length: usize| {
        let mut state = 1_u32;
        let letters = std::iter::repeat_with(move || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            char::from_u32(0x4e00 + (state >> 16) % 20_000).unwrap()
        });
        letters.take(length).collect::<String>()
    };
    let with = |part: &str| report_with(|page| page.replace("<p>Text.</p>", part)).problems;
    assert_eq!(with(&format!("<p>{}</p>", noise(2_000))), []);
    // A long article is judged by its beginning, what stands above it counts.
    assert_eq!(with(&format!("<p>{}</p>", "Long text. ".repeat(20_000))), []);
    let heavy = with(&format!("<p data-x=\"{}\">Text.</p>", noise(8_000)));
    assert_eq!(heavy.iter().map(|problem| problem.kind).collect::<Vec<_>>(), [Kind::HeavyPage]);
    let huge = with(&format!("<p>{}</p>", "Long text. ".repeat(100_000)));
    assert_eq!(huge.iter().map(|problem| problem.kind).collect::<Vec<_>>(), [Kind::OversizePage]);
}

#[test]
fn previews_are_what_others_show() {
    let report = report_with(str::to_owned);
    let preview = report.previews.iter().find(|preview| preview.page.starts_with("2000")).unwrap();
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    assert_eq!(text(&preview.chat.title), "One, shared");
    assert_eq!(text(&preview.chat.description), "The first.");
    assert_eq!(text(&preview.chat.image), "https://example.org/x/share/one.png");
    assert_eq!((text(&preview.search.title), preview.search.indexed), ("One".to_owned(), true));
    assert_eq!(preview.citation.item, "newspaperArticle");
    assert_eq!(preview.citation.authors, ["A. Writer", "B. Writer"]);
    assert_eq!(text(&preview.citation.date), "2000-01-02");
    assert_eq!(text(&preview.citation.publication), "Archive");
    assert_eq!(text(&preview.reader.headline), "One");
    assert_eq!(text(&preview.reader.byline), "By A. Writer");
    assert!((20..60).contains(&preview.reader.characters), "{}", preview.reader.characters);
}

#[test]
fn the_samples_site_has_no_error() {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("static");
    let temp = tempfile::tempdir().unwrap();
    let viewer = crate::publish::viewer(&temp.path().join("viewer"));
    let archive =
        feed::read("articles.json", &fs::read(sample.join("articles.json")).unwrap()).unwrap().archive;
    let site = temp.path().join("site");
    let publication = Publication { beside: sample, ..Publication::to(&site) };
    let summary = publish(&archive, &viewer, &publication).unwrap();
    let report = check(&site, &Previews::Of("404.html".to_owned())).unwrap();
    let errors: Vec<_> = report.problems.iter().filter(|p| p.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    // The page for no connection is nobody's aim. Hidden files, such as .nojekyll, are not looked at.
    assert_eq!((report.pages, report.files), (summary.pages + 1, summary.tally.files - 1));
    assert_eq!(report.previews.len(), 1);
    fs::remove_dir_all(site.join("1858")).unwrap();
    let report = check(&site, &Previews::None).unwrap();
    assert!(report.problems.iter().any(|p| p.kind == Kind::DeadLink && p.message.contains("1858")));
}
