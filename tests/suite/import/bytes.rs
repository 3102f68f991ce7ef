//! Whatever the bytes are, there is one record, and no text of a body is lost.

use backissue::article::ProblemCode;
use proptest::prelude::*;

use super::{article, read};

const PROSE: &str =
    "The wheel of the mill at Fennel Bridge turned again on Friday, for the first time in years.";

fn rejection(bytes: &[u8]) -> (String, String) {
    let rejection = read("page.txt", bytes).records.remove(0).outcome.expect_err("it was imported");
    (rejection.reason, rejection.hint)
}

#[test]
fn what_cannot_be_understood_is_rejected_with_a_reason_and_a_hint() {
    let binary = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice();
    let sources = [
        b"".as_slice(),
        b" \n\t\r\n",
        b"\xef\xbb\xbf\n",
        binary,
        b"\xc8\xe7\xe2\xe5\xf1\xf2\xe8\xff",
        b"{\"version\": \"https://jsonfeed.org/version/1.1\"}",
        b"{\"version\": \"https://jsonfeed.org/ver",
        b"<!DOCTYPE html><p><script>say()</script>",
    ];
    for bytes in sources {
        let (reason, hint) = rejection(bytes);
        assert!(!reason.is_empty() && !hint.is_empty(), "{bytes:?}");
    }
}

#[test]
fn line_ends_and_unseen_characters_change_nothing() {
    let page = format!(" date 2023-06-06 https://example.org/a.html\n\nOld mill turns again\n\n{PROSE}\n");
    let plain = article("a.txt", page.as_bytes());
    let windows = format!("\u{feff}{}", page.replace('\n', "\r\n").replace("mill", "mi\u{200b}ll"));
    assert_eq!(article("a.txt", windows.as_bytes()), plain);
    assert_eq!(article("a.txt", page.replace("\n\n", "\n").trim_start().as_bytes()).0, plain.0);
    let wide: Vec<u8> =
        "\u{feff}".encode_utf16().chain(page.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    assert_eq!(article("a.txt", &wide), plain);
}

#[test]
fn bytes_that_are_not_utf_8_are_told() {
    let mut page =
        format!("date 2023-06-06 https://example.org/a\nOld mill turns again\n{PROSE} Caf").into_bytes();
    page.extend(b"\xe9.");
    let (article, problems) = article("a.txt", &page);
    assert!(article.body_text().ends_with("Caf\u{fffd}.\n"));
    assert_eq!((problems[0].code, problems[0].place.as_str()), (ProblemCode::Unreadable, "line 3"));
}

fn solid(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// A page of the known template around `body`.
fn page(body: &str) -> String {
    let publisher = "Harbour Wire desk@example.org +10005550100 Harbour Trust 252 60";
    format!(
        " date 2023-06-06 https://example.org/a.html\nOld mill\nOld mill\nIt turns.\n2023-06-06T11:43+0000\nworld\n\
         mills\n/html/head/meta[@name='og:title']/@content\n{PROSE}{body}{PROSE}\n{publisher}\nen_EN\n"
    )
}

proptest! {
    #[test]
    fn any_bytes_give_one_record(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert_eq!(read("a.bin", &bytes).records.len(), 1);
    }

    #[test]
    fn any_lines_give_one_article_with_a_title(lines in prop::collection::vec(line(), 1..30)) {
        let records = read("a.txt", lines.join("\n").as_bytes()).records;
        prop_assert_eq!(records.len(), 1);
        if let Ok(article) = &records[0].outcome {
            prop_assert!(!article.title.is_empty() && !article.id.is_empty());
        }
    }

    #[test]
    fn no_text_of_a_body_is_lost(body in "[a-zA-Zа-яА-Яا-ي0-9 .!?\"«»„“()…,:;'-]{0,200}") {
        let (article, _) = article("a.txt", page(&body).as_bytes());
        prop_assert_eq!(solid(&article.body_text()), solid(&format!("{PROSE}{body}{PROSE}")));
        prop_assert_eq!(article.publisher.unwrap().name, "Harbour Wire");
    }
}

/// Lines of all kinds, and lines of none.
fn line() -> impl Strategy<Value = String> {
    let known = [
        " date 2023-02 https://example.org/a",
        "2023-06-06T11:43+0000",
        "27.02.2026",
        "15:39 27.02.2026",
        "/html/head/meta",
        "https://example.org/a.jpg",
        "https://example.org/b",
        "2023",
        "en_EN",
        "1920 1080 true",
        "Wire desk@example.org +10005550100 Trust 252 60",
        "a, b, c",
        "© Photo : Ann",
        "© 2026",
        PROSE,
        "Old mill",
        "",
        "Wheel - Wire, 1920, 27.02.2026",
        "It turned... Wire, 27.02.2026",
        "Old mill turns again, they say",
    ];
    prop_oneof![3 => prop::sample::select(known.to_vec()).prop_map(str::to_owned), 1 => "\\PC{0,80}"]
}
