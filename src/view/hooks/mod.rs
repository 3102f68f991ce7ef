//! What pages share: loading missing parts, and arriving.

mod arrival;
mod parts;

pub(super) use arrival::use_arrival;
pub(super) use parts::{Loading, use_parts};
