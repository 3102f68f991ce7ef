//! The index against a plain scan over the articles.

use backissue::archive::Archive;
use backissue::article::{Article, Date, Tag, Timestamp};
use backissue::find::{IndexFiles, PartialDate, Postings, Selection, Sort};
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
    let groups = proptest::collection::vec(proptest::collection::vec((0_u8..7).prop_map(tag), 1..3), 0..3);
    let sections = proptest::collection::vec((0_u8..4).prop_map(|n| format!("s{n}")), 0..3);
    let part = |most: u8| proptest::option::of(1..=most);
    let date = move || {
        let date = (1899_u16..1905, part(12), part(4)).prop_map(|(year, month, day)| {
            let (month, day) = (month.map(|m| format!("-{m}")), day.map(|d| format!("-{d}")));
            let month_and_day = month.map_or(String::new(), |month| month + &day.unwrap_or_default());
            PartialDate::parse(&format!("{year}{month_and_day}")).unwrap()
        });
        proptest::option::of(date)
    };
    (tags(), groups, tags(), sections, date(), date(), any::<bool>()).prop_map(
        |(all, either, not, sections, from, to, oldest)| {
            let sort = if oldest { Sort::Oldest } else { Sort::Newest };
            Selection { all, either, not, sections, from, to, sort, text: String::new() }
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

/// The archive stands newest first, undated ones last: the oldest first is that turned round, but for the undated.
fn ordered(archive: &Archive, hits: &[u32], sort: Sort) -> Vec<u32> {
    let is_dated = |number: &u32| archive.entries()[*number as usize].article.published.is_some();
    let (mut dated, undated): (Vec<u32>, Vec<u32>) = hits.iter().partition(|number| is_dated(number));
    if sort == Sort::Oldest {
        dated.reverse();
    }
    [dated, undated].concat()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn answers_equal_a_scan(list in proptest::collection::vec(article(), 0..40), wanted in selection()) {
        let archive = archive(&list);
        let files = IndexFiles::of(&archive, &Postings::of(&archive));
        let (index, shelf) = (files.index(), files.shelf());
        prop_assert_eq!(index.check(), Ok(()));
        let found = index.hits(&shelf, &wanted, None).unwrap();
        let counts = index.counts(&shelf, &wanted, None, &found).unwrap();
        let hits = scan(&archive, &wanted);
        prop_assert_eq!(found.ordered(index, wanted.sort, None), ordered(&archive, &hits, wanted.sort));
        prop_assert_eq!(found.count(), hits.len());
        let counted = (counts.tags.len(), counts.either.len(), counts.sections.len());
        let (tags, sections) = (&index.tags.values, &index.sections.values);
        prop_assert_eq!(counted, (tags.len(), tags.len(), sections.len()));
        for (tag, count) in tags.iter().zip(&counts.tags) {
            let expected = hits.iter().filter(|n| archive.entries()[**n as usize].article.tags.contains(tag));
            prop_assert_eq!(*count as usize, expected.count());
        }
        let mut no_group = wanted.clone();
        no_group.either.pop();
        for (tag, count) in tags.iter().zip(&counts.either) {
            let mut with = no_group.clone();
            with.all.push(tag.clone());
            prop_assert_eq!(*count as usize, scan(&archive, &with).len());
        }
        for (section, count) in sections.iter().zip(&counts.sections) {
            let with = Selection { sections: vec![section.clone()], ..wanted.clone() };
            prop_assert_eq!(*count as usize, scan(&archive, &with).len());
        }
        let relaxations = index.relaxations(&shelf, &wanted, None).unwrap();
        prop_assert_eq!(relaxations.len(), wanted.filters().len());
        for (filter, count) in relaxations {
            prop_assert_eq!(count, scan(&archive, &wanted.without(&filter)).len());
        }
    }
}
