//! A child process in a process group of its own, which ends with everything that it started.

use crate::task::{Error, Task};
use std::io;
use std::process::{Child, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// How long a group may take to end when asked to.
const GRACE: Duration = Duration::from_secs(3);
const POLL: Duration = Duration::from_millis(50);

/// Ended when dropped.
#[derive(Debug)]
pub(crate) struct Group {
    child: Child,
}

impl Group {
    /// With this process's own output.
    pub(crate) fn start(task: &Task) -> Result<Self, Error> {
        Self::start_with(task, Stdio::inherit())
    }

    pub(crate) fn start_with(task: &Task, stdout: Stdio) -> Result<Self, Error> {
        let mut command = task.command();
        command.stdin(Stdio::null()).stdout(stdout);
        own_group(&mut command);
        Ok(Self { child: command.spawn().map_err(|source| task.start(source))? })
    }

    pub(crate) fn child(&mut self) -> &mut Child {
        &mut self.child
    }

    /// How the child ended, if it has.
    pub(crate) fn ended(&mut self) -> io::Result<Option<ExitStatus>> {
        self.child.try_wait()
    }

    /// Asks first, so that drivers can end the browsers that they put into groups of their own.
    fn end(&mut self) {
        self.signal(Signal::Term);
        let asked = Instant::now();
        while asked.elapsed() < GRACE && self.is_alive() {
            thread::sleep(POLL);
        }
        self.signal(Signal::Kill);
        self.child.wait().ok();
    }

    fn is_alive(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None)) || self.signal(Signal::None)
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        self.end();
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Signal {
    /// Only asks whether there is anyone to send it to.
    None,
    Term,
    Kill,
}

#[cfg(unix)]
fn own_group(command: &mut std::process::Command) {
    use std::os::unix::process::CommandExt as _;
    command.process_group(0);
}

#[cfg(not(unix))]
fn own_group(_: &mut std::process::Command) {}

impl Group {
    /// Whether anyone was there to get it. A group outlives its first process for as long as any other of it lives.
    #[cfg(unix)]
    fn signal(&mut self, signal: Signal) -> bool {
        use nix::sys::signal::{SIGKILL, SIGTERM, killpg};
        let signal = match signal {
            Signal::None => None,
            Signal::Term => Some(SIGTERM),
            Signal::Kill => Some(SIGKILL),
        };
        i32::try_from(self.child.id()).is_ok_and(|id| killpg(nix::unistd::Pid::from_raw(id), signal).is_ok())
    }

    #[cfg(not(unix))]
    fn signal(&mut self, signal: Signal) -> bool {
        signal != Signal::None && self.child.kill().is_ok()
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn what_the_child_started_ends_with_it() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("pid");
        let script = format!("sleep 600 & echo $! > '{}'; exit 0", file.display());
        let mut group = Group::start(&Task::new("sh").args(["-c", &script])).unwrap();
        while group.ended().unwrap().is_none() {
            thread::sleep(POLL);
        }
        let sleeper = fs::read_to_string(&file).unwrap();
        let is_alive = || Task::new("kill").args(["-0", sleeper.trim()]).read().is_ok();
        assert!(is_alive());
        drop(group);
        let since = Instant::now();
        while is_alive() && since.elapsed() < GRACE {
            thread::sleep(POLL);
        }
        assert!(!is_alive());
    }
}
