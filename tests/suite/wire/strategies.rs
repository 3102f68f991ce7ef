//! Cards, overviews, pages and indexes for property tests.

use backissue::archive::Archive;
use backissue::article::{Article, Date, Picture, Tag};
use backissue::find::{Catalog, Index, Postings};
use backissue::site::{
    ArticlePage, Card, Count, Day, Lenient, ListPage, MenuLink, Narrowed, Overview, Page, PageData, SiteName,
    Span, VERSION,
};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use serde_json::Value;

use crate::archive_strategies::{article, words};
use crate::site::permalink;

/// Boxed, as the trees of several articles side by side are too large for a thread's stack.
pub(super) fn card() -> BoxedStrategy<Card> {
    (permalink(), article(), any::<u16>())
        .prop_map(|(link, article, minutes)| Card {
            link,
            title: article.title,
            standfirst: article.standfirst,
            published: article.published,
            section: article.section,
            publisher: article.publisher.map(|publisher| publisher.name),
            tags: article.tags,
            picture: article.picture.map(|picture| Picture { caption: None, credit: None, ..picture }),
            minutes: minutes.into(),
            language: article.language,
        })
        .boxed()
}

pub(super) fn cards() -> impl Strategy<Value = Vec<Lenient<Card>>> {
    vec(card().prop_map(|card| Lenient(Ok(card))), 0..4)
}

fn tag() -> impl Strategy<Value = Tag> {
    words().prop_map(|words| Tag::new(&words).unwrap())
}

fn catalog() -> impl Strategy<Value = Catalog> {
    ("[0-9a-f]{12}", any::<u32>(), vec(words(), 0..3)).prop_map(|(name, part, shards)| Catalog {
        name,
        part,
        shards,
    })
}

pub(super) fn overview() -> impl Strategy<Value = Overview> {
    let day = || (1..=9999_u16, 1..=12_u8, 1..=28_u8).prop_map(|(y, m, d)| Day(Date::new(y, m, d).unwrap()));
    let span = of((day(), day()).prop_map(|(oldest, newest)| Span { oldest, newest }));
    let tags = vec((tag(), 1..9_u32).prop_map(|(value, articles)| Count { value, articles }), 0..3);
    let packs = of("(data/packs\\.[0-9a-f]{12}\\.json)?");
    let files = (of("([0-9a-f]{8}){0,3}"), "data/index\\.[0-9a-f]{12}\\.json", packs, of(catalog()));
    let fields = [values(1), values(1), values(1)];
    let periods = vec(any::<u32>(), 0..3);
    (any::<u32>(), span, periods, fields, tags, any::<u32>(), files).prop_map(
        |(
            articles,
            span,
            periods,
            [sections, publishers, languages],
            tags,
            tags_in_all,
            (cards, index, packs, find),
        )| Overview {
            backissue: VERSION,
            articles,
            span,
            periods,
            sections,
            publishers,
            languages,
            tags,
            tags_in_all,
            cards,
            index,
            packs,
            find,
        },
    )
}

/// Values of a field, each with so many articles at least.
fn values(least: u32) -> impl Strategy<Value = Vec<Count<String>>> {
    vec((words(), least..9_u32).prop_map(|(value, articles)| Count { value, articles }), 0..3)
}

fn narrowed() -> impl Strategy<Value = Narrowed> {
    let fields = [values(0), values(0), values(0)];
    let tags = vec((tag(), 1..9_u32).prop_map(|(value, articles)| Count { value, articles }), 0..3);
    let periods = vec(any::<u32>(), 0..3);
    (vec(tag(), 0..3), of(words()), any::<u32>(), periods, fields, tags, any::<u32>()).prop_map(
        |(spellings, section, articles, periods, [sections, publishers, languages], tags, tags_in_all)| {
            Narrowed {
                spellings,
                section,
                articles,
                periods,
                sections,
                publishers,
                languages,
                tags,
                tags_in_all,
            }
        },
    )
}

pub(super) fn page_data() -> BoxedStrategy<PageData> {
    let list = (1..u32::MAX, overview(), cards(), "[0-9a-f]{8}", of(narrowed())).prop_map(
        |(number, overview, cards, digest, narrowed)| {
            Page::List(Box::new(ListPage { number, overview, cards, digest, narrowed }))
        },
    );
    let around = (vec(of(permalink()), 0..3), vec(card(), 0..3), of(card()), of(card()));
    let reader = (permalink(), article().boxed(), any::<u32>(), around).prop_map(
        |(link, article, minutes, (related, next, older, newer))| {
            Page::Article(Box::new(ArticlePage { link, article, minutes, related, next, older, newer }))
        },
    );
    let menu = vec((words(), words()).prop_map(|(name, url)| MenuLink { name, url }), 0..3);
    let site = (words(), of(words()), of(words()), article().boxed(), of(words()), menu).prop_map(
        |(title, description, rights, Article { language, .. }, logo, menu)| SiteName {
            title,
            description,
            language,
            rights,
            logo,
            menu,
        },
    );
    let page =
        prop_oneof![list.boxed(), reader.boxed(), Just(Page::About), Just(Page::Lost), Just(Page::Packed)];
    (site, page).prop_map(|(site, page)| PageData { backissue: VERSION, site, page }).boxed()
}

/// The heads of the indexes of any archives.
pub(super) fn index() -> impl Strategy<Value = Index> {
    vec(article().boxed(), 0..20).prop_map(|articles| {
        let mut archive = Archive::default();
        archive.extend(articles);
        Postings::of(&archive).files().index
    })
}

/// Any JSON, with the names that the shapes use among its keys.
pub(super) fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        words().prop_map(Value::from),
        prop::sample::select(vec!["lost", "2023-06-06", "2023/06/06/a", "en"]).prop_map(Value::from),
    ];
    let name = prop::sample::select(vec![
        "articles",
        "tags",
        "sections",
        "days",
        "posting",
        "value",
        "cards",
        "page",
        "site",
        "list",
        "article",
        "link",
        "title",
        "body",
        "paragraph",
        "text",
        "heading",
        "level",
        "overview",
        "number",
        "minutes",
    ]);
    leaf.prop_recursive(4, 40, 5, move |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(name.clone().prop_map(str::to_owned), inner, 0..6)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}
