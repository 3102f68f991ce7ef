//! Full stops that end no sentence: initials, titles, acronyms, file names. Judges one full stop without a space
//! behind it.

use super::scan::Scan;
use super::sentence::is_caseless;

/// In front of names. In small letters, without the full stop.
const TITLES: &str = "\
    mr mrs ms dr prof st ste gen col lt maj capt cpt sgt cpl cmdr adm sen rep gov hon rev fr mt ft messrs vs \
    cf viz ph mme mlle mgr hl sr sra srta dra dña ing lic gral cnel ud uds arq им ул просп пр пер пл обл тов \
    акад проф ген гор пос дер рис табл см св гр δρ καθ αγ κα κκ στρ αρ";

/// Begin a sentence even behind an abbreviation.
const OPENERS: &str = "\
    The This That These There In It He She We They On At But And For However Earlier Meanwhile According El \
    Los Las En Un Una Según Les На По Он Она Они Это Как При Ранее Το Η Ο Οι Στην Στο Σε";

/// Endings of file names and hosts that begin no sentence.
const ENDINGS: &str = "\
    md js ts txt pdf html htm xml json csv exe dll zip png jpg jpeg gif py rs ru рф doc docx xls xlsx mp3 \
    mp4 apk io ua php cpp fm";

/// Endings that begin sentences too, unless they are all capitals or follow one of [`HOSTS`].
const AMBIGUOUS_ENDINGS: &str = "\
    net com org info tv ai";

const HOSTS: &str = "\
    amazon booking alibaba change crypto hotels salesforce world cars monster";

/// Whether the full stop at `stop` ties the word before it to the word at `next`.
pub(super) fn joins(scan: &Scan, start: usize, stop: usize, next: usize) -> bool {
    let before = scan.slice(scan.run_start(start, stop, char::is_alphabetic), stop);
    let after_end = scan.run_end(next, char::is_alphabetic);
    let after = scan.slice(next, after_end);
    let letters = before.chars().count();
    if letters == 0 {
        return false;
    }
    if has(OPENERS, after) && scan.at(after_end).is_some_and(char::is_whitespace) {
        return false;
    }
    if letters == 1 {
        return !ends_clock_or_list(scan.token(start, stop).0);
    }
    let small = before.to_lowercase();
    let title = has(TITLES, &small) && !after.chars().any(is_caseless);
    let shout = scan.at(stop) == Some('!') && matches!(before, "Yahoo" | "Jeopardy");
    title || shout || is_acronym(before, after, scan.at(after_end)) || is_file_or_host(before, after)
}

fn has(list: &str, word: &str) -> bool {
    list.split(' ').any(|entry| entry == word)
}

/// `5 p.m.` and `и т.д.` may end a sentence.
fn ends_clock_or_list(token: &str) -> bool {
    ["a.m", "p.m", "т.д", "т.п", "κ.λπ"].iter().any(|short| {
        token.strip_suffix(short).is_some_and(|rest| !rest.ends_with(|c: char| c.is_alphabetic() || c == '.'))
    })
}

/// `EE.UU.`, `JJ.OO.`: groups of capitals, each with its full stop. `(BAC.N)`: the code of a share.
fn is_acronym(before: &str, after: &str, behind: Option<char>) -> bool {
    let group =
        |text: &str, most: usize| text.chars().count() <= most && text.chars().all(char::is_uppercase);
    let share = matches!(behind, Some(')' | ']' | '>')) && group(before, 5);
    group(after, 3) && (share || (group(before, 3) && behind == Some('.')))
}

/// `README.Md`, `ASP.NET`, `Booking.Com`.
fn is_file_or_host(before: &str, after: &str) -> bool {
    let ending = after.to_lowercase();
    let shouted = after.chars().count() > 1 && after.chars().all(char::is_uppercase);
    has(ENDINGS, &ending)
        || (has(AMBIGUOUS_ENDINGS, &ending) && (shouted || has(HOSTS, &before.to_lowercase())))
}
