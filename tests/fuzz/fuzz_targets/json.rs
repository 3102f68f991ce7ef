//! Sources of the format `json`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| backissue_fuzz::format("json", bytes));
