//! The vocabularies that feeds are written in, whatever prefix they give them.

use std::sync::Arc;

/// The beginning of a namespace, in lower case, and the prefix that its names have here.
const KNOWN: [(&str, &str); 16] = [
    ("http://www.w3.org/2005/atom", ""),
    ("http://purl.org/atom/", ""),
    ("http://purl.org/rss/1.0/modules/content", "content"),
    ("http://purl.org/rss/1.0/modules/", "module"),
    ("http://purl.org/rss/", ""),
    ("http://purl.org/net/rss", ""),
    ("http://my.netscape.com/", ""),
    ("http://channel.netscape.com/", ""),
    ("http://backend.userland.com/", ""),
    ("http://purl.org/dc/elements/", "dc"),
    ("http://purl.org/dc/terms/", "dcterms"),
    ("http://search.yahoo.com/mrss", "media"),
    ("http://www.itunes.com/dtds/podcast", "itunes"),
    ("http://www.w3.org/1999/xhtml", "xhtml"),
    ("http://rssnamespace.org/feedburner", "feedburner"),
    ("http://www.w3.org/1999/02/22-rdf-syntax", "rdf"),
];

/// How many declarations hold at a time; each name is looked for among them.
const MAX_DECLARED: usize = 200;

/// The declarations that hold where the reader is, innermost last.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Scope {
    /// Shared by the entries, which are many.
    declared: Arc<Vec<(usize, String, String)>>,
}

impl Scope {
    /// Notes that from `depth` on down, `prefix` stands for the namespace `uri`. After so many that nobody can have
    /// meant them, no more count.
    pub(super) fn declare(&mut self, depth: usize, prefix: &str, uri: &str) {
        if self.declared.len() < MAX_DECLARED {
            Arc::make_mut(&mut self.declared).push((depth, prefix.to_owned(), usual(uri, prefix)));
        }
    }

    /// Forgets what was declared at `depth` or deeper.
    pub(super) fn leave(&mut self, depth: usize) {
        while self.declared.last().is_some_and(|(at, _, _)| *at >= depth) {
            Arc::make_mut(&mut self.declared).pop();
        }
    }

    /// The name with its usual prefix. A prefix that nobody declared is taken for the usual one.
    pub(super) fn resolve(&self, name: &str) -> String {
        let (prefix, local) = name.split_once(':').unwrap_or(("", name));
        let usual = self.declared.iter().rev().find(|(_, known, _)| known == prefix);
        match usual.map_or(prefix, |(_, _, usual)| usual.as_str()) {
            "" => local.to_owned(),
            usual => format!("{usual}:{local}"),
        }
    }
}

fn usual(uri: &str, prefix: &str) -> String {
    let uri = uri.trim().to_ascii_lowercase();
    if let Some(rest) = uri.strip_prefix("http://wordpress.org/export/") {
        return if rest.contains("excerpt") { "excerpt" } else { "wp" }.to_owned();
    }
    let known = KNOWN.iter().find(|(start, _)| uri.starts_with(start));
    known.map_or(prefix, |(_, usual)| usual).to_owned()
}
