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

/// How a link in an article's text begins if it leads to another of the site.
const INSIDE: &str = "site:";

/// A page of the site.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Route {
    /// `/`, and `/page/2/` for the following pages of the whole list; numbered from 1.
    List(u32),
    /// `/tag/<slug>/` and `/tag/<slug>/page/2/`: the articles with a tag, known by its [`facet_slug`](super::facet_slug).
    Tag(Slug, u32),
    /// `/section/<slug>/` and its following pages: the articles of a section.
    Section(Slug, u32),
    /// `/tags/` and `/tags/by-name/`, each with its following pages: all tags.
    Tags(TagOrder, u32),
    /// `/about/`.
    About,
    /// An article.
    Article(Permalink),
    /// Anything else, with the path that was asked for.
    NotFound(String),
}

/// How all tags stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TagOrder {
    /// Those that most articles have come first.
    Count,
    /// By name.
    Name,
}

impl Route {
    /// The route of a path below the site's root, with or without slashes at its ends or `index.html`.
    #[must_use]
    pub fn parse(path: &str) -> Self {
        let inner = path.strip_suffix("index.html").unwrap_or(path).trim_matches('/');
        let parts: Vec<&str> = inner.split('/').collect();
        Self::of(&parts, inner).unwrap_or_else(|| Self::NotFound(path.to_owned()))
    }

    fn of(parts: &[&str], inner: &str) -> Option<Self> {
        Some(match parts {
            [""] => Self::List(1),
            ["page", number] => Self::List(page_number(number)?),
            ["about"] => Self::About,
            ["tag", slug, rest @ ..] => Self::Tag(Slug::new(slug)?, number_of(rest)?),
            ["section", slug, rest @ ..] => Self::Section(Slug::new(slug)?, number_of(rest)?),
            ["tags", "by-name", rest @ ..] => Self::Tags(TagOrder::Name, number_of(rest)?),
            ["tags", rest @ ..] => Self::Tags(TagOrder::Count, number_of(rest)?),
            _ => Self::Article(Permalink::parse(inner)?),
        })
    }

    /// Whether it is a list, whole or not.
    #[must_use]
    pub fn is_list(&self) -> bool {
        matches!(self, Self::List(_) | Self::Tag(..) | Self::Section(..))
    }

    /// The path, from the site's root, `/` at both ends.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::List(number) => ["/", &following(*number)].concat(),
            Self::Tag(slug, number) => ["/tag/", slug.as_str(), "/", &following(*number)].concat(),
            Self::Section(slug, number) => ["/section/", slug.as_str(), "/", &following(*number)].concat(),
            Self::Tags(TagOrder::Count, number) => ["/tags/", &following(*number)].concat(),
            Self::Tags(TagOrder::Name, number) => ["/tags/by-name/", &following(*number)].concat(),
            Self::About => "/about/".to_owned(),
            Self::Article(permalink) => {
                ["/", &permalink.folder(), "/", permalink.slug.as_str(), "/"].concat()
            }
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

    /// How a text links to the article, where the site has it.
    #[must_use]
    pub fn to_link(&self) -> String {
        format!("{INSIDE}{self}")
    }

    /// Reads [`Permalink::to_link`].
    #[must_use]
    pub fn of_link(url: &str) -> Option<Self> {
        Self::parse(url.strip_prefix(INSIDE)?)
    }

    /// What stands before the slug.
    fn folder(&self) -> String {
        self.date.map_or_else(|| "undated".to_owned(), |date| date.text('/'))
    }
}

/// The page that is named after a list's own address; the first needs no name.
fn number_of(rest: &[&str]) -> Option<u32> {
    match rest {
        [] => Some(1),
        ["page", number] => page_number(number),
        _ => None,
    }
}

fn following(number: u32) -> String {
    if number < 2 { String::new() } else { format!("page/{number}/") }
}

/// 2 and up, in its only spelling; the first page is `/`.
fn page_number(text: &str) -> Option<u32> {
    let number = text.parse().ok().filter(|number| *number >= 2)?;
    (u32::to_string(&number) == text).then_some(number)
}

impl std::fmt::Display for Permalink {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.folder(), self.slug)
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
        for path in [
            "/",
            "/page/2/",
            "/1858/08/16/a-hello-by-cable/",
            "/undated/x/",
            "/tag/radio/",
            "/tag/radio/page/3/",
            "/section/wire-services/",
            "/tags/",
            "/tags/page/2/",
            "/tags/by-name/",
            "/tags/by-name/page/3/",
            "/about/",
        ] {
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
            "/tag/",
            "/tag/radio/page/1/",
            "/tag/radio/2/",
            "/section/Wire/",
            "/tags/by-count/",
            "/tags/page/1/",
            "/tags/by-name/2/",
        ] {
            assert_eq!(Route::parse(path), Route::NotFound(path.to_owned()));
        }
    }
}
