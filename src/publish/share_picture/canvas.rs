//! A sheet of pixels in few colours, and its PNG.

use tiny_skia::{FillRule, Mask, Path, Transform};

use super::{HEIGHT, Palette, Rgb, WIDTH};

/// Steps from paper to ink: with those of the accent and the hairline, sixteen colours, of which two go into a byte.
const INK_SHADES: u8 = 8;
const ACCENT_SHADES: u8 = 6;

/// A colour of the palette, on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    /// Headline and publisher.
    Full,
    /// The date, in three quarters of the ink.
    Muted,
    /// The section.
    Accent,
    /// Rules.
    Hairline,
}

impl Ink {
    /// The place before its first shade in the list of colours, and its number of shades.
    fn shades(self) -> (u8, u8) {
        match self {
            Self::Full => (0, INK_SHADES),
            Self::Muted => (0, INK_SHADES * 3 / 4),
            Self::Accent => (INK_SHADES, ACCENT_SHADES),
            Self::Hairline => (INK_SHADES + ACCENT_SHADES, 1),
        }
    }
}

/// For each pixel a place in the PNG's list of colours: paper, then the shades of each ink.
pub(super) struct Canvas(Vec<u8>);

impl Canvas {
    /// Paper.
    pub(super) fn new() -> Self {
        Self(vec![0; (WIDTH * HEIGHT) as usize])
    }

    /// Fills a path. Shapes of different inks don't overlap.
    pub(super) fn fill(&mut self, path: &Path, ink: Ink) {
        let bounds = path.bounds();
        let top = (bounds.top().floor().max(0.0) as u32).min(HEIGHT);
        let bottom = (bounds.bottom().ceil().max(0.0) as u32).min(HEIGHT);
        if bottom <= top {
            return;
        }
        let Some(mut mask) = Mask::new(WIDTH, bottom - top) else { return };
        mask.fill_path(path, FillRule::Winding, true, Transform::from_translate(0.0, -(top as f32)));
        let first = (top * WIDTH) as usize;
        let (before, shades) = ink.shades();
        // Most of a sheet is bare, which is seen faster eight pixels at a time.
        let eights = self.0[first..].chunks_exact_mut(8).zip(mask.data().chunks_exact(8));
        for (pixels, covers) in eights.filter(|(_, covers)| *covers != [0; 8]) {
            for (pixel, cover) in pixels.iter_mut().zip(covers) {
                let shade = (u16::from(*cover) * u16::from(shades) + 127) / 255;
                if shade > 0 {
                    *pixel = before + shade as u8;
                }
            }
        }
    }

    /// Fills a rectangle of whole pixels.
    pub(super) fn rule(&mut self, x: u32, y: u32, width: u32, height: u32, ink: Ink) {
        let (before, shades) = ink.shades();
        for row in y..y + height {
            let first = (row * WIDTH + x) as usize;
            self.0[first..first + width as usize].fill(before + shades);
        }
    }

    /// A PNG with a list of colours.
    pub(super) fn png(&self, palette: &Palette) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, WIDTH, HEIGHT);
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_depth(png::BitDepth::Four);
        encoder.set_palette(colours(palette));
        encoder.set_deflate_compression(png::DeflateCompression::Level(1));
        encoder.set_filter(png::Filter::NoFilter);
        let pairs: Vec<u8> = self.0.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect();
        let written = encoder.write_header().and_then(|mut writer| {
            writer.write_image_data(&pairs)?;
            writer.finish()
        });
        written.expect("memory takes what is written, and there is a pixel for each place");
        bytes
    }
}

fn colours(palette: &Palette) -> Vec<u8> {
    let inks = [(palette.ink, INK_SHADES), (palette.accent, ACCENT_SHADES), (palette.hairline, 1)];
    let ramp = |(ink, shades)| (1..=shades).flat_map(move |shade| between(palette.paper, ink, shade, shades));
    palette.paper.into_iter().chain(inks.into_iter().flat_map(ramp)).collect()
}

fn between(paper: Rgb, ink: Rgb, shade: u8, shades: u8) -> Rgb {
    let (part, whole) = (u16::from(shade), u16::from(shades));
    std::array::from_fn(|n| ((u16::from(paper[n]) * (whole - part) + u16::from(ink[n]) * part) / whole) as u8)
}
