//! The page template: `index.html` with the viewer filled in by Trunk, and each page filled in here.

use super::head::escape;

/// Where Trunk's relative addresses point to.
const HERE: &str = "\"./";

/// The places that a page is filled at.
pub(super) const HEAD: &str = "<!--head-->";
pub(super) const APP: &str = "<!--app-->";
pub(super) const DATA: &str = "<!--data-->";

/// A template, whole and cut at its places.
#[derive(Debug, Clone)]
pub(super) struct Template {
    text: String,
    parts: Vec<Part>,
}

#[derive(Debug, Clone)]
enum Part {
    Text(String),
    Place(Place),
}

/// What is put in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Root,
    Language,
    Head,
    App,
    Data,
}

/// How places are marked in Trunk's page, and what of the mark stays before and after.
const MARKS: [(&str, Place, &str, &str); 5] = [
    (HERE, Place::Root, "\"", ""),
    ("lang=\"en\"", Place::Language, "lang=\"", "\""),
    (HEAD, Place::Head, "", ""),
    (APP, Place::App, "", ""),
    (DATA, Place::Data, "", ""),
];

/// What a page is filled with.
pub(super) struct Filling<'a> {
    /// The way to the site's root.
    pub root: &'a str,
    /// The site's language, English if it has none.
    pub language: Option<&'a str>,
    /// Title and metadata: elements of the head.
    pub head: &'a str,
    /// The prerendered page.
    pub app: &'a str,
    /// What it was made from, safe inside a script element.
    pub json: &'a str,
    /// More scripts.
    pub scripts: &'a [String],
}

impl Template {
    /// Takes Trunk's page, its inline start script replaced by a file that is told by its hash and comes after all that is
    /// painted. `None` if a place is missing.
    pub(super) fn new(page: &str, start: &str, integrity: &str) -> Option<Self> {
        let script = format!("<script type=\"module\" src=\"./{start}\" integrity=\"{integrity}\"></script>");
        let begin = page.find("<script type=\"module\">")?;
        let end = begin + page[begin..].find("</script>")? + "</script>".len();
        let page = tidy(&at_end(&[&page[..begin], &page[end..]].concat(), &script));
        let whole = [HEAD, APP, DATA].iter().all(|place| page.contains(place));
        whole.then(|| Self { parts: cut(&with_late_style(&page)), text: page })
    }

    /// What stands in its inline scripts, letter by letter.
    pub(super) fn inline_scripts(&self) -> impl Iterator<Item = &str> {
        self.text.split("<script>").skip(1).filter_map(|rest| rest.split("</script>").next())
    }

    /// The page with its places.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Writes the HTML of a page in the place of what `html` held. What is put in is never searched for places.
    pub(super) fn fill(&self, filling: &Filling<'_>, html: &mut String) {
        let Filling { root, language, head, app, json, scripts } = filling;
        html.clear();
        for part in &self.parts {
            match part {
                Part::Text(text) => html.push_str(text),
                Part::Place(Place::Root) => html.push_str(root),
                Part::Place(Place::Language) => {
                    html.push_str(&escape(language.unwrap_or("en")));
                }
                Part::Place(Place::Head) => html.push_str(head),
                Part::Place(Place::App) => html.push_str(app),
                Part::Place(Place::Data) => {
                    html.push_str("<script type=\"application/json\" id=\"page-data\">");
                    html.push_str(json);
                    html.push_str("</script>");
                    for src in *scripts {
                        html.push_str("<script defer src=\"");
                        html.push_str(src);
                        html.push_str("\"></script>");
                    }
                }
            }
        }
    }
}

/// The element that links the style sheet, and its address.
pub(super) fn style_sheet(page: &str) -> Option<(&str, &str)> {
    let element = &page[page.find("<link rel=\"stylesheet\"")?..];
    let element = &element[..=element.find('>')?];
    let address = element.split("href=\"").nth(1)?.split('"').next()?;
    Some((element, address))
}

/// The page with its style sheet after everything else: what is seen first has its style in its head.
fn with_late_style(page: &str) -> String {
    let Some((link, _)) = style_sheet(page) else { return page.to_owned() };
    let (before, after) = page.split_once(link).unwrap_or((page, ""));
    at_end(&[before.trim_end_matches(' '), after.trim_start_matches('\n')].concat(), link)
}

/// The page with an element at the end of its body.
fn at_end(page: &str, element: &str) -> String {
    let (before, end) = page.split_at(page.rfind("</body>").unwrap_or(page.len()));
    [before, "  ", element, "\n  ", end].concat()
}

/// Trunk leaves empty lines where its own elements stood, and closes elements that have no end.
fn tidy(page: &str) -> String {
    let lines = page.lines().map(str::trim_end).filter(|line| !line.is_empty());
    lines.flat_map(|line| [line, "\n"]).collect::<String>().replace("\"/>", "\">")
}

fn cut(page: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let (mut rest, mut text) = (page, String::new());
    let next = |rest: &str| {
        MARKS.iter().filter_map(|mark| Some((rest.find(mark.0)?, mark))).min_by_key(|(at, _)| *at)
    };
    while let Some((at, (mark, place, before, after))) = next(rest) {
        text.push_str(&rest[..at]);
        text.push_str(before);
        parts.extend([Part::Text(text), Part::Place(*place)]);
        text = (*after).to_owned();
        rest = &rest[at + mark.len()..];
    }
    text.push_str(rest);
    parts.push(Part::Text(text));
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_places_are_filled_and_addresses_follow_the_root() {
        let page = r#"<html lang="en" data-root="./"><!--head--><link href="./a.css"><script type="module">x</script><div><!--app--></div><!--data--></body>"#;
        let template = Template::new(page, "start.js", "sha384-x").unwrap();
        let mut html = "before".to_owned();
        let filling = Filling {
            root: "../../",
            language: Some("ar"),
            head: "<title>T</title>",
            app: "<p><!--data--></p>",
            json: "{}",
            scripts: &[],
        };
        template.fill(&filling, &mut html);
        assert_eq!(
            html,
            r#"<html lang="ar" data-root="../../"><title>T</title><link href="../../a.css"><div><p><!--data--></p></div><script type="application/json" id="page-data">{}</script>  <script type="module" src="../../start.js" integrity="sha384-x"></script>
  </body>
"#
        );
        assert!(Template::new("<p>", "start.js", "").is_none());
    }
}
