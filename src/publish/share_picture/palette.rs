//! The colours of a share picture.

/// Red, green and blue, as in `#1c1b19`.
pub type Rgb = [u8; 3];

/// The site's colours, light.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// Behind everything.
    pub paper: Rgb,
    /// Headline, publisher and, lighter, the date.
    pub ink: Rgb,
    /// The section.
    pub accent: Rgb,
    /// The rule above the publisher.
    pub hairline: Rgb,
}

impl Default for Palette {
    fn default() -> Self {
        Self {
            paper: [0xff, 0xfd, 0xf9],
            ink: [0x1c, 0x1b, 0x19],
            accent: [0x9b, 0x1c, 0x31],
            hairline: [0xe4, 0xdf, 0xd5],
        }
    }
}
