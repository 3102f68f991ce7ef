//! The pictures that are put into a single file, as `data:` URLs.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::archive::Archive;
use crate::article::Picture;
use crate::publish::head::escape;
use crate::publish::pictures::{file, of_article};
use crate::publish::{Config, PublishError};

use super::PictureLimits;

/// What stands before the path of a picture that lies beside the archive, in a prerendered page.
const LOCAL: &str = "src=\"#/";

/// The pictures beside an archive, by their paths.
#[derive(Debug, Default)]
pub(super) struct Pictures {
    inside: BTreeMap<String, String>,
    /// Beyond the limits, or of no kind that browsers show.
    pub left_out: BTreeSet<String>,
    /// Not there.
    pub missing: BTreeSet<String>,
}

impl Pictures {
    /// Reads those of the newest articles first, as long as they fit.
    pub(super) fn gather(
        archive: &Archive,
        beside: &Path,
        limits: PictureLimits,
    ) -> Result<Self, PublishError> {
        let mut pictures = Self::default();
        let mut room = limits.all;
        for entry in archive.entries() {
            for src in of_article(&entry.article) {
                if pictures.knows(src) {
                    continue;
                }
                let taken = pictures.take(src, &beside.join(file(src).as_ref()), limits.each.min(room))?;
                room -= taken;
            }
        }
        Ok(pictures)
    }

    /// Reads the site's logo too, if it is not too large.
    pub(super) fn take_logo(&mut self, config: &Config, limit: u64) -> Result<(), PublishError> {
        if let Some(logo) = &config.logo {
            self.take(logo.as_str(), &config.folder.join(logo.as_str()), limit)?;
        }
        Ok(())
    }

    /// Whether a picture is inside.
    pub(super) fn has(&self, src: &str) -> bool {
        self.inside.contains_key(src)
    }

    /// How many are inside.
    pub(super) fn len(&self) -> usize {
        self.inside.len()
    }

    /// Those inside: path and URL.
    pub(super) fn entries(&self) -> impl Iterator<Item = (&str, &str)> {
        self.inside.iter().map(|(src, url)| (src.as_str(), url.as_str()))
    }

    /// Whether it lies beside the archive and is not inside.
    pub(super) fn lacks(&self, picture: &Picture) -> bool {
        picture.is_local() && !self.has(&picture.src)
    }

    /// A prerendered page with the pictures in it.
    pub(super) fn put_into(&self, app: &str) -> String {
        let urls: BTreeMap<String, &str> = self.entries().map(|(src, url)| (escape(src), url)).collect();
        let mut parts = app.split(LOCAL);
        let mut page = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (src, rest) = part.split_once('"').unwrap_or((part, ""));
            match urls.get(src) {
                Some(url) => page.extend(["src=\"", url, "\"", rest]),
                None => page.extend([LOCAL, part]),
            }
        }
        page
    }

    fn knows(&self, src: &str) -> bool {
        self.inside.contains_key(src) || self.left_out.contains(src) || self.missing.contains(src)
    }

    /// Gives the number of bytes that were taken.
    fn take(&mut self, src: &str, file: &Path, limit: u64) -> Result<u64, PublishError> {
        let size = match fs::metadata(file) {
            Ok(data) => data.len(),
            Err(error) if error.kind() == ErrorKind::NotFound => {
                self.missing.insert(src.to_owned());
                return Ok(0);
            }
            Err(error) => return Err(PublishError::read(file)(error)),
        };
        let Some(kind) = media_type(&file.to_string_lossy()).filter(|_| size <= limit) else {
            self.left_out.insert(src.to_owned());
            return Ok(0);
        };
        let bytes = fs::read(file).map_err(PublishError::read(file))?;
        self.inside.insert(src.to_owned(), data_url(kind, &bytes));
        Ok(size)
    }
}

/// A file as a URL that holds it (RFC 2397).
pub(super) fn data_url(kind: &str, bytes: &[u8]) -> String {
    format!("data:{kind};base64,{}", STANDARD.encode(bytes))
}

/// What a file's name says of its kind, among the kinds that the page may hold.
pub(super) fn media_type(name: &str) -> Option<&'static str> {
    let extension = name.rsplit_once('.')?.1.to_ascii_lowercase();
    Some(match extension.as_str() {
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        _ => return None,
    })
}
