//! Runs a program and measures it.

use std::io::{self, Read as _};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use wait4::Wait4 as _;

/// What a program did.
pub(super) struct Ended {
    pub(super) is_success: bool,
    /// On standard error.
    pub(super) said: String,
    pub(super) time: Duration,
    /// The most memory that it held, in bytes.
    pub(super) peak: u64,
}

/// Runs it to its end; what it writes on standard output is dropped.
pub(super) fn measured(mut program: Command) -> io::Result<Ended> {
    let start = Instant::now();
    let mut child = program.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn()?;
    let mut said = String::new();
    if let Some(mut pipe) = child.stderr.take() {
        pipe.read_to_string(&mut said)?;
    }
    let ended = child.wait4()?;
    Ok(Ended { is_success: ended.status.success(), said, time: start.elapsed(), peak: ended.rusage.maxrss })
}
