//! The script that starts the viewer in a site of many files, a file itself: a strict content security policy lets no
//! script stand in the page.

use super::integrity::integrity;

/// Starts the viewer when it is wanted. Comes after what it is made of.
const START: &str = include_str!("start.js");

/// Has the browser take the service worker, if the page names a manifest.
const REGISTER: &str = include_str!("offline/register.js");

/// `hasStopped`, by which scripts that start a viewer tell whether it has said why it ended.
pub(super) const QUIET: &str = include_str!("quiet.js");

/// The elements by which Trunk has the viewer fetched before the page is painted: how they begin, and what they name.
const HURRY: [(&str, &str); 2] =
    [("<link rel=\"modulepreload\"", ".js"), ("<link rel=\"preload\"", "_bg.wasm")];

/// A file's path from the site's root, and its content.
pub(super) type File = (String, Vec<u8>);

/// The text of the script for the script that wasm-bindgen made and its WebAssembly, both told by their hashes.
pub(super) fn start_script(script: &File, program: &File) -> String {
    let part = |(path, bytes): &File| {
        format!("{{ url: new URL('./{path}', import.meta.url).href, integrity: '{}' }}", integrity(bytes))
    };
    let (script, program) = (part(script), part(program));
    format!("const SCRIPT = {script};\nconst PROGRAM = {program};\n{QUIET}{START}{REGISTER}")
}

/// The page without what would have the viewer fetched before it is wanted.
pub(super) fn unhurried(page: &str) -> String {
    HURRY.iter().fold(page.to_owned(), |page, (begin, named)| {
        let mut parts = page.split(begin);
        let mut kept = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            match part.split_once('>') {
                Some((element, after)) if element.contains(named) => kept.push_str(after),
                _ => kept.extend([begin, part]),
            }
        }
        kept
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_the_viewer_is_fetched_before_the_start_asks_for_it() {
        let page = "<link rel=\"preload\" href=\"./f.woff2\"><link rel=\"modulepreload\" href=\"./v.js\" crossorigin>\n\
            <link rel=\"preload\" href=\"./v_bg.wasm\" as=\"fetch\"></head>";
        assert_eq!(unhurried(page), "<link rel=\"preload\" href=\"./f.woff2\">\n</head>");
    }

    #[test]
    fn the_start_tells_what_it_fetches_by_hashes() {
        // The example of the specification, section 3.2.
        let script = ("v.js".to_owned(), b"alert('Hello, world.');".to_vec());
        let start = start_script(&script, &("v_bg.wasm".to_owned(), Vec::new()));
        let hash = "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO";
        let first = format!(
            "const SCRIPT = {{ url: new URL('./v.js', import.meta.url).href, integrity: '{hash}' }};"
        );
        assert_eq!(start.lines().next(), Some(first.as_str()));
    }
}
