//! The content security policy of all pages.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// Where a page may take scripts, styles, fonts and data from; pictures also come from the web, as articles name them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::publish) enum Sources {
    /// From the site's own files.
    #[default]
    Site,
    /// From nowhere: all is inside the page.
    Page,
}

/// What a page may use: what its [`Sources`] give, and the inline scripts and styles that are named by their hash.
#[derive(Debug, Clone, Default)]
pub(in crate::publish) struct Policy {
    sources: Sources,
    styles: Vec<String>,
    scripts: Vec<String>,
}

impl Policy {
    /// A policy that lets nothing inline pass yet.
    pub(in crate::publish) fn of(sources: Sources) -> Self {
        Self { sources, ..Self::default() }
    }

    /// Lets the content of a `<style>` pass, letter by letter.
    #[must_use]
    pub(in crate::publish) fn with_style(mut self, css: &str) -> Self {
        self.styles.push(source(css));
        self
    }

    /// Lets the content of a `<script>` pass, letter by letter. Data such as JSON needs no leave.
    #[must_use]
    pub(in crate::publish) fn with_script(mut self, script: &str) -> Self {
        self.scripts.push(source(script));
        self
    }
}

/// As the policy names it: CSP 3, `hash-source`.
fn source(content: &str) -> String {
    format!(" 'sha256-{}'", STANDARD.encode(Sha256::digest(content)))
}

impl fmt::Display for Policy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (styles, scripts) = (self.styles.concat(), self.scripts.concat());
        let (own, fonts, forms, data) = match self.sources {
            Sources::Site => (
                " 'self'",
                "'self'",
                "'self'",
                "connect-src 'self'; worker-src 'self'; manifest-src 'self'; ",
            ),
            Sources::Page => ("", "data:", "'none'", ""),
        };
        write!(
            f,
            "default-src 'none'; script-src{own} 'wasm-unsafe-eval'{scripts}; style-src{own}{styles}; \
             font-src {fonts}; {data}img-src{own} data: https: http:; base-uri 'none'; form-action {forms}"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inline_styles_are_named_by_their_hash() {
        let plain = Policy::default().to_string();
        assert!(plain.contains("style-src 'self';") && !plain.contains("unsafe-inline"), "{plain}");
        let policy = Policy::default().with_style("p{}").to_string();
        let hash = policy.split("'sha256-").nth(1).and_then(|rest| rest.split('\'').next());
        assert_eq!(STANDARD.decode(hash.unwrap()).unwrap(), Sha256::digest("p{}").to_vec());
    }
}
