//! One command to run: how it looks to the reader, and how it ends.

mod listen;

use std::env;
use std::ffi::{OsStr, OsString};
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Output, Stdio};

#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    #[error("`{command}` could not be started: {source}\nhint: see that it is installed and on PATH")]
    Start { command: String, source: io::Error },
    #[error("`{command}` ended with {status}")]
    Failed { command: String, status: ExitStatus },
    #[error("`{command}` ended with {status}; its last lines:\n{tail}")]
    FailedSaying { command: String, status: ExitStatus, tail: String },
}

#[derive(Debug, Clone)]
pub(crate) struct Task {
    program: OsString,
    args: Vec<OsString>,
    folder: Option<PathBuf>,
    variables: Vec<(OsString, Option<OsString>)>,
}

impl Task {
    pub(crate) fn new(program: impl Into<OsString>) -> Self {
        Self { program: program.into(), args: Vec::new(), folder: None, variables: Vec::new() }
    }

    pub(crate) fn arg(mut self, arg: impl Into<OsString>) -> Self {
        self.args.push(arg.into());
        self
    }

    pub(crate) fn args(mut self, args: impl IntoIterator<Item = impl Into<OsString>>) -> Self {
        self.args.extend(args.into_iter().map(Into::into));
        self
    }

    pub(crate) fn with(mut self, variable: &str, value: impl Into<OsString>) -> Self {
        self.variables.push((variable.into(), Some(value.into())));
        self
    }

    pub(crate) fn without(mut self, variable: &str) -> Self {
        self.variables.push((variable.into(), None));
        self
    }

    pub(crate) fn within(mut self, folder: &Path) -> Self {
        self.folder = Some(folder.to_owned());
        self
    }

    /// Runs with this process's own output.
    pub(crate) fn show(&self) -> Result<(), Error> {
        let status = self.command().status().map_err(|source| self.start(source))?;
        self.ended(status)
    }

    /// Runs and returns all it says, however it ends.
    pub(crate) fn output(&self) -> Result<Output, Error> {
        self.command().stdin(Stdio::null()).output().map_err(|source| self.start(source))
    }

    /// Runs silently and returns what it prints.
    pub(crate) fn read(&self) -> Result<String, Error> {
        let output = self.output()?;
        self.ended(output.status)?;
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(self.executable());
        command.args(&self.args);
        for (variable, value) in &self.variables {
            match value {
                Some(value) => command.env(variable, value),
                None => command.env_remove(variable),
            };
        }
        if let Some(folder) = &self.folder {
            command.current_dir(folder);
        }
        command
    }

    /// Found on the `PATH` that the command gets.
    fn executable(&self) -> PathBuf {
        let own = self.variables.iter().rev().find(|(variable, _)| variable == "PATH");
        let path = own.and_then(|(_, value)| value.clone()).or_else(|| env::var_os("PATH"));
        which::which_in(&self.program, path, "/").unwrap_or_else(|_| PathBuf::from(&self.program))
    }

    /// The command without its variables.
    fn line(&self) -> String {
        let words: Vec<_> = [&self.program].into_iter().chain(&self.args).map(|word| quoted(word)).collect();
        words.join(" ")
    }

    pub(crate) fn start(&self, source: io::Error) -> Error {
        Error::Start { command: self.to_string(), source }
    }

    pub(crate) fn ended(&self, status: ExitStatus) -> Result<(), Error> {
        if status.success() { Ok(()) } else { Err(Error::Failed { command: self.line(), status }) }
    }
}

impl fmt::Display for Task {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (variable, value) in self.variables.iter().filter(|(variable, _)| variable != "PATH") {
            if let Some(value) = value {
                write!(f, "{}={} ", variable.display(), quoted(value))?;
            }
        }
        f.write_str(&self.line())
    }
}

fn quoted(word: &OsStr) -> String {
    let word = word.to_string_lossy();
    if word.contains([' ', '$', '*']) { format!("'{word}'") } else { word.into_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looks_like_what_one_would_type() {
        let task =
            Task::new("cargo").with("RUSTFLAGS", "-C a -C b").without("CARGO").args(["build", "--release"]);
        assert_eq!(task.to_string(), "RUSTFLAGS='-C a -C b' cargo build --release");
    }
}
