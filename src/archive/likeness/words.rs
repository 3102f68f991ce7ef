//! The words of a text as they are compared: without case, and without signs. In scripts that set no spaces each letter
//! is one.

/// A word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Word {
    /// Equal for equal words, whatever their case.
    pub(super) hash: u64,
    pub(super) kind: Kind,
}

/// What a word is likely to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// It begins with a digit.
    Number,
    /// It begins with a capital letter.
    Name,
    /// A letter of a script without spaces.
    Letter,
    Plain,
}

/// The words of a text, in order.
pub(super) fn words(text: &str) -> impl Iterator<Item = Word> {
    let mut letters = text.chars().peekable();
    std::iter::from_fn(move || {
        let first = letters.by_ref().find(|letter| letter.is_alphanumeric())?;
        let mut hash = add(OFFSET, first);
        let kind = kind(first);
        if kind == Kind::Letter {
            return Some(Word { hash, kind });
        }
        // A sign counts between digits alone: 1.4 is not 14.
        let mut sign = None;
        while let Some(letter) = letters.peek().copied() {
            let goes_on = match sign {
                None => letter.is_alphanumeric() && !is_unspaced(letter),
                Some(_) => letter.is_numeric(),
            };
            if goes_on {
                hash = sign.take().into_iter().chain([letter]).fold(hash, add);
            } else if kind == Kind::Number && sign.is_none() && matches!(letter, '.' | ',' | ':' | '/') {
                sign = Some(letter);
            } else {
                break;
            }
            letters.next();
        }
        Some(Word { hash, kind })
    })
}

fn kind(first: char) -> Kind {
    if first.is_numeric() {
        Kind::Number
    } else if is_unspaced(first) {
        Kind::Letter
    } else if first.is_uppercase() {
        Kind::Name
    } else {
        Kind::Plain
    }
}

/// Chinese, Japanese, Thai, Lao, Burmese and Khmer.
pub(in crate::archive) fn is_unspaced(letter: char) -> bool {
    matches!(letter, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}'
        | '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
}

const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;

/// FNV-1a, which stays the same whatever Rust's own hash becomes.
fn add(hash: u64, letter: char) -> u64 {
    let mix = |hash: u64, letter: char| (hash ^ u64::from(u32::from(letter))).wrapping_mul(0x0100_0000_01b3);
    if letter.is_ascii() {
        return mix(hash, letter.to_ascii_lowercase());
    }
    letter.to_lowercase().fold(hash, mix)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_signs_do_not_count_and_letters_without_spaces_are_words() {
        let hashes = |text: &str| words(text).map(|word| word.hash).collect::<Vec<_>>();
        assert_eq!(hashes("The “Ship” came, at 2,000."), hashes("the ship - CAME at 2,000"));
        assert_ne!(hashes("The ship"), hashes("The shop"));
        assert_ne!(hashes("1.4 ships"), hashes("14 ships"));
        assert_eq!(hashes("At 3. Then"), hashes("At 3 then"));
        assert_eq!(words("船は10時に").count(), 5);
        let kinds: Vec<Kind> = words("Ada met 3 Élan 船").map(|word| word.kind).collect();
        assert_eq!(kinds, [Kind::Name, Kind::Plain, Kind::Number, Kind::Name, Kind::Letter]);
    }
}
