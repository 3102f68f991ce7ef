//! Share pictures, decoded and looked at pixel by pixel.

use super::*;
use crate::article::Picture;
use crate::article::{Date, Language, Slug, Timestamp};
use crate::site::SiteName;

/// The pixels of a picture, true where they are not paper.
struct Inked(Vec<bool>);

impl Inked {
    fn of(bytes: &[u8]) -> Self {
        let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
        decoder.set_transformations(png::Transformations::EXPAND);
        let mut reader = decoder.read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut pixels).unwrap();
        assert_eq!((info.width, info.height), SHARE_PICTURE_SIZE);
        let paper = Palette::default().paper;
        Self(pixels.chunks_exact(3).map(|pixel| pixel != paper).collect())
    }

    /// How many pixels of a rectangle are inked.
    fn count(&self, xs: std::ops::Range<u32>, ys: std::ops::Range<u32>) -> usize {
        ys.map(|y| xs.clone().filter(|x| self.0[(y * WIDTH + x) as usize]).count()).sum()
    }

    /// Left, top, right and bottom of what is inked in some rows.
    fn bounds(&self, ys: std::ops::Range<u32>) -> Option<(u32, u32, u32, u32)> {
        let xs: Vec<u32> = (0..WIDTH).filter(|x| self.count(*x..x + 1, ys.clone()) > 0).collect();
        let ys: Vec<u32> = ys.filter(|y| self.count(0..WIDTH, *y..y + 1) > 0).collect();
        Some((*xs.first()?, *ys.first()?, *xs.last()?, *ys.last()?))
    }
}

const HEADLINE: std::ops::Range<u32> = 130..495;
const LONG: &str = "The committee on the standardisation of committees has published its four hundred and twelfth \
    interim report, in which it recommends, subject to the usual reservations, that the reservations that are usual \
    be reserved for the next committee, whose report is expected in due course, or not at all";

fn text(headline: &str, language: &str) -> ShareText {
    ShareText {
        headline: headline.to_owned(),
        section: Some("World".to_owned()),
        publisher: "The Example Wire".to_owned(),
        date: Some("16 August 1858".to_owned()),
        language: Language::parse(language),
    }
}

fn draw(text: &ShareText) -> Vec<u8> {
    SharePictures::new(Fonts::Own).draw(text, &Palette::default()).unwrap()
}

#[test]
fn all_texts_are_drawn_and_nothing_touches_the_margin() {
    let cases = [
        ("A hello by cable", "en"),
        (LONG, "en"),
        (&"Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz".repeat(4), "de"),
        ("Ночь, когда кабель заговорил: история первой телеграммы", "ru"),
        ("Η νύχτα που μίλησε το καλώδιο", "el"),
        ("الليلة التي تكلم فيها السلك", "ar"),
        ("הלילה שבו הכבל דיבר", "he"),
        ("Đêm mà sợi cáp lên tiếng", "vi"),
    ];
    for (headline, language) in cases {
        let picture = Inked::of(&draw(&text(headline, language)));
        assert!(picture.count(0..WIDTH, HEADLINE) > 3_000, "{headline}");
        assert!(picture.count(0..WIDTH, 60..110) > 300, "{headline}: section");
        assert!(picture.count(0..WIDTH, 510..560) > 1_000, "{headline}: footer");
        let (left, top, right, bottom) = picture.bounds(0..HEIGHT).unwrap();
        let margin = sheet::MARGIN - 6;
        assert!(left >= margin && top >= margin - 6, "{headline}: {left}, {top}");
        assert!(right < WIDTH - margin && bottom < HEIGHT - margin, "{headline}: {right}, {bottom}");
        assert_eq!(picture.count(0..WIDTH, 490..503), 0, "{headline} runs into the rule");
    }
}

#[test]
fn short_headlines_are_large_and_long_ones_are_cut() {
    let height = |headline: &str| {
        let picture = Inked::of(&draw(&text(headline, "en")));
        let (_, top, _, bottom) = picture.bounds(HEADLINE).unwrap();
        bottom - top
    };
    assert!(height("Ex") > 80);
    let five_lines = height(LONG);
    assert!((200..345).contains(&five_lines), "{five_lines}");
    assert_ne!(draw(&text(LONG, "en")), draw(&text(&LONG[..150], "en")));
    assert_eq!(draw(&text(LONG, "en")), draw(&text(&LONG.replace("not at all", "never"), "en")));
}

