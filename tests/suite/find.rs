//! The index against a plain scan over the articles.

use backissue::archive::Archive;
use backissue::article::{Article, Date, Language, Publisher, Tag, Timestamp};
use backissue::find::text::decompose;
use backissue::find::{Axis, Field, Fields, Filter, IndexFiles, PartialDate, Postings, Selection, Sort};
use backissue::site::Query;
use proptest::prelude::*;

fn tag(number: u8) -> Tag {
    Tag::new(&format!("t{number}")).unwrap()
}

/// Tags; section, publisher and language; year and month of an article.
type Sketch = (Vec<u8>, [Option<u8>; 3], Option<(u16, u8)>);

fn article() -> impl Strategy<Value = Sketch> {
    let tags = proptest::collection::vec(0_u8..6, 0..4);
    let field = || proptest::option::of(0_u8..3);
    (tags, [field(), field(), field()], proptest::option::of((1900_u16..1904, 1_u8..13)))
}

fn archive(list: &[Sketch]) -> Archive {
    let mut archive = Archive::default();
    archive.extend(list.iter().enumerate().map(|(number, (tags, [section, publisher, language], day))| {
        let mut tags: Vec<Tag> = tags.iter().map(|number| tag(*number)).collect();
        tags.sort();
        tags.dedup();
        Article {
            id: format!("id{number:03}"),
            title: format!("Article {number}"),
            tags,
            section: section.map(|number| format!("s{number}")),
            publisher: publisher
                .map(|number| Publisher { name: format!("p{number}"), ..Publisher::default() }),
            language: language.and_then(|number| Language::parse(["en", "fr", "it"][usize::from(number)])),
            published: day.map(|(year, month)| Timestamp::day(Date::new(year, month, 3).unwrap())),
            ..Article::default()
        }
    }));
    archive
}

fn selection() -> impl Strategy<Value = Selection> {
    let tags = || proptest::collection::vec((0_u8..7).prop_map(tag), 0..2);
    let groups = proptest::collection::vec(proptest::collection::vec((0_u8..7).prop_map(tag), 1..3), 0..3);
    let values = |name: &'static str| {
        proptest::collection::vec((0_u8..4).prop_map(move |n| format!("{name}{n}")), 0..3)
    };
    let fields = (values("s"), values("p"), proptest::collection::vec("en|fr|de", 0..2));
    let fields = fields.prop_map(|fields| {
        let mut fields = <[Vec<String>; 3]>::from(fields).into_iter();
        Fields::of(|_| fields.next().unwrap_or_default())
    });
    let part = |most: u8| proptest::option::of(1..=most);
    let date = move || {
        let date = (1899_u16..1905, part(12), part(4)).prop_map(|(year, month, day)| {
            let (month, day) = (month.map(|m| format!("-{m}")), day.map(|d| format!("-{d}")));
            let month_and_day = month.map_or(String::new(), |month| month + &day.unwrap_or_default());
            PartialDate::parse(&format!("{year}{month_and_day}")).unwrap()
        });
        proptest::option::of(date)
    };
    (tags(), groups, tags(), fields, date(), date(), any::<bool>()).prop_map(
        |(all, either, not, fields, from, to, oldest)| {
            let sort = if oldest { Sort::Oldest } else { Sort::Newest };
            Selection { all, either, not, fields, from, to, sort, text: String::new() }
        },
    )
}

fn fits(article: &Article, wanted: &Selection) -> bool {
    let has = |tag: &Tag| article.tags.contains(tag);
    let day = article.published.map(|at| at.date);
    wanted.all.iter().all(has)
        && wanted.either.iter().all(|group| group.iter().any(has))
        && !wanted.not.iter().any(has)
        && Field::ALL.into_iter().all(|field| {
            let values = &wanted.fields[field];
            values.is_empty() || value(article, field).is_some_and(|value| values.contains(&value))
        })
        && wanted.from.is_none_or(|from| day.is_some_and(|day| day >= from.first_day()))
        && wanted.to.is_none_or(|to| day.is_some_and(|day| day <= to.last_day()))
}

fn axis(archive: &Archive) -> Option<Axis> {
    let dates = || archive.entries().iter().filter_map(|entry| entry.article.published).map(|at| at.date);
    Axis::of(dates().min()?, dates().max()?)
}

fn value(article: &Article, field: Field) -> Option<String> {
    match field {
        Field::Section => article.section.clone(),
        Field::Publisher => article.publisher.as_ref().map(|publisher| publisher.name.clone()),
        Field::Language => article.language.as_ref().map(|language| language.as_str().to_owned()),
    }
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
        let tags = &index.tags.values;
        prop_assert_eq!((counts.tags.len(), counts.either().len()), (tags.len(), tags.len()));
        for (tag, count) in tags.iter().zip(&counts.tags) {
            let expected = hits.iter().filter(|n| archive.entries()[**n as usize].article.tags.contains(tag));
            prop_assert_eq!(*count as usize, expected.count());
        }
        let mut no_group = wanted.clone();
        no_group.either.pop();
        for (tag, count) in tags.iter().zip(counts.either()) {
            let mut with = no_group.clone();
            with.all.push(tag.clone());
            prop_assert_eq!(*count as usize, scan(&archive, &with).len());
        }
        for field in Field::ALL {
            let values = &index.field(field).values;
            prop_assert_eq!(values.len(), counts.fields[field].len());
            for (value, count) in values.iter().zip(&counts.fields[field]) {
                let alone = wanted.without(&Filter::Field(field, Vec::new())).field_toggled(field, value);
                prop_assert_eq!(*count as usize, scan(&archive, &alone).len());
            }
        }
        if let Some(axis) = axis(&archive) {
            let periods = index.by_period(axis, &shelf, &wanted, None, &found).unwrap();
            for (period, count) in periods.iter().enumerate() {
                let (from, to) = axis.dates(period..period + 1);
                let within = Selection { from: Some(from), to: Some(to), ..wanted.clone() };
                prop_assert_eq!(*count as usize, scan(&archive, &within).len());
            }
        }
        let relaxations = index.relaxations(&shelf, &wanted, None).unwrap();
        prop_assert_eq!(relaxations.len(), wanted.filters().len());
        for (filter, count) in relaxations {
            prop_assert_eq!(count, scan(&archive, &wanted.without(&filter)).len());
        }
    }
}

#[test]
fn spellings_are_the_archives_own() {
    let mut archive = Archive::default();
    archive.extend([Article {
        id: "x".into(),
        tags: ["Été", "old war"].map(|tag| Tag::new(tag).unwrap()).to_vec(),
        section: Some("World".into()),
        ..Article::default()
    }]);
    let files = IndexFiles::of(&archive, &Postings::of(&archive));
    let respelled = |query: &str| {
        let (query, problems) = Query::parse(query).0.known_to(files.index(), decompose);
        (query.to_string().replace("%20", " ").replace("%C3%89t%C3%A9", "Été"), problems.len())
    };
    assert_eq!(
        respelled("tag=ete&not=Old-War&section=world"),
        ("?tag=Été&not=old war&section=World".into(), 0)
    );
    assert_eq!(respelled("tag=OLD%20WAR,été"), ("?tag=old war,Été".into(), 0));
    assert_eq!(respelled("tag=Old&section=!"), (String::new(), 2));
}
