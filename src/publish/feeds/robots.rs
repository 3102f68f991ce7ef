//! What robots and hosts are told.

use super::File;
use super::sitemap;
use crate::publish::config::Config;

/// `robots.txt`, which forbids nothing: a page that is not to be kept says so itself, and has to be read for that. And
/// the sign for GitHub Pages that the folder is whole as it is.
pub(super) fn files(config: &Config) -> [File; 2] {
    let sitemap = config.absolute(sitemap::PATH).map(|url| format!("\nSitemap: {url}\n"));
    let rules = format!("User-agent: *\nAllow: /\n{}", sitemap.unwrap_or_default());
    [("robots.txt".to_owned(), rules.into_bytes()), (".nojekyll".to_owned(), Vec::new())]
}
