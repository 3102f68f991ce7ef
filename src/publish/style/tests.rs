//! What is left out of a page fits nothing on it, on every page of the sample.

use std::fs;
use std::path::{Path, PathBuf};

use scraper::{Html, Selector};

use super::*;
use crate::archive::feed;
use crate::publish::{Publication, Viewer, publish};
use crate::site::{PageData, Route, page_json, read as read_json};

const SHEET: &str = include_str!("../../../static/style.css");

/// What an element is not asked for: states, and parts that are no elements.
const STATES: [&str; 14] = [
    "::before",
    "::after",
    "::marker",
    "::-moz-range-thumb",
    "::-webkit-slider-thumb",
    "::placeholder",
    "::selection",
    ":focus-visible",
    ":focus",
    ":checked",
    ":any-link",
    "[data-pending] ",
    ":root",
    ":lang(x)",
];

/// All selectors with the rules around them, innermost last.
fn selectors(rules: &[Rule], found: &mut Vec<String>) {
    for rule in rules {
        match &rule.block {
            Block::Rules(inner) if !waits(&rule.prelude) => selectors(inner, found),
            Block::Text(_) if !rule.prelude.starts_with('@') => found.push(rule.prelude.clone()),
            _ => {}
        }
    }
}

fn all(rules: &[Rule]) -> Vec<String> {
    let mut found = Vec::new();
    selectors(rules, &mut found);
    found
}

/// Selectors without states, which a page at rest can't be asked for.
fn at_rest(selectors: &str) -> String {
    STATES.iter().fold(selectors.to_owned(), |text, state| text.replace(state, ""))
}

#[test]
fn what_a_page_lacks_fits_nothing_on_it() {
    let (project, temp) = (Path::new(env!("CARGO_MANIFEST_DIR")), tempfile::tempdir().unwrap());
    let bytes = fs::read(project.join("static/articles.json")).unwrap();
    let archive = feed::read("articles.json", &bytes).unwrap().archive;
    let page = "<html lang=\"en\" data-root=\"./\"><head><!--head--><script type=\"module\">x</script></head>\
        <body><div id=\"app\"><!--app--></div><!--data--></body></html>";
    for (name, text) in [("index.html", page), ("v.js", ""), ("v_bg.wasm", "")] {
        fs::write(temp.path().join(name), text).unwrap();
    }
    let site = temp.path().join("site");
    let publication = Publication { beside: project.join("static"), ..Publication::to(&site) };
    publish(&archive, &Viewer::load(temp.path()).unwrap(), &publication).unwrap();
    let rules = read(SHEET);
    let lacking = Layout::ALL.map(|layout| {
        let inside = all(&needed(&rules, layout));
        let lacking =
            all(&rules).into_iter().filter(|text| !inside.contains(text) && !waits_for_reader(text));
        let parse =
            |text: String| (Selector::parse(&at_rest(&text)).unwrap_or_else(|_| panic!("{text}")), text);
        lacking.map(parse).collect::<Vec<_>>()
    });
    assert!(lacking.iter().all(|selectors| selectors.len() > 20));
    let mut pages = Vec::new();
    gather(&site, &mut pages);
    assert!(pages.len() > 100);
    for (path, text) in pages {
        let route = Route::parse(&path.strip_prefix(&site).unwrap().to_string_lossy());
        let data: PageData = read_json("", page_json(&text).unwrap()).unwrap();
        let page = Html::parse_document(&text);
        for (selector, name) in &lacking[Layout::of(&data.page, &route) as usize] {
            assert_eq!(page.select(selector).count(), 0, "{name} on {route:?}");
        }
    }
}

fn gather(folder: &Path, pages: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, pages);
        } else if path.extension().is_some_and(|extension| extension == "html") {
            let text = fs::read_to_string(&path).unwrap();
            pages.push((path, text));
        }
    }
}

#[test]
fn faces_stand_in_one_place() {
    let style = Style::of("@font-face{src:local(\"A\")}@font-face{src:url(a)}p{}");
    assert_eq!(style.linked, "@font-face{src:url(a)}p{}");
    for layout in Layout::ALL {
        assert_eq!(style.inside(layout), "@font-face{src:local(\"A\")}p{}");
    }
}

#[test]
fn pages_have_what_they_are_painted_with_and_no_more() {
    let style = Style::of(
        "@layer a{.card,.facet{b:c}.facet{d:e}@media print{p{f:g}}@media (x){.reader p{h:i}}.card:hover{j:k}}",
    );
    assert_eq!(style.inside(Layout::List), "@layer a{.card,.facet{b:c}.facet{d:e}}");
    assert_eq!(style.inside(Layout::Reader), "@layer a{.card,.facet{b:c}@media (x){.reader p{h:i}}}");
    assert_eq!(style.whole, style.linked);
}
