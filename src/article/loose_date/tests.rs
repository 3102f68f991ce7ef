use proptest::prelude::*;

use super::*;

fn form(text: &str) -> String {
    read(text).map(|loose| loose.at.to_string()).unwrap_or_default()
}

#[test]
fn dates_of_standards_and_programs_are_read() {
    for (text, expected) in [
        ("2023-06-06T11:43+0000", "2023-06-06T11:43:00Z"),
        ("2023-06-06 11:43:00 UTC", "2023-06-06T11:43:00Z"),
        ("2023-06-06T11:43:12.345678", "2023-06-06T11:43:12"),
        ("2023/06/06 11:43", "2023-06-06T11:43:00"),
        ("Tue, 06 Jun 2023 11:43:00 +0300", "2023-06-06T11:43:00+03:00"),
        ("Tue, 06 Jun 2023 11:43:00 EDT", "2023-06-06T11:43:00-04:00"),
        ("Tue, 6 Jun 2023 11:43:00 +0200 (CEST)", "2023-06-06T11:43:00+02:00"),
        ("Tuesday, 06-Jun-23 11:43:00 GMT", "2023-06-06T11:43:00Z"),
        ("Tue Jun  6 11:43:00 2023", "2023-06-06T11:43:00"),
        ("Tue Jun 06 2023 23:43:00 GMT+0200 (Central European Summer Time)", "2023-06-06T23:43:00+02:00"),
        ("26-FEB-1987 15:01:01.79", "1987-02-26T15:01:01"),
        ("20230606", "2023-06-06"),
        ("20230606114305", "2023-06-06T11:43:05"),
        ("20230606T114305Z", "2023-06-06T11:43:05Z"),
        ("1686051780", "2023-06-06T11:43:00Z"),
        ("1686051780000", "2023-06-06T11:43:00Z"),
    ] {
        assert_eq!(form(text), expected, "{text}");
    }
}

#[test]
fn dates_of_people_are_read_in_their_languages() {
    let day = "2023-06-06";
    for text in [
        "Tue, 6 June 2023",
        "June 6th, 2023",
        "06.06.2023",
        "6.6.2023",
        "6. Juni 2023",
        "mardi 6 juin 2023",
        "mar. 6 juin 2023",
        "dinsdag 6 juni 2023",
        "martes, 6 de junio de 2023",
        "martedì 6 giugno 2023",
        "6 de junho de 2023",
        "6 czerwca 2023 r.",
        "6 июня 2023 г.",
        "6 червня 2023 року",
        "٦ يونيو ٢٠٢٣",
        "6 حزيران 2023",
        "2023年6月6日",
        "2023년 6월 6일",
        "ngày 6 tháng 6 năm 2023",
        "den 6 juni 2023",
        "6 Haziran 2023",
    ] {
        assert_eq!(form(text), day, "{text}");
    }
    assert_eq!(form("12 تشرين الثاني 2023"), "2023-11-12");
    assert_eq!(form("2023年6月6日 11:43"), "2023-06-06T11:43:00");
    assert_eq!(form("Le 6 juin 2023 à 11h43"), "2023-06-06T11:43:00");
    assert_eq!(form("June 6, 2023, 12:05 a.m. EST"), "2023-06-06T00:05:00-05:00");
    assert_eq!(form("6 June 2023 at 3:05pm"), "2023-06-06T15:05:00");
}

#[test]
fn what_is_open_is_decided_and_said() {
    let guess = |text: &str| read(text).map(|loose| (loose.at.to_string(), loose.guessed.is_some()));
    assert_eq!(guess("03/04/2023"), Some(("2023-03-04".into(), true)));
    assert_eq!(guess("25/04/2023"), Some(("2023-04-25".into(), false)));
    assert_eq!(guess("04/25/2023"), Some(("2023-04-25".into(), false)));
    assert_eq!(guess("06.06.87"), Some(("1987-06-06".into(), true)));
}

#[test]
fn what_is_less_or_more_than_a_date_is_none() {
    for text in [
        "",
        "June 2023",
        "2023",
        "yesterday",
        "31.02.2023",
        "6 June 7 July 2023",
        "25:00 06.06.2023",
        "13:05 pm 6 June 2023",
        "1 2 3 4",
        "11:43",
        "-",
        "99999999999999999999",
        "the harbour of the town was opened on 6 June 2023 after nine years of work",
    ] {
        assert_eq!(form(text), "", "{text}");
    }
}

#[test]
fn letters_are_not_cut() {
    assert!(read("!ȺATAἠዀ").is_none());
}

proptest! {
    #[test]
    fn no_text_panics(text in "\\PC{0,60}") {
        let _ = read(&text);
    }

    #[test]
    fn no_text_with_a_sign_panics(text in "[0-9]{0,3}\\PC{0,6}[tTzZ:+., -]\\PC{0,8}[zZ]?") {
        let _ = read(&text);
    }

    #[test]
    fn no_date_shifts(year in 1600_u16..2100, month in 1_u8..=12, day in 1_u8..=28, hour in 0_u8..24, east in -12_i16..=14) {
        let offset = format!("{}{:02}00", if east < 0 { '-' } else { '+' }, east.abs());
        let read = form(&format!("{day}.{month}.{year} {hour}:05 {offset}"));
        prop_assert!(read.starts_with(&format!("{year}-{month:02}-{day:02}T{hour:02}:05:00")), "{}", read);
    }
}
