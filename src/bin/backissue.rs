//! The `backissue` program.

use std::process::ExitCode;

/// Most of the work is making and dropping small things.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    ExitCode::from(backissue::cli::run() as u8)
}
