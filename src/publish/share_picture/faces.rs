//! Fonts in memory, and one thread's place for shaping text with them.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use parley::fontique::{Blob, Collection, CollectionOptions, FontInfoOverride, SourceCache};
use parley::style::{FontFamily, FontFamilyName, FontWeight, OverflowWrap, StyleProperty, WordBreak};
use parley::{BaseDirection, FontContext, Layout, LayoutContext};
use skrifa::outline::DrawSettings;
use skrifa::prelude::{FontRef, LocationRef, MetadataProvider, Size};

use super::glyphs::Outline;

/// Texts are shaped at this size once and drawn at any other.
pub(super) const EM: f32 = 100.0;

/// The program's own: Newsreader for Latin, Noto for the other scripts that stand beside it.
static OWN: LazyLock<Vec<Face>> = LazyLock::new(|| {
    let fonts: [(&str, &'static [u8]); 4] = [
        ("own Newsreader", include_bytes!("fonts/newsreader.ttf")),
        ("own Noto Serif", include_bytes!("fonts/noto-serif.ttf")),
        ("own Noto Naskh Arabic", include_bytes!("fonts/noto-naskh-arabic.ttf")),
        ("own Noto Serif Hebrew", include_bytes!("fonts/noto-serif-hebrew.ttf")),
    ];
    fonts.map(|(name, bytes)| Face::new(name.to_owned(), Blob::new(Arc::new(bytes)), 0)).into()
});

/// A font.
#[derive(Debug, Clone)]
pub(super) struct Face {
    /// No two faces share one.
    name: String,
    data: Blob<u8>,
    index: u32,
}

impl Face {
    pub(super) fn new(name: String, data: Blob<u8>, index: u32) -> Self {
        Self { name, data, index }
    }

    /// The program's own.
    pub(super) fn own() -> &'static [Self] {
        &OWN
    }

    /// Whether it has the letter in its list.
    pub(super) fn draws(&self, letter: char) -> bool {
        self.font().is_some_and(|font| font.charmap().map(letter).is_some())
    }

    /// Whether the letter has a shape that can be filled: fonts of coloured pictures have none.
    pub(super) fn has_outline(&self, letter: char) -> bool {
        let draw = || {
            let font = self.font()?;
            let glyph = font.outline_glyphs().get(font.charmap().map(letter)?)?;
            let mut outline = Outline::default();
            let settings = DrawSettings::unhinted(Size::new(EM), LocationRef::default());
            glyph.draw(settings, &mut outline.at(0.0, 0.0)).ok()?;
            outline.finish(1.0)
        };
        draw().is_some()
    }

    fn font(&self) -> Option<FontRef<'_>> {
        FontRef::from_index(self.data.as_ref(), self.index).ok()
    }
}

/// What one thread needs to shape text.
pub(super) struct Desk {
    fonts: FontContext,
    layouts: LayoutContext<()>,
    /// For each installed face, the name that it is asked for by.
    families: HashMap<String, String>,
}

/// How a text is shaped.
#[derive(Clone, Copy)]
pub(super) struct Style<'a> {
    /// Installed fonts, for what the program's own lack.
    pub faces: &'a [Face],
    /// A language tag.
    pub language: Option<&'a str>,
    /// Which way the lines run.
    pub direction: BaseDirection,
}

impl Default for Desk {
    fn default() -> Self {
        let options = CollectionOptions { shared: false, system_fonts: false };
        let fonts =
            FontContext { collection: Collection::new(options), source_cache: SourceCache::default() };
        let mut desk = Self { fonts, layouts: LayoutContext::new(), families: HashMap::new() };
        for face in Face::own() {
            let named = FontInfoOverride { family_name: Some(&face.name), ..FontInfoOverride::default() };
            desk.fonts.collection.register_fonts(face.data.clone(), Some(named));
        }
        desk
    }
}

impl std::fmt::Debug for Desk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Desk").field("families", &self.families).finish_non_exhaustive()
    }
}

impl Desk {
    /// Shapes a text at [`EM`], not yet broken into lines.
    pub(super) fn shape(&mut self, text: &str, style: Style<'_>) -> Layout<()> {
        style.faces.iter().for_each(|face| self.register(face));
        let installed = style.faces.iter().filter_map(|face| self.families.get(&face.name));
        let families = Face::own().iter().map(|face| &face.name).chain(installed);
        let families: Vec<_> = families.map(|name| FontFamilyName::named(name)).collect();
        let mut builder = self.layouts.ranged_builder(&mut self.fonts, text, 1.0, false);
        builder.push_default(StyleProperty::FontFamily(FontFamily::List(families.into())));
        builder.push_default(StyleProperty::FontSize(EM));
        builder.push_default(StyleProperty::FontWeight(FontWeight::SEMI_BOLD));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::BreakWord));
        if text.chars().any(|letter| ('\u{ac00}'..='\u{d7af}').contains(&letter)) {
            // Korean has spaces between its words and is broken there in headlines.
            builder.push_default(StyleProperty::WordBreak(WordBreak::KeepAll));
        }
        let language = style.language.and_then(|tag| parley::style::Language::parse(tag).ok());
        builder.push_default(StyleProperty::Locale(language));
        builder.set_base_direction(style.direction);
        builder.build(text)
    }

    /// A file may hold several faces: they keep the names of their families, so that the right one can be asked for.
    fn register(&mut self, face: &Face) {
        if self.families.contains_key(&face.name) {
            return;
        }
        let faces = self.fonts.collection.register_fonts(face.data.clone(), None);
        let family = faces.iter().find(|(_, fonts)| fonts.iter().any(|font| font.index() == face.index));
        let family = family.and_then(|(id, _)| self.fonts.collection.family_name(*id));
        if let Some(family) = family.map(str::to_owned) {
            self.families.insert(face.name.clone(), family);
        }
    }
}
