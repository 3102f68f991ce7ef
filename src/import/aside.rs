//! Files that lie beside articles and are none, such as scripts, pictures and a README. They are told by their names, as
//! much of what they hold could be read as the text of a page.

use super::Reading;
use crate::article::{Problem, ProblemCode};

/// Folders of a site's generator and of its tools.
const FOLDERS: [&str; 6] = ["node_modules", "_layouts", "_includes", "_sass", "_data", "__pycache__"];

const PICTURE: &str = "a picture";

/// What files are by the ending of their names. Endings of pages, such as `.php`, and of what may hold articles and
/// can't be read, such as `.pdf`, are not among them.
const ENDINGS: [(&str, &[&str]); 7] = [
    ("a style sheet", &["css", "scss", "sass", "less", "xsl", "xslt"]),
    ("a script", &["js", "mjs", "cjs", "jsx", "ts", "tsx", "wasm", "map", "sh", "bash", "ps1", "bat"]),
    ("source code", &["py", "rb", "rs", "go", "java", "c", "h", "cpp", "hpp", "cs", "swift", "kt", "lua"]),
    (PICTURE, &["png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "ico", "bmp", "tif", "tiff", "heic"]),
    ("a font", &["woff", "woff2", "ttf", "otf", "eot"]),
    (
        "sound or film",
        &["mp3", "mp4", "m4a", "m4v", "ogg", "oga", "ogv", "webm", "wav", "flac", "mov", "avi"],
    ),
    ("settings", &["yml", "yaml", "toml", "ini", "cfg", "lock", "webmanifest"]),
];

/// Whether a file is a picture by its name.
pub(super) fn is_picture(path: &str) -> bool {
    let (_, ending) = path.rsplit_once('.').unwrap_or_default();
    let ending = ending.to_ascii_lowercase();
    ENDINGS.iter().any(|(what, endings)| *what == PICTURE && endings.contains(&ending.as_str()))
}

/// Endings of pages that generators make sections of.
const PAGES: [&str; 4] = ["md", "markdown", "html", "htm"];

/// Names of files of a project and of a web host.
const NAMES: [&str; 14] = [
    "makefile",
    "dockerfile",
    "gemfile",
    "rakefile",
    "procfile",
    "cname",
    "robots.txt",
    "sitemap.xml",
    "browserconfig.xml",
    "manifest.json",
    "package.json",
    "package-lock.json",
    "composer.json",
    "tsconfig.json",
];

/// What is written about a project, by names in capitals.
const NOTICES: [&str; 9] = [
    "LICENSE",
    "LICENCE",
    "COPYING",
    "NOTICE",
    "CHANGELOG",
    "CONTRIBUTING",
    "CODE_OF_CONDUCT",
    "SECURITY",
    "AUTHORS",
];

/// What is said of a file that was found in a folder or an archive and is no article; `None` if it may be one. `path` is
/// that below the folder, or inside the archive.
pub(super) fn left_out(path: &str, beginning: &[u8]) -> Option<Reading> {
    let message = format!("it is {}, not an article; left out", kind(path, beginning)?);
    let problems = vec![Problem::new(ProblemCode::LeftOut, "the file", message)];
    Some(Reading { problems, ..Reading::default() })
}

fn kind(path: &str, beginning: &[u8]) -> Option<&'static str> {
    // Of a crawl, what is a page was told by what the server said.
    if path.contains("://") {
        return None;
    }
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    if folder.split('/').any(|part| FOLDERS.contains(&part)) {
        return Some("a file of the site's generator or its tools");
    }
    let (stem, ending) = name
        .split_once('.')
        .map_or((name, ""), |(stem, _)| (stem, name.rsplit_once('.').map_or("", |(_, ending)| ending)));
    let is_page =
        [b"---".as_slice(), b"+++"].iter().any(|mark| beginning.trim_ascii_start().starts_with(mark));
    if stem.eq_ignore_ascii_case("readme") && !is_page {
        return Some("a README");
    }
    if stem == "_index" && PAGES.iter().any(|known| ending.eq_ignore_ascii_case(known)) {
        return Some("the page of a section, which lists others");
    }
    let stem = stem.split('-').next().unwrap_or(stem);
    if NOTICES.contains(&stem) && !is_page {
        return Some("a notice about a project");
    }
    if NAMES.iter().any(|known| name.eq_ignore_ascii_case(known)) {
        return Some("a file of a project or a web host");
    }
    let ending = ending.to_ascii_lowercase();
    let by_ending = ENDINGS.iter().find(|(_, endings)| endings.contains(&ending.as_str()));
    let by_ending = by_ending.map(|(what, _)| *what);
    by_ending.or_else(|| beginning.starts_with(b"#!").then_some("a script"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_beside_articles_are_told_from_articles() {
        for (path, beginning, what) in [
            ("README.md", "# Posts", Some("a README")),
            ("posts/readme", "Posts", Some("a README")),
            ("LICENSE-MIT", "Permission", Some("a notice about a project")),
            ("posts/posts.11tydata.js", "export", Some("a script")),
            ("tools/publish", "#!/bin/sh", Some("a script")),
            ("a/Photo.JPEG", "", Some("a picture")),
            ("_config.yml", "---\ntitle: A", Some("settings")),
            ("_layouts/post.html", "<html>", Some("a file of the site's generator or its tools")),
            ("robots.txt", "User-agent", Some("a file of a project or a web host")),
            ("topics/_index.md", "---\ntitle: A", Some("the page of a section, which lists others")),
            ("_index.de.md", "---\ntitle: A", Some("the page of a section, which lists others")),
            ("_index-cards.md", "---\ntitle: A", None),
            ("posts/readme.md", "---\ntitle: A", None),
            ("posts/2020-01-02-license.md", "# Why", None),
            ("security.txt", "A text", None),
            ("index.php", "<html>", None),
            ("posts/no ending", "A text", None),
            ("https://example.org/app.js", "<html>", None),
            ("report.pdf", "%PDF", None),
        ] {
            assert_eq!(kind(path, beginning.as_bytes()), what, "{path}");
        }
    }
}
