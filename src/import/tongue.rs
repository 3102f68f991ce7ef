//! Detects the language of an article that doesn't name it, where the text is long enough to tell.

use crate::article::{Article, Language, Problem, ProblemCode};

/// Fewer letters tell no language.
const MIN_LETTERS: usize = 80;

/// How many characters are looked at: so many tell it mostly; where they don't, more do; still more don't tell it better.
const CHARACTERS: [usize; 2] = [500, 2_000];

/// Fills the language in, and says so.
pub(super) fn detect(article: &mut Article, problems: &mut Vec<Problem>) {
    if article.language.is_some() {
        return;
    }
    let text = format!("{}\n{}", article.title, article.body_text());
    let [few, most] = CHARACTERS.map(|count| beginning(&text, count));
    if few.chars().filter(|c| c.is_alphabetic()).count() < MIN_LETTERS {
        return;
    }
    let told = |text: &str| whatlang::detect(text).filter(whatlang::Info::is_reliable);
    let Some(found) = told(few).or_else(|| told(Some(most).filter(|most| most.len() > few.len())?)) else {
        return;
    };
    let Some(language) = Language::parse(tag(found.lang().code())) else { return };
    let message = format!("'{}', from the words of the text", language.as_str());
    problems.push(Problem::new(ProblemCode::Guessed, "language", message));
    article.language = Some(language);
}

fn beginning(text: &str, characters: usize) -> &str {
    text.char_indices().nth(characters).map_or(text, |(end, _)| &text[..end])
}

/// The tag of BCP 47, two letters where there are two, for a code of ISO 639-3.
fn tag(code: &str) -> &str {
    const PAIRS: [(&str, &str); 64] = [
        ("afr", "af"),
        ("aka", "ak"),
        ("amh", "am"),
        ("ara", "ar"),
        ("aze", "az"),
        ("bel", "be"),
        ("ben", "bn"),
        ("bul", "bg"),
        ("cat", "ca"),
        ("ces", "cs"),
        ("cmn", "zh"),
        ("cym", "cy"),
        ("dan", "da"),
        ("deu", "de"),
        ("ell", "el"),
        ("eng", "en"),
        ("epo", "eo"),
        ("est", "et"),
        ("fin", "fi"),
        ("fra", "fr"),
        ("guj", "gu"),
        ("heb", "he"),
        ("hin", "hi"),
        ("hrv", "hr"),
        ("hun", "hu"),
        ("hye", "hy"),
        ("ind", "id"),
        ("ita", "it"),
        ("jav", "jv"),
        ("jpn", "ja"),
        ("kan", "kn"),
        ("kat", "ka"),
        ("khm", "km"),
        ("kor", "ko"),
        ("lat", "la"),
        ("lav", "lv"),
        ("lit", "lt"),
        ("mal", "ml"),
        ("mar", "mr"),
        ("mkd", "mk"),
        ("mya", "my"),
        ("nep", "ne"),
        ("nld", "nl"),
        ("nob", "nb"),
        ("ori", "or"),
        ("pan", "pa"),
        ("pes", "fa"),
        ("pol", "pl"),
        ("por", "pt"),
        ("ron", "ro"),
        ("rus", "ru"),
        ("sin", "si"),
        ("slk", "sk"),
        ("slv", "sl"),
        ("sna", "sn"),
        ("spa", "es"),
        ("srp", "sr"),
        ("swe", "sv"),
        ("tam", "ta"),
        ("tel", "te"),
        ("tha", "th"),
        ("tur", "tr"),
        ("ukr", "uk"),
        ("vie", "vi"),
    ];
    PAIRS.iter().find(|(long, _)| *long == code).map_or(code, |(_, short)| short)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Block, Direction, Span};

    fn language(text: &str) -> Option<Language> {
        let mut article =
            Article { body: vec![Block::Paragraph(vec![Span::text(text)])], ..Article::default() };
        detect(&mut article, &mut Vec::new());
        article.language
    }

    #[test]
    fn the_words_tell_the_language_if_there_are_enough() {
        let german = "Der Hafen der Stadt wurde am Dienstag nach neun Jahren Arbeit eröffnet, und das erste Schiff kam \
                      am Mittag mit Holz und Salz herein, während viele Menschen am Ufer standen und winkten.";
        assert_eq!(language(german).unwrap().as_str(), "de");
        let arabic = "افتتح ميناء المدينة يوم الثلاثاء بعد تسع سنوات من العمل، ووصلت السفينة الأولى عند الظهر محملة \
                      بالخشب والملح بينما كان كثير من الناس يقفون على الشاطئ ويلوحون بأيديهم.";
        let found = language(arabic).unwrap();
        assert_eq!((found.as_str(), found.direction()), ("ar", Direction::Rtl));
        assert_eq!(language("Der Hafen"), None);
        assert_eq!((tag("eng"), tag("zul")), ("en", "zul"));
    }
}
