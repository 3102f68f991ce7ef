//! Sources of the format `json-feed`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| backissue_fuzz::format("json-feed", bytes));
