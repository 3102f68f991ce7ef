//! When two articles are the same one: equal ids, or addresses that differ only in what doesn't matter.

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};
use url::Url;

use crate::article::Article;

/// An address without what doesn't change the page: scheme, `www.`, trailing slash, fragment, tracking parameters.
/// `None` for what is not a web address, and for a front page, which is no article's own address.
pub(super) fn address_key(address: &str) -> Option<String> {
    let url = Url::parse(address).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    let host = url.host_str()?;
    let mut key = host.strip_prefix("www.").unwrap_or(host).trim_end_matches('.').to_owned();
    if let Some(port) = url.port() {
        key.push_str(&format!(":{port}"));
    }
    let path = url.path().trim_end_matches('/');
    let query: Vec<&str> =
        url.query().unwrap_or_default().split('&').filter(|pair| !is_tracking(pair)).collect();
    if path.is_empty() && query.is_empty() {
        return None;
    }
    key.push_str(path);
    if !query.is_empty() {
        key.push('?');
        key.push_str(&query.join("&"));
    }
    Some(key)
}

fn is_tracking(pair: &str) -> bool {
    let name = pair.split('=').next().unwrap_or_default().to_ascii_lowercase();
    name.is_empty() || name.starts_with("utm_") || matches!(name.as_str(), "fbclid" | "gclid")
}

/// In an id: it was made up, as another item of the feed has the same id.
pub(super) const TWIN: &str = "#item-";

/// The key of the article's address; of its id, if the id is all the address there is. `None` for an article that
/// shares its address with another.
pub(super) fn article_key(article: &Article) -> Option<String> {
    if article.id.contains(TWIN) {
        return None;
    }
    address_key(article.url.as_deref().unwrap_or(&article.id))
}

/// An id for an article that came without: its address, or a hash of what it says.
pub(super) fn stand_in_id(article: &Article) -> String {
    if let Some(url) = &article.url {
        return url.clone();
    }
    let published = article.published.map(|published| published.to_string()).unwrap_or_default();
    let body = article.body_text();
    let parts: [&str; 4] =
        [&article.title, article.standfirst.as_deref().unwrap_or_default(), &published, &body];
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    let hex: String = hash.finalize()[..16].iter().map(|byte| format!("{byte:02x}")).collect();
    format!("sha256:{hex}")
}

/// Appends what `list` doesn't have yet.
pub(super) fn append_new<T: Clone + Ord>(list: &mut Vec<T>, more: impl IntoIterator<Item = T>) {
    let mut known: BTreeSet<T> = list.iter().cloned().collect();
    list.extend(more.into_iter().filter(|item| known.insert(item.clone())));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_change_the_page_is_ignored() {
        let key = Some("example.org/a?p=7".to_owned());
        for address in [
            "https://example.org/a?p=7",
            "http://www.example.org/a/?utm_source=x&p=7&fbclid=1#top",
            "HTTPS://WWW.EXAMPLE.ORG:443/a?p=7&gclid=2",
        ] {
            assert_eq!(address_key(address), key, "{address}");
        }
        assert_ne!(address_key("https://example.org/a?p=8"), key);
        assert_ne!(address_key("https://example.org:8080/a?p=7"), key);
    }

    #[test]
    fn a_front_page_or_another_scheme_is_no_key() {
        for address in
            ["https://example.org/", "http://www.example.org?utm_medium=rss", "mailto:a@example.org", "7", ""]
        {
            assert_eq!(address_key(address), None, "{address}");
        }
    }

    #[test]
    fn an_id_made_from_the_content_is_stable() {
        let article = Article { title: "Wire".to_owned(), ..Article::default() };
        assert_eq!(stand_in_id(&article), stand_in_id(&article.clone()));
        assert!(stand_in_id(&article).starts_with("sha256:"));
        let other = Article { standfirst: Some("Wire".to_owned()), ..Article::default() };
        assert_ne!(stand_in_id(&article), stand_in_id(&other));
    }
}
