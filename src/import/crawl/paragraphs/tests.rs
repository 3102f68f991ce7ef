//! Every case is a text with `|` where it must be split; `#|` where the piece in front is a heading.

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
fn latin_sentences() {
    check(&[
        "The wheel turned again.|Nobody spoke.",
        "The wheel turned again!|Nobody spoke?|Then they did.",
        "They met for discussions.|\"We spoke of flour,\" she said.",
        "She said: \"We spoke of flour.\"|The miller nodded.",
        "\"It turns,\" he said.|\"It does,\" she said.|They left.",
        "He sang “The Mill.”|Then he left.|“Why?” they asked.",
        "Er sagte: „Es dreht sich.“|Dann ging er.|„Warum?“ fragten sie.",
        "Il dit : « Elle tourne. »|Puis il partit.|« Pourquoi ? »",
        "He left (at last.)|They stayed.|(Nobody knew.)",
        "That was in 2042.|Lavender grew on June 5.|Earlier, nothing did.",
        "La caída fue del \"1,2%\".|Anteriormente hubo más.|¿Por qué?|¡Nadie sabe!",
        "It was \"the end...\"|The miller laughed.",
        "Is it?!|It is.",
        "He arrived at 5 p.m.|The wheel stood still.",
        "They sell bread, eggs, etc.|The shop is small.",
        "It joined the U.S.|The treaty failed.",
        "A new phone is out.|iPhone sales rose.",
        "The talks with NATO.|NATO said nothing.",
        "He left.|\"20 people saw it,\" she said.",
        "Subió el precio.|Com o apoio de todos.",
        "Wait (really?)|Yes.",
        "Élan vital.|Événement rare.|Œuvre.",
        "Its share grew by 7,500.|Under the plan it falls.",
        "He works for Acme Inc.|The firm is old.",
        "İstanbul'a gitti.|Şimdi döndü.",
        "They took the MS-23.|Later it broke.",
        "He told them to sit.|And they sat.",
        "He left the region.|[Photo by Ann Moss]",
    ]);
}

#[test]
fn latin_full_stops_that_end_nothing() {
    check(&[
        "the U.S. army and the U.S.-led force and U.S.Army",
        "the No.5 mill",
        "at 5 p.m. on Friday",
        "flour, e.g. rye",
        "flour, e.g.Rye",
        "a share of 3.5 or 3.5m",
        "J.R.R. Tolkien and J.R.R.Tolkien",
        "see https://example.org/a.Html and www.Example.Org",
        "write to Ann.Moss@Example.Org or a@b.Co",
        "the file README.Md and main.Rs",
        "Node.js and Vue.Js",
        "ASP.NET and Socket.IO",
        "well...maybe",
        "Well...Maybe",
        "Well…Maybe",
        "Mr.Moss and Dr.Fenn",
        "St.Albans",
        "EE.UU. y JJ.OO. de verano",
        "a Ph.D. in milling",
        "Ph.D.",
        "version 2.0.1",
        "example.org/Path.Name",
        "D.C.United",
        "the .NET tools",
        "1.The first",
        "Yahoo!News",
        "Booking.Com said",
        "i.e.Rye",
        "A.M.Fenn",
        "It turned. Then it stopped.",
        "Lt.Col.Fenn",
        "Sr.García",
        "c.f.Rye",
        "Moss vs.Fenn",
        "127.0.0.1",
        "the end.the start",
        "http://example.org?Query=A.Bee",
    ]);
}

#[test]
fn latin_headings() {
    check(&[
        "Un viejo molino en la vanguardia#|El Foro abrió sus puertas.",
        "Pánico por un globo en EEUU#|Un globo cruzó el valle.",
        "La rueda gira otra vez#|A pesar de todo, nadie vino.",
        "Busca \"acabar con el molino\"#|Así lo dijo ayer.",
        "Ella dijo adiós#|\"Nos vamos\", repitió.",
        "¿Quién muele hoy?|La respuesta es corta.",
        "The plan for 2023#|The mayor has none.",
        "The mill (and its wheel)#|Nobody has seen it.",
        "It turned. Then it stopped for a while|Another day came.",
        "Neues aus der Mühle#|Das Rad dreht sich.",
        "A guide to YouTube#|The site is old.",
        "Les meules en été#|Elles tournent.",
        "Tie entre ONU#|La Haya, dijo",
        "¿Qué dice el molinero#|¿Nada?",
        "Ended with no heading.|The old way#|She left the mill.",
    ]);
}

#[test]
fn latin_names_with_capitals_inside() {
    check(&[
        "an iPhone and an eBay offer",
        "on YouTube, LinkedIn and PayPal",
        "YouTubers like TikTok and WhatsApp",
        "McDonald and MacArthur",
        "DeepMind wrote JavaScript",
        "O'Neill and O’Neill and D'Angelo",
        "the DeSantis plan",
        "LeBron and LaGuardia",
        "FitzGerald, VanDyke, DiCaprio",
        "SpaceX and OpenAI",
        "AstraZeneca, BioNTech",
        "NGOs and CEOs and DVDs",
        "#StandWithMillers",
        "@AnnMoss wrote",
        "https://example.org/SomePath",
        "SARS-CoV-2",
        "a PhD in GmbH law",
        "10 kWh and 5 MHz",
        "the FooBar and the FooBar again",
        "snake_caseName",
        "call getName() now",
        "foo.barBaz",
        "vitaminC is good",
        "JPMorgan and USAid said",
        "pH and mRNA",
        "(s)He went",
        "fooBar.baz is set",
        "UNESCO and EEUU",
        "ONGs y UE",
        "MacBook, macOS and GitHub",
    ]);
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
