//! Importing again: what is there already changes nothing, whatever formats it came in, and two imports one after the
//! other come to the same as one of both.

use backissue::archive::ledger::{Fate, Ledger};
use backissue::archive::{Alike, Archive, Outcome, Spellings, feed};
use backissue::import::{self, Settings, Source};
use proptest::prelude::*;
use serde_json::json;

/// An article as some source has it.
#[derive(Debug, Clone)]
struct Story {
    number: u32,
    /// Which text it has; stories that share one differ by a word at most.
    text: u32,
    is_cut: bool,
    words: usize,
    tag: Option<&'static str>,
    day: u8,
}

impl Story {
    fn title(&self) -> String {
        format!("Ferry {} sails", ["north", "south", "home", "again"][self.text as usize % 4])
    }

    fn text(&self) -> String {
        let word = |n: usize| format!("w{}", (n + 1) * (self.text as usize + 7) * 7919 % 4001);
        let mut words: Vec<String> = (0..self.words + usize::from(!self.is_cut)).map(word).collect();
        words
            .iter_mut()
            .for_each(|word| *word = word.replace(|c: char| c.is_ascii_digit(), "") + &letters(word));
        words.join(" ")
    }

    fn url(&self) -> String {
        format!("https://h{}.example.org/a/{}", self.number % 3, self.number)
    }
}

/// Digits as letters, so that no number tells texts apart.
fn letters(word: &str) -> String {
    word.bytes().filter(u8::is_ascii_digit).map(|digit| char::from(b'a' + digit - b'0')).collect()
}

fn story() -> impl Strategy<Value = Story> {
    let tag = prop::sample::select(vec![
        None,
        Some("harbour"),
        Some("Harbour"),
        Some("covid-19"),
        Some("COVID 19"),
    ]);
    (0..60_u32, 0..6_u32, any::<bool>(), prop::sample::select(vec![10, 80, 200]), tag, 1..5_u8)
        .prop_map(|(number, text, is_cut, words, tag, day)| Story { number, text, is_cut, words, tag, day })
}

/// The formats that a source may be written in.
#[derive(Debug, Clone, Copy)]
enum Form {
    JsonFeed,
    Rss,
    JsonLines,
    Csv,
    Markdown,
}

/// A name and a content.
type Written = (String, String);

fn written(form: Form, stories: &[Story]) -> Vec<Written> {
    let all = |one: fn(&Story) -> String| stories.iter().map(one).collect::<Vec<_>>();
    let date = |story: &Story| format!("2023-06-{:02}", story.day);
    let one = |name: &str, text: String| vec![(name.to_owned(), text)];
    match form {
        Form::JsonFeed => {
            let item = |story: &Story| {
                json!({"id": story.url(), "url": story.url(), "title": story.title(), "content_text": story.text(),
                    "date_published": date(story) + "T00:00:00Z", "tags": story.tag.into_iter().collect::<Vec<_>>()})
            };
            let items: Vec<_> = stories.iter().map(item).collect();
            let feed = json!({"version": "https://jsonfeed.org/version/1.1", "title": "F", "items": items});
            one("feed.json", feed.to_string())
        }
        Form::Rss => {
            let items = all(|story| {
                format!(
                    "<item><title>{}</title><link>{}</link><pubDate>0{} Jun 2023 10:00:00 GMT</pubDate>{}\
                     <description>{}</description></item>",
                    story.title(),
                    story.url(),
                    story.day,
                    story.tag.map(|tag| format!("<category>{tag}</category>")).unwrap_or_default(),
                    story.text()
                )
            });
            one(
                "feed.xml",
                format!("<rss version=\"2.0\"><channel><title>F</title>{}</channel></rss>", items.concat()),
            )
        }
        Form::JsonLines => {
            let line = |story: &Story| {
                json!({"url": story.url(), "title": story.title(), "text": story.text(), "date": date(story),
                    "tags": story.tag})
                .to_string()
                    + "\n"
            };
            one("posts.jsonl", stories.iter().map(line).collect())
        }
        Form::Csv => {
            let rows = all(|story| {
                format!("{},{},2023-06-{:02},{}\n", story.title(), story.url(), story.day, story.text())
            });
            one("posts.csv", format!("title,url,date,text\n{}", rows.concat()))
        }
        Form::Markdown => {
            let page = |story: &Story| {
                let text = format!(
                    "---\ntitle: {}\ndate: {}\n---\n\n{}\n",
                    story.title(),
                    date(story),
                    story.text()
                );
                // Other pages of the day may have the same name.
                let name = format!("b{}/_posts/{}-{}.md", story.number, date(story), story.text % 3);
                (name, text)
            };
            stories.iter().map(page).collect()
        }
    }
}

