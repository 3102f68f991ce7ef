//! Sources of the format `crawl-text`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| backissue_fuzz::format("crawl-text", bytes));
