//! The page around the app: the template with everything that it names put inside.

use std::io::{self, Write};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::publish::head::{Policy, Sources, escape};
use crate::publish::start::QUIET;
use crate::publish::template::{APP, DATA, HEAD};
use crate::publish::{PublishError, Viewer};
use crate::site::{FRAGMENT, Query, SiteName};
use crate::view::list_title;

use super::file::MARK;
use super::pictures::{data_url, media_type};

/// Starts the viewer from what the page holds. Comes after the viewer's own script, whose start it calls.
const START: &str = include_str!("start.js");

/// The place of the name of the viewer's start in [`START`].
const INIT: &str = "INIT";

/// The `id` of the element that holds the viewer.
const VIEWER: &str = "viewer.wasm";

/// Said where the viewer does not run. The room is there only if it has to be said.
const NOTE: &str = "<p class=\"without\"><noscript>This archive is one file. Without JavaScript and WebAssembly it \
    shows its newest articles, but opens none.</noscript></p>";

/// The note's style, beside those of the viewer.
const NOTE_STYLE: &str = "\n.without { max-width: var(--page); margin: 0 auto; padding: 0 var(--margin); }\n";

/// A page in its parts.
pub(super) struct Shell {
    until_head: String,
    until_app: String,
    /// Between the app and the data.
    pub after_app: String,
    /// After the data.
    pub end: String,
    policy: Policy,
    wasm: String,
}

impl Shell {
    /// Takes the viewer's template apart.
    pub(super) fn of(viewer: &Viewer) -> Result<Self, PublishError> {
        let page = viewer.template().text();
        let (until_head, rest) = page.split_once(HEAD).unwrap_or((page, ""));
        let (until_app, rest) = rest.split_once(APP).unwrap_or((rest, ""));
        let (after_app, end) = rest.split_once(DATA).unwrap_or((rest, ""));
        let (glue, wasm) = viewer.program()?;
        let mut inside = Inside { viewer, glue, policy: Policy::of(Sources::Page) };
        let mut parts = Vec::new();
        for part in [until_head, until_app, after_app, end] {
            parts.push(inside.put(part)?);
        }
        let [until_head, until_app, after_app, end] =
            <[String; 4]>::try_from(parts).expect("four parts went in");
        let root = format!("data-root=\"{FRAGMENT}/\"");
        Ok(Self {
            until_head: until_head.replacen("data-root=\"./\"", &root, 1),
            until_app: until_app.replacen("<body>", &format!("<body>{NOTE}"), 1),
            after_app,
            end,
            policy: inside.policy,
            wasm: STANDARD.encode(wasm),
        })
    }

    /// Everything before the app.
    pub(super) fn until_app(&self, site: &SiteName) -> String {
        let lang = site.language.as_ref().map_or("en", |language| language.as_str());
        let lang = format!("lang=\"{}\"", escape(lang));
        let before = self.until_head.replacen("lang=\"en\"", &lang, 1);
        let policy = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">", self.policy);
        let title = format!("<title>{}</title>", escape(&list_title(site, &Query::default())));
        let description = site.description.as_deref().map_or_else(String::new, |text| {
            format!("<meta name=\"description\" content=\"{}\">", escape(text))
        });
        [before.as_str(), MARK, &policy, &title, &description, &self.until_app].concat()
    }

    /// The viewer itself.
    pub(super) fn write_viewer(&self, out: &mut impl Write) -> io::Result<()> {
        writeln!(out, "<script type=\"application/wasm\" id=\"{VIEWER}\">{}</script>", self.wasm)
    }
}

/// Puts what elements name in their place.
struct Inside<'a> {
    viewer: &'a Viewer,
    glue: &'a str,
    policy: Policy,
}

impl Inside<'_> {
    /// A part of the template with its links and scripts put inside.
    fn put(&mut self, part: &str) -> Result<String, PublishError> {
        let mut out = String::new();
        let mut rest = part;
        while let Some(start) = ["<link", "<script"].iter().filter_map(|name| rest.find(name)).min() {
            out.push_str(&rest[..start]);
            rest = &rest[start..];
            let close = if rest.starts_with("<link") { ">" } else { "</script>" };
            let end = rest.find(close).map_or(rest.len(), |at| at + close.len());
            let element = &rest[..end];
            out.push_str(&if close == ">" { self.link(element)? } else { self.script(element)? });
            rest = &rest[end..];
        }
        out.push_str(rest);
        Ok(out)
    }

    /// A style sheet or an icon; what only says what will be fetched is not needed.
    fn link(&mut self, element: &str) -> Result<String, PublishError> {
        let (Some(rel), Some(href)) = (attribute(element, "rel"), attribute(element, "href")) else {
            return Ok(String::new());
        };
        Ok(match rel {
            "stylesheet" => {
                let css = self.with_fonts(&self.viewer.style().whole) + NOTE_STYLE;
                self.policy = std::mem::take(&mut self.policy).with_style(&css);
                format!("<style>{css}</style>")
            }
            "icon" => {
                let url = data_url(media_type(href).unwrap_or("image/png"), self.viewer.file(href)?);
                format!("<link rel=\"icon\" href=\"{url}\">")
            }
            _ => String::new(),
        })
    }

    fn script(&mut self, element: &str) -> Result<String, PublishError> {
        let is_start = attribute(element, "type") == Some("module");
        let (kind, script) = match attribute(element, "src") {
            _ if is_start => (" type=\"module\"", self.start()?),
            Some(src) => ("", text(self.viewer.file(src)?)),
            None if element.starts_with("<script>") => ("", inner(element).to_owned()),
            None => return Ok(String::new()),
        };
        // What would end the element can only stand in a text there, where this means the same.
        let script = script.replace("</script", "<\\/script");
        self.policy = std::mem::take(&mut self.policy).with_script(&script);
        Ok(format!("<script{kind}>{script}</script>"))
    }

    /// The viewer's own script, and a call of its start.
    fn start(&self) -> Result<String, PublishError> {
        let (before, _) = self
            .glue
            .split_once(" as default")
            .ok_or_else(|| PublishError::ViewerLacks("default export".to_owned()))?;
        let is_name = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '$';
        let name = before.rsplit(|letter| !is_name(letter)).next().unwrap_or_default();
        Ok(format!("{}\n{QUIET}{}", self.glue, START.replacen(INIT, name, 1)))
    }

    /// A style sheet whose fonts are inside it.
    fn with_fonts(&self, css: &str) -> String {
        let mut parts = css.split("url(");
        let mut out = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (address, rest) = part.split_once(')').unwrap_or((part, ""));
            let path = address.trim_matches(['"', '\'', ' ']);
            match (self.viewer.file(path), media_type(path)) {
                (Ok(bytes), Some(kind)) => out.extend(["url(", &data_url(kind, bytes), ")", rest]),
                _ => out.extend(["url(", part]),
            }
        }
        out
    }
}

/// What stands between an element's tags.
fn inner(element: &str) -> &str {
    let start = element.find('>').map_or(element.len(), |at| at + 1);
    let end = element.rfind("</").unwrap_or(element.len());
    &element[start..end.max(start)]
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// The value of an attribute, as Trunk and we write them: in double quotes.
fn attribute<'a>(element: &'a str, name: &str) -> Option<&'a str> {
    let tag = &element[..element.find('>').unwrap_or(element.len())];
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    tag[start..].split('"').next()
}
