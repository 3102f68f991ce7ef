//! Cuts a text into words and folds them, the same way for what is indexed and for what is asked.

use std::ops::Range;

/// Takes the marks of letters apart from them (Unicode's NFKD). The browser and the native program each bring theirs.
pub type Decompose = fn(&str) -> String;

/// Longer runs of letters, in bytes, are no words: keys, checksums, pictures written as text.
const LONGEST: usize = 64;

/// Calls `found` with each word of `text`, folded, and where it stands in bytes. A script without spaces gives each two
/// neighbours as a word, and the last letter of a run by itself, so that each letter begins a word.
pub(super) fn words(text: &str, decompose: Decompose, mut found: impl FnMut(&str, Range<usize>)) {
    let mut folded = String::new();
    let mut at = 0;
    while let Some(first) = text.as_bytes().get(at) {
        if !first.is_ascii() {
            at = word_at(text, at, decompose, &mut folded, &mut found);
            continue;
        }
        let end = ascii_end(text.as_bytes(), at);
        if end == at {
            at += 1;
        } else if text.as_bytes().get(end).is_none_or(u8::is_ascii) {
            if end - at <= LONGEST {
                folded.clear();
                folded.push_str(&text[at..end]);
                folded.make_ascii_lowercase();
                found(&folded, at..end);
            }
            at = end;
        } else {
            at = word_at(text, at, decompose, &mut folded, &mut found);
        }
    }
}

/// Where the run of letters and digits of ASCII ends that begins here, if one does: most words of most texts are such.
fn ascii_end(text: &[u8], start: usize) -> usize {
    text[start..]
        .iter()
        .position(|byte| !byte.is_ascii_alphanumeric())
        .map_or(text.len(), |length| start + length)
}

/// Calls `found` with the word that begins here, if one does. Gives where to go on.
fn word_at(
    text: &str,
    start: usize,
    decompose: Decompose,
    folded: &mut String,
    found: &mut impl FnMut(&str, Range<usize>),
) -> usize {
    let rest = &text[start..];
    let mut letters = rest.char_indices().map(|(at, letter)| (start + at, letter)).peekable();
    let Some((_, first)) = letters.next() else { return text.len() };
    let after = start + first.len_utf8();
    if is_unspaced(first) {
        let next = letters.peek().filter(|(_, next)| is_unspaced(*next));
        let end = next.map_or(after, |(at, next)| at + next.len_utf8());
        found(&text[start..end], start..end);
    } else if first.is_alphanumeric() {
        let end = letters.find(|(_, next)| !continues(*next)).map_or(text.len(), |(at, _)| at);
        if end - start <= LONGEST {
            folded.clear();
            fold(&text[start..end], decompose, folded);
            found(folded, start..end);
        }
        return end;
    }
    after
}

/// All words of a text.
#[must_use]
pub fn all_words(text: &str, decompose: Decompose) -> Vec<String> {
    let mut all = Vec::new();
    words(text, decompose, |word, _| all.push(word.to_owned()));
    all
}

/// Without case and without marks, as far as a reader who types without them expects.
fn fold(word: &str, decompose: Decompose, folded: &mut String) {
    if word.is_ascii() {
        folded.push_str(word);
        folded.make_ascii_lowercase();
        return;
    }
    for letter in decompose(&word.to_lowercase()).chars().filter(|letter| !is_mark(*letter)) {
        match letter {
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'þ' => folded.push_str("th"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' | 'ð' => folded.push('d'),
            'ı' => folded.push('i'),
            'ς' => folded.push('σ'),
            // Arabic and Persian spellings of the same letter.
            'ى' | 'ی' => folded.push('ي'),
            'ک' => folded.push('ك'),
            'ة' => folded.push('ه'),
            letter => folded.push(letter),
        }
    }
}

/// Kana, ideographs, Hangul, Thai, Lao, Khmer and Burmese: words of them are not told apart by spaces, or hold particles.
#[must_use]
pub(super) fn is_unspaced(letter: char) -> bool {
    matches!(letter, '\u{e01}'..='\u{e4e}' | '\u{e81}'..='\u{ece}' | '\u{1000}'..='\u{1049}' | '\u{1780}'..='\u{17d3}'
        | '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{3096}' | '\u{309d}'..='\u{30fa}' | '\u{30fc}'..='\u{30ff}'
        | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

fn continues(letter: char) -> bool {
    (letter.is_alphanumeric() && !is_unspaced(letter)) || is_mark(letter) || is_joint(letter)
}

/// Marks that a fold leaves out: accents, and the points of Hebrew and Arabic.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{487}' | '\u{591}'..='\u{5bd}' | '\u{5bf}'
        | '\u{5c1}' | '\u{5c2}' | '\u{5c4}' | '\u{5c5}' | '\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{640}'
        | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e8}' | '\u{ad}')
}

/// Signs inside words of India's scripts, and the joiners.
fn is_joint(letter: char) -> bool {
    matches!(letter, '\u{200c}' | '\u{200d}')
        || (matches!(letter, '\u{900}'..='\u{dff}') && matches!(u32::from(letter) & 0x7f, 0x3c | 0x4d | 0x4a))
}

#[cfg(test)]
mod tests {
    use super::super::decompose;
    use super::*;

    fn cut(text: &str) -> Vec<String> {
        all_words(text, decompose)
    }

    #[test]
    fn words_are_folded() {
        assert_eq!(cut("The Cable’s-End, 1858."), ["the", "cable", "s", "end", "1858"]);
        assert_eq!(cut("Straße ÉCOLE Łódź Ærø naïve"), ["strasse", "ecole", "lodz", "aero", "naive"]);
        assert_eq!(cut("Москва Ёлка Ὀδυσσεύς"), ["москва", "елка", "οδυσσευσ"]);
        assert_eq!(cut("e\u{301}cole"), ["ecole"]);
        assert_eq!(cut("ﬁne Ａ１"), ["fine", "a1"]);
        assert_eq!(cut(""), Vec::<String>::new());
        assert_eq!(cut(&"x".repeat(65)), Vec::<String>::new());
    }

    #[test]
    fn points_of_arabic_and_hebrew_do_not_count() {
        assert_eq!(cut("مُحَمَّد"), cut("محمد"));
        assert_eq!(cut("أحمد"), cut("احمد"));
        assert_eq!(cut("שָׁלוֹם"), cut("שלום"));
        assert_eq!(cut("हिन्दी"), ["हिन्दी"]);
    }

    #[test]
    fn scripts_without_spaces_give_pairs() {
        assert_eq!(cut("北京大学"), ["北京", "京大", "大学", "学"]);
        assert_eq!(cut("東京2020です"), ["東京", "京", "2020", "です", "す"]);
        assert_eq!(cut("ไทย"), ["ไท", "ทย", "ย"]);
        assert_eq!(cut("한국 서울"), ["한국", "국", "서울", "울"]);
    }

    #[test]
    fn places_are_those_of_the_text() {
        let text = "Ein Übel: 北京!";
        words(text, decompose, |word, at| {
            assert_eq!(cut(&text[at]), if word == "北京" { vec!["北京", "京"] } else { vec![word] });
        });
    }
}
