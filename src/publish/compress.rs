//! Files as hosts send them: compressed once here and not at each request.

use std::io::Write;
use std::path::{Path, PathBuf};

use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

/// Whether `.gz` and `.br` files are put beside the others.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Precompress {
    /// The host compresses by itself, or not at all.
    #[default]
    No,
    /// For hosts that send such files as they are, nginx among them.
    Yes,
}

/// Smaller files fit into a packet as they are.
const LEAST: usize = 1_000;

/// Text by its nature, and lists of numbers; pictures and fonts are compressed already.
const COMPRESSIBLE: [&str; 11] =
    ["bin", "html", "json", "js", "css", "wasm", "svg", "xml", "txt", "webmanifest", "atom"];

pub(super) const CODINGS: [Coding; 2] = [Coding::Gzip, Coding::Brotli];

/// A content coding of HTTP.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Coding {
    Gzip,
    Brotli,
}

/// Whether a file is of a kind and a size that gains.
pub(super) fn is_worth_it(path: &str, bytes: &[u8]) -> bool {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    bytes.len() > LEAST && COMPRESSIBLE.contains(&extension)
}

impl Coding {
    /// `index.html.gz` of `index.html`.
    pub(super) fn beside(self, file: &Path) -> PathBuf {
        let mut name = file.as_os_str().to_owned();
        name.push(match self {
            Self::Gzip => ".gz",
            Self::Brotli => ".br",
        });
        name.into()
    }

    pub(super) fn compress(self, file: &Path, bytes: &[u8]) -> Vec<u8> {
        const TO_MEMORY: &str = "writing to memory does not fail";
        match self {
            Self::Gzip => {
                let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
                encoder.write_all(bytes).expect(TO_MEMORY);
                encoder.finish().expect(TO_MEMORY)
            }
            Self::Brotli => {
                let quality = quality(file);
                let params = BrotliEncoderParams { quality, size_hint: bytes.len(), ..Default::default() };
                let mut small = Vec::new();
                brotli::BrotliCompress(&mut &*bytes, &mut small, &params).expect(TO_MEMORY);
                small
            }
        }
    }
}

/// 11 makes what every reader loads 5 per cent smaller than 9, and takes ten times as long: too long for thousands of pages.
fn quality(file: &Path) -> i32 {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("wasm" | "js" | "css") => 11,
        _ => 9,
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn what_is_compressed_can_be_read_again() {
        let text = "The first cable of the morning. ".repeat(100).into_bytes();
        let file = Path::new("a/index.html");
        let (gzip, brotli) = (Coding::Gzip.compress(file, &text), Coding::Brotli.compress(file, &text));
        assert!(gzip.len() < text.len() / 10 && brotli.len() < gzip.len());
        let mut again = Vec::new();
        flate2::read::GzDecoder::new(gzip.as_slice()).read_to_end(&mut again).unwrap();
        assert_eq!(again, text);
        again.clear();
        brotli::BrotliDecompress(&mut brotli.as_slice(), &mut again).unwrap();
        assert_eq!(again, text);
        assert_eq!(Coding::Brotli.beside(file), Path::new("a/index.html.br"));
    }

    #[test]
    fn small_files_and_pictures_stay_as_they_are() {
        assert!(is_worth_it("a/index.html", &[0; 1_001]));
        assert!(!is_worth_it("a/index.html", &[0; 1_000]));
        assert!(!is_worth_it("a.png", &[0; 5_000]) && !is_worth_it("CNAME", &[0; 5_000]));
    }
}
