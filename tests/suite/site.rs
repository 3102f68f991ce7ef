//! Addresses lead back to what they were made from, whatever the words in them.

use backissue::article::{Date, Slug, Tag};
use backissue::find::{Fields, PartialDate, Selection, Sort};
use backissue::site::{Permalink, Query, Route, relative, with_root};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use url::Url;

use crate::archive_strategies::words;

/// Any day, or none, and any slug.
pub(crate) fn permalink() -> impl Strategy<Value = Permalink> {
    let date = (1..=9999_u16, 1..=12_u8, 1..=31_u8).prop_map(|(year, month, day)| {
        Date::new(year, month, day.min(Date::days_in_month(year, month))).unwrap()
    });
    (of(date), "[a-z0-9]([a-z0-9-]{0,78}[a-z0-9])?")
        .prop_map(|(date, slug)| Permalink { date, slug: Slug::new(&slug).unwrap() })
}

/// Words, address syntax, any Unicode.
fn name() -> impl Strategy<Value = String> {
    let syntax = "[&=,;+%#?/\\\\:@!$'()*\\[\\]{}|^`\"<>~ -]{1,6}";
    prop_oneof![words(), syntax, any::<String>(), "%[0-9A-F]{2}", "[\\pC\\pZ]{0,3}[a-z][\\pC\\pZ]{0,3}"]
}

fn tag() -> impl Strategy<Value = Tag> {
    name().prop_filter_map("only white space", |name| Tag::new(&name))
}

fn unique<T: PartialEq + std::fmt::Debug>(
    item: impl Strategy<Value = T>,
    most: usize,
) -> impl Strategy<Value = Vec<T>> {
    vec(item, 0..=most).prop_map(|items| {
        let mut list = Vec::new();
        for item in items {
            if !list.contains(&item) {
                list.push(item);
            }
        }
        list
    })
}

fn partial_date() -> impl Strategy<Value = PartialDate> {
    (1..=9999_u16, of((1..=12_u8, of(1..=28_u8)))).prop_map(|(year, rest)| {
        let text = match rest {
            None => year.to_string(),
            Some((month, None)) => format!("{year}-{month}"),
            Some((month, Some(day))) => format!("{year}-{month}-{day}"),
        };
        PartialDate::parse(&text).unwrap()
    })
}

fn query() -> impl Strategy<Value = Query> {
    let group = unique(tag(), 3).prop_filter("a group has tags", |group| !group.is_empty());
    let value =
        || name().prop_map(|name| name.trim().to_owned()).prop_filter("empty", |name| !name.is_empty());
    let fields = [unique(value(), 2), unique(value(), 2), unique(value(), 2)];
    let fields = fields.prop_map(|fields| {
        let mut fields = fields.into_iter();
        Fields::of(|_| fields.next().unwrap_or_default())
    });
    let dates = (of(partial_date()), of(partial_date()));
    let lists = (unique(tag(), 3), unique(group, 2), unique(tag(), 2), fields);
    let text = of(name()).prop_map(|text| text.unwrap_or_default().trim().to_owned());
    (text, lists, dates, 0..3_usize, 1..=u32::MAX).prop_map(
        |(text, (all, either, not, fields), (from, to), sort, page)| {
            let sorts = [Sort::Newest, Sort::Oldest, if text.is_empty() { Sort::Newest } else { Sort::Best }];
            let sort = sorts[sort];
            Query { selection: Selection { text, all, either, not, fields, from, to, sort }, page }
        },
    )
}

proptest! {
    #[test]
    fn queries_are_read_as_written(query in query()) {
        let text = query.to_string();
        prop_assert_eq!(Query::parse(&text), (query, vec![]), "{}", text);
    }

    /// A browser's parser, which follows the URL Standard, leaves the text as it is.
    #[test]
    fn browsers_change_no_query(query in query()) {
        let text = query.to_string();
        let url = Url::parse(&format!("https://example.org/{text}")).unwrap();
        prop_assert_eq!(url.query().map(|query| format!("?{query}")).unwrap_or_default(), text);
        prop_assert_eq!(url.fragment(), None);
    }

    #[test]
    fn any_query_string_can_be_read_and_settles(text in "\\PC{0,60}|([a-z]{2,7}=[^&]{0,9}&){0,5}") {
        let query = Query::parse(&text).0;
        prop_assert!(query.page >= 1);
        prop_assert_eq!(Query::parse(&query.to_string()), (query, vec![]));
    }

    #[test]
    fn routes_are_read_as_written(link in permalink(), number in 1..=u32::MAX) {
        let slug = || link.slug.clone();
        let topics = [Route::Tag(slug(), number), Route::Section(slug(), number)];
        for route in topics.into_iter().chain([Route::Article(link.clone()), Route::List(number), Route::About]) {
            let path = route.path();
            prop_assert!(path.starts_with('/') && path.ends_with('/') && path.is_ascii());
            for spelling in [path.clone(), format!("{path}index.html"), path.trim_matches('/').to_owned()] {
                prop_assert_eq!(Route::parse(&spelling), route.clone(), "{}", spelling);
            }
        }
        prop_assert_eq!(Permalink::parse(&link.to_string()), Some(link));
    }

    #[test]
    fn any_path_can_be_read(path in "\\PC{0,40}|[/0-9a-z.-]{0,30}") {
        let route = Route::parse(&path);
        prop_assert_eq!(Route::parse(&route.path()), route);
    }

    #[test]
    fn the_way_to_the_root_leads_to_the_root(link in permalink(), base in "(/[a-z]{1,4}){0,3}/") {
        let topic = Route::Tag(link.slug.clone(), 7);
        for route in [Route::Article(link.clone()), Route::List(1), Route::List(7), topic, Route::About] {
            let path = route.path();
            let page = Url::parse(&format!("https://example.org{base}{}", path.trim_start_matches('/'))).unwrap();
            let root = relative(&path);
            let home = page.join(&root).unwrap();
            prop_assert_eq!(home.path(), &base);
            let file = page.join(&with_root(&root, "/data/site.json")).unwrap();
            prop_assert_eq!(file.path(), format!("{base}data/site.json"));
        }
    }
}
