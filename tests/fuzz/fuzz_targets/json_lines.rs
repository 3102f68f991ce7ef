//! Sources of the format `json-lines`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| backissue_fuzz::format("json-lines", bytes));
