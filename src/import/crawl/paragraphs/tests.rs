//! Every case is a text with `|` where it must be split; `#|` where the piece in front is a heading.

mod latin;

use proptest::prelude::*;

use super::*;

fn marked(text: &str) -> String {
    let names = Names::new([], [text]);
    let pieces = split(text, &names);
    let last = pieces.len().saturating_sub(1);
    let mark = |(index, piece): (usize, &Piece)| match (index == last, piece.heading) {
        (true, _) => piece.text.to_owned(),
        (false, true) => format!("{}#|", piece.text),
        (false, false) => format!("{}|", piece.text),
    };
    pieces.iter().enumerate().map(mark).collect()
}

fn check(cases: &[&str]) {
    let wrong = |case: &&&str| {
        let text = case.replace("#|", "").replace('|', "");
        (marked(&text) != **case).then(|| format!("wanted {case}\n   got {}", marked(&text)))
    };
    let wrong: Vec<String> = cases.iter().filter_map(|case| wrong(&case)).collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn cyrillic() {
    check(&[
        "Колесо снова крутится.|Мельник молчит.",
        "«Колесо крутится».|Мельник молчит.",
        "Мельник сказал: «Крутится.»|Все ушли.|«Почему?» – спросили они.",
        "Мельник молчит.|\"Мы ждали, - сказал он, - \"Новую реку\"\".|Потом ушёл.",
        "Колесо крутится!|Что дальше?|Никто не знает.",
        "Продали муку, хлеб и т.д.|Лавка мала.",
        "Новости старой мельницы#|В пятницу колесо крутилось.",
        "Что думает США#|Мельник молчит.",
        "План на 2023#|Мельник доволен.",
        "\"Это будет \"Музей\", - сказала она.|\"Приходите!\"",
        "Вона мовчить.|Їй добре.",
        "Цены выросли на 3,5%.|Мука стоит дорого.",
        "Как?..|Никто не знает.",
        "А.С. Пушкин и А.С.Пушкин",
        "ул.Ленина и им.Ленина",
        "в 2023 г. и т.е. раньше",
        "г.Ключи",
        "почта Mail.Ru",
        "сайт Ключи.Рф",
        "д.5 и 3.5",
        "ну...Потом",
        "МакДональд и ВКонтакте",
        "КамАЗ и МиГ",
        "И. о. главы",
        "проф.Мохов",
        "ТВ-3 и НКОшники",
    ]);
}

#[test]
fn greek() {
    check(&[
        "Ο μύλος γυρίζει.|Κανείς δεν μιλά.",
        "«Γυρίζει».|Ο μυλωνάς γελά.|«Γιατί;» ρώτησαν.",
        "Γυρίζει!|Έτσι είπε.",
        "Τα νέα του μύλου#|Ο μυλωνάς γελά.",
        "Στις 5 Ιουνίου 2023.|Ύστερα σταμάτησε.",
        "Ο Μ.Κ.Μυλωνάς",
        "π.χ. το αλεύρι",
        "το 3.5 και το 7.500",
        "ίσως...Ναι",
        "Δρ.Μύλος",
    ]);
}

#[test]
fn arabic() {
    check(&[
        "عادت الطاحونة إلى العمل.|وقال الطحان إنه سعيد.",
        "هل عادت الطاحونة؟|نعم عادت!|ثم توقفت.",
        "عادت في عام 2023.|وقال الطحان ذلك.",
        "قال: \"عادت.\"|ثم ذهب.|\"نعم\" قالوا.",
        "عادت الطاحونة.|«نعم» قال.",
        "چکی دوبارہ چلی۔|لوگ خوش ہیں۔",
        "آسیاب چرخید.|گفت خوب است.",
        "عادت. ثم توقفت",
        "قال د.سالم ذلك",
        "وكالة أ.ف.ب قالت",
        "النسبة 3.5 في المئة",
        "ربما...نعم",
        "موقع https://example.org/أ.ب",
    ]);
    check(&["הטחנה חזרה.|הטוחן שמח."]);
}

#[test]
fn what_an_article_shows_to_be_a_name_is_not_split() {
    let text = "The old TillFlow firm";
    assert_eq!(split(text, &Names::new([], [text])).len(), 2);
    assert_eq!(split(text, &Names::new(["TillFlow opens"], [text])).len(), 1);
}

fn solid(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

proptest! {
    #[test]
    fn nothing_is_lost(text in "\\PC{0,200}") {
        let joined: String = split(&text, &Names::default()).iter().map(|piece| solid(piece.text)).collect();
        prop_assert_eq!(joined, solid(&text));
    }

    #[test]
    fn nothing_is_lost_where_seams_are_many(text in "([a-zA-Zа-яА-Яα-ωΑ-Ωا-ي0-9]{0,4}[.!?…؟\"«»“”„'()¿@/ ]{0,3}){0,40}") {
        let pieces = split(&text, &Names::default());
        let joined: String = pieces.iter().map(|piece| solid(piece.text)).collect();
        prop_assert_eq!(joined, solid(&text));
        prop_assert!(pieces.iter().all(|piece| !piece.text.trim().is_empty()));
    }
}
