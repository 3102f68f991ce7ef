//! The `backissue` program.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(backissue::cli::run() as u8)
}
