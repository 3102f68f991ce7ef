//! What a site's data files say is read as it was written, and what is damaged is refused without a panic.

mod strategies;

use backissue::article::{Article, FromJson, Mismatch, from_json, json};
use backissue::find::{Catalog, Index, PartialDate, Selection, Shelf, Sort};
use backissue::site::{CardChunk, DataError, Lenient, Overview, Packs, PageData, Permalink, VERSION, read};
use proptest::collection::vec;
use proptest::prelude::*;
use serde::Serialize;
use serde_json::Value;

use crate::archive_strategies::article;
use strategies::{any_json, card, cards, index, overview, page_data};

fn text<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap()
}

fn parse<T: FromJson>(value: Value) -> Result<T, Mismatch> {
    from_json(&json::parse(&value.to_string()).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn articles_are_read_as_written(article in article()) {
        prop_assert_eq!(parse(serde_json::to_value(&article).unwrap()), Ok(article));
    }

    #[test]
    fn cards_are_read_as_written(card in card(), cards in cards()) {
        prop_assert_eq!(parse(serde_json::to_value(&card).unwrap()), Ok(card));
        let chunk = CardChunk { backissue: VERSION, cards };
        prop_assert_eq!(read("cards", &text(&chunk)), Ok(chunk));
    }

    #[test]
    fn overviews_are_read_as_written(overview in overview()) {
        prop_assert_eq!(read("data/site.json", &text(&overview)), Ok(overview));
    }

    #[test]
    fn lists_of_packs_are_read_as_written(
        packs in "([0-9a-f]{12}[a-z0-9/-]{0,12})?( [0-9a-f]{12}[a-z0-9/-]{1,12}){0,2}",
    ) {
        let list = Packs { backissue: VERSION, packs };
        prop_assert_eq!(read("packs", &text(&list)), Ok(list));
    }

    #[test]
    fn pages_are_read_as_written(data in page_data()) {
        prop_assert_eq!(read("index.html", &text(&data)), Ok(data));
    }

    #[test]
    fn an_index_is_read_as_written(index in index()) {
        prop_assert_eq!(index.check(), Ok(()));
        prop_assert_eq!(read("data/index.json", &text(&index)), Ok(index));
    }

    #[test]
    fn a_text_that_was_cut_says_so(data in page_data(), at in 0.0..1.0_f64) {
        let whole = text(&data);
        let end = whole.floor_char_boundary((whole.len() as f64 * at) as usize);
        let result = read::<PageData>("index.html", &whole[..end]);
        let cut_off = matches!(result, Err(DataError::CutOff { .. }));
        prop_assert!(cut_off, "{:?}", result);
    }

    #[test]
    fn a_newer_version_is_not_guessed_at(data in page_data(), more in 1..1000_u32) {
        let newer = PageData { backissue: VERSION + more, ..data };
        let error = DataError::Newer { file: "x".to_owned(), found: VERSION + more };
        prop_assert_eq!(read::<PageData>("x", &text(&newer)), Err(error));
    }

    #[test]
    fn no_json_panics(value in any_json()) {
        let _ = parse::<Article>(value.clone());
        let _ = parse::<PageData>(value.clone());
        let _ = parse::<Overview>(value.clone());
        let _ = parse::<CardChunk>(value.clone());
        let _ = parse::<Permalink>(value.clone());
        let _ = parse::<Index>(value);
    }

    /// Heads that contradict themselves: either the check says so, or every question has an answer or lacks a part.
    #[test]
    fn an_index_that_passes_its_check_answers(
        articles in 0..9_u32,
        counts in vec(0..9_u32, 0..3),
        bytes in vec(any::<u32>(), 0..3),
        (days, on) in (vec(any::<i32>(), 0..4), vec(0..4_u32, 0..4)),
        oldest in any::<bool>(),
    ) {
        let values: Vec<String> = (0..counts.len()).map(|number| format!("t{number}")).collect();
        let facet = serde_json::json!({"values": values, "articles": counts, "bytes": bytes});
        let days = serde_json::json!({"days": days, "articles": on});
        let value = serde_json::json!({"articles": articles, "tags": facet, "sections": facet,
            "publishers": facet, "languages": facet, "days": days});
        let index: Index = parse(value).unwrap();
        let shelf = Shelf::new(Catalog { part: 16, ..Catalog::default() }, articles);
        if index.check().is_ok() {
            let all = index.tags.values.iter().take(1).cloned().collect();
            let sort = if oldest { Sort::Oldest } else { Sort::Newest };
            for all in [Vec::new(), all] {
                let from = PartialDate::parse("1");
                let selection = Selection { all, from, sort, ..Selection::default() };
                if let Ok(hits) = index.hits(&shelf, &selection, None) {
                    prop_assert!(hits.ordered(&index, sort, None).iter().all(|number| *number < articles));
                    let _ = index.counts(&shelf, &selection, None, &hits);
                }
                let _ = index.relaxations(&shelf, &selection, None);
            }
        }
    }
}

#[test]
fn a_card_that_was_lost_stays_lost_and_harms_no_other() {
    let chunk = CardChunk { backissue: VERSION, cards: vec![Lenient(Err("it was damaged".to_owned()))] };
    let again: CardChunk = read("cards", &text(&chunk)).unwrap();
    assert!(matches!(again.cards.as_slice(), [Lenient(Err(_))]));
}
