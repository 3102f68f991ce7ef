//! Archives, articles and bodies for property tests; bodies come in the normal form that reading gives.

use backissue::archive::Archive;
use backissue::article::{
    Article, Block, Date, Language, Person, Picture, Provenance, Publisher, RelatedLink, Row, Span, Tag,
    Time, Timestamp,
};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

/// Words of several scripts and of everything that markup makes special; single spaces between.
pub(crate) fn words() -> impl Strategy<Value = String> {
    let odd = prop::sample::select(vec![
        "<b>",
        "&amp;",
        "\"",
        "'",
        "a<b",
        "Straße",
        "новости",
        "新闻",
        "أخبار",
        "🙂",
        "a\u{a0}b",
        "<!--",
        "]]>",
        "–",
    ]);
    let word = prop_oneof![4 => "[a-zA-Z0-9.,;&<>/\"'=-]{1,8}", 2 => odd.prop_map(str::to_owned), 1 => "[^\\s\\pC]{1,4}"];
    vec(word, 1..5).prop_map(|words| words.join(" "))
}

fn url() -> impl Strategy<Value = String> {
    "[a-z]{1,6}".prop_flat_map(|host| {
        "[a-z0-9~_.!-]{1,8}(\\?[a-z]=[0-9a-z&]{0,2}(%2[0-9])?)?(#[a-z]{1,3})?"
            .prop_map(move |rest| format!("https://{host}.example.org/{rest}"))
    })
}

/// How text is set apart, outermost first.
#[derive(Debug, Clone, PartialEq)]
enum Format {
    Link(String),
    Emphasis,
    Strong,
    Code,
}

/// Spans as a reader leaves them: neighbours in equal formats share one.
pub(crate) fn spans() -> impl Strategy<Value = Vec<Span>> {
    let link = || url().prop_map(|url| vec![Format::Link(url)]);
    let formats = prop_oneof![
        4 => Just(vec![]),
        1 => Just(vec![Format::Emphasis]),
        1 => Just(vec![Format::Strong]),
        1 => Just(vec![Format::Code]),
        1 => Just(vec![Format::Strong, Format::Emphasis]),
        1 => link(),
        1 => link().prop_map(|link| [link, vec![Format::Strong, Format::Code]].concat()),
    ];
    let joint = prop::sample::select(vec!["", " ", "\n", " \u{a0} "]);
    vec((words(), formats, joint), 1..5).prop_map(|parts| {
        let last = parts.len() - 1;
        let runs = parts.into_iter().enumerate().map(|(nth, (text, formats, joint))| {
            let joint = if nth < last { joint } else { "" };
            (format!("{text}{joint}"), formats)
        });
        nest(&runs.collect::<Vec<_>>(), 0)
    })
}

fn nest(runs: &[(String, Vec<Format>)], depth: usize) -> Vec<Span> {
    let text =
        |runs: &[(String, Vec<Format>)]| runs.iter().map(|(text, _)| text.as_str()).collect::<String>();
    runs.chunk_by(|a, b| a.1.get(depth) == b.1.get(depth))
        .map(|group| match group[0].1.get(depth) {
            None => Span::Text(text(group)),
            Some(Format::Code) => Span::Code(text(group)),
            Some(Format::Emphasis) => Span::Emphasis(nest(group, depth + 1)),
            Some(Format::Strong) => Span::Strong(nest(group, depth + 1)),
            Some(Format::Link(url)) => Span::Link { url: url.clone(), text: nest(group, depth + 1) },
        })
        .collect()
}

/// A picture, here or elsewhere; never of the size of a tracking pixel.
pub(crate) fn picture() -> impl Strategy<Value = Picture> {
    let src = prop_oneof![url(), "pictures/[a-z]{1,6}\\.(png|svg)"];
    (src, of(2..5000_u32), of(2..5000_u32), of(words()), of(words()), of(words())).prop_map(
        |(src, width, height, alt, caption, credit)| Picture { src, width, height, alt, caption, credit },
    )
}

fn row() -> impl Strategy<Value = Row> {
    (spans(), vec(prop_oneof![3 => spans(), 1 => Just(Vec::new())], 0..3)).prop_map(|(first, mut rest)| {
        rest.insert(0, first);
        rest
    })
}

