//! A sheet of pixels in few colours, and its PNG.

use tiny_skia::{FillRule, Mask, Path, Transform};

use super::{HEIGHT, Palette, Rgb, WIDTH};

/// Steps from paper to full ink.
const SHADES: u8 = 15;

/// A colour of the palette, on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    /// Headline and publisher.
    Ink,
    /// The date.
    Muted,
    /// The section.
    Accent,
    /// Rules.
    Hairline,
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
        for (pixel, cover) in self.0[first..].iter_mut().zip(mask.data()) {
            if *cover > 8 {
                *pixel = ink as u8 * SHADES + shade(*cover);
            }
        }
    }

    /// Fills a rectangle of whole pixels.
    pub(super) fn rule(&mut self, x: u32, y: u32, width: u32, height: u32, ink: Ink) {
        for row in y..y + height {
            let first = (row * WIDTH + x) as usize;
            self.0[first..first + width as usize].fill((ink as u8 + 1) * SHADES);
        }
    }

    /// A PNG with a list of colours.
    pub(super) fn png(&self, palette: &Palette) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, WIDTH, HEIGHT);
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_palette(colours(palette));
        encoder.set_compression(png::Compression::Fast);
        encoder.set_filter(png::Filter::NoFilter);
        let written = encoder.write_header().and_then(|mut writer| {
            writer.write_image_data(&self.0)?;
            writer.finish()
        });
        written.expect("memory takes what is written, and there is a pixel for each place");
        bytes
    }
}

/// From 1 to [`SHADES`].
fn shade(cover: u8) -> u8 {
    (u16::from(cover) * u16::from(SHADES) / 255).max(1) as u8
}

fn colours(palette: &Palette) -> Vec<u8> {
    let inks = [palette.ink, palette.muted, palette.accent, palette.hairline];
    let shades = inks.iter().flat_map(|ink| (1..=SHADES).map(|shade| between(palette.paper, *ink, shade)));
    palette.paper.into_iter().chain(shades.flatten()).collect()
}

fn between(paper: Rgb, ink: Rgb, shade: u8) -> Rgb {
    let (part, whole) = (u16::from(shade), u16::from(SHADES));
    std::array::from_fn(|n| ((u16::from(paper[n]) * (whole - part) + u16::from(ink[n]) * part) / whole) as u8)
}
