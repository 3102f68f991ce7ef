//! What makes a site readable without a connection: the worker knows each file of its build, and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use backissue::archive::{Archive, feed};
use backissue::publish::{Offline, Publication, publish};
use scraper::{Html, Selector};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::publish::viewer;
use crate::published::{Published, attributes, config, files, odd_archive};

const WORKER: &str = "sw.js";

fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

/// What stands before the worker's code.
fn build(site: &Published) -> Value {
    let text = site.text(WORKER).strip_prefix("const BUILD = ").unwrap();
    let mut values = serde_json::Deserializer::from_str(text).into_iter();
    values.next().unwrap().unwrap()
}

/// Digest and size of each file that the worker knows.
fn known(site: &Published) -> BTreeMap<String, (String, u64)> {
    let build = build(site);
    let mut known: BTreeMap<String, (String, u64)> = serde_json::from_value(build["core"].clone()).unwrap();
    for (number, hash) in build["lists"].as_array().unwrap().iter().enumerate() {
        let hash = hash.as_str().unwrap();
        let text = site.text(&format!("data/files-{number}.{hash}.json"));
        assert_eq!(digest(text.as_bytes()), hash);
        let list: Value = serde_json::from_str(text).unwrap();
        let files: Vec<(String, String, u64)> = serde_json::from_value(list["files"].clone()).unwrap();
        for (path, digest, bytes) in files {
            assert!(known.insert(path.clone(), (digest, bytes)).is_none(), "{path} is listed twice");
        }
    }
    known
}

fn site() -> Published {
    Published::of(&odd_archive(), &config())
}

#[test]
fn the_worker_knows_every_file_that_is_read() {
    let site = site();
    let known = known(&site);
    let for_machines = |path: &str| {
        path == WORKER
            || [
                ".backissue",
                ".nojekyll",
                "404.html",
                "robots.txt",
                "feed.json",
                "rss.xml",
                "sitemap.xml",
                "opensearch.xml",
            ]
            .contains(&path)
            || path.ends_with("feed.xml")
            || path.starts_with("share/")
            || path.starts_with("data/files-")
    };
    let there: BTreeSet<&str> =
        site.files.keys().map(String::as_str).filter(|path| !for_machines(path)).collect();
    assert_eq!(known.keys().map(String::as_str).collect::<BTreeSet<_>>(), there);
    for (path, (hash, bytes)) in &known {
        let file = &site.files[path];
        assert_eq!((hash, *bytes), (&digest(file), file.len() as u64), "{path}");
    }
    assert_eq!(build(&site)["bytes"], known.values().map(|(_, bytes)| bytes).sum::<u64>());
    for path in build(&site)["first"].as_array().unwrap() {
        assert!(build(&site)["core"][path.as_str().unwrap()].is_array(), "{path}");
    }
    assert!(["index.html", "offline.html", "data/site.json"].iter().all(|path| known.contains_key(*path)));
}

#[test]
fn a_worker_is_another_exactly_when_a_file_is() {
    let first = site();
    assert_eq!(first.text(WORKER), site().text(WORKER));
    let mut archive = Archive::new("The Wire & Co");
    archive.extend(odd_archive().entries().iter().map(|entry| {
        let mut article = entry.article.clone();
        if article.title == "A hello by cable" {
            article.standfirst = Some("What came in overnight.".to_owned());
        }
        article
    }));
    archive.description = odd_archive().description;
    archive.language = odd_archive().language;
    let second = Published::of(&archive, &config());
    assert_ne!(first.text(WORKER), second.text(WORKER));
    let (before, after) = (known(&first), known(&second));
    let changed: BTreeSet<&String> =
        after.iter().filter(|(path, file)| before.get(*path) != Some(file)).map(|(path, _)| path).collect();
    let differ = |path: &&String| second.files.get(*path) != first.files.get(*path);
    assert_eq!(changed, after.keys().filter(differ).collect());
    assert!(changed.iter().any(|path| path.contains("a-hello-by-cable")) && changed.len() < after.len() / 2);
}

