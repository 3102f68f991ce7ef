//! What search engines read: JSON-LD by schema.org, an article as Google documents it
//! (<https://developers.google.com/search/docs/appearance/structured-data/article>).

use serde::Serialize;

use crate::article::Article;
use crate::publish::config::Config;
use crate::site::SiteName;

use super::facts::{Facts, Kind};
use super::picture::Preview;

/// A thing of schema.org. What is not known is left out.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Thing<'a> {
    #[serde(rename = "@context", skip_serializing_if = "str::is_empty")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id", skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    headline: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    main_entity_of_page: Option<Box<Thing<'a>>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    image: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Thing<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<Box<Thing<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    logo: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    in_language: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    article_section: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    is_based_on: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    is_part_of: Option<Box<Thing<'a>>>,
}

/// What is said of a page.
pub(super) fn describe<'a>(
    facts: &'a Facts<'a>,
    site: &'a SiteName,
    picture: Option<&'a Preview>,
    config: &'a Config,
) -> Thing<'a> {
    let page = Thing {
        context: "https://schema.org",
        url: facts.url.as_deref(),
        in_language: facts.language.map(|language| language.as_str()),
        image: picture.iter().map(|picture| picture.url.as_str()).collect(),
        ..Thing::default()
    };
    match facts.kind {
        Kind::Article(article) => describe_article(page, article, facts, site, config),
        Kind::Home => Thing {
            kind: "WebSite",
            name: Some(&site.title),
            description: facts.description.as_deref(),
            ..page
        },
        Kind::Collection | Kind::Lost => Thing {
            kind: "CollectionPage",
            name: Some(&facts.name),
            description: facts.description.as_deref(),
            is_part_of: Some(Box::new(Thing {
                kind: "WebSite",
                name: Some(&site.title),
                url: root(config),
                ..Thing::default()
            })),
            ..page
        },
    }
}

fn describe_article<'a>(
    page: Thing<'a>,
    article: &'a Article,
    facts: &'a Facts<'a>,
    site: &'a SiteName,
    config: &'a Config,
) -> Thing<'a> {
    let author = article.authors.iter().map(|person| Thing {
        kind: "Person",
        name: Some(&person.name),
        url: person.url.as_deref(),
        ..Thing::default()
    });
    let main = facts.canonical().map(|url| Thing { kind: "WebPage", id: Some(url), ..Thing::default() });
    Thing {
        kind: "NewsArticle",
        headline: Some(&article.title),
        main_entity_of_page: main.map(Box::new),
        date_published: article.published.map(|at| at.to_string()),
        date_modified: article.modified.map(|at| at.to_string()),
        author: author.collect(),
        publisher: publisher(article, facts, site, config).map(Box::new),
        article_section: article.section.as_deref(),
        is_based_on: facts.original(),
        ..page
    }
}

/// The article's own; else the site, unless the text is from elsewhere.
fn publisher<'a>(
    article: &'a Article,
    facts: &Facts<'_>,
    site: &'a SiteName,
    config: &'a Config,
) -> Option<Thing<'a>> {
    let organization = Thing { kind: "Organization", ..Thing::default() };
    match &article.publisher {
        Some(publisher) => {
            Some(Thing { name: Some(&publisher.name), url: publisher.url.as_deref(), ..organization })
        }
        None if facts.original().is_some() => None,
        None => Some(Thing {
            name: Some(&site.title),
            url: root(config),
            logo: config.logo.as_ref().and_then(|logo| config.absolute(logo.as_str())),
            ..organization
        }),
    }
}

fn root(config: &Config) -> Option<&str> {
    config.base_url.as_ref().map(|base| base.as_str())
}
