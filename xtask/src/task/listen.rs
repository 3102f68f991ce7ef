//! Repeats what a command says, and remembers the end of it.

use super::{Error, Task};
use std::collections::VecDeque;
use std::io::{BufRead as _, BufReader, Read};
use std::process::Stdio;
use std::sync::{Mutex, PoisonError};
use std::thread;

/// How many of a command's last lines an error repeats.
const TAIL: usize = 12;

impl Task {
    /// Runs, repeats its output on standard error, and keeps the last lines for the error.
    pub(crate) fn listen(&self) -> Result<(), Error> {
        let mut command = self.command();
        let started = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
        let mut child = started.map_err(|source| self.start(source))?;
        let tail = Mutex::new(VecDeque::with_capacity(TAIL + 1));
        let (stdout, stderr) = (child.stdout.take(), child.stderr.take());
        thread::scope(|scope| {
            scope.spawn(|| stdout.map(|pipe| repeat(pipe, &tail)));
            scope.spawn(|| stderr.map(|pipe| repeat(pipe, &tail)));
        });
        let status = child.wait().map_err(|source| self.start(source))?;
        if status.success() {
            return Ok(());
        }
        let lines: Vec<_> = tail.into_inner().unwrap_or_else(PoisonError::into_inner).into();
        Err(Error::FailedSaying { command: self.to_string(), status, tail: lines.join("\n") })
    }
}

fn repeat(pipe: impl Read, tail: &Mutex<VecDeque<String>>) {
    for line in BufReader::new(pipe).split(b'\n').map_while(Result::ok) {
        let line = String::from_utf8_lossy(&line).trim_end().to_owned();
        eprintln!("{line}");
        let mut tail = tail.lock().unwrap_or_else(PoisonError::into_inner);
        tail.push_back(line);
        if tail.len() > TAIL {
            tail.pop_front();
        }
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_failure_repeats_the_last_lines() {
        let said = Task::new("sh").args(["-c", "seq 1 20; exit 3"]).listen().unwrap_err().to_string();
        assert!(said.contains("exit status: 3; its last lines:\n9\n10\n"), "{said}");
    }
}
