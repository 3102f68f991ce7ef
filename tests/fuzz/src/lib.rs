//! What every target does with the bytes it is given: it imports them, and checks what must hold whatever they are.

#[path = "../../suite/import/whole.rs"]
mod whole;

use backissue::import::{self, Format, Limits, Settings, Source};

/// Small, so that a fuzzer finds out what lies behind them.
const LIMITS: Limits =
    Limits { file_bytes: 1 << 20, unpacked_bytes: 4 << 20, depth: 3, files: 100, ..Limits::DEFAULT };

/// Reads `bytes` as a source of the format with that name.
pub fn format(name: &str, bytes: &[u8]) {
    let format: Format = name.parse().expect("targets name formats that there are");
    let settings = Settings { format: Some(format), limits: LIMITS, ..Settings::default() };
    whole::check("fuzzed", vec![import::read(&Source::new("fuzzed", &settings), bytes)]);
}

/// Reads `bytes` as the front door does, packed or not.
pub fn stream(bytes: &[u8]) {
    let settings = Settings { limits: LIMITS, ..Settings::default() };
    let mut readings = Vec::new();
    import::read_stream(&Source::new("fuzzed", &settings), bytes, &mut |reading| readings.push(reading));
    whole::check("fuzzed", readings);
}
