//! The pages at the addresses that articles had before: they lead on, with and without scripts.

use crate::site::{Permalink, Route, relative, with_root};

use super::head::escape;

/// A page that leads from one address to another.
pub(super) fn moved_page(from: &Permalink, to: &Permalink, title: &str) -> String {
    let root = relative(&Route::Article(from.clone()).path());
    let way = with_root(&root, &Route::Article(to.clone()).path());
    let title = escape(title);
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"robots\" content=\"noindex\"><meta http-equiv=\"refresh\" content=\"0; url={way}\">\
         <link rel=\"canonical\" href=\"{way}\"><title>{title}</title></head>\
         <body><h1>{title}</h1><p>This article has moved: <a href=\"{way}\">{title}</a>.</p></body></html>\n"
    )
}
