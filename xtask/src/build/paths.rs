//! Keeps this machine's paths out of what is published: panics in the viewer would name the builder's home.

use std::env;
use std::path::{Path, PathBuf};

/// Compiler flags, for the variable that Cargo prefers to `RUSTFLAGS`: those are meant for native builds.
pub(super) const VARIABLE: &str = "CARGO_ENCODED_RUSTFLAGS";

/// The value of `VARIABLE`. Call it once all crates are fetched.
pub(super) fn flags() -> String {
    cargo_home().map(|home| remapped(&home, &sources(&home)).join("\u{1f}")).unwrap_or_default()
}

/// The flag for what is built apart from the viewer. None, where it could not stand among others in `RUSTFLAGS`.
pub(crate) fn home_flag() -> Option<String> {
    let flag = remapped(&cargo_home()?, &[]).pop()?;
    (!flag.contains(char::is_whitespace)).then_some(flag)
}

/// Of several flags that fit, the compiler takes the last.
fn remapped(home: &Path, sources: &[PathBuf]) -> Vec<String> {
    let flag = |folder: &Path, name: &str| format!("--remap-path-prefix={}={name}", folder.display());
    let crates = sources.iter().map(|source| flag(source, "crates"));
    [flag(home, "cargo")].into_iter().chain(crates).collect()
}

fn cargo_home() -> Option<PathBuf> {
    let named = env::var_os("CARGO_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
    named.or_else(|| env::home_dir().map(|home| home.join(".cargo")))
}

/// One folder for each registry, named after its host.
fn sources(home: &Path) -> Vec<PathBuf> {
    let entries = home.join("registry/src").read_dir().into_iter().flatten().flatten();
    let mut folders: Vec<_> = entries.map(|entry| entry.path()).collect();
    folders.sort();
    folders
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crates_are_named_without_their_registry() {
        let home = Path::new("/home/me/.cargo");
        let flags = remapped(home, &[home.join("registry/src/index-1")]);
        let expected = ["/home/me/.cargo=cargo", "/home/me/.cargo/registry/src/index-1=crates"];
        assert_eq!(flags, expected.map(|pair| format!("--remap-path-prefix={pair}")));
    }
}
