//! Builds, serves and tests Backissue.
fn main() {}
