//! Sources of the format `html`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| backissue_fuzz::format("html", bytes));
