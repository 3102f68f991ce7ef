//! Archives of any size for measuring: words and tags as unevenly spread as in real ones. The same size gives the same
//! bytes.

use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use super::zipf::{Random, Zipf};

const TAGS: usize = 5_000;
const WORDS: usize = 30_000;
const SECTIONS: u64 = 12;
const PUBLISHERS: u64 = 8;
const YEARS: u64 = 20;
const FIRST_YEAR: u64 = 2004;
const SEED: u64 = 0x5eed_ba11;

/// Letters of each article that speed is measured with.
pub(crate) const LETTERS: usize = 3_500;

/// How large an archive is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Size {
    pub(crate) articles: usize,
    /// Letters of each body, about.
    pub(crate) letters: usize,
}

/// Writes a JSON Feed.
pub(crate) fn write(path: &Path, size: Size) -> io::Result<()> {
    let mut file = BufWriter::new(File::create(path)?);
    let mut writer = Writer::new();
    let head = r#"{"version": "https://jsonfeed.org/version/1.1", "title": "The Measured Gazette", "language": "en", "items": ["#;
    file.write_all(head.as_bytes())?;
    for number in 0..size.articles {
        file.write_all(if number == 0 { b"\n" } else { b",\n" })?;
        file.write_all(writer.article(number, size).json_feed_item().as_bytes())?;
    }
    file.write_all(b"\n]}\n")?;
    file.flush()
}

/// An article before it has a format.
pub(super) struct Generated {
    pub(super) number: usize,
    pub(super) title: String,
    pub(super) summary: String,
    /// RFC 3339.
    pub(super) date: String,
    pub(super) tags: Vec<String>,
    /// HTML: headings, paragraphs and links.
    pub(super) body: String,
    pub(super) section: u64,
    publisher: u64,
}

impl Generated {
    fn json_feed_item(&self) -> String {
        let Self { number, title, summary, date, body, section, publisher, .. } = self;
        let tags: Vec<String> = self.tags.iter().map(|tag| format!("\"{tag}\"")).collect();
        let tags = tags.join(", ");
        format!(
            "{{\"id\": \"m{number}\", \"url\": \"https://gazette.example/{number}\", \"title\": \"{title}\", \
             \"summary\": \"{summary}\", \"date_published\": \"{date}\", \"tags\": [{tags}], \
             \"content_html\": \"{body}\", \"_backissue\": {{\"section\": \"Section {section}\", \
             \"publisher\": {{\"name\": \"Publisher {publisher}\"}}}}}}"
        )
    }
}

/// Writes articles, always the same ones.
pub(super) struct Writer {
    random: Random,
    words: Zipf,
    tags: Zipf,
}

impl Writer {
    pub(super) fn new() -> Self {
        Self { random: Random(SEED), words: Zipf::of(WORDS), tags: Zipf::of(TAGS) }
    }

    pub(super) fn article(&mut self, number: usize, size: Size) -> Generated {
        let date = self.date(number as u64, size.articles as u64);
        let title = self.sentence(6, 10);
        let summary = self.sentence(12, 24);
        let tags = self.tags();
        let body = self.body(size.letters);
        let section = self.random.below(SECTIONS) + 1;
        let publisher = self.random.below(PUBLISHERS) + 1;
        Generated { number, title, summary, date, tags, body, section, publisher }
    }

    /// Spread evenly, newest first.
    fn date(&mut self, number: u64, articles: u64) -> String {
        let days = YEARS * 360;
        let day = days - 1 - number * days / articles;
        let (year, month, day) = (FIRST_YEAR + day / 360, day / 30 % 12 + 1, day % 28 + 1);
        let (hour, minute) = (self.random.below(24), self.random.below(60));
        format!("{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:00Z")
    }

    fn tags(&mut self) -> Vec<String> {
        let mut tags: Vec<usize> = Vec::new();
        let wanted = 3 + self.random.below(6) as usize;
        while tags.len() < wanted {
            let tag = self.tags.draw(&mut self.random);
            if !tags.contains(&tag) {
                tags.push(tag);
            }
        }
        tags.into_iter().map(|tag| format!("{} {tag}", word(tag))).collect()
    }

    fn body(&mut self, letters: usize) -> String {
        let mut body = String::with_capacity(letters + 500);
        while body.len() < letters {
            if self.random.below(6) == 0 {
                let heading = self.sentence(3, 6);
                let _ = write!(body, "<h2>{heading}</h2>");
            }
            body.push_str("<p>");
            for _ in 0..3 + self.random.below(3) {
                body.push_str(&self.sentence(10, 20));
                body.push_str(". ");
            }
            if self.random.below(3) == 0 {
                let target = self.random.below(1_000);
                let _ = write!(
                    body,
                    "<a href='https://reference.example/{target}'>Read {target}</a> &amp; more."
                );
            }
            body.push_str("</p>");
        }
        body
    }

    /// At least `least` words, and fewer than `most`.
    fn sentence(&mut self, least: u64, most: u64) -> String {
        let count = least + self.random.below(most - least);
        let mut text = String::new();
        for place in 0..count {
            let word = word(self.words.draw(&mut self.random));
            match place {
                0 => text.push_str(&(word[..1].to_uppercase() + &word[1..])),
                _ => {
                    text.push(' ');
                    text.push_str(&word);
                }
            }
        }
        text
    }
}

/// The words with these ranks.
pub(super) fn common_words(ranks: std::ops::Range<usize>) -> Vec<String> {
    ranks.map(word).collect()
}

/// The word with this rank: the commoner, the shorter.
fn word(rank: usize) -> String {
    const SYLLABLES: [&str; 20] = [
        "ta", "re", "no", "si", "lu", "men", "dor", "vi", "ka", "pel", "is", "or", "an", "the", "ro", "gu",
        "est", "li", "ma", "wen",
    ];
    let mut rest = rank;
    let mut word = String::new();
    loop {
        word.push_str(SYLLABLES[rest % SYLLABLES.len()]);
        rest /= SYLLABLES.len();
        if rest == 0 {
            return word;
        }
        rest -= 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_differ_and_the_first_are_short() {
        let words: std::collections::BTreeSet<String> = (0..1000).map(word).collect();
        assert!(words.len() > 990);
        assert_eq!((word(0), word(20)), ("ta".to_owned(), "tata".to_owned()));
    }

    #[test]
    fn the_same_size_gives_the_same_bytes() {
        let folder = tempfile::tempdir().unwrap();
        let [a, b] = ["a", "b"].map(|name| folder.path().join(name));
        let size = Size { articles: 30, letters: 3_500 };
        write(&a, size).unwrap();
        write(&b, size).unwrap();
        let text = std::fs::read_to_string(a).unwrap();
        assert_eq!(text, std::fs::read_to_string(b).unwrap());
        assert_eq!(text.matches("\"id\":").count(), 30);
        assert!(text.len() / 30 > size.letters);
    }
}
