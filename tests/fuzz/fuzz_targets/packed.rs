//! Sources packed in any way, or not packed.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| backissue_fuzz::stream(bytes));
