//! Guesses a language from the script of a text, where the script all but decides. Counts letters, knows no words.

use crate::article::Language;

/// `None` where a script is shared by many languages, as Latin is.
pub(super) fn guess(text: &str) -> Option<Language> {
    let count = |range: std::ops::RangeInclusive<char>| text.chars().filter(|c| range.contains(c)).count();
    let has = |letters: &str| text.chars().any(|c| letters.contains(c));
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let most = |number: usize| number * 2 > letters;
    // All of these scripts lie behind Latin.
    if !most(count('\u{370}'..='\u{ffff}')) {
        return None;
    }
    let tag = if most(count('\u{600}'..='\u{6ff}')) {
        arabic(has)
    } else if most(count('\u{400}'..='\u{4ff}')) {
        cyrillic(has)?
    } else if most(count('\u{370}'..='\u{3ff}') + count('\u{1f00}'..='\u{1fff}')) {
        "el"
    } else if most(count('\u{590}'..='\u{5ff}')) {
        "he"
    } else if most(count('\u{10d0}'..='\u{10ff}')) {
        "ka"
    } else if most(count('\u{530}'..='\u{58f}')) {
        "hy"
    } else {
        return None;
    };
    Language::parse(tag)
}

/// Letters that Arabic lacks tell Urdu and Persian apart from it.
fn arabic(has: impl Fn(&str) -> bool) -> &'static str {
    if has("ٹڈڑے") {
        "ur"
    } else if has("پچژگ") {
        "fa"
    } else {
        "ar"
    }
}

fn cyrillic(has: impl Fn(&str) -> bool) -> Option<&'static str> {
    if has("ўЎ") {
        Some("be")
    } else if has("їєґЇЄҐ") {
        Some("uk")
    } else if has("ђћџЂЋЏ") {
        Some("sr")
    } else if has("ыэЫЭ") && !has("әғқңөұүһӘҒҚҢӨҰҮҺ") {
        Some("ru")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_decide_where_they_can() {
        let tag = |text| guess(text).map(|language| language.as_str().to_owned()).unwrap_or_default();
        assert_eq!(tag("Колесо мельницы снова крутится, и это радует"), "ru");
        assert_eq!(tag("Колесо млина знову крутиться, її чути"), "uk");
        assert_eq!(tag("عادت الطاحونة إلى العمل"), "ar");
        assert_eq!(tag("آسیاب دوباره می‌چرخد و گفت"), "fa");
        assert_eq!(tag("Ο μύλος γυρίζει ξανά"), "el");
        assert_eq!(tag("The mill turns again"), "");
        assert_eq!(tag(""), "");
    }
}