/// Sources of many formats; an address that comes twice comes with the same article.
fn sources() -> impl Strategy<Value = Vec<Written>> {
    let form =
        prop::sample::select(vec![Form::JsonFeed, Form::Rss, Form::JsonLines, Form::Csv, Form::Markdown]);
    prop::collection::vec((form, prop::collection::vec(story(), 1..6)), 1..4).prop_map(|sources| {
        let mut number = 0;
        let mut all = Vec::new();
        for (form, mut stories) in sources {
            for story in &mut stories {
                number += 1;
                story.number = number;
            }
            all.extend(written(form, &stories));
        }
        all
    })
}

/// As the program does it, the archive read from its file and written to it.
fn import(archive: &str, sources: &[Written], alike: Alike) -> (String, Ledger) {
    let mut archive = match archive {
        "" => Archive::default(),
        text => feed::read("archive", text.as_bytes()).unwrap().archive,
    };
    let mut spellings = Spellings::of(&archive);
    let mut intake = archive.open(alike);
    let mut ledger = Ledger::default();
    let settings = Settings::default();
    for (name, text) in sources {
        let mut records = Vec::new();
        import::read_stream(&Source::new(name, &settings), text.as_bytes(), &mut |reading| {
            records.extend(reading.records.into_iter().map(|record| (name.clone(), record)));
        });
        records.iter_mut().for_each(|(_, record)| spellings.apply(record));
        intake.records(records, &mut ledger);
    }
    archive.close(intake);
    assert!(ledger.adds_up());
    (feed::write(&archive), ledger)
}

fn alike() -> impl Strategy<Value = Alike> {
    prop::sample::select(vec![Alike::Merged, Alike::Versions])
}

proptest! {
    #[test]
    fn the_same_again_changes_nothing(mut sources in sources(), repeats: bool, alike in alike()) {
        if repeats {
            sources.push(sources[0].clone());
        }
        let (first, ledger) = import("", &sources, alike);
        prop_assert_eq!(ledger.summary().rejected, 0);
        let (second, ledger) = import(&first, &sources, alike);
        for line in ledger.lines() {
            prop_assert!(matches!(line.fate, Fate::Kept(Outcome::Unchanged(_))), "{:?}", line);
        }
        prop_assert_eq!(first, second);
    }

    #[test]
    fn one_after_the_other_is_both(a in sources(), b in sources(), alike in alike()) {
        let renamed = |(name, text): Written| {
            (name.replace("/_posts", "/b/_posts"), text.replace("/a/", "/b/"))
        };
        let b: Vec<Written> = b.into_iter().map(renamed).collect();
        let (first, _) = import("", &a, alike);
        let (both, _) = import(&first, &b, alike);
        let (at_once, _) = import("", &[a, b].concat(), alike);
        prop_assert_eq!(both, at_once);
    }
}

#[test]
fn the_stories_hold_near_copies() {
    let story = |number, is_cut| Story { number, text: 1, is_cut, words: 200, tag: None, day: 1 };
    let sources = written(Form::JsonLines, &[story(1, true), story(2, false), story(3, true)]);
    let (_, ledger) = import("", &sources, Alike::Merged);
    assert_eq!((ledger.summary().imported, ledger.summary().merged), (1, 2));
}
