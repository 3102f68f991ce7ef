//! What a page says of itself in its `<head>`.

use crate::find::Selection;
use crate::site::{Page, PageData, Query};
use crate::view::{about_title, article_title, list_title, lost_title};

/// Only the site's own scripts, styles, fonts and data; pictures also from the web, as articles name them.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; font-src 'self'; \
    connect-src 'self'; img-src 'self' data: https: http:; base-uri 'none'; form-action 'none'";

/// Title and metadata of a page.
pub(super) struct Head {
    /// Elements of the head.
    pub html: String,
    /// The site's language.
    pub language: Option<String>,
}

impl Head {
    /// The head of a page.
    pub(super) fn of(data: &PageData) -> Self {
        let site = &data.site;
        let (title, description, mut more) = match &data.page {
            Page::List(list) => {
                let query = Query { selection: Selection::default(), page: list.number };
                (list_title(site, &query), site.description.clone(), String::new())
            }
            Page::Article(page) => {
                let article = &page.article;
                (
                    article_title(site, &article.title),
                    article.standfirst.clone(),
                    original(article.url.as_deref()),
                )
            }
            Page::About => (about_title(site), site.description.clone(), String::new()),
            Page::Lost => (lost_title(site), None, "<meta name=\"robots\" content=\"noindex\">".to_owned()),
        };
        if let Some(description) = description {
            more.push_str(&format!("<meta name=\"description\" content=\"{}\">", escape(&description)));
        }
        let html = format!(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\"><title>{}</title>{more}",
            escape(&title)
        );
        Self { html, language: site.language.as_ref().map(|language| language.as_str().to_owned()) }
    }
}

/// A text that was first published elsewhere stays its publisher's: search engines are led there.
fn original(url: Option<&str>) -> String {
    url.map_or_else(String::new, |url| {
        format!("<link rel=\"canonical\" href=\"{}\"><meta name=\"robots\" content=\"noindex\">", escape(url))
    })
}

/// Text as it stands in HTML, in attributes too.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
