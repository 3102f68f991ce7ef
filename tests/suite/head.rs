//! What pages say of themselves, as independent parsers read it.

use backissue::archive::Archive;
use backissue::article::{Article, Picture};
use base64::Engine;
use scraper::{Html, Selector};
use serde_json::Value;
use sha2::Digest;

use crate::published::{BASE, HOSTILE, Published, attributes, config, odd_archive};

const WHOLE: &str = "2023/06/06/a-hello-by-cable/";
const ELSEWHERE: &str = "1858/08/16/from-the-paper/";

fn property(page: &Html, name: &str) -> Vec<String> {
    attributes(page, &format!("head > meta[property='{name}']"), "content")
}

fn named(page: &Html, name: &str) -> Vec<String> {
    attributes(page, &format!("head > meta[name='{name}']"), "content")
}

fn linked_data(page: &Html) -> Value {
    let css = Selector::parse("head > script[type='application/ld+json']").unwrap();
    let found: Vec<String> = page.select(&css).map(|script| script.text().collect()).collect();
    assert_eq!(found.len(), 1);
    serde_json::from_str(&found[0]).unwrap()
}

fn canonical(page: &Html) -> Vec<String> {
    attributes(page, "head > link[rel=canonical]", "href")
}

fn site() -> Published {
    Published::of(&odd_archive(), &config())
}

/// The page of the article whose slug begins so.
fn page_of(site: &Published, slug: &str) -> Html {
    let is_it = |path: &&String| path.ends_with("/index.html") && path.contains(&format!("/{slug}"));
    Html::parse_document(site.text(site.files.keys().find(is_it).unwrap()))
}

#[test]
fn an_article_is_described_to_chat_apps() {
    let page = site().page(WHOLE);
    for (name, values) in [
        ("og:type", vec!["article"]),
        ("og:title", vec!["A hello by cable"]),
        ("og:description", vec!["What came in by cable."]),
        ("og:url", vec!["https://news.example/a/b/2023/06/06/a-hello-by-cable/"]),
        ("og:site_name", vec!["The Wire & Co"]),
        ("og:locale", vec!["en_US"]),
        ("og:image", vec!["https://news.example/a/b/lead%20%C3%BC.png"]),
        ("og:image:width", vec!["1600"]),
        ("og:image:height", vec!["900"]),
        ("og:image:alt", vec!["A \"cable\""]),
        ("article:published_time", vec!["2023-06-06T11:43:00+03:00"]),
        ("article:modified_time", vec!["2023-07-01"]),
        ("article:author", vec!["https://ann.example/", "Bo \"Wire\" Ek"]),
        ("article:section", vec!["World & <sea>"]),
        ("article:tag", vec!["cables", "a&b <c> \"d\""]),
    ] {
        assert_eq!(property(&page, name), values, "{name}");
    }
    assert_eq!(named(&page, "twitter:card"), ["summary_large_image"]);
    assert_eq!(named(&page, "description"), ["What came in by cable."]);
    assert_eq!(named(&page, "author"), ["Ann Bell", "Bo \"Wire\" Ek"]);
    assert_eq!(named(&page, "referrer"), ["no-referrer"]);
    assert_eq!(canonical(&page), property(&page, "og:url"));
    assert!(named(&page, "robots").is_empty());
}

#[test]
fn an_article_is_described_to_search_engines() {
    let data = linked_data(&site().page(WHOLE));
    let url = "https://news.example/a/b/2023/06/06/a-hello-by-cable/";
    let expected = serde_json::json!({
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "A hello by cable",
        "url": url,
        "mainEntityOfPage": { "@type": "WebPage", "@id": url },
        "image": ["https://news.example/a/b/lead%20%C3%BC.png"],
        "datePublished": "2023-06-06T11:43:00+03:00",
        "dateModified": "2023-07-01",
        "author": [
            { "@type": "Person", "name": "Ann Bell", "url": "https://ann.example/" },
            { "@type": "Person", "name": "Bo \"Wire\" Ek" },
        ],
        "publisher": { "@type": "Organization", "name": "The Wire & Co", "url": BASE,
            "logo": "https://news.example/a/b/logo.png" },
        "inLanguage": "en",
        "articleSection": "World & <sea>",
    });
    assert_eq!(data, expected);
}

