//! Subresource integrity (W3C SRI): scripts are told by the hash of their content. Style sheets and classic scripts are
//! not: from a disk, where no host grants access to them, browsers refuse what has a hash.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};

/// How the script that Trunk preloads is named in its page.
const PRELOAD: &str = "<link rel=\"modulepreload\" href=\"./";

/// The value of an `integrity` attribute.
pub(super) fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// Trunk's page, the scripts that it preloads told by their hashes.
pub(super) fn sealed(page: &str, files: &[(String, Vec<u8>)]) -> String {
    let mut parts = page.split(PRELOAD);
    let mut sealed = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let name = part.split('"').next().unwrap_or_default();
        sealed.push_str(PRELOAD);
        match files.iter().find(|(path, _)| path == name) {
            Some((_, bytes)) => {
                sealed.extend([name, "\" integrity=\"", &integrity(bytes), &part[name.len()..]]);
            }
            None => sealed.push_str(part),
        }
    }
    sealed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn preloaded_scripts_get_their_hashes() {
        let page = "<link rel=\"modulepreload\" href=\"./v.js\" crossorigin><link rel=\"modulepreload\" href=\"./w.js\">";
        // The example of the specification, section 3.2.
        let script = b"alert('Hello, world.');".to_vec();
        let hash = "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO";
        assert_eq!(
            sealed(page, &[("v.js".to_owned(), script)]),
            format!(
                "<link rel=\"modulepreload\" href=\"./v.js\" integrity=\"{hash}\" crossorigin><link rel=\"modulepreload\" href=\"./w.js\">"
            )
        );
    }
}
