//! The stems of words by the language of the article that they stand in. Native only: the viewer finds a word's stem in
//! the dictionary.

use rust_stemmers::{Algorithm, Stemmer};

use super::words::{Decompose, all_words};

/// A language whose inflections are known, by its place in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Inflection(u8);

const ALGORITHMS: [(&str, Algorithm); 20] = [
    ("ar", Algorithm::Arabic),
    ("da", Algorithm::Danish),
    ("de", Algorithm::German),
    ("el", Algorithm::Greek),
    ("en", Algorithm::English),
    ("es", Algorithm::Spanish),
    ("fi", Algorithm::Finnish),
    ("fr", Algorithm::French),
    ("hu", Algorithm::Hungarian),
    ("it", Algorithm::Italian),
    ("nb", Algorithm::Norwegian),
    ("nl", Algorithm::Dutch),
    ("nn", Algorithm::Norwegian),
    ("no", Algorithm::Norwegian),
    ("pt", Algorithm::Portuguese),
    ("ro", Algorithm::Romanian),
    ("ru", Algorithm::Russian),
    ("sv", Algorithm::Swedish),
    ("ta", Algorithm::Tamil),
    ("tr", Algorithm::Turkish),
];

impl Inflection {
    /// Of a language by its primary subtag.
    pub(super) fn of(language: &str) -> Option<Self> {
        let place = ALGORITHMS.iter().position(|(code, _)| *code == language)?;
        u8::try_from(place).ok().map(Self)
    }
}

/// A stemmer for each language.
pub(super) struct Stemmers(Vec<Stemmer>);

impl Stemmers {
    pub(super) fn new() -> Self {
        Self(ALGORITHMS.iter().map(|(_, algorithm)| Stemmer::create(*algorithm)).collect())
    }

    /// The folded stem of a word that is written in lower case with its marks.
    pub(super) fn stem(&self, word: &str, language: Inflection, decompose: Decompose) -> Option<String> {
        let stem = self.0[usize::from(language.0)].stem(word);
        all_words(&stem, decompose).into_iter().next()
    }
}

#[cfg(test)]
mod tests {
    use super::super::decompose;
    use super::*;

    #[test]
    fn inflections_meet_in_their_stem() {
        let stemmers = Stemmers::new();
        let stem = |word, language| stemmers.stem(word, Inflection::of(language).unwrap(), decompose);
        assert_eq!(stem("cables", "en"), stem("cable", "en"));
        assert_eq!(stem("häuser", "de"), stem("haus", "de"));
        assert_eq!(stem("новости", "ru"), stem("новостей", "ru"));
        assert_eq!(Inflection::of("ja"), None);
    }
}
