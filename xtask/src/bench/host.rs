//! A built site on a host of this machine, by `backissue serve`, as long as it is measured.

use super::Error;
use crate::place::{Profile, Project};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// Ends when dropped.
pub(super) struct Host {
    child: Child,
    /// Its first page.
    pub(super) url: String,
}

impl Host {
    pub(super) fn start(project: &Project, site: &Path, port: u16) -> Result<Self, Error> {
        let failed = |said: String| Error::Host { said };
        let mut program = Command::new(project.program(Profile::Release));
        program.arg("serve").arg(site).args(["--port", &port.to_string()]);
        let child = program.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn();
        let mut child = child.map_err(|error| failed(error.to_string()))?;
        let said = child.stderr.take().map(BufReader::new).into_iter().flat_map(BufRead::lines);
        let mut lines = Vec::new();
        for line in said.map_while(Result::ok) {
            if let Some(url) = address(&line) {
                return Ok(Self { child, url });
            }
            lines.push(line);
        }
        Err(failed(lines.join("\n")))
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What `Serving at http://127.0.0.1:8000/ (…)` names.
fn address(line: &str) -> Option<String> {
    line.split_whitespace().find(|word| word.starts_with("http://")).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn the_address_is_read_from_what_the_program_says() {
        let said = "Serving at http://127.0.0.1:8000/a/ (Ctrl-C ends it)";
        assert_eq!(address(said).as_deref(), Some("http://127.0.0.1:8000/a/"));
        assert_eq!(address("error: can't listen"), None);
    }
}
