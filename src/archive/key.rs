//! When two articles are the same one: equal ids, or addresses that differ only in what doesn't matter.

use std::collections::BTreeSet;

use url::Url;

use crate::article::Article;

/// An address without what doesn't change the page: scheme, `www.`, trailing slash, fragment, tracking parameters.
/// `None` for what is not a web address, and for a front page, which is no article's own address.
pub(crate) fn address_key(address: &str) -> Option<String> {
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

/// How the names of parameters begin that say where a reader came from: Google Analytics', Matomo's, HubSpot's.
const TRACKING_PREFIXES: [&str; 4] = ["utm_", "mtm_", "hsa_", "__hs"];

/// The names of others, each made by one service for this alone. Names that a site may use for what it shows (`ref`,
/// `source`, `id`, `cid`, `from`) are not among them.
const TRACKING: [&str; 34] = [
    "fbclid",
    "gclid",
    "gclsrc",
    "dclid",
    "gbraid",
    "wbraid",
    "msclkid",
    "yclid",
    "ysclid",
    "twclid",
    "ttclid",
    "li_fat_id",
    "igshid",
    "igsh",
    "mc_cid",
    "mc_eid",
    "_ga",
    "_gl",
    "_hsenc",
    "_hsmi",
    "hsctatracking",
    "mkt_tok",
    "ref_src",
    "ref_url",
    "oly_anon_id",
    "oly_enc_id",
    "vero_id",
    "vero_conv",
    "wickedid",
    "pk_campaign",
    "pk_kwd",
    "at_campaign",
    "at_medium",
    "_openstat",
];

fn is_tracking(pair: &str) -> bool {
    let name = pair.split('=').next().unwrap_or_default().to_ascii_lowercase();
    name.is_empty()
        || TRACKING_PREFIXES.iter().any(|prefix| name.starts_with(prefix))
        || TRACKING.contains(&name.as_str())
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
            "https://example.org/a?mc_cid=1&p=7&MC_EID=2&msclkid=3&yclid=4&igshid=5&_ga=6&ref_src=twsrc",
        ] {
            assert_eq!(address_key(address), key, "{address}");
        }
        assert_ne!(address_key("https://example.org/a?p=8"), key);
        assert_ne!(address_key("https://example.org:8080/a?p=7"), key);
        for kept in ["ref=2", "source=2", "id=2", "cid=2", "from=2", "page=2", "ga=2", "utm=2"] {
            assert_ne!(address_key(&format!("https://example.org/a?p=7&{kept}")), key, "{kept}");
        }
    }

    #[test]
    fn a_front_page_or_another_scheme_is_no_key() {
        for address in
            ["https://example.org/", "http://www.example.org?utm_medium=rss", "mailto:a@example.org", "7", ""]
        {
            assert_eq!(address_key(address), None, "{address}");
        }
    }
}
