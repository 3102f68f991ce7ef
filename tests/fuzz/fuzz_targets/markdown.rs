//! Sources of the format `markdown`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| backissue_fuzz::format("markdown", bytes));
