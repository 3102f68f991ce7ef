//! Where the words that were looked for stand in a text, and the passage that shows most of them.

use std::ops::Range;

use super::words::{Decompose, words};

/// Folded words to be marked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marks {
    words: Vec<String>,
}

/// A run of text, and whether it was looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run<'a> {
    /// At least one letter.
    pub text: &'a str,
    /// Whether it is to be marked.
    pub is_marked: bool,
}

/// The most bytes of a passage, roughly.
const PASSAGE: usize = 240;

/// Lines of so many bytes say something; shorter ones are headings and captions.
const TELLING: usize = 80;

impl Marks {
    /// Marks for these words, as [`Found::words`](super::Found::words) has them.
    #[must_use]
    pub fn of(mut words: Vec<String>) -> Self {
        words.sort_unstable();
        words.dedup();
        Self { words }
    }

    /// Whether nothing is to be marked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The places of marked words, in bytes, rising and apart, each with the number of its word.
    fn places(&self, text: &str, decompose: Decompose) -> Vec<(Range<usize>, usize)> {
        let mut places: Vec<(Range<usize>, usize)> = Vec::new();
        if self.words.is_empty() {
            return places;
        }
        words(text, decompose, |word, at| {
            let Ok(number) = self.words.binary_search_by(|known| known.as_str().cmp(word)) else { return };
            match places.last_mut() {
                Some((last, _)) if at.start < last.end => last.end = at.end.max(last.end),
                _ => places.push((at, number)),
            }
        });
        places
    }

    /// The text cut where marks begin and end.
    #[must_use]
    pub fn runs<'a>(&self, text: &'a str, decompose: Decompose) -> Vec<Run<'a>> {
        let mut runs = Vec::new();
        let mut end = 0;
        let mut push = |range: Range<usize>, is_marked| {
            if !range.is_empty() {
                runs.push(Run { text: &text[range], is_marked });
            }
        };
        for (at, _) in self.places(text, decompose) {
            push(end..at.start, false);
            end = at.end;
            push(at, true);
        }
        push(end..text.len(), false);
        runs
    }
}

/// The piece of `text`, whose blocks are lines, that has most of the marked words, with `…` where it breaks off; `None` if
/// it has none.
#[must_use]
pub fn passage(text: &str, marks: &Marks, decompose: Decompose) -> Option<String> {
    let places = marks.places(text, decompose);
    let worth = |from: usize| {
        let start = places[from].0.start;
        let line = line(text, start);
        let inside = places[from..].iter().take_while(|(at, _)| at.end <= line.end.min(start + PASSAGE));
        let mut numbers: Vec<usize> = inside.map(|(_, number)| *number).collect();
        let count = numbers.len();
        numbers.sort_unstable();
        numbers.dedup();
        (numbers.len(), line.len() >= TELLING, count)
    };
    let best = (0..places.len()).rev().max_by_key(|from| worth(*from))?;
    Some(around(text, places[best].0.start))
}

/// The line that has the byte at `at`.
fn line(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    start..text[at..].find('\n').map_or(text.len(), |end| at + end)
}

/// A piece of some [`PASSAGE`] bytes around `at` that begins with a sentence or a word and stays in its line.
fn around(text: &str, at: usize) -> String {
    let range = line(text, at);
    let (at, line) = (at - range.start, &text[range]);
    if line.len() <= PASSAGE {
        return line.to_owned();
    }
    let earliest = boundary(line, at.saturating_sub(PASSAGE / 3));
    let before = &line[earliest..at];
    let sentence = before.rmatch_indices(['.', '!', '?', '。', '؟']).next();
    let sentence = sentence.map(|(end, stop)| earliest + end + stop.len());
    let word = || before.find(char::is_whitespace).map(|space| earliest + space);
    let from = if earliest == 0 { 0 } else { sentence.or_else(word).unwrap_or(earliest) };
    let latest = boundary(line, (from + PASSAGE).min(line.len())).max(at);
    let to = match line[at..latest].rfind(char::is_whitespace) {
        Some(space) if latest < line.len() => at + space,
        _ => latest,
    };
    let opening = if from > 0 && sentence.is_none() { "… " } else { "" };
    let closing = if to < line.len() { " …" } else { "" };
    format!("{opening}{}{closing}", line[from..to].trim())
}

/// The end of a letter at `at` or before it.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::decompose;
    use super::*;

    fn marks(words: &[&str]) -> Marks {
        Marks::of(words.iter().map(|word| (*word).to_owned()).collect())
    }

    fn marked(text: &str, words: &[&str]) -> Vec<String> {
        let runs = marks(words).runs(text, decompose);
        assert_eq!(runs.iter().map(|run| run.text).collect::<String>(), text);
        runs.into_iter().filter(|run| run.is_marked).map(|run| run.text.to_owned()).collect()
    }

    #[test]
    fn words_are_marked_as_they_are_written() {
        assert_eq!(
            marked("Cable, CABLES and the Câble.", &["cable", "cables"]),
            ["Cable", "CABLES", "Câble"]
        );
        assert_eq!(marked("我在北京大学读书", &["北京", "京大", "大学"]), ["北京大学"]);
        assert_eq!(marked("nothing", &["cable"]), Vec::<String>::new());
        assert_eq!(marked("", &["cable"]), Vec::<String>::new());
    }

    #[test]
    fn the_passage_has_most_of_the_words() {
        let filler = "Nothing is said here of what was asked for, and that at length. ".repeat(9);
        let text = format!("A cable.\n{filler}The night the cable spoke was long. {filler}\nNight.");
        let passage = passage(&text, &marks(&["cable", "night", "spoke"]), decompose).unwrap();
        assert!(passage.contains("The night the cable spoke"), "{passage}");
        assert!(
            passage.len() <= PASSAGE + 8 && !passage.contains('\n') && passage.ends_with(" …"),
            "{passage}"
        );
        let caption = "Cable\nA sentence that says where the cable went, who paid for all of it, and what came of that.";
        let found = super::passage(caption, &marks(&["cable"]), decompose).unwrap();
        assert!(found.starts_with("A sentence"), "{found}");
        let lines = "A telegraph company\nThe cable and the telegraph that it carried, said in one sentence that is long.";
        let found = super::passage(lines, &marks(&["cable", "telegraph"]), decompose).unwrap();
        assert!(found.starts_with("The cable"), "words of another line are not shown: {found}");
        assert_eq!(super::passage(&text, &marks(&["radio"]), decompose), None);
    }
}