#[test]
fn what_was_published_elsewhere_stays_its_publishers() {
    let site = site();
    let page = site.page(ELSEWHERE);
    let original = "https://paper.example/one?a=1&b=2";
    assert_eq!(canonical(&page), [original]);
    assert_eq!(named(&page, "robots"), ["noindex"]);
    assert_eq!(property(&page, "og:url"), ["https://news.example/a/b/1858/08/16/from-the-paper/"]);
    assert_eq!(property(&page, "og:image"), ["https://cdn.example/p.jpg?w=1&h=2"]);
    assert_eq!(property(&page, "og:locale"), ["ar_AR"]);
    let data = linked_data(&page);
    assert_eq!(data["isBasedOn"], original);
    assert_eq!(data["mainEntityOfPage"]["@id"], original);
    assert_eq!(data["publisher"]["name"], "The Paper");
    assert_eq!(data["datePublished"], "1858-08-16T10:00:00");
    assert!(data.get("author").is_none());
    let description = named(&page, "description").remove(0);
    assert!(description.starts_with("many words, many") && description.ends_with(", many…"), "{description}");
    assert!((100..=201).contains(&description.chars().count()), "{description}");
    let moved = page_of(&site, "once-at");
    assert_eq!(canonical(&moved), property(&moved, "og:url"));
    assert!(named(&moved, "robots").is_empty());
}

#[test]
fn the_owner_of_all_texts_keeps_them() {
    let site = Published::of(&odd_archive(), &format!("{}text_owner = \"site\"", config()));
    let page = site.page(ELSEWHERE);
    assert_eq!(canonical(&page), ["https://news.example/a/b/1858/08/16/from-the-paper/"]);
    assert!(named(&page, "robots").is_empty());
    assert!(linked_data(&page).get("isBasedOn").is_none());
}

#[test]
fn hostile_and_bare_articles_are_described_all_the_same() {
    let site = site();
    let page = page_of(&site, "script");
    assert_eq!(property(&page, "og:title"), [HOSTILE]);
    assert_eq!(linked_data(&page)["headline"], HOSTILE);
    let title = page.select(&Selector::parse("title").unwrap()).next().unwrap();
    assert_eq!(title.text().collect::<String>(), format!("{HOSTILE} · The Wire & Co"));
    assert_eq!(named(&page, "description"), ["<script>alert(1)</script> ]]>"]);
    let bare = page_of(&site, "bare");
    assert_eq!(property(&bare, "og:title"), ["Bare bones"]);
    for name in ["og:description", "article:published_time", "article:author", "article:tag"] {
        assert!(property(&bare, name).is_empty(), "{name}");
    }
    let picture = &property(&bare, "og:image")[0];
    assert!(picture.contains("/share/undated-bare-bones."), "{picture}");
    assert_eq!(named(&bare, "twitter:card"), ["summary_large_image"]);
    let data = linked_data(&bare);
    assert!(["datePublished", "author"].iter().all(|key| data.get(key).is_none()), "{data}");
}

#[test]
fn lists_and_lost_pages_say_what_they_are() {
    let mut archive = odd_archive();
    archive.extend((0..40).map(|number| Article {
        id: format!("n{number}"),
        title: format!("N {number}"),
        ..Article::default()
    }));
    let site = Published::of(&archive, &config());
    let home = site.page("");
    assert_eq!((canonical(&home), property(&home, "og:type")), (vec![BASE.into()], vec!["website".into()]));
    assert_eq!(linked_data(&home)["@type"], "WebSite");
    assert_eq!(named(&home, "description"), ["News \"by\" <wire>"]);
    let second = site.page("page/2/");
    assert_eq!(canonical(&second), [format!("{BASE}page/2/")]);
    assert_eq!(linked_data(&second)["@type"], "CollectionPage");
    assert_eq!(linked_data(&second)["isPartOf"]["url"], BASE);
    assert_ne!(named(&second, "description"), named(&home, "description"));
    let lost = Html::parse_document(site.text("404.html"));
    assert_eq!(named(&lost, "robots"), ["noindex"]);
    assert!(canonical(&lost).is_empty() && property(&lost, "og:title").is_empty());
}

