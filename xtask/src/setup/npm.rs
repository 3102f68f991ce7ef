//! Packages from npm, pinned, without running their scripts.

use super::step::Step;
use super::{Error, Session};
use crate::place::Tools;
use crate::task::Task;
use std::fs;
use std::path::PathBuf;

pub(crate) struct NpmPackage<'a> {
    name: &'static str,
    version: &'static str,
    why: &'static str,
    /// The file that is needed, in the folder of npm's packages.
    file: &'static str,
    tools: &'a Tools,
}

impl<'a> NpmPackage<'a> {
    /// Its `wasm-opt` runs on Node.js.
    pub(super) fn binaryen(tools: &'a Tools) -> Self {
        Self {
            name: "binaryen",
            version: "132.0.0",
            why: "which shrinks the viewer",
            file: ".bin/wasm-opt",
            tools,
        }
    }

    /// Its program comes as a package of its own for each system, which npm chooses.
    pub(crate) fn esbuild(tools: &'a Tools) -> Self {
        let (name, why, file) = ("esbuild", "which shrinks the viewer's script", ".bin/esbuild");
        Self { name, version: "0.28.2", why, file, tools }
    }

    pub(crate) fn axe(tools: &'a Tools) -> Self {
        let (name, why, file) = ("axe-core", "which tests accessibility", "axe-core/axe.min.js");
        Self { name, version: "4.14.1", why, file, tools }
    }

    pub(crate) fn lighthouse(tools: &'a Tools) -> Self {
        let (name, why, file) = ("lighthouse", "which measures pages", ".bin/lighthouse");
        Self { name, version: "12.8.2", why, file, tools }
    }

    pub(crate) fn html_validate(tools: &'a Tools) -> Self {
        let (name, why, file) = ("html-validate", "which judges the pages", ".bin/html-validate");
        Self { name, version: "10.17.0", why, file, tools }
    }

    /// Runs on Java.
    pub(crate) fn vnu(tools: &'a Tools) -> Self {
        let (name, why) = ("vnu-jar", "the W3C's checker, which judges the pages");
        Self { name, version: "26.9.27", why, file: "vnu-jar/build/dist/vnu.jar", tools }
    }

    /// Installs the package if need be, and returns where its file lies.
    pub(crate) fn provide(&self, session: &Session<'_>) -> Result<PathBuf, Error> {
        session.carry_out(self)?;
        Ok(self.tools.npm_package(self.file))
    }
}

impl Step for NpmPackage<'_> {
    fn name(&self) -> String {
        format!("{} {}", self.name, self.version)
    }

    fn why(&self) -> &'static str {
        self.why
    }

    fn hint(&self) -> String {
        "see that npm reaches its registry".to_owned()
    }

    fn is_done(&self) -> bool {
        let package = fs::read_to_string(self.tools.npm_package(self.name).join("package.json"));
        package.is_ok_and(|text| is_version(&text, self.version))
            && self.tools.npm_package(self.file).exists()
    }

    fn tasks(&self) -> Result<Vec<Task>, Error> {
        if which::which("npm").is_err() {
            return Err(Error::NoNpm { step: self.name() });
        }
        let options = ["install", "--ignore-scripts", "--save-exact", "--no-fund", "--no-audit", "--prefix"];
        let install = Task::new("npm").args(options).arg(self.tools.npm());
        Ok(vec![install.arg(format!("{}@{}", self.name, self.version))])
    }
}

fn is_version(package: &str, version: &str) -> bool {
    let package: serde_json::Value = serde_json::from_str(package).unwrap_or_default();
    package["version"] == version
}

#[cfg(test)]
mod tests {
    use super::is_version;

    #[test]
    fn reads_the_version_of_a_package() {
        let package = "{\n  \"name\": \"binaryen\",\n  \"version\": \"132.0.0\",\n  \"bin\": {}\n}\n";
        assert!(is_version(package, "132.0.0"));
        assert!(!is_version(package, "132.0"));
        assert!(is_version(r#"{"name": "vnu-jar", "version": "26.9.27"}"#, "26.9.27"));
        assert!(!is_version("", "26.9.27"));
    }
}
