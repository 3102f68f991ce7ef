//! Where an article was first published; always there when it came from elsewhere.

use crate::article::Article;
use crate::view::element::{El, el};

use super::spans::is_safe;

/// Publisher, organisation, original address and rights.
pub(in crate::view) fn provenance(article: &Article) -> Option<El> {
    let publisher = article.publisher.as_ref();
    let url = article.url.as_deref().filter(|url| is_safe(url));
    if publisher.is_none() && url.is_none() {
        return None;
    }
    let mut line = el("p").class("provenance").text("First published by ");
    line = match publisher {
        Some(publisher) => line.child(el("bdi").text(publisher.name.clone())),
        None => line.text("its publisher"),
    };
    if let Some(organisation) = publisher.and_then(|publisher| publisher.organisation.clone()) {
        line = line.text(" (").child(el("bdi").text(organisation)).text(")");
    }
    if let Some(url) = url {
        let link = el("a").attr("href", url.to_owned()).attr("rel", "external");
        line = line.text(", ").child(link.text(host(url).unwrap_or("the original").to_owned()));
    }
    if let Some(rights) = &article.rights {
        line = line.text(format!(". {rights}"));
    }
    Some(line)
}

/// `example.org` of `https://www.example.org/a`.
fn host(url: &str) -> Option<&str> {
    let rest = url.split_once("://")?.1;
    let host = rest.split(['/', '?', '#']).next()?;
    Some(host.strip_prefix("www.").unwrap_or(host))
}
