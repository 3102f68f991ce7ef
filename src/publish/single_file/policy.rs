//! The content security policy of a single file: nothing but what is inside it, told by its hash, and pictures.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The scripts and styles that a page may use.
#[derive(Debug, Default)]
pub(super) struct Policy {
    scripts: Vec<String>,
    styles: Vec<String>,
}

impl Policy {
    /// Lets a script run; the text is all that stands inside its element.
    pub(super) fn script(&mut self, text: &str) {
        self.scripts.push(source(text));
    }

    /// Lets a style sheet hold.
    pub(super) fn style(&mut self, text: &str) {
        self.styles.push(source(text));
    }

    /// The value of the header, or of the `meta` that stands for it.
    pub(super) fn text(&self) -> String {
        format!(
            "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; font-src data:; \
             img-src data: https: http:; base-uri 'none'; form-action 'none'",
            self.scripts.join(" "),
            self.styles.join(" ")
        )
    }
}

fn source(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}
