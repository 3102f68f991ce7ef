//! Subresource integrity (W3C SRI): scripts and WebAssembly are told by the hash of their content. Style sheets and
//! classic scripts are not: from a disk, where no host grants access to them, browsers refuse what has a hash.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};

/// The value of an `integrity` attribute.
pub(super) fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}
