//! Markdown, its front matter and crawl text.

use super::{bounded, numbered};

#[test]
fn swollen_markdown_gives_one_record_of_its_size() {
    for unit in [
        "[[[[",
        "> > > > ",
        "> ",
        "{{<",
        "{{",
        "{% ",
        "{# ",
        "{{<>}}",
        "{% raw %}",
        "{{< a >}}",
        "`{{`",
        "* ",
        "- - ",
        "1. ",
        "*a_",
        "**",
        "`",
        "```\n",
        "~~~\n",
        "<div>",
        "<img src=\"a\">",
        "![",
        "![a](b)",
        "[^#]: a\n",
        "[^#]",
        "[#]: /u\n",
        "|",
        "|-",
        "a|b\n-|-\n",
        "\\",
        "&",
        "- [ ] ",
        ": ",
        "a\n: b\n",
        "{:",
        "<!-- ",
        "{{<\n",
        "{%\n",
        "{{ a ",
    ] {
        for end in ["", ">}}%}}}"] {
            for start in ["# T\n\n", "---\ntitle: T\n---\n"] {
                let ledger = bounded("markdown", &numbered(start, unit, 4_000, end));
                assert_eq!(ledger.lines().len(), 1, "{unit}");
            }
        }
    }
}

#[test]
fn swollen_front_matter_gives_one_record_of_its_size() {
    for unit in [
        "- a\n",
        "a#: b\n",
        "a: \"b\n",
        "[",
        "{",
        "- ",
        "a: &a#\n",
        "*a ",
        "a: [b, c]\n",
        "? ",
        "tags: [a#]\n",
        "a: |\n",
        "'",
    ] {
        for end in ["\n---\nText.\n", "", "\n---\n"] {
            for start in ["---\ntitle: a: b: c\n", "---\ntitle: T\n"] {
                let ledger = bounded("markdown", &numbered(start, unit, 12_000, end));
                assert_eq!(ledger.lines().len(), 1, "{unit}");
            }
        }
    }
}

#[test]
fn swollen_text_gives_one_record_of_its_size() {
    for unit in [
        "a",
        "a ",
        "a\n",
        "\n",
        "\"",
        "“",
        "(",
        ". ",
        "A. ",
        "Dr. ",
        "a, ",
        "http://a.example/# ",
        "https://a.example/#.jpg\n",
        "2023-06-06 ",
        "27.02.2026\n",
        "/html/head/meta\n",
        "© Photo : Ann\n",
        "1920 1080 true\n",
        "Wire desk@example.org +10005550100 Trust 252 60\n",
        "en_EN\n",
        "\u{300}",
        "字",
        "a#\n",
        "A# B\n\n",
        "A, B, C#\n",
    ] {
        for start in ["", " date 2023-06-06 https://example.org/a.html\n\nOld mill\n\n"] {
            let ledger = bounded("crawl-text", &numbered(start, unit, 5_000, ""));
            assert_eq!(ledger.lines().len(), 1, "{unit}");
        }
    }
}
