//! Versions, as programs print them and as `Cargo.lock` holds them.

use std::fmt;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Version {
    pub(crate) major: u32,
    pub(crate) minor: u32,
    pub(crate) patch: u32,
}

impl Version {
    pub(crate) const fn new(major: u32, minor: u32, patch: u32) -> Self {
        Self { major, minor, patch }
    }

    /// `1.2.3`, with or without what follows a hyphen or a plus sign.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split(['-', '+']).next()?.split('.').map(|part| part.parse().ok());
        let version = Self::new(parts.next()??, parts.next()??, parts.next()??);
        parts.next().is_none().then_some(version)
    }

    /// The first version in a text such as `wasm-bindgen 0.2.126 (abc)`.
    pub(crate) fn find(text: &str) -> Option<Self> {
        text.split_whitespace().find_map(Self::parse)
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.major, self.minor, self.patch)
    }
}

/// The version that a `Cargo.lock` holds of a package; the first, where it holds several.
pub(crate) fn locked(lock: &str, package: &str) -> Option<Version> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    let version = lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')?;
    Version::parse(version)
}

/// The value of a field in what `rustc -vV` prints.
pub(crate) fn rustc_field<'a>(text: &'a str, field: &str) -> Option<&'a str> {
    text.lines().find_map(|line| line.strip_prefix(field)?.strip_prefix(": ")).map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "version = 4\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.126\"\n\n\
        [[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.76\"\n";
    const RUSTC: &str = "rustc 1.96.0 (ac68faa20 2026-05-25)\nbinary: rustc\nhost: x86_64-unknown-linux-gnu\n\
        release: 1.96.0\nLLVM version: 22.1.8\n";

    #[test]
    fn parses_what_programs_print() {
        assert_eq!(Version::find("trunk 0.21.14\n"), Some(Version::new(0, 21, 14)));
        assert_eq!(Version::find("wasm-bindgen 0.2.126 (1a2b3c)"), Some(Version::new(0, 2, 126)));
        assert_eq!(Version::find("trunk 0.22.0-beta.1"), Some(Version::new(0, 22, 0)));
        assert_eq!(Version::find("no version"), None);
        assert_eq!(Version::parse("1.2"), None);
        assert_eq!(Version::parse("1.2.3.4"), None);
    }

    #[test]
    fn reads_the_lock_file() {
        assert_eq!(locked(LOCK, "wasm-bindgen"), Some(Version::new(0, 2, 126)));
        assert_eq!(locked(LOCK, "wasm-bindgen-futures"), Some(Version::new(0, 4, 76)));
        assert_eq!(locked(LOCK, "wasm"), None);
    }

    #[test]
    fn reads_what_rustc_says_of_itself() {
        assert_eq!(rustc_field(RUSTC, "host"), Some("x86_64-unknown-linux-gnu"));
        assert_eq!(rustc_field(RUSTC, "LLVM version"), Some("22.1.8"));
        assert_eq!(rustc_field(RUSTC, "commit-hash"), None);
    }
}
