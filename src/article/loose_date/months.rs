//! The names of months, whole and cut short, in the languages with most articles. In Chinese, Japanese, Korean and
//! Vietnamese months are numbers.

/// By month, in lower case: English, German, French, Dutch, Swedish, Spanish, Italian, Portuguese, Polish, Russian,
/// Ukrainian, Arabic (two calendars' names), Turkish, Persian's names of the Gregorian months.
const NAMES: [&str; 12] = [
    "january jan januar jänner jän janvier janv januari enero ene gennaio gen janeiro styczeń \
     stycznia sty январь января янв січень січня січ يناير جانفي ocak oca ژانویه",
    "february feb februar feber février fevrier févr fév fevr februari febrero febbraio febb \
     fevereiro fev luty lutego lut февраль февраля фев февр лютий лютого лют فبراير فيفري \
     شباط şubat şub فوریه",
    "march mar märz maerz mär mrz mars maart mrt marzo março marco marzec marca март марта \
     мар березень березня бер مارس آذار اذار mart",
    "april apr avril avr abril abr aprile kwiecień kwietnia kwi апрель апреля апр квітень \
     квітня квіт кві أبريل ابريل إبريل أفريل نيسان nisan nis آوریل",
    "may mai mei maj mayo maggio mag maio maja май мая травень травня трав тра مايو ماي أيار \
     ايار mayıs مه",
    "june jun juni juin junio giugno giu junho czerwiec czerwca cze июнь июня июн червень \
     червня черв чер يونيو يونيه جوان حزيران haziran haz ژوئن",
    "july jul juli juillet juil julio luglio lug julho lipiec lipca lip июль июля июл липень \
     липня лип يوليو يوليه جويلية تموز temmuz tem ژوئیه",
    "august aug août aout augustus augusti agosto ago sierpień sierpnia sie август августа \
     авг серпень серпня серп сер أغسطس اغسطس أوت آب ağustos ağu اوت",
    "september sep sept septembre septiembre setiembre settembre sett set setembro wrzesień \
     września wrz сентябрь сентября сен сент вересень вересня вер верес سبتمبر أيلول ايلول \
     eylül eyl سپتامبر",
    "october oct oktober okt octobre octubre ottobre ott outubro out październik października \
     paź октябрь октября окт жовтень жовтня жовт жов أكتوبر اكتوبر ekim eki اکتبر",
    "november nov novembre noviembre novembro listopad listopada lis ноябрь ноября ноя нояб \
     листопад листопада лист лис نوفمبر kasım kas نوامبر",
    "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro grudzień \
     grudnia gru декабрь декабря дек грудень грудня груд гру ديسمبر aralık ara دسامبر",
];

/// Months of two words: the Levant's.
const PAIRS: [(&str, &[&str], u8); 4] = [
    ("كانون", &["الثاني"], 1),
    ("تشرين", &["الأول", "الاول"], 10),
    ("تشرين", &["الثاني"], 11),
    ("كانون", &["الأول", "الاول"], 12),
];

/// The month that `word` names, perhaps with the first word of `after`, and what follows it.
pub(super) fn read<'a>(word: &str, after: &'a str) -> Option<(u8, &'a str)> {
    let next = after.trim_start();
    for (first, seconds, month) in PAIRS {
        if word == first
            && let Some(rest) = seconds.iter().find_map(|second| next.strip_prefix(second))
        {
            return Some((month, rest));
        }
    }
    let at = NAMES.iter().position(|names| names.split(' ').any(|name| name == word))?;
    Some((u8::try_from(at).ok()? + 1, after))
}
