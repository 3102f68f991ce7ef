//! The pieces of a page, one a file: functions from data to elements.

mod active_filters;
mod body;
mod byline;
mod card;
mod date_range;
mod day;
mod failure;
mod field_facet;
mod filters;
mod frame;
mod link;
mod marked;
mod neighbours;
mod no_results;
mod notices;
mod pager;
mod picture;
mod places;
mod provenance;
mod related;
mod results;
mod search_box;
mod settings;
mod share;
mod spans;
mod tag_facet;
mod tag_line;
mod timeline;

pub(super) use body::body;
pub(super) use byline::byline;
pub(super) use card::{Rank, cards, section_link};
pub(crate) use date_range::End;
pub(super) use failure::{failure, skeleton};
pub(super) use filters::filters;
pub(super) use frame::frame;
pub(super) use link::to;
#[cfg(not(target_arch = "wasm32"))]
pub(super) use link::to_list;
pub(super) use marked::marked;
pub(super) use neighbours::neighbours;
#[cfg(not(target_arch = "wasm32"))]
pub(super) use pager::pager_of;
pub(super) use picture::{Haste, figure};
pub(super) use places::places;
pub(super) use provenance::provenance;
pub(super) use related::related_links;
pub(super) use results::results;
pub(crate) use settings::Settings;
pub(super) use share::share;
pub(super) use tag_line::tag_line;
