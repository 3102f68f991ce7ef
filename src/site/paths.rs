//! Where a site's files lie, and how one page names another: always relative.

use crate::find::IndexPart;

/// What the site is; never cached for long, as it names the files that are.
pub const OVERVIEW_PATH: &str = "data/site.json";

/// The head of the index, before its hash is put in.
pub const INDEX_PATH: &str = "data/index.json";

/// The list of the packs, before its hash is put in.
pub const PACKS_PATH: &str = "data/packs.json";

/// A chunk of cards with the digest of its content.
#[must_use]
pub fn cards_path(chunk: usize, digest: &str) -> String {
    format!("data/cards-{chunk}.{digest}.json")
}

/// A pack of articles, by the digest of its content.
#[must_use]
pub fn pack_path(digest: &str) -> String {
    format!("data/pack-{digest}.json")
}

/// A part of the index that is called `name`.
#[must_use]
pub fn part_path(name: &str, part: IndexPart) -> String {
    format!("data/find-{name}/{}.bin", part.file())
}

/// `data/index.json` with a hash of its content: `data/index.<hash>.json`.
#[must_use]
pub fn hashed(path: &str, hash: &str) -> String {
    match path.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}.{hash}.{extension}"),
        None => format!("{path}.{hash}"),
    }
}

/// The base of all addresses in a site that is one file: `#/1858/08/16/x/?tag=a` follows the address of the file.
pub const FRAGMENT: &str = "#";

/// The way from a page to the site's root: `./` at the root, `../../` two folders down.
#[must_use]
pub fn relative(page_path: &str) -> String {
    match page_path.trim_start_matches('/').matches('/').count() {
        0 => "./".to_owned(),
        depth => "../".repeat(depth),
    }
}

/// A path of the site as seen from a page whose way to the root is `root`; absolute URLs stay as they are.
#[must_use]
pub fn with_root(root: &str, path: &str) -> String {
    if path.contains("://") {
        return path.to_owned();
    }
    [root, path.trim_start_matches('/')].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roots_follow_the_depth() {
        assert_eq!(relative("/"), "./");
        assert_eq!(relative("/page/2/"), "../../");
        assert_eq!(relative("/1858/08/16/x/"), "../../../../");
        assert_eq!(relative("/lost"), "./");
        assert_eq!(with_root("../../", "/page/2/"), "../../page/2/");
        assert_eq!(with_root("./", "https://example.org/a.jpg"), "https://example.org/a.jpg");
        assert_eq!(cards_path(3, "0a1b"), "data/cards-3.0a1b.json");
        assert_eq!(part_path("0a1b", IndexPart::Words(3)), "data/find-0a1b/w3.bin");
        assert_eq!(hashed(INDEX_PATH, "0a1b"), "data/index.0a1b.json");
    }
}
