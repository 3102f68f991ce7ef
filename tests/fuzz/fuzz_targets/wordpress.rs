//! Sources of the format `wxr`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| backissue_fuzz::format("wordpress", bytes));
