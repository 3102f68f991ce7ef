//! The viewer's files in a site: named by what they hold, also where one names another.

use std::fs;

use backissue::archive::Archive;
use backissue::publish::{Publication, Viewer, publish};
use scraper::Html;
use sha2::{Digest, Sha256};

use crate::published::{attributes, files};

const PAGE: &str = "<!doctype html><html lang=\"en\" data-root=\"./\"><head><!--head-->\
    <link rel=\"preload\" href=\"./fonts/serif.woff2\" as=\"font\"><link rel=\"stylesheet\" href=\"./style-0a1b2c3d.css\">\
    <script type=\"module\">x</script></head><body><!--app--><!--data--></body></html>";

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

/// The names of font and style sheet, after it was seen that all lead to them.
fn names(font: &str) -> (String, String) {
    let temp = tempfile::tempdir().unwrap();
    let (viewer, site) = (temp.path().join("viewer"), temp.path().join("site"));
    fs::create_dir_all(viewer.join("fonts")).unwrap();
    let css = "@font-face { src: url(\"fonts/serif.woff2\") } @font-face { src: url(fonts/serif.woff2) }";
    for (name, text) in [
        ("index.html", PAGE),
        ("v.js", ""),
        ("v_bg.wasm", ""),
        ("fonts/serif.woff2", font),
        ("style-0a1b2c3d.css", css),
    ] {
        fs::write(viewer.join(name), text).unwrap();
    }
    publish(&Archive::new("A"), &Viewer::load(&viewer).unwrap(), &Publication::to(&site)).unwrap();
    let files = files(&site);
    let named = |start: &str| files.keys().find(|path| path.starts_with(start)).unwrap().clone();
    let (face, style) = (named("fonts/"), named("style-"));
    assert_eq!(face, format!("fonts/serif-{}.woff2", hash(font.as_bytes())));
    assert_eq!(style, format!("style-{}.css", hash(&files[&style])));
    let text = String::from_utf8(files[&style].clone()).unwrap();
    assert_eq!(text.matches(&face).count(), 2, "{text}");
    let about = Html::parse_document(std::str::from_utf8(&files["about/index.html"]).unwrap());
    assert_eq!(attributes(&about, "link[rel=preload]", "href"), [format!("../{face}")]);
    assert_eq!(attributes(&about, "link[rel=stylesheet]", "href"), [format!("../{style}")]);
    (face, style)
}

#[test]
fn another_font_gives_other_names() {
    let (before, after) = (names("one"), names("two"));
    assert_eq!(before, names("one"));
    assert!(before.0 != after.0 && before.1 != after.1);
}
