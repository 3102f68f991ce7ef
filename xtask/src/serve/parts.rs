//! Which parts of the build a changed file belongs to.

use std::path::Path;

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Parts {
    pub(super) viewer: bool,
    pub(super) program: bool,
}

/// Folders of the library that only the program is made of.
const NATIVE: [&str; 5] = ["src/archive", "src/cli", "src/import", "src/publish", "src/bin/backissue.rs"];

impl Parts {
    const NONE: Self = Self { viewer: false, program: false };
    const VIEWER: Self = Self { viewer: true, program: false };
    const PROGRAM: Self = Self { viewer: false, program: true };
    const BOTH: Self = Self { viewer: true, program: true };

    /// `path` is relative to the repository.
    pub(super) fn of(path: &Path) -> Self {
        let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
        match path.to_str() {
            Some("Cargo.toml" | "Cargo.lock") => Self::BOTH,
            Some("Trunk.viewer.toml" | "index.html") => Self::VIEWER,
            _ if path.starts_with("static") && matches!(extension, "css" | "js") => Self::BOTH,
            _ if !path.starts_with("src") => Self::NONE,
            _ if NATIVE.iter().any(|folder| path.starts_with(folder)) => Self::PROGRAM,
            _ => Self::BOTH,
        }
    }

    pub(super) fn and(self, other: Self) -> Self {
        Self { viewer: self.viewer || other.viewer, program: self.program || other.program }
    }

    pub(super) fn is_none(self) -> bool {
        self == Self::NONE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_source_has_its_part() {
        let of = |path: &str| Parts::of(Path::new(path));
        assert_eq!(of("src/view/app.rs"), Parts::BOTH);
        assert_eq!(of("src/lib.rs"), Parts::BOTH);
        assert_eq!(of("src/publish/head.rs"), Parts::PROGRAM);
        assert_eq!(of("src/bin/backissue.rs"), Parts::PROGRAM);
        assert_eq!(of("index.html"), Parts::VIEWER);
        assert_eq!(of("Trunk.viewer.toml"), Parts::VIEWER);
        assert_eq!(of("Cargo.lock"), Parts::BOTH);
        assert_eq!(of("static/style.css"), Parts::BOTH);
    }

    #[test]
    fn the_rest_is_left_alone() {
        let of = |path: &str| Parts::of(Path::new(path));
        assert!(of("static/articles.json").is_none());
        assert!(of("target/viewer/index.html").is_none());
        assert!(of("README.md").is_none());
    }
}
