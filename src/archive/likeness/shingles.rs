//! The shingles of a text, which are the runs of some words that it holds, and a sketch of them to find likely twins by
//! (MinHash: Broder 1997; one permutation with densification: Shrivastava 2017).

use super::words::{Kind, Word, words};

/// How many words a shingle has, and how many a text must have to be compared: with fewer, a word more or less
/// would be a tenth of it.
const WORDS: (usize, usize) = (5, 50);

/// The same where letters stand for words.
const LETTERS: (usize, usize) = (8, 100);

/// How many keys a sketch has.
pub(super) const BANDS: usize = 10;

/// How many minima make a key. Texts that share nine shingles of ten share a key in 99.9 of 100 cases, those that
/// share half of them in 15.
const ROWS: usize = 6;

const BINS: usize = BANDS * ROWS;

/// Keys of a text: texts that are nearly the same share at least one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::archive) struct Sketch(pub(super) [u64; BANDS]);

impl Sketch {
    /// `None` if the text is too short to be compared.
    pub(in crate::archive) fn of(text: &str) -> Option<Self> {
        let words: Vec<Word> = words(text).collect();
        let mut least = [None; BINS];
        for shingle in shingles(&words)? {
            let bin = &mut least[(shingle % BINS as u64) as usize];
            *bin = Some(bin.map_or(shingle, |least: u64| least.min(shingle)));
        }
        let dense: [u64; BINS] = std::array::from_fn(|bin| nearest(&least, bin));
        Some(Self(std::array::from_fn(|band| {
            let rows = &dense[band * ROWS..][..ROWS];
            rows.iter().fold(mix(band as u64), |key, least| mix(key ^ least))
        })))
    }
}

/// The minimum of a bin; of an empty one that of another, which depends on the bin alone.
fn nearest(least: &[Option<u64>; BINS], bin: usize) -> u64 {
    let others = (0..).map(|attempt: u64| mix((bin as u64) << 32 | attempt) % BINS as u64);
    let mut tried = std::iter::once(bin as u64).chain(others);
    tried.find_map(|bin| least[bin as usize]).expect("a text that is compared has shingles")
}

/// All shingles, sorted, none twice; `None` if there are too few words.
pub(super) fn distinct(words: &[Word]) -> Option<Vec<u64>> {
    let mut all: Vec<u64> = shingles(words)?.collect();
    all.sort_unstable();
    all.dedup();
    Some(all)
}

fn shingles(words: &[Word]) -> Option<impl Iterator<Item = u64>> {
    let letters = words.iter().filter(|word| word.kind == Kind::Letter).count();
    let (width, least) = if letters * 2 > words.len() { LETTERS } else { WORDS };
    let shingle = |words: &[Word]| words.iter().fold(0, |hash, word| mix(hash ^ word.hash));
    (words.len() >= least).then(|| words.windows(width).map(shingle))
}

/// The finaliser of SplitMix64.
fn mix(value: u64) -> u64 {
    let value = value.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(words: usize, changed: usize) -> String {
        let word = |n: usize| format!("word{}{} ", n * 7919 % 1009, if n == changed { "x" } else { "" });
        (0..words).map(word).collect()
    }

    #[test]
    fn nearly_the_same_share_a_key_and_others_do_not() {
        assert_eq!(Sketch::of(&text(49, 0)), None);
        let share = |a: Sketch, b: Sketch| a.0.iter().zip(b.0).filter(|(a, b)| *a == b).count();
        let sketch = |words, changed| Sketch::of(&text(words, changed)).unwrap();
        for changed in 100..110 {
            assert!(share(sketch(200, 0), sketch(200, changed)) > 0);
        }
        let other: String = (0..200).map(|n| format!("other{n} ")).collect();
        assert_eq!(share(sketch(200, 0), Sketch::of(&other).unwrap()), 0);
        assert_eq!(sketch(50, 0), sketch(50, 0));
    }

    #[test]
    fn letters_count_where_there_are_no_spaces() {
        assert_eq!(Sketch::of(&"船は正午に入港した".repeat(11)), None);
        assert!(Sketch::of(&"船は正午に入港した".repeat(12)).is_some());
    }
}
