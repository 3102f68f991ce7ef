//! A body that was written is read as it was, and whatever is read is in normal form.

use backissue::article::html::{read, write};
use backissue::article::{Block, Span};
use proptest::prelude::*;

use crate::archive_strategies::blocks;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn what_is_written_is_read(blocks in blocks()) {
        let html = write(&blocks);
        let (found, problems) = read(&html, None);
        prop_assert_eq!(&found, &blocks, "{}", html);
        prop_assert!(problems.is_empty(), "{:?}", problems);
    }

    #[test]
    fn whatever_is_read_is_normal(html in tag_soup()) {
        let (blocks, _) = read(&html, None);
        check_blocks(&blocks);
        let again = read(&write(&blocks), None).0;
        prop_assert_eq!(again, blocks);
    }

    #[test]
    fn nothing_panics(html in "\\PC{0,60}|[<>!/a-z\"'= -]{0,60}") {
        check_blocks(&read(&html, None).0);
    }
}

/// Pieces of HTML in any order.
fn tag_soup() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<i> ",
        " </i>",
        "<code>",
        "</code>",
        "<a href='https://example.org/a'>",
        "<a href='x'>",
        "</a>",
        "<div>",
        "</div>",
        "<ul>",
        "<li>",
        "</ul>",
        "<ol start=0>",
        "</ol>",
        "<dl><dt>",
        "<dd>",
        "</dl>",
        "<blockquote>",
        "<footer>",
        "</footer>",
        "<cite>",
        "</cite>",
        "</blockquote>",
        "<figure>",
        "<figcaption>",
        "</figcaption>",
        "<small>",
        "</small>",
        "</figure>",
        "<img src='a.png' alt=' x '>",
        "<img src='data:x' alt=y>",
        "<table>",
        "<caption>",
        "</caption>",
        "<thead>",
        "<tr>",
        "<th>",
        "<td>",
        "<td colspan=2 rowspan=2>",
        "</td>",
        "</table>",
        "<pre>",
        "\n  ",
        "</pre>",
        "<br>",
        "<hr>",
        "<h3>",
        "</h3>",
        "<iframe src='https://example.org/v'>",
        "</iframe>",
        "<video src=v>",
        "</video>",
        "<Foo>",
        "&nbsp;",
        "&lt;",
        " ",
        "one",
        "two ",
        " three",
        "— ",
        "\u{0}",
        "\r",
        "<q>",
        "</q>",
        "<svg>",
        "</svg>",
        "<select>",
        "</select>",
        "<template>",
        "</template>",
        "<math>",
        "</math>",
        "<span class=credit>",
        "</span>",
    ]);
    prop::collection::vec(pieces, 0..25).prop_map(|pieces| pieces.concat())
}

fn check_blocks(blocks: &[Block]) {
    for block in blocks {
        match block {
            Block::Paragraph(spans) => check_line(spans),
            Block::Heading { level, text } => {
                assert!((2..=6).contains(level));
                check_line(text);
            }
            Block::List { items, .. } => {
                assert!(!items.is_empty() && items.iter().all(|item| !item.is_empty()));
                items.iter().for_each(|item| check_blocks(item));
            }
            Block::Quote { blocks, source } => {
                assert!(!blocks.is_empty());
                check_blocks(blocks);
                if !source.is_empty() {
                    check_line(source);
                }
            }
            Block::Figure(picture) => {
                assert!(!picture.src.is_empty());
                for text in [&picture.alt, &picture.caption, &picture.credit].into_iter().flatten() {
                    check_text(text);
                    assert!(!text.contains('\n'));
                }
            }
            Block::Table { caption, head, rows } => {
                assert!(!head.is_empty() || !rows.is_empty());
                for cell in std::iter::once(caption).chain(head.iter().chain(rows).flatten()) {
                    if !cell.is_empty() {
                        check_line(cell);
                    }
                }
            }
            Block::Code { text, .. } => assert!(!text.trim().is_empty() && text.trim_end() == text),
            Block::Embed { url, .. } => assert!(url.starts_with("http")),
        }
    }
}

fn check_line(spans: &[Span]) {
    check_spans(spans);
    check_text(backissue::article::plain_text(&[Block::Paragraph(spans.to_vec())]).trim_end_matches('\n'));
}

fn check_text(text: &str) {
    assert!(!text.is_empty() && text.trim() == text, "{text:?}");
    for bad in ["  ", "\n\n", " \n", "\n ", "\t", "\r"] {
        assert!(!text.contains(bad), "{text:?}");
    }
}

fn check_spans(spans: &[Span]) {
    assert!(!spans.is_empty());
    for span in spans {
        match span {
            Span::Text(text) | Span::Code(text) => assert!(!text.is_empty()),
            Span::Emphasis(text) | Span::Strong(text) => check_spans(text),
            Span::Link { url, text } => {
                assert!(url.starts_with("http") || url.starts_with("mailto:"));
                check_spans(text);
            }
        }
    }
    let kind = |span: &Span| std::mem::discriminant(span);
    let merged = |pair: &[Span]| matches!(&pair[0], Span::Link { .. }) || kind(&pair[0]) != kind(&pair[1]);
    assert!(spans.windows(2).all(merged), "{spans:?}");
}
