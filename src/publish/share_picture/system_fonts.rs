//! The fonts that are installed on this machine, for letters that the program's own lack.

use std::collections::HashMap;
use std::fs;
use std::path::PathBuf;
use std::sync::{Mutex, OnceLock, PoisonError};

use fontdb::{Database, FaceInfo, ID, Source, Style};
use parley::fontique::Blob;

use crate::article::Language;

use super::Fonts;
use super::faces::Face;

/// Semi-bold, as the program's own.
const WEIGHT: i32 = 600;

/// Whose forms of the shared Han characters are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Region {
    Simplified,
    Traditional,
    Japan,
    Korea,
}

impl Region {
    /// As the language says, else as the syllables do that only one of them has.
    pub(super) fn of(language: Option<&Language>, text: &str) -> Self {
        let any = |from, to| text.chars().any(|letter| (from..=to).contains(&letter));
        let tag = language.map_or("", Language::as_str);
        let parts: Vec<&str> = tag.split('-').collect();
        match parts[0] {
            "ja" => Self::Japan,
            "ko" => Self::Korea,
            "zh" if ["Hant", "TW", "HK", "MO"].iter().any(|part| parts.contains(part)) => Self::Traditional,
            "zh" => Self::Simplified,
            _ if any('\u{3040}', '\u{30ff}') => Self::Japan,
            _ if any('\u{ac00}', '\u{d7af}') => Self::Korea,
            _ => Self::Simplified,
        }
    }

    /// How fonts made for it are named.
    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Simplified => &[" SC", " CN", "SimSun", "Songti", "Heiti SC"],
            Self::Traditional => &[" TC", " TW", " HK", "MingLiU", "Heiti TC"],
            Self::Japan => &[" JP", "Mincho", "Hiragino", "Yu Gothic"],
            Self::Korea => &[" KR", "Batang", "Myungjo", "Gothic Neo"],
        }
    }
}

/// Finds fonts by letter; remembers what it found.
#[derive(Debug)]
pub(super) struct SystemFonts {
    fonts: Fonts,
    installed: OnceLock<Database>,
    by_letter: Mutex<HashMap<(char, Region), Option<ID>>>,
    faces: Mutex<HashMap<ID, Face>>,
    files: Mutex<HashMap<PathBuf, Blob<u8>>>,
}

impl SystemFonts {
    pub(super) fn new(fonts: Fonts) -> Self {
        Self {
            fonts,
            installed: OnceLock::new(),
            by_letter: Mutex::default(),
            faces: Mutex::default(),
            files: Mutex::default(),
        }
    }

    /// The font that suits a letter best: the same one for the same fonts, whatever was asked before.
    pub(super) fn face_for(&self, letter: char, region: Region) -> Option<Face> {
        if self.fonts == Fonts::Own {
            return None;
        }
        let known =
            self.by_letter.lock().unwrap_or_else(PoisonError::into_inner).get(&(letter, region)).copied();
        let id = known.unwrap_or_else(|| {
            let id = self.search(letter, region);
            self.by_letter.lock().unwrap_or_else(PoisonError::into_inner).insert((letter, region), id);
            id
        });
        self.face(id?)
    }

    fn search(&self, letter: char, region: Region) -> Option<ID> {
        let installed = self.installed.get_or_init(|| {
            let mut installed = Database::new();
            installed.load_system_fonts();
            installed
        });
        let mut faces: Vec<&FaceInfo> = installed.faces().collect();
        faces.sort_by_cached_key(|face| (suits(face, region), face.post_script_name.clone()));
        let draws = |face: &&&FaceInfo| {
            let has = installed.with_face_data(face.id, |data, index| has(data, index, letter)) == Some(true);
            has && self.face(face.id).is_some_and(|face| face.has_outline(letter))
        };
        faces.iter().find(draws).map(|face| face.id)
    }

    fn face(&self, id: ID) -> Option<Face> {
        let mut faces = self.faces.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(face) = faces.get(&id) {
            return Some(face.clone());
        }
        let info = self.installed.get()?.face(id)?;
        let Source::File(path) = &info.source else { return None };
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        let data = match files.get(path) {
            Some(data) => data.clone(),
            None => files.entry(path.clone()).or_insert(Blob::from(fs::read(path).ok()?)).clone(),
        };
        let face = Face::new(format!("installed {}", info.post_script_name), data, info.index);
        faces.insert(id, face.clone());
        Some(face)
    }
}

/// The smaller the better: the region's, upright, with serifs, near the weight, not for code.
fn suits(face: &FaceInfo, region: Region) -> (bool, bool, bool, bool, i32) {
    let name = face.families.first().map_or("", |(name, _)| name);
    let regional = region.names().iter().any(|part| name.contains(part));
    let serif =
        ["Serif", "Song", "Ming", "Mincho", "Batang", "Myungjo"].iter().any(|part| name.contains(part));
    let weight = (i32::from(face.weight.0) - WEIGHT).abs();
    (!regional, face.style != Style::Normal, face.monospaced, !serif, weight)
}

fn has(data: &[u8], index: u32, letter: char) -> bool {
    use skrifa::prelude::{FontRef, MetadataProvider};
    FontRef::from_index(data, index).is_ok_and(|font| font.charmap().map(letter).is_some())
}
