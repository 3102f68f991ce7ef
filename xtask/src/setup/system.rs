//! Packages of a Debian-like system: installs what is missing, and keeps a list of it for whoever wants them gone.

use super::step::{Reach, Step};
use super::{Error, Session};
use crate::place::Tools;
use crate::task::Task;
use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};

pub(crate) struct Packages<'a> {
    session: &'a Session<'a>,
    names: Vec<String>,
    why: &'static str,
}

impl<'a> Packages<'a> {
    pub(crate) fn new(
        session: &'a Session<'a>,
        names: impl IntoIterator<Item = impl Into<String>>,
        why: &'static str,
    ) -> Self {
        let missing = missing(names.into_iter().map(Into::into).collect());
        Self { session, names: missing, why }
    }
}

impl Step for Packages<'_> {
    fn name(&self) -> String {
        format!("system packages ({})", self.names.join(" "))
    }

    fn why(&self) -> &'static str {
        self.why
    }

    fn hint(&self) -> String {
        format!("run `{}` yourself and see what stands in its way", install(&self.names))
    }

    fn is_done(&self) -> bool {
        missing(self.names.clone()).is_empty()
    }

    /// `--no-remove`: rather fail than take away what the user has.
    fn tasks(&self) -> Result<Vec<Task>, Error> {
        let update = (!self.session.is_list_fresh.get()).then(|| apt_get(["update"]));
        Ok(update.into_iter().chain([install(&self.names)]).collect())
    }

    fn reach(&self) -> Reach {
        Reach::System
    }

    fn finish(&self) -> Result<(), Error> {
        self.session.is_list_fresh.set(true);
        let path = list(self.session.tools);
        let file = OpenOptions::new().create(true).append(true).open(&path);
        let written = file.and_then(|mut file| writeln!(file, "{}", self.names.join("\n")));
        written.map_err(Error::file(path, "written"))
    }
}

/// Whether the system has Debian's packages.
pub(crate) fn is_debian() -> bool {
    Path::new("/etc/debian_version").is_file() && which::which("apt-get").is_ok()
}

/// The packages that set-up has installed since the tools folder was made.
pub(crate) fn installed(tools: &Tools) -> Vec<String> {
    let text = fs::read_to_string(list(tools)).unwrap_or_default();
    let mut names: Vec<_> = text.lines().map(str::to_owned).collect();
    names.sort();
    names.dedup();
    names
}

/// The command that takes packages away again.
pub(crate) fn removal(names: &[String]) -> Task {
    as_root("apt-get").args(["remove", "--auto-remove"]).args(names)
}

fn list(tools: &Tools) -> PathBuf {
    tools.root().join("system-packages.txt")
}

fn install(names: &[String]) -> Task {
    apt_get(["install", "-y", "--no-install-recommends", "--no-remove"]).args(names)
}

fn apt_get<const N: usize>(args: [&str; N]) -> Task {
    as_root("env").args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]).args(args)
}

fn as_root(program: &str) -> Task {
    if is_root() { Task::new(program) } else { Task::new("sudo").arg(program) }
}

#[cfg(unix)]
fn is_root() -> bool {
    nix::unistd::Uid::effective().is_root()
}

#[cfg(not(unix))]
fn is_root() -> bool {
    false
}

fn missing(mut names: Vec<String>) -> Vec<String> {
    if names.is_empty() {
        return names;
    }
    let ask = Task::new("dpkg-query").args(["-W", "-f=${Package} ${db:Status-Status}\n"]).args(&names);
    let said =
        ask.output().map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    names.retain(|name| !is_installed(&said, name));
    names
}

fn is_installed(said: &str, name: &str) -> bool {
    said.lines().any(|line| line.split_once(' ') == Some((name, "installed")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_removed_is_missing() {
        let said = "chromium installed\nxvfb config-files\n";
        assert!(is_installed(said, "chromium"));
        assert!(!is_installed(said, "xvfb") && !is_installed(said, "chrom"));
    }

    #[test]
    fn the_list_names_each_package_once() {
        let folder = tempfile::tempdir().unwrap();
        let tools = Tools::at(folder.path());
        assert!(installed(&tools).is_empty());
        fs::write(list(&tools), "xvfb\nlld-22\nxvfb\n").unwrap();
        assert_eq!(installed(&tools), ["lld-22", "xvfb"]);
    }
}