#[test]
fn lines_are_of_like_length() {
    let picture = Inked::of(&draw(&text("The cable spoke last night, and then it fell silent again", "en")));
    let (_, top, _, bottom) = picture.bounds(HEADLINE).unwrap();
    let third = (bottom - top) / 3;
    let right = |number: u32| picture.bounds(top + number * third..top + (number + 1) * third).unwrap().2;
    let rights = [right(0), right(1), right(2)];
    assert!(rights.iter().max().unwrap() - rights.iter().min().unwrap() < 300, "{rights:?}");
}

#[test]
fn right_to_left_scripts_start_at_the_right() {
    let edges = |headline: &str, language: &str| {
        let (left, _, right, _) = Inked::of(&draw(&text(headline, language))).bounds(HEADLINE).unwrap();
        (left, WIDTH - right)
    };
    for (headline, language) in [("הכבל", "he"), ("السلك", "ar"), ("السلك", "")] {
        let (left, right) = edges(headline, language);
        assert!(right < 90 && left > 500, "{headline}: {left}, {right}");
    }
    let (left, right) = edges("Cable", "en");
    assert!(left < 90 && right > 500, "{left}, {right}");
}

#[test]
fn equal_texts_give_equal_bytes_in_any_thread() {
    let pictures = SharePictures::new(Fonts::Own);
    let texts = [text("One", "en"), text("Έν", "el"), text("אחת", "he")];
    let alone: Vec<_> = texts.iter().map(draw).collect();
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                for (text, expected) in texts.iter().zip(&alone) {
                    assert_eq!(&pictures.draw(text, &Palette::default()).unwrap(), expected);
                }
            });
        }
    });
}

#[test]
fn letters_without_a_font_are_an_error_and_signs_are_left_out() {
    let pictures = SharePictures::new(Fonts::Own);
    let missing = pictures.draw(&text("Cable 電線 電", "ja"), &Palette::default()).unwrap_err();
    assert_eq!(missing, MissingLetters("電線".to_owned()));
    assert!(missing.hint().contains("install a font"));
    assert_eq!(draw(&text("Rockets 🚀 are 👍🏽 back", "en")), draw(&text("Rockets are back", "en")));
}

#[test]
fn colours_are_the_palettes() {
    let palette = Palette { paper: [1, 2, 3], accent: [250, 0, 0], ..Palette::default() };
    let bytes = SharePictures::new(Fonts::Own).draw(&text("One", "en"), &palette).unwrap();
    let reader = png::Decoder::new(std::io::Cursor::new(&bytes)).read_info().unwrap();
    let colours = reader.info().palette.clone().unwrap();
    let colours: Vec<&[u8]> = colours.chunks(3).collect();
    assert_eq!(colours[0], [1, 2, 3]);
    for colour in [palette.ink, palette.accent, palette.hairline] {
        assert!(colours.contains(&colour.as_slice()), "{colour:?}");
    }
}

#[test]
fn an_article_with_a_photograph_needs_no_picture() {
    let with = |src: &str| Article {
        picture: Some(Picture { src: src.to_owned(), ..Picture::default() }),
        ..Article::default()
    };
    assert!(wants_share_picture(&Article::default()));
    assert!(wants_share_picture(&with("pictures/a.SVG?v=2")));
    assert!(!wants_share_picture(&with("https://example.org/a.jpg")));
}

#[test]
fn texts_are_the_articles_and_else_the_sites() {
    let site = SiteName { title: "Archive".into(), language: Language::parse("ja"), ..SiteName::default() };
    let mut article = Article {
        title: "One".into(),
        published: Date::new(1858, 8, 16).map(Timestamp::day),
        ..Article::default()
    };
    let of_site = ShareText::of(&article, &site);
    assert_eq!((of_site.publisher.as_str(), of_site.date.as_deref()), ("Archive", Some("1858年8月16日")));
    article.language = Language::parse("en");
    let english = ShareText::of(&article, &site);
    assert_eq!(english.date.as_deref(), Some("16 August 1858"));
    let palette = Palette::default();
    assert_ne!(of_site.fingerprint(&palette), english.fingerprint(&palette));
    assert_eq!(english.fingerprint(&palette), ShareText::of(&article, &site).fingerprint(&palette));
}

#[test]
fn paths_are_flat() {
    let link = |date| Permalink { date, slug: Slug::new("a-hello").unwrap() };
    assert_eq!(share_picture_path(&link(Date::new(1858, 8, 16)), "0a"), "share/1858-08-16-a-hello.0a.png");
    assert_eq!(share_picture_path(&link(None), "0a"), "share/undated-a-hello.0a.png");
}
