//! What every target does with the bytes it is given: it imports them, and checks what must hold whatever they are.

#[path = "../../suite/import/whole.rs"]
mod whole;

use std::io;

use backissue::import::{self, Format, Limits, Settings, Source, Store};

/// Small, so that a fuzzer finds out what lies behind them.
const LIMITS: Limits =
    Limits { file_bytes: 1 << 20, unpacked_bytes: 4 << 20, depth: 3, files: 100, ..Limits::DEFAULT };

/// Reads `bytes` as a source of the format with that name.
pub fn format(name: &str, bytes: &[u8]) {
    let format: Format = name.parse().expect("targets name formats that there are");
    let settings = Settings { format: Some(format), limits: LIMITS, ..Settings::default() };
    whole::check("fuzzed", vec![import::read(&Source::new("fuzzed", &settings), bytes)]);
    let limits = Limits { whole_bytes: 0, record_bytes: 1 << 16, ..LIMITS };
    streamed(bytes, &Settings { limits, scratch: Some(memory), ..settings });
}

fn memory() -> io::Result<Box<dyn Store>> {
    Ok(Box::new(io::Cursor::new(Vec::new())))
}

fn streamed(bytes: &[u8], settings: &Settings) {
    let mut readings = Vec::new();
    import::read_stream(&Source::new("fuzzed", settings), bytes, &mut |reading| readings.push(reading));
    whole::check("fuzzed", readings);
}

/// Reads `bytes` as the front door does, packed or not.
pub fn stream(bytes: &[u8]) {
    let settings = Settings { limits: LIMITS, scratch: Some(memory), ..Settings::default() };
    streamed(bytes, &settings);
    import::read_pictures(&Source::new("fuzzed", &settings), bytes, 1 << 16, &mut |picture| {
        assert!(picture.bytes.len() <= 1 << 16);
    });
}
