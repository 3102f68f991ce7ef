//! Every link of every page of the sample site leads to a file of the site, or out of it.

use std::fs;
use std::path::Path;

use backissue::archive::feed::read;
use scraper::{Html, Selector};
use url::Url;

use crate::published::Published;

#[test]
fn no_link_inside_the_sample_is_dead() {
    let bytes = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("static/articles.json")).unwrap();
    let site = Published::of(&read("articles.json", &bytes).unwrap().archive, "");
    let root = Url::parse("https://site.example/").unwrap();
    let links = Selector::parse("a[href]").unwrap();
    let mut followed = 0;
    for path in site.files.keys().filter(|path| path.ends_with("/index.html") || *path == "index.html") {
        let page = Html::parse_document(site.text(path));
        let here = root.join(path).unwrap();
        for link in page.select(&links) {
            let href = link.attr("href").unwrap();
            let target = here.join(href).unwrap();
            if target.host() != root.host() || href.starts_with('#') {
                continue;
            }
            let file = target.path().trim_start_matches('/');
            let file = if file.is_empty() || file.ends_with('/') {
                format!("{file}index.html")
            } else {
                file.into()
            };
            assert!(site.files.contains_key(&file), "{path}: {href} leads to {file}");
            followed += 1;
        }
    }
    assert!(followed > 2000, "{followed}");
}
