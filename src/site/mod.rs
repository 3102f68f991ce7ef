//! What a site is made of: routes, query strings, paths and the shapes of its data files. Pure.

mod address;
mod card;
mod data;
mod facet;
mod packs;
mod page;
mod paths;
mod query;
mod query_problem;
mod query_value;
mod read;
mod route;

pub use card::{Card, Lenient};
pub use data::{
    CARDS_A_CHUNK, CARDS_A_PAGE, CardChunk, Count, DIGEST, Day, FOUND_A_PAGE, Overview, Span, TOP_TAGS,
    VERSION,
};
pub use facet::facet_slug;
pub use packs::{PACK_DIGEST, Packs};
pub use page::{
    ArticlePage, ListPage, MenuLink, Narrowed, PAGE_DATA_ID, Page, PageData, SiteName, page_json,
};
pub use paths::{
    FRAGMENT, INDEX_PATH, OVERVIEW_PATH, PACKS_PATH, cards_path, hashed, pack_path, part_path, relative,
    with_root,
};
pub use query::Query;
pub use query_problem::QueryProblem;
pub use read::{DataError, read};
pub use route::{Permalink, Route, TagOrder};