fn leaf() -> impl Strategy<Value = Block> {
    let source_line = "[ \ta-z<>&\"]{0,6}[a-z<&]";
    let language = of("[a-z+#-]{1,8}");
    prop_oneof![
        5 => spans().prop_map(Block::Paragraph),
        2 => (2..=6_u8, spans()).prop_map(|(level, text)| Block::Heading { level, text }),
        1 => picture().prop_map(Block::Figure),
        1 => (language, vec(source_line, 1..4))
            .prop_map(|(language, lines)| Block::Code { language, text: lines.join("\n\n") }),
        1 => (url(), of(words())).prop_map(|(url, title)| Block::Embed { url, title }),
        1 => (vec(row(), 0..2), vec(row(), 1..3), prop_oneof![Just(Vec::new()), spans()])
            .prop_map(|(head, rows, caption)| Block::Table { caption, head, rows }),
    ]
}

/// A body of any shape.
pub(crate) fn blocks() -> impl Strategy<Value = Vec<Block>> {
    let block = leaf().prop_recursive(3, 12, 3, |inner| {
        let source =
            prop_oneof![Just(Vec::new()), words().prop_map(|name| vec![Span::Text(format!("x{name}"))])];
        prop_oneof![
            (of(0..30_u32), vec(vec(inner.clone(), 1..3), 1..3))
                .prop_map(|(start, items)| Block::List { start, items }),
            (vec(inner, 1..3), source).prop_map(|(blocks, source)| Block::Quote { blocks, source }),
        ]
    });
    vec(block, 0..5)
}

fn timestamp() -> impl Strategy<Value = Timestamp> {
    let time = (0..24_u8, 0..60_u8, 0..60_u8).prop_map(|(h, m, s)| Time::new(h, m, s).unwrap());
    let offset = of(prop_oneof![Just(0_i16), -1439..=1439_i16]);
    (1..=9999_u16, 1..=12_u8, 1..=28_u8, of((time, offset))).prop_map(|(year, month, day, clock)| Timestamp {
        date: Date::new(year, month, day).unwrap(),
        time: clock.map(|(time, _)| time),
        offset: clock.and_then(|(_, offset)| offset),
    })
}

fn publisher() -> impl Strategy<Value = Publisher> {
    (words(), of(url()), of("[a-z]{1,5}@example\\.org"), of("\\+1 555 [0-9]{4}"), of(words())).prop_map(
        |(name, url, email, telephone, organisation)| Publisher { name, url, email, telephone, organisation },
    )
}

fn language() -> impl Strategy<Value = Language> {
    prop::sample::select(vec!["en", "de", "pt-BR", "zh-Hans", "ar"])
        .prop_map(|tag| Language::parse(tag).unwrap())
}

/// An article with any of its fields.
pub(crate) fn article() -> impl Strategy<Value = Article> {
    let person = (words(), of(url())).prop_map(|(name, url)| Person { name, url });
    let related = (url(), of(words())).prop_map(|(url, title)| RelatedLink { url, title });
    let page = of("page://[a-z]{1,4}/[a-z]{1,4}\\.html");
    let provenance = ("[a-z 0-9]{1,9}\\.txt", "[a-z-]{3,9}", page)
        .prop_map(|(source, importer, page)| Provenance { source, importer, page });
    let tags = vec("[a-zäß &/,]{0,4}[a-z]", 0..4).prop_map(|tags| {
        let tags: std::collections::BTreeSet<Tag> = tags.iter().filter_map(|tag| Tag::new(tag)).collect();
        tags.into_iter().collect::<Vec<Tag>>()
    });
    let metadata = ("[a-z0-9:/]{1,4}", of(url()), words(), of(words()), vec(person, 0..3));
    let times = (of(timestamp()), of(timestamp()), of(language()), of(words()));
    let lists = (of(words()), tags, vec(words(), 0..3), of(picture()), vec(related, 0..3));
    (metadata, times, lists, blocks(), of(publisher()), of(provenance)).prop_map(
        |(metadata, times, lists, body, publisher, provenance)| {
            let (id, url, title, standfirst, authors) = metadata;
            let (published, modified, language, rights) = times;
            let (section, tags, keywords, picture, related) = lists;
            Article {
                id,
                url,
                title,
                standfirst,
                authors,
                published,
                modified,
                section,
                tags,
                keywords,
                picture,
                body,
                related,
                publisher,
                language,
                rights,
                provenance,
            }
        },
    )
}

/// A few articles in an archive, some of which may have been the same.
pub(crate) fn archive() -> impl Strategy<Value = Archive> {
    let head = (words(), of(words()), of(url()), of(language()), of(words()));
    (head, vec(article(), 0..5)).prop_map(|((title, description, home, language, rights), articles)| {
        let mut archive = Archive::new(title);
        (archive.description, archive.home) = (description, home);
        (archive.language, archive.rights) = (language, rights);
        archive.extend(articles);
        archive
    })
}
