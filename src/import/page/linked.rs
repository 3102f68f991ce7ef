//! JSON-LD: what a page says in schema.org's words about the article in it.

use scraper::{Html, Selector};
use serde_json::Value;

use super::said::Said;

const FROM: &str = "JSON-LD";

/// The first article that the page describes.
pub(super) fn read(document: &Html) -> Said {
    let mut said = Said::default();
    let Ok(scripts) = Selector::parse("script[type='application/ld+json']") else { return said };
    for script in document.select(&scripts) {
        let text: String = script.text().collect();
        let text = text.trim().trim_start_matches("<![CDATA[").trim_end_matches("]]>");
        let Ok(value) = serde_json::from_str::<Value>(text) else { continue };
        if let Some(article) = article_in(&value, 0) {
            title(article, document, &mut said);
            describe(article, &mut said);
            return said;
        }
    }
    said
}

fn article_in(value: &Value, depth: usize) -> Option<&Value> {
    match value {
        Value::Array(items) => items.iter().find_map(|item| article_in(item, depth)),
        Value::Object(_) if is_article(value) => Some(value),
        Value::Object(fields) if depth < 4 => ["@graph", "mainEntity", "hasPart"]
            .iter()
            .find_map(|key| article_in(fields.get(*key)?, depth + 1)),
        _ => None,
    }
}

fn is_article(value: &Value) -> bool {
    let is_one = |kind: &str| {
        let kind = kind.rsplit(['/', ':']).next().unwrap_or(kind);
        kind.ends_with("Article")
            || matches!(kind, "BlogPosting" | "SocialMediaPosting" | "Report" | "Review" | "LiveBlogPosting")
    };
    texts(&value["@type"]).iter().any(|kind| is_one(kind))
}

/// The headline; the name, if that is what stands in the page's title and the headline doesn't.
fn title(article: &Value, document: &Html, said: &mut Said) {
    let page = Selector::parse("title").ok().and_then(|title| document.select(&title).next());
    let page: String = page.map(|title| title.text().collect()).unwrap_or_default();
    let [headline, name] = ["headline", "name"].map(|key| article[key].as_str().unwrap_or_default().trim());
    let is_of_site = texts(&article["publisher"]).iter().any(|publisher| publisher == name);
    let is_in_title = !name.is_empty() && page.contains(name) && !page.contains(headline);
    let by_name = headline.is_empty() || (is_in_title && !is_of_site);
    said.add("title", if by_name { name } else { headline }, FROM);
}

fn describe(article: &Value, said: &mut Said) {
    for (field, keys) in [
        ("standfirst", &["description"][..]),
        ("published", &["datePublished", "dateCreated"]),
        ("modified", &["dateModified"]),
        ("section", &["articleSection"]),
        ("language", &["inLanguage"]),
        ("rights", &["copyrightNotice"]),
        ("address", &["url", "mainEntityOfPage"]),
    ] {
        if let Some(text) = keys.iter().find_map(|key| texts(&article[*key]).into_iter().next()) {
            said.add(field, &text, FROM);
        }
    }
    for author in texts(&article["author"]).iter().chain(&texts(&article["creator"])) {
        said.add("author", author, FROM);
    }
    keywords(article, said);
    picture(&article["image"], said);
    let publisher = &article["publisher"];
    if let Some(name) = texts(publisher).first() {
        said.add("site", name, FROM);
        said.add("site url", publisher["url"].as_str().unwrap_or_default(), FROM);
    }
}

fn keywords(article: &Value, said: &mut Said) {
    for keyword in texts(&article["keywords"]) {
        // Some systems put `Section: world` among them.
        said.add("tag", keyword.rsplit_once(':').map_or(keyword.as_str(), |(_, word)| word), FROM);
    }
}

fn picture(image: &Value, said: &mut Said) {
    let image = image.as_array().and_then(|images| images.first()).unwrap_or(image);
    let src = image.as_str().or_else(|| image["url"].as_str()).or_else(|| image["contentUrl"].as_str());
    said.add("picture", src.unwrap_or_default(), FROM);
    said.add("picture width", &number(&image["width"]), FROM);
    said.add("picture height", &number(&image["height"]), FROM);
    said.add("picture caption", image["caption"].as_str().unwrap_or_default(), FROM);
}

fn number(value: &Value) -> String {
    match value {
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.trim_end_matches("px").to_owned(),
        other => other["value"].as_u64().map(|number| number.to_string()).unwrap_or_default(),
    }
}

/// A text, the name or id of a thing, or those of a list.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(items) => items.iter().flat_map(texts).collect(),
        Value::Object(fields) => {
            let name = ["name", "@id", "url", "alternateName"].iter().find_map(|key| fields.get(*key));
            name.map(texts).unwrap_or_default()
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_the_site_is_no_headline() {
        let title = |name: &str| {
            let page = format!(
                "<title>Ferry sails - The Wire</title><script type=\"application/ld+json\">{{\"@type\": \"NewsArticle\", \
                 \"headline\": \"Old mill\", \"name\": \"{name}\", \"publisher\": {{\"name\": \"The Wire\"}}}}</script>"
            );
            read(&Html::parse_document(&page)).first("title").unwrap().0.to_owned()
        };
        assert_eq!(title("The Wire"), "Old mill");
        assert_eq!(title("Ferry sails"), "Ferry sails");
        assert_eq!(title("Mill"), "Old mill");
    }
}
