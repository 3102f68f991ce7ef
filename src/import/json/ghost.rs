//! Ghost's export: posts, tags and users in tables of their own, joined by numbers.

use std::collections::HashMap;

use serde_json::{Value, json};

/// The tables that names are in, before those that join them to posts.
pub(super) const TABLES: [&str; 4] = ["tags", "users", "posts_tags", "posts_authors"];

/// Where the tables are, if the document is such an export.
pub(super) fn data(document: &Value) -> Option<&'static str> {
    let has_posts = |at: &&str| document.pointer(at).and_then(|data| data.get("posts")?.as_array()).is_some();
    ["/db/0/data", "/data"].into_iter().find(has_posts)
}

/// A document of posts alone.
pub(super) fn posts(mut data: Value) -> Value {
    json!({ "posts": data.get_mut("posts").map(Value::take) })
}

/// The posts with the names of their tags and authors, if the document is such an export; else the document.
pub(super) fn joined(mut document: Value) -> Value {
    let Some(mut data) = data(&document).and_then(|at| document.pointer_mut(at)).map(Value::take) else {
        return document;
    };
    let mut names = Names::default();
    for table in TABLES {
        let rows = data.get(table).and_then(Value::as_array);
        rows.into_iter().flatten().for_each(|row| names.note(table, row));
    }
    if let Some(posts) = data.get_mut("posts").and_then(Value::as_array_mut) {
        posts.iter_mut().for_each(|post| *post = names.joined(post.take()));
    }
    posts(data)
}

/// The names of tags and authors, and those of each post.
#[derive(Debug, Default)]
pub(super) struct Names {
    tags: Table,
    authors: Table,
}

#[derive(Debug, Default)]
struct Table {
    names: HashMap<String, Value>,
    of_posts: HashMap<String, Vec<Value>>,
}

impl Names {
    /// Takes a row of a table.
    pub(super) fn note(&mut self, table: &str, row: &Value) {
        match table {
            "tags" => self.tags.name(row),
            "users" => self.authors.name(row),
            "posts_tags" => self.tags.pair(row, "tag_id"),
            _ => self.authors.pair(row, "author_id"),
        };
    }

    /// A post with its names.
    pub(super) fn joined(&self, post: Value) -> Value {
        let Value::Object(mut fields) = post else { return post };
        if let Some(id) = fields.get("id").map(Value::to_string) {
            for (field, table) in [("tags", &self.tags), ("authors", &self.authors)] {
                let names = table.of_posts.get(&id).cloned().unwrap_or_default();
                fields.insert(field.to_owned(), Value::Array(names));
            }
        }
        Value::Object(fields)
    }
}

impl Table {
    fn name(&mut self, row: &Value) -> Option<()> {
        self.names.insert(row.get("id")?.to_string(), row.get("name")?.clone());
        Some(())
    }

    fn pair(&mut self, row: &Value, key: &str) -> Option<()> {
        let name = self.names.get(&row.get(key)?.to_string())?.clone();
        self.of_posts.entry(row.get("post_id")?.to_string()).or_default().push(name);
        Some(())
    }
}
