//! The index against a plain scan over the articles.

use backissue::archive::Archive;
use backissue::article::{Article, Date, Tag, Timestamp};
use backissue::find::{PartialDate, Selection, Sort, build};
use proptest::prelude::*;

fn tag(number: u8) -> Tag {
    Tag::new(&format!("t{number}")).unwrap()
}

/// Tags, section, year and month of an article.
type Sketch = (Vec<u8>, Option<u8>, Option<(u16, u8)>);

fn article() -> impl Strategy<Value = Sketch> {
    let tags = proptest::collection::vec(0_u8..6, 0..4);
    (tags, proptest::option::of(0_u8..3), proptest::option::of((1900_u16..1904, 1_u8..13)))
}

fn archive(list: &[Sketch]) -> Archive {
    let mut archive = Archive::default();
    archive.extend(list.iter().enumerate().map(|(number, (tags, section, day))| {
        let mut tags: Vec<Tag> = tags.iter().map(|number| tag(*number)).collect();
        tags.sort();
        tags.dedup();
        Article {
            id: format!("id{number:03}"),
            title: format!("Article {number}"),
            tags,
            section: section.map(|number| format!("s{number}")),
            published: day.map(|(year, month)| Timestamp::day(Date::new(year, month, 3).unwrap())),
            ..Article::default()
        }
    }));
    archive
}

fn selection() -> impl Strategy<Value = Selection> {
    let tags = || proptest::collection::vec((0_u8..7).prop_map(tag), 0..2);
    let groups = proptest::collection::vec(proptest::collection::vec((0_u8..7).prop_map(tag), 1..3), 0..2);
    let sections = proptest::collection::vec((0_u8..4).prop_map(|n| format!("s{n}")), 0..2);
    let date = || {
        proptest::option::of((1899_u16..1905).prop_map(|year| PartialDate::parse(&year.to_string()).unwrap()))
    };
    (tags(), groups, tags(), sections, date(), date(), any::<bool>()).prop_map(
        |(all, either, not, sections, from, to, oldest)| {
            let sort = if oldest { Sort::Oldest } else { Sort::Newest };
            Selection { all, either, not, sections, from, to, sort }
        },
    )
}

fn fits(article: &Article, wanted: &Selection) -> bool {
    let has = |tag: &Tag| article.tags.contains(tag);
    let day = article.published.map(|at| at.date);
    wanted.all.iter().all(has)
        && wanted.either.iter().all(|group| group.iter().any(has))
        && !wanted.not.iter().any(has)
        && (wanted.sections.is_empty()
            || article.section.as_ref().is_some_and(|s| wanted.sections.contains(s)))
        && wanted.from.is_none_or(|from| day.is_some_and(|day| day >= from.first_day()))
        && wanted.to.is_none_or(|to| day.is_some_and(|day| day <= to.last_day()))
}

fn scan(archive: &Archive, wanted: &Selection) -> Vec<u32> {
    let numbered = (0_u32..).zip(archive.entries());
    numbered.filter(|(_, entry)| fits(&entry.article, wanted)).map(|(number, _)| number).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn answers_equal_a_scan(list in proptest::collection::vec(article(), 0..40), wanted in selection()) {
        let archive = archive(&list);
        let index = build(&archive);
        prop_assert_eq!(index.check(), Ok(()));
        let answer = index.answer(&wanted);
        let mut hits = answer.hits.clone();
        let day = |number: u32| archive.entries()[number as usize].article.published.map(|at| at.order_key());
        let days: Vec<_> = hits.iter().filter_map(|number| day(*number)).collect();
        let ordered = if wanted.sort == Sort::Newest { days.is_sorted_by(|a, b| a >= b) } else { days.is_sorted() };
        prop_assert!(ordered);
        hits.sort_unstable();
        prop_assert_eq!(&hits, &scan(&archive, &wanted));
        for (facet, count) in index.tags.iter().zip(&answer.tag_counts) {
            let expected = hits.iter().filter(|n| archive.entries()[**n as usize].article.tags.contains(&facet.value));
            prop_assert_eq!(*count as usize, expected.count());
        }
        let mut no_group = wanted.clone();
        no_group.either.pop();
        for (facet, count) in index.tags.iter().zip(&answer.either_counts) {
            let mut with = no_group.clone();
            with.all.push(facet.value.clone());
            prop_assert_eq!(*count as usize, scan(&archive, &with).len());
        }
        for (facet, count) in index.sections.iter().zip(&answer.section_counts) {
            let with = Selection { sections: vec![facet.value.clone()], ..wanted.clone() };
            prop_assert_eq!(*count as usize, scan(&archive, &with).len());
        }
        for (filter, count) in index.relaxations(&wanted) {
            prop_assert_eq!(count, scan(&archive, &wanted.without(&filter)).len());
        }
    }
}
