//! Written archives are what the schemas say: ours, and that of JSON Feed where it is at hand.

use backissue::archive::feed::write;
use boon::{Compiler, SchemaIndex, Schemas};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::archive_strategies::archive;
use crate::shared;

struct Schema {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Schema {
    fn compile(resources: &[(&str, &str)]) -> Self {
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        compiler.enable_format_assertions();
        for (name, text) in resources {
            compiler.add_resource(name, serde_json::from_str(text).unwrap()).unwrap();
        }
        let index = compiler.compile(resources[0].0, &mut schemas).unwrap();
        Self { schemas, index }
    }

    fn ours() -> Self {
        let name = "https://github.com/backissue/backissue/blob/main/docs/archive.schema.json";
        Self::compile(&[(name, include_str!("../../docs/archive.schema.json"))])
    }

    fn json_feed() -> Option<Self> {
        let folder = shared::folder("suites/jsonfeed-schema.tar.xz")?;
        let text =
            |name: &str| std::fs::read_to_string(folder.path().join("jsonfeed-schema").join(name)).unwrap();
        // The newer schema names the older one without its folder.
        let newer = text("feed.json").replace("\"feed-1#", "\"https://json.schemastore.org/feed-1#");
        Some(Self::compile(&[
            ("https://json.schemastore.org/feed.json", &newer),
            ("https://json.schemastore.org/feed-1", &text("feed-1.json")),
        ]))
    }

    fn check(&self, file: &Value) -> Result<(), String> {
        self.schemas.validate(file, self.index).map_err(|error| format!("{error:#}"))
    }
}

fn config() -> ProptestConfig {
    ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() }
}

#[test]
fn written_archives_are_valid() {
    let schemas: Vec<Schema> = std::iter::once(Schema::ours()).chain(Schema::json_feed()).collect();
    let mut runner = proptest::test_runner::TestRunner::new(config());
    let result = runner.run(&archive(), |archive| {
        let file: Value = serde_json::from_str(&write(&archive)).unwrap();
        for schema in &schemas {
            let found = schema.check(&file);
            prop_assert!(found.is_ok(), "{}", found.unwrap_err());
        }
        Ok(())
    });
    result.unwrap();
}

fn sample() -> Value {
    let picture =
        json!({"src": "pictures/a.svg", "width": 3, "height": 2, "alt": "a", "caption": "b", "credit": "c"});
    let publisher = json!({"name": "P", "url": "https://example.org/", "email": "e", "telephone": "t", "organisation": "o"});
    let duplicate = json!({"id": "3", "url": "https://example.org/b", "page": "page://a/c.md", "title": "u", "published": "1858-08-17", "digest": "d"});
    let ours = json!({
        "slug": "a", "former_slugs": ["b"], "duplicates": [duplicate], "versions": ["2"], "section": "s", "publisher": publisher, "keywords": ["k"],
        "related": [{"url": "https://example.org/r", "title": "r"}], "image": picture, "published": "1858-08-16",
        "modified": "1858-08-17T10:00:00", "rights": "r", "provenance": {"source": "a.txt", "importer": "i", "page": "page://a/b.md"},
    });
    let item = json!({
        "id": "1", "url": "https://example.org/a", "title": "t", "summary": "s", "content_html": "",
        "image": "https://example.org/a.png", "date_published": "1858-08-16T00:00:00Z",
        "date_modified": "1858-08-17T10:00:00Z", "authors": [{"name": "n", "url": "https://example.org/n"}],
        "tags": ["t"], "language": "en", "_backissue": ours,
    });
    json!({
        "version": "https://jsonfeed.org/version/1.1", "title": "T", "home_page_url": "https://example.org/",
        "description": "d", "language": "en", "items": [item],
        "_backissue": {"about": "https://example.org/about", "version": 1, "rights": "r"},
    })
}

/// The places of all values in `value`, as JSON pointers.
fn places(value: &Value, at: String, out: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(name, value)| places(value, format!("{at}/{name}"), out))
        }
        Value::Array(values) => {
            values.iter().enumerate().for_each(|(n, value)| places(value, format!("{at}/{n}"), out))
        }
        _ => {}
    }
    out.push(at);
}

#[test]
fn each_property_is_described_and_no_other_is_allowed() {
    let schema = Schema::ours();
    assert_eq!(schema.check(&sample()), Ok(()));
    let mut all = Vec::new();
    places(&sample(), String::new(), &mut all);
    for place in &all {
        let mut wrong = sample();
        *wrong.pointer_mut(place).unwrap() = json!(false);
        assert!(schema.check(&wrong).is_err(), "{place} may be false");
        let mut more = sample();
        if let Some(fields) = more.pointer_mut(place).unwrap().as_object_mut() {
            fields.insert("surprise".to_owned(), json!("x"));
            assert!(schema.check(&more).is_err(), "{place} may hold anything");
        }
    }
    assert!(all.len() > 50);
}

#[test]
fn the_sample_has_each_property_that_is_written() {
    let mut described = Vec::new();
    places(&sample(), String::new(), &mut described);
    let generic = |place: &str| {
        place
            .split('/')
            .map(|part| if part.parse::<u32>().is_ok() { "0" } else { part })
            .collect::<Vec<_>>()
            .join("/")
    };
    let mut runner = proptest::test_runner::TestRunner::new(config());
    let result = runner.run(&archive(), |archive| {
        let mut written = Vec::new();
        places(&serde_json::from_str(&write(&archive)).unwrap(), String::new(), &mut written);
        for place in written {
            prop_assert!(described.contains(&generic(&place)), "{}", place);
        }
        Ok(())
    });
    result.unwrap();
}

#[test]
fn what_the_format_forbids_is_invalid() {
    let schema = Schema::ours();
    for (place, value) in [
        ("/version", json!("https://jsonfeed.org/version/1")),
        ("/_backissue/version", json!(2)),
        ("/items/0/url", json!("javascript:alert(1)")),
        ("/items/0/title", json!("")),
        ("/items/0/date_published", json!("1858-08-16")),
        ("/items/0/date_published", json!("1858-02-30T00:00:00Z")),
        ("/items/0/tags", json!(["a", "a"])),
        ("/items/0/image", json!("pictures/a.svg")),
        ("/items/0/_backissue/slug", json!("Not A Slug")),
        ("/items/0/_backissue/image/src", json!("data:image/png;base64,AA")),
        ("/items/0/_backissue/image/width", json!(0)),
        ("/items/0/_backissue/published", json!("1858-08-16T00:00:00Z")),
    ] {
        let mut file = sample();
        *file.pointer_mut(place).unwrap() = value.clone();
        assert!(schema.check(&file).is_err(), "{place} may be {value}");
    }
    for place in ["/version", "/title", "/items", "/_backissue", "/items/0/id", "/items/0/content_html"] {
        let (parent, name) = place.rsplit_once('/').unwrap();
        let mut file = sample();
        file.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(name);
        assert!(schema.check(&file).is_err(), "{place} may be absent");
    }
}
