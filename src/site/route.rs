//! The addresses of a site's pages, below its root.

use serde::Serialize;

use crate::article::json::from_json_text;
use crate::article::{Date, Slug};

/// The address of an article: `/2023/06/06/<slug>/`, or `/undated/<slug>/`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(into = "String")]
pub struct Permalink {
    /// The day of first publication.
    pub date: Option<Date>,
    /// Unique on that day.
    pub slug: Slug,
}

/// A page of the site.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Route {
    /// `/`, and `/page/2/` for the following pages of the whole list; numbered from 1.
    List(u32),
    /// An article.
    Article(Permalink),
    /// Anything else, with the path that was asked for.
    NotFound(String),
}

impl Route {
    /// The route of a path below the site's root, with or without slashes at its ends or `index.html`.
    #[must_use]
    pub fn parse(path: &str) -> Self {
        let inner = path.strip_suffix("index.html").unwrap_or(path).trim_matches('/');
        let parts: Vec<&str> = inner.split('/').collect();
        let route = match parts.as_slice() {
            [""] => Some(Self::List(1)),
            ["page", number] => page_number(number).map(Self::List),
            _ => Permalink::parse(inner).map(Self::Article),
        };
        route.unwrap_or_else(|| Self::NotFound(path.to_owned()))
    }

    /// The path, from the site's root, `/` at both ends.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::List(0 | 1) => "/".to_owned(),
            Self::List(number) => format!("/page/{number}/"),
            Self::Article(permalink) => format!("/{permalink}/"),
            Self::NotFound(path) => path.clone(),
        }
    }
}

impl Permalink {
    /// Reads `2023/06/06/slug` or `undated/slug`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (folder, slug) = text.trim_matches('/').rsplit_once('/')?;
        let slug = Slug::new(slug)?;
        if folder == "undated" {
            return Some(Self { date: None, slug });
        }
        let date = Date::parse(&folder.replace('/', "-")).filter(|_| !folder.contains('-'))?;
        Some(Self { date: Some(date), slug })
    }
}

/// 2 and up, in its only spelling; the first page is `/`.
fn page_number(text: &str) -> Option<u32> {
    let number = text.parse().ok().filter(|number| *number >= 2)?;
    (u32::to_string(&number) == text).then_some(number)
}

impl std::fmt::Display for Permalink {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.date {
            Some(date) => write!(f, "{}/{}", date.to_string().replace('-', "/"), self.slug),
            None => write!(f, "undated/{}", self.slug),
        }
    }
}

from_json_text!(
    Permalink,
    Permalink::parse,
    "an address like 2023/06/06/slug",
    Self { date: None, slug: Slug::default() }
);

impl From<Permalink> for String {
    fn from(permalink: Permalink) -> Self {
        permalink.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_lead_to_routes_and_back() {
        for path in ["/", "/page/2/", "/1858/08/16/a-hello-by-cable/", "/undated/x/"] {
            let route = Route::parse(path);
            assert!(!matches!(route, Route::NotFound(_)), "{path}");
            assert_eq!(route.path(), path);
        }
        assert_eq!(Route::parse("/index.html"), Route::List(1));
        assert_eq!(Route::parse("1858/08/16/x/index.html").path(), "/1858/08/16/x/");
    }

    #[test]
    fn other_paths_are_not_found() {
        for path in [
            "/page/1/",
            "/page/02/",
            "/page/x/",
            "/1858/8/16/x/",
            "/1858-08-16/x/",
            "/1858/02/30/x/",
            "/a",
            "/undated/",
        ] {
            assert_eq!(Route::parse(path), Route::NotFound(path.to_owned()));
        }
    }
}
