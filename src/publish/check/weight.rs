//! How much of a page must have come before its text is there.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

/// What a server sends before it waits for the first answer: ten packets, the congestion window of RFC 6928.
pub(super) const ROUND_TRIP: usize = 14 * 1024;

/// Of a longer article, the text that fills the first screens.
const FIRST_SCREENS: usize = 4_000;

/// The compressed size of an article's page up to the end of its text, or of its first screens if it is long.
pub(super) fn until_text(html: &str) -> Option<usize> {
    let start = html.find("<article")?;
    let end = start + html[start..].find("</article>")?;
    let end = start + past_characters(&html[start..end], FIRST_SCREENS);
    // A page of several articles is a list.
    if html[end..].contains("<article") {
        return None;
    }
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(&html.as_bytes()[..end]).ok()?;
    encoder.finish().ok().map(|bytes| bytes.len())
}

/// Where the first `count` characters outside of tags end.
fn past_characters(html: &str, count: usize) -> usize {
    let (mut inside, mut seen) = (false, 0);
    for (at, letter) in html.char_indices() {
        match letter {
            '<' => inside = true,
            '>' => inside = false,
            _ if !inside => seen += 1,
            _ => {}
        }
        if seen > count {
            return at;
        }
    }
    html.len()
}
