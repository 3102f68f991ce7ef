//! How tags stand by name: without case, accents and signs, each under its first letter.

use crate::find::text::{all_words, decompose};
use crate::view::Letter;

/// What tags begin with that begin with no letter and no digit.
const SIGN: char = '#';
const DIGIT: char = '0';
const IDEOGRAPH: char = '漢';

/// The first consonants of Hangul's syllables, in their order (the Unicode Standard, section 3.12).
const CONSONANTS: [char; 19] = [
    'ㄱ', 'ㄲ', 'ㄴ', 'ㄷ', 'ㄸ', 'ㄹ', 'ㅁ', 'ㅂ', 'ㅃ', 'ㅅ', 'ㅆ', 'ㅇ', 'ㅈ', 'ㅉ', 'ㅊ', 'ㅋ', 'ㅌ',
    'ㅍ', 'ㅎ',
];

/// By which names are put in order.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    initial: char,
    words: String,
    name: String,
}

impl Key {
    pub(super) fn of(name: &str) -> Self {
        let words = all_words(name, decompose).join(" ");
        Self { initial: words.chars().next().map_or(SIGN, initial), words, name: name.to_owned() }
    }

    /// What the name stands under.
    pub(super) fn letter(&self) -> Letter {
        let name = match self.initial {
            DIGIT => "0–9".to_owned(),
            // Georgian is not written in capitals.
            letter @ 'ა'..='ჿ' => letter.to_string(),
            letter => letter.to_uppercase().collect(),
        };
        Letter { name, id: format!("letter-{:x}", u32::from(self.initial)) }
    }
}

fn initial(first: char) -> char {
    match first {
        '가'..='힣' => CONSONANTS[(u32::from(first) - u32::from('가')) as usize / 588],
        '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' => IDEOGRAPH,
        digit if digit.is_numeric() => DIGIT,
        letter => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_and_signs_do_not_count() {
        let mut names = [
            "zebra",
            "Élan",
            "elbow",
            "#MeToo",
            "Zèbre",
            "1984",
            "C#",
            "C++",
            "cable",
            "Ωμέγα",
            "Москва",
            "ёлка",
            "한국",
            "北京",
            "🦅",
            "ღვინო",
            "East end",
            "eastern",
        ];
        names.sort_by_cached_key(|name| Key::of(name));
        let shown = names.map(|name| format!("{} {name}", Key::of(name).letter().name));
        assert_eq!(
            shown,
            [
                "# 🦅",
                "0–9 1984",
                "C C#",
                "C C++",
                "C cable",
                "E East end",
                "E eastern",
                "E Élan",
                "E elbow",
                "M #MeToo",
                "Z zebra",
                "Z Zèbre",
                "Ω Ωμέγα",
                "Е ёлка",
                "М Москва",
                "ღ ღვინო",
                "ㅎ 한국",
                "漢 北京",
            ]
        );
    }

    #[test]
    fn places_are_ascii_and_one_to_a_letter() {
        assert_eq!(Key::of("Élan").letter().id, "letter-65");
        assert_eq!(Key::of("elbow").letter(), Key::of("Élan").letter());
        assert_eq!(Key::of("北京").letter(), Key::of("東京").letter());
    }
}
