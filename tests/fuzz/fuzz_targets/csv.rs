//! Sources of the format `csv`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| backissue_fuzz::format("csv", bytes));