#[test]
fn the_manifest_names_the_site_and_icons_that_are_there() {
    let site = site();
    let manifest: Value = serde_json::from_str(site.text("manifest.webmanifest")).unwrap();
    assert_eq!((&manifest["name"], &manifest["lang"]), (&"The Wire & Co".into(), &"en".into()));
    let place = url::Url::parse("https://news.example/a/b/manifest.webmanifest").unwrap();
    for key in ["start_url", "scope"] {
        let url = place.join(manifest[key].as_str().unwrap()).unwrap();
        assert_eq!(url.as_str(), "https://news.example/a/b/");
    }
    let mut sizes = Vec::new();
    for icon in manifest["icons"].as_array().unwrap() {
        let bytes = &site.files[icon["src"].as_str().unwrap()];
        if icon["type"] == "image/svg+xml" {
            let text = std::str::from_utf8(bytes).unwrap();
            let svg = roxmltree::Document::parse(text).unwrap();
            let fills = svg.descendants().filter_map(|node| node.attribute("fill"));
            assert_eq!(fills.collect::<Vec<_>>(), ["#123456", "#fffdf9"]);
            assert_eq!(icon["sizes"], "any");
        } else {
            let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
            let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
            let info = reader.next_frame(&mut pixels).unwrap();
            assert_eq!(icon["sizes"], format!("{0}x{0}", info.width));
            let has = |colour: [u8; 4]| pixels.chunks_exact(4).any(|pixel| pixel == colour);
            assert!(has([0x12, 0x34, 0x56, 255]) && has([255, 253, 249, 255]));
            let is_whole = pixels[3] == 255;
            assert_eq!(is_whole, icon["purpose"] == "maskable" || info.width == 180);
        }
        sizes.push(format!("{} {}", icon["sizes"].as_str().unwrap(), icon["purpose"].as_str().unwrap()));
    }
    for wanted in ["192x192 any", "512x512 any", "512x512 maskable"] {
        assert!(sizes.iter().any(|size| size == wanted), "{sizes:?}");
    }
}

#[test]
fn a_title_in_any_script_has_an_icon() {
    for title in ["裏面", "...", "Éclair", "أخبار"] {
        let site = Published::of(&Archive::new(title), "");
        assert!(site.files.keys().any(|path| path.starts_with("icon-512-mask-")), "{title}");
    }
}

#[test]
fn every_page_leads_to_the_manifest_and_lets_the_worker_pass() {
    let site = site();
    for (path, root) in [("", "./"), ("2023/06/06/a-hello-by-cable/", "../../../../")] {
        let page = site.page(path);
        assert_eq!(attributes(&page, "link[rel=manifest]", "href"), [format!("{root}manifest.webmanifest")]);
        let touch = attributes(&page, "link[rel=apple-touch-icon]", "href");
        assert!(site.files.contains_key(touch[0].strip_prefix(root).unwrap()), "{touch:?}");
        let policy = attributes(&page, "meta[http-equiv=Content-Security-Policy]", "content");
        assert!(policy[0].contains("worker-src 'self'; manifest-src 'self';"), "{policy:?}");
    }
    let scripts = attributes(&site.page("about/"), "script[src]", "src");
    assert!(scripts.iter().any(|src| src.starts_with("../keep-")), "{scripts:?}");
    assert!(attributes(&site.page(""), "script[src]", "src").iter().all(|src| !src.contains("keep-")));
}

#[test]
fn what_cannot_be_kept_with_it_is_said() {
    let says_so = |html: &str| {
        let item = serde_json::json!({ "id": "1", "title": "A", "content_html": html });
        let feed = serde_json::json!({ "version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [item] });
        let archive = feed::read("a.json", feed.to_string().as_bytes()).unwrap().archive;
        Published::of(&archive, "").page("about/").root_element().html().contains("not kept with it")
    };
    assert!(says_so(
        "<blockquote><ul><li><img src=\"https://example.org/a.jpg\" alt=\"\"></li></ul></blockquote>"
    ));
    assert!(!says_so("<p>Text</p><img src=\"pictures/a.jpg\" alt=\"\">"));
}

/// It is shown at any address: the worker puts the site's own before what begins so.
#[test]
fn the_page_for_no_connection_names_all_from_the_root() {
    let site = site();
    let page = Html::parse_document(site.text("offline.html"));
    for (css, name) in [("[href]", "href"), ("[src]", "src"), ("html", "data-root")] {
        for address in attributes(&page, css, name) {
            let is_right = address.starts_with("./") || ["", "#main"].contains(&&*address);
            assert!(is_right, "{address}");
            let file = address.trim_start_matches("./");
            let file = if file.is_empty() || file.ends_with('/') {
                format!("{file}index.html")
            } else {
                file.to_owned()
            };
            assert!(address.starts_with('#') || site.files.contains_key(&file), "{address}");
        }
    }
    assert_eq!(attributes(&page, "meta[name=robots]", "content"), ["noindex"]);
    assert_eq!(page.select(&Selector::parse("#shelf.away").unwrap()).count(), 1);
}

#[test]
fn a_site_that_is_only_looked_at_takes_a_former_worker_away() {
    let temp = tempfile::tempdir().unwrap();
    let viewer = viewer(&temp.path().join("viewer"));
    let place = temp.path().join("site");
    let publication = Publication { offline: Offline::No, ..Publication::to(&place) };
    publish(&odd_archive(), &viewer, &publication).unwrap();
    let files = files(&place);
    let text = |path: &str| String::from_utf8(files[path].clone()).unwrap();
    assert!(text(WORKER).contains("registration.unregister()"));
    assert!(!text("index.html").contains("manifest.webmanifest"));
    assert!(!files.keys().any(|path| path.starts_with("data/files-") || path == "offline.html"));
}
