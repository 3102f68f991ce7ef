//! Lists of words with commas between. Knows nothing of where they stand.

use super::prose;

/// In bytes: a longer line is text.
const LONGEST_LIST: usize = 8000;

/// The words of a line that can only be a list: three or more short ones, no sentence. Else `None`.
pub(super) fn read(line: &str) -> Option<Vec<String>> {
    if line.len() > LONGEST_LIST || prose::ends_sentence(line) {
        return None;
    }
    let words = split(line);
    let short = |word: &String| word.chars().count() <= 60 && word.split_whitespace().count() <= 6;
    (words.len() >= 3 && words.iter().all(short)).then_some(words)
}

/// The words of a line that is known to be a list. None is given twice.
pub(super) fn split(line: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in line.split([',', '،', '、', '，']) {
        let word = word.split_whitespace().collect::<Vec<_>>().join(" ");
        if !word.is_empty() && !words.contains(&word) {
            words.push(word);
        }
    }
    words
}

/// Whether two lists say the same, but for capital letters.
pub(super) fn same(a: &[String], b: &[String]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.to_lowercase() == b.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_told_from_sentences() {
        assert_eq!(
            read("mills, water wheels, mills, dams"),
            Some(vec!["mills".into(), "water wheels".into(), "dams".into()])
        );
        assert_eq!(read("طاحونة، نهر، سد").map(|words| words.len()), Some(3));
        assert_eq!(read("Rain, hail, and then the sun came out."), None);
        assert_eq!(read("mills, dams"), None);
        assert_eq!(read("No, said the miller who had never in his life sold flour, no, no"), None);
    }
}
