//! WordPress' REST interface names authors and tags by number, and has their names only under `_embedded`.

use serde_json::Value;

use crate::import::fields::Named;

/// The post with the names in place of the numbers, if it has them.
pub(super) fn embedded(post: &Named) -> Option<Named> {
    let embedded = post.get("_embedded")?.as_object()?;
    let mut more = Vec::new();
    if let Some(authors) = embedded.get("author").filter(|authors| authors.is_array()) {
        more.push(("author", authors.clone()));
    }
    let terms = embedded.get("wp:term").and_then(Value::as_array).cloned().unwrap_or_default();
    let terms: Vec<Value> = terms.into_iter().filter_map(|list| list.as_array().cloned()).flatten().collect();
    let of = |taxonomy: &str| -> Vec<Value> {
        let is_one = |term: &&Value| term.get("taxonomy").and_then(Value::as_str) == Some(taxonomy);
        terms.iter().filter(is_one).filter_map(|term| term.get("name")).cloned().collect()
    };
    more.push(("tags", Value::Array(of("post_tag"))));
    more.push(("categories", Value::Array(of("category"))));
    let picture = embedded.get("wp:featuredmedia").and_then(|media| media.get(0));
    if let Some(picture) = picture.filter(|picture| picture.get("source_url").is_some()) {
        more.push(("image", picture.clone()));
    }
    Some(super::with(post, more))
}
