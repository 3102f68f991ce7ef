use super::*;

fn article(id: &str, title: &str, published: &str) -> Article {
    Article {
        id: id.to_owned(),
        title: title.to_owned(),
        published: published.parse().ok(),
        ..Article::default()
    }
}

fn ids(archive: &Archive) -> Vec<&str> {
    archive.entries().iter().map(|entry| entry.article.id.as_str()).collect()
}

#[test]
fn newest_first_and_undated_last() {
    let mut archive = Archive::default();
    archive.extend([
        article("u", "Undated", ""),
        article("b", "Same day", "1858-08-16"),
        article("a", "Same day", "1858-08-16"),
        article("n", "Newer", "2023-06-06T23:00+02:00"),
        article("m", "Newest", "2023-06-06T22:00Z"),
    ]);
    assert_eq!(ids(&archive), ["m", "n", "a", "b", "u"]);
    let slugs: Vec<&str> = archive.entries().iter().map(|entry| entry.slug.as_str()).collect();
    assert_eq!(slugs, ["newest", "newer", "same-day-2", "same-day", "undated"]);
}

#[test]
fn the_same_article_is_updated_and_keeps_its_slug() {
    let mut archive = Archive::default();
    let first = archive
        .add(Article { url: Some("https://example.org/a".into()), ..article("1", "Old", "2024-01-01") });
    let again =
        Article { url: Some("http://www.example.org/a/#x".into()), ..article("2", "New", "2024-01-01") };
    let fields = vec![Change { field: "title", old: "Old".into(), new: "New".into() }];
    assert_eq!(archive.add(again.clone()), Outcome::Updated { slug: first.slug().clone(), fields });
    assert_eq!(archive.add(again), Outcome::Unchanged(first.slug().clone()));
    assert_eq!((ids(&archive), archive.entries()[0].slug.as_str()), (vec!["1"], "old"));
}

#[test]
fn a_new_date_may_cost_the_slug_but_not_the_way_to_it() {
    let mut archive = Archive::default();
    archive.extend([article("1", "Wire", "2024-01-01"), article("2", "Wire", "2024-01-02")]);
    let outcome = archive.add(article("2", "Wire", "2024-01-01"));
    assert_eq!(outcome.slug().as_str(), "wire-2");
    let moved = archive.entries().iter().find(|entry| entry.article.id == "2").unwrap();
    assert_eq!(moved.former_slugs, [crate::article::Slug::new("wire").unwrap()]);
}

#[test]
fn two_that_prove_to_be_one_become_one() {
    let mut archive = Archive::default();
    let url = Some("https://example.org/a".to_owned());
    let with_section = Article { section: Some("Wires".into()), ..article("2", "Two", "") };
    archive.extend([article("1", "One", ""), Article { url: url.clone(), ..with_section }]);
    archive.add(Article { url, ..article("1", "One", "") });
    assert_eq!(ids(&archive), ["1"]);
    let entry = &archive.entries()[0];
    assert_eq!((entry.article.title.as_str(), entry.article.section.as_deref()), ("One", Some("Wires")));
    assert_eq!(entry.former_slugs[0].as_str(), "two");
}

#[test]
fn a_hundred_thousand_with_one_title_take_seconds() {
    let mut archive = Archive::default();
    let outcomes = archive.extend((0..100_000).map(|n| article(&n.to_string(), "The same", "")));
    assert_eq!(archive.entries().len(), 100_000);
    assert_eq!(outcomes[99_999].slug().as_str(), "the-same-100000");
}
