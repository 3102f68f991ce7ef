//! The site's icons: the first letter of its title on its colour, as PNG and SVG.

use tiny_skia::{FillRule, Paint, Path, PathBuilder, PathSegment, Pixmap, Rect, Transform};

use crate::publish::share_picture::monogram;
use crate::publish::viewer::content_hash;
use crate::publish::{Palette, Rgb};

use super::manifest::hex;

/// The size that phones ask for which read no manifest.
pub(super) const TOUCH: Option<u32> = Some(180);

/// Everything is drawn on a square of this side.
const SIDE: f32 = 32.0;

/// How rounded its corners are.
const CORNER: f32 = 6.0;

/// How near to a circle a curve comes whose control points are so far from its ends, in radii.
const ROUND: f32 = 0.552;

/// What may be cut off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// Nothing.
    Any,
    /// What lies outside of a circle of four fifths of the side.
    Maskable,
}

/// A file with an icon.
pub(super) struct Icon {
    pub path: String,
    pub bytes: Vec<u8>,
    /// Pixels; `None` if it has no fixed size.
    pub size: Option<u32>,
    pub purpose: Purpose,
}

/// All icons of a site.
pub(super) fn icons(title: &str, palette: &Palette) -> Vec<Icon> {
    let letter = title.chars().find(|letter| letter.is_alphanumeric());
    let sign = letter.and_then(|letter| monogram(letter.to_uppercase().next().unwrap_or(letter)));
    let draw = |size, purpose| {
        let sign = fitted(sign.as_ref(), purpose);
        let ground = ground(if size == TOUCH { Purpose::Maskable } else { purpose });
        let bytes = match size {
            Some(size) => png(size, &ground, &sign, palette),
            None => svg(&ground, &sign, palette).into_bytes(),
        };
        let (hash, kind) = (content_hash(&bytes), if size.is_some() { "png" } else { "svg" });
        let name = match (size, purpose) {
            (Some(size), Purpose::Any) => size.to_string(),
            (Some(size), Purpose::Maskable) => format!("{size}-mask"),
            (None, _) => "any".to_owned(),
        };
        Icon { path: format!("icon-{name}-{hash}.{kind}"), bytes, size, purpose }
    };
    let sizes = [(None, Purpose::Any), (Some(192), Purpose::Any), (Some(512), Purpose::Any)];
    let more = [(Some(512), Purpose::Maskable), (TOUCH, Purpose::Any)];
    sizes.into_iter().chain(more).map(|(size, purpose)| draw(size, purpose)).collect()
}

/// The letter in the middle of the square, or, if there is none to draw, the sign of a newspaper.
fn fitted(letter: Option<&Path>, purpose: Purpose) -> Path {
    let newspaper;
    let path = match letter {
        Some(path) => path,
        None => {
            newspaper = columns();
            &newspaper
        }
    };
    let room = SIDE * if purpose == Purpose::Maskable { 0.46 } else { 0.6 };
    let bounds = path.bounds();
    let scale = room / bounds.width().max(bounds.height());
    let middle = |start: f32, length: f32| SIDE / 2.0 - (start + length / 2.0) * scale;
    let (x, y) = (middle(bounds.left(), bounds.width()), middle(bounds.top(), bounds.height()));
    let moved = path.clone().transform(Transform::from_row(scale, 0.0, 0.0, scale, x, y));
    moved.expect("a letter that has a size keeps one")
}

/// A headline, three lines, a picture.
fn columns() -> Path {
    let mut path = PathBuilder::new();
    for (x, y, width, height) in [
        (7.0, 8.0, 18.0, 3.0),
        (7.0, 14.0, 11.0, 2.0),
        (7.0, 18.0, 11.0, 2.0),
        (7.0, 22.0, 11.0, 2.0),
        (20.0, 14.0, 5.0, 10.0),
    ] {
        path.push_rect(Rect::from_xywh(x, y, width, height).expect("it has a size"));
    }
    path.finish().expect("it has lines")
}

/// The square, its corners round unless the system rounds them.
fn ground(purpose: Purpose) -> Path {
    let (s, r) = (SIDE, if purpose == Purpose::Any { CORNER } else { 0.0 });
    let k = r * (1.0 - ROUND);
    let mut path = PathBuilder::new();
    path.move_to(r, 0.0);
    path.line_to(s - r, 0.0);
    path.cubic_to(s - k, 0.0, s, k, s, r);
    path.line_to(s, s - r);
    path.cubic_to(s, s - k, s - k, s, s - r, s);
    path.line_to(r, s);
    path.cubic_to(k, s, 0.0, s - k, 0.0, s - r);
    path.line_to(0.0, r);
    path.cubic_to(0.0, k, k, 0.0, r, 0.0);
    path.close();
    path.finish().expect("it has lines")
}

fn png(size: u32, ground: &Path, sign: &Path, palette: &Palette) -> Vec<u8> {
    let mut pixels = Pixmap::new(size, size).expect("icons have a size");
    let scale = Transform::from_scale(size as f32 / SIDE, size as f32 / SIDE);
    for (path, [red, green, blue]) in [(ground, palette.accent), (sign, palette.paper)] {
        let mut paint = Paint::default();
        paint.set_color_rgba8(red, green, blue, 255);
        pixels.fill_path(path, &paint, FillRule::Winding, scale, None);
    }
    let colours = pixels.pixels().iter().map(|pixel| pixel.demultiply());
    let bytes: Vec<u8> =
        colours.flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()]).collect();
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, size, size);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    let written = encoder.write_header().and_then(|mut writer| {
        writer.write_image_data(&bytes)?;
        writer.finish()
    });
    written.expect("memory takes what is written, and there is a pixel for each place");
    file
}

fn svg(ground: &Path, sign: &Path, palette: &Palette) -> String {
    let shape = |path: &Path, colour: Rgb| format!("<path fill=\"{}\" d=\"{}\"/>", hex(colour), data(path));
    let shapes = [shape(ground, palette.accent), shape(sign, palette.paper)].concat();
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {SIDE} {SIDE}\">{shapes}</svg>\n")
}

/// The `d` of a path.
fn data(path: &Path) -> String {
    let mut text = String::new();
    let mut write = |letter: &str, points: &[tiny_skia::Point]| {
        text.push_str(letter);
        let points: Vec<String> =
            points.iter().map(|point| format!("{:.2} {:.2}", point.x, point.y)).collect();
        text.push_str(&points.join(" "));
    };
    for segment in path.segments() {
        match segment {
            PathSegment::MoveTo(end) => write("M", &[end]),
            PathSegment::LineTo(end) => write("L", &[end]),
            PathSegment::QuadTo(a, end) => write("Q", &[a, end]),
            PathSegment::CubicTo(a, b, end) => write("C", &[a, b, end]),
            PathSegment::Close => write("Z", &[]),
        }
    }
    text
}