#[test]
fn every_feed_that_is_linked_is_there() {
    let site = site();
    for (folder, count) in [("", 3), (WHOLE, 1)] {
        let page = site.page(folder);
        let links = attributes(&page, "head > link[rel=alternate]", "href");
        assert_eq!(links.len(), count);
        let here = url::Url::parse(BASE).unwrap().join(folder).unwrap();
        for link in links {
            let target = here.join(&link).unwrap().to_string();
            assert!(site.files.contains_key(target.strip_prefix(BASE).unwrap()), "{target}");
        }
    }
}

#[test]
fn without_a_base_address_nothing_is_guessed() {
    let page = Published::of(&odd_archive(), "").page(WHOLE);
    for css in
        ["link[rel=canonical]", "link[rel=alternate]", "meta[property='og:url']", "meta[property='og:image']"]
    {
        assert!(page.select(&Selector::parse(css).unwrap()).next().is_none(), "{css}");
    }
    assert_eq!(property(&page, "og:title"), ["A hello by cable"]);
    assert!(linked_data(&page).get("url").is_none());
}

#[test]
fn inline_styles_are_named_by_the_policy() {
    let page = site().page(WHOLE);
    let css = page.select(&Selector::parse("head > style").unwrap()).next().unwrap();
    let css: String = css.text().collect();
    assert!(css.contains("#123456") && !css.contains("dark"), "{css}");
    let hash = base64::engine::general_purpose::STANDARD.encode(sha2::Sha256::digest(&css));
    let policy = attributes(&page, "meta[http-equiv='Content-Security-Policy']", "content").remove(0);
    let styles = policy.split(';').find(|part| part.trim().starts_with("style-src")).unwrap();
    assert!(styles.contains(&format!("'sha256-{hash}'")) && !policy.contains("unsafe-inline"), "{policy}");
}

#[test]
fn the_head_stays_small() {
    let site = site();
    let text = site.text(&format!("{WHOLE}index.html"));
    let head = &text[..text.find("</head>").unwrap()];
    assert!(head.len() < 4_500, "{}", head.len());
}

#[test]
fn pictures_that_previews_cannot_show_are_passed_over() {
    for (src, shown) in [
        ("a.PNG", true),
        ("a.jpeg", true),
        ("a.svg", false),
        ("a", false),
        ("https://x.example/a.svg?v=1", false),
        ("https://x.example/picture", true),
    ] {
        let mut archive = Archive::new("A");
        let picture = Some(Picture { src: src.to_owned(), ..Picture::default() });
        archive.add(Article { id: "p".into(), title: "P".into(), picture, ..Article::default() });
        let page = Published::of(&archive, &config()).page("undated/p/");
        let is_drawn = property(&page, "og:image")[0].contains("/share/undated-p.");
        assert_eq!(is_drawn, !shown, "{src}");
    }
}

#[test]
fn the_script_of_the_template_stands_in_the_page_and_the_policy_lets_it_pass() {
    let temp = tempfile::tempdir().unwrap();
    let script = "if (location.search) {\n  document.title = '</script>';\n}";
    let page = "<!DOCTYPE html><html lang=\"en\" data-root=\"./\"><head><!--head-->\n\
        <script src=\"./pending-0a.js\" data-integrity=\"none\"></script>\n\
        <script type=\"module\">x</script></head><body><div id=\"app\"><!--app--></div><!--data--></body></html>";
    let viewer = temp.path().join("viewer");
    std::fs::create_dir(&viewer).unwrap();
    for (name, text) in [("index.html", page), ("pending-0a.js", script), ("v.js", ""), ("v_bg.wasm", "")] {
        std::fs::write(viewer.join(name), text).unwrap();
    }
    let site = temp.path().join("site");
    let viewer = backissue::publish::Viewer::load(&viewer).unwrap();
    backissue::publish::publish(&Archive::new("A"), &viewer, &backissue::publish::Publication::to(&site))
        .unwrap();
    assert!(!site.join("pending-0a.js").exists());
    let page = Html::parse_document(&std::fs::read_to_string(site.join("index.html")).unwrap());
    let select = |css: &str| page.select(&Selector::parse(css).unwrap()).next().unwrap();
    let script: String = select("script:not([type])").text().collect();
    let hash = base64::engine::general_purpose::STANDARD.encode(sha2::Sha256::digest(script.as_bytes()));
    let policy = select("meta[http-equiv]").attr("content").unwrap();
    assert!(
        script.contains("'<\\/script>'") && policy.contains(&format!("'sha256-{hash}'")),
        "{script} {policy}"
    );
}
