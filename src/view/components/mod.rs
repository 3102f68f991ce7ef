//! The pieces of a page, one a file. What has no state of its own is a function from data to markup: each Yew component
//! adds some 4 kB to the viewer.

mod active_filters;
mod body;
mod byline;
mod card;
mod date_range;
mod day;
mod failure;
mod filters;
mod frame;
mod link;
mod neighbours;
mod no_results;
mod notices;
mod pager;
mod picture;
mod provenance;
mod related;
mod results;
mod section_facet;
mod spans;
mod tag_facet;
mod tag_line;

pub(super) use body::body;
pub(super) use byline::byline;
pub(super) use card::{Rank, cards, section_link};
pub(super) use failure::{failure, skeleton};
pub(super) use filters::filters;
pub(super) use frame::{footer, masthead};
pub(super) use link::Link;
pub(super) use neighbours::neighbours;
pub(super) use picture::{Haste, figure};
pub(super) use provenance::provenance;
pub(super) use related::related_links;
pub(super) use results::results;
pub(super) use tag_line::tag_line;
