//! The viewer, started by the page.

fn main() {}
