//! Ghost's export: posts, tags and users in tables of their own, joined by numbers.

use std::collections::HashMap;

use serde_json::{Value, json};

/// The posts with the names of their tags and authors, if the document is such an export; else the document.
pub(super) fn joined(document: Value) -> Value {
    match posts(&document) {
        Some(posts) => json!({ "posts": posts }),
        None => document,
    }
}

fn posts(document: &Value) -> Option<Vec<Value>> {
    let data = document.pointer("/db/0/data").or_else(|| document.get("data"))?;
    let posts = data.get("posts")?.as_array()?;
    let tags = names(data, "tags", "posts_tags", "tag_id");
    let authors = names(data, "users", "posts_authors", "author_id");
    let joined = |post: &Value| {
        let fields = post.as_object()?;
        let id = fields.get("id")?.to_string();
        let of =
            |names: &HashMap<String, Vec<Value>>| Value::Array(names.get(&id).cloned().unwrap_or_default());
        let both = vec![("tags", of(&tags)), ("authors", of(&authors))];
        Some(Value::Object(super::with(fields, both)))
    };
    Some(posts.iter().map(|post| joined(post).unwrap_or_else(|| post.clone())).collect())
}

/// The names that the table `what` has for each post, by way of the table `pairs`.
fn names(data: &Value, what: &str, pairs: &str, key: &str) -> HashMap<String, Vec<Value>> {
    let rows = |table: &str| data.get(table).and_then(Value::as_array).cloned().unwrap_or_default();
    let by_id: HashMap<String, Value> = rows(what)
        .iter()
        .filter_map(|row| Some((row.get("id")?.to_string(), row.get("name")?.clone())))
        .collect();
    let mut names: HashMap<String, Vec<Value>> = HashMap::new();
    for pair in rows(pairs) {
        let found = pair.get("post_id").zip(pair.get(key));
        if let Some((post, name)) = found.and_then(|(post, id)| Some((post, by_id.get(&id.to_string())?))) {
            names.entry(post.to_string()).or_default().push(name.clone());
        }
    }
    names
}
