//! The outlines of shaped text.

use parley::PositionedLayoutItem;
use parley::layout::{GlyphRun, Line};
use skrifa::GlyphId;
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::prelude::{FontRef, LocationRef, MetadataProvider, Size};
use skrifa::raw::types::F2Dot14;
use tiny_skia::{Path, PathBuilder, Transform};

/// Collects outlines into one path.
#[derive(Default)]
pub(super) struct Outline(PathBuilder);

impl Outline {
    /// Adds a line of text, its baseline's start at `x`, `y`, in the units in which it was shaped.
    pub(super) fn line(&mut self, line: &Line<'_, ()>, x: f32, y: f32) {
        for item in line.items() {
            if let PositionedLayoutItem::GlyphRun(run) = item {
                self.run(&run, x, y);
            }
        }
    }

    fn run(&mut self, run: &GlyphRun<'_, ()>, x: f32, y: f32) {
        let font = run.run().font();
        let Ok(face) = FontRef::from_index(font.data.as_ref(), font.index) else { return };
        let coords = run.run().normalized_coords().iter().map(|coord| F2Dot14::from_bits(coord.to_bits()));
        let coords: Vec<F2Dot14> = coords.collect();
        let size = Size::new(run.run().font_size());
        let glyphs = face.outline_glyphs();
        for glyph in run.positioned_glyphs() {
            let settings = DrawSettings::unhinted(size, LocationRef::new(&coords));
            if let Some(outline) = glyphs.get(GlyphId::new(glyph.id)) {
                // A glyph whose outline is broken stays blank, as browsers leave it.
                let _ = outline.draw(settings, &mut self.at(x + glyph.x, y + glyph.y - run.baseline()));
            }
        }
    }

    /// A pen whose origin is `x`, `y`.
    pub(super) fn at(&mut self, x: f32, y: f32) -> Pen<'_> {
        Pen { path: &mut self.0, x, y }
    }

    /// What was collected, `scale` times as large; `None` if that is nothing.
    pub(super) fn finish(self, scale: f32) -> Option<Path> {
        self.0.finish()?.transform(Transform::from_scale(scale, scale))
    }
}

/// Draws in a font's coordinates, whose y runs up.
pub(super) struct Pen<'a> {
    path: &'a mut PathBuilder,
    x: f32,
    y: f32,
}

impl OutlinePen for Pen<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        self.path.move_to(self.x + x, self.y - y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.path.line_to(self.x + x, self.y - y);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.path.quad_to(self.x + cx, self.y - cy, self.x + x, self.y - y);
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        let (ax, ay, bx, by) = (self.x + ax, self.y - ay, self.x + bx, self.y - by);
        self.path.cubic_to(ax, ay, bx, by, self.x + x, self.y - y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}
