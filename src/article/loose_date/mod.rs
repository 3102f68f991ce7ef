//! Reads dates as people and programs write them, in the languages with most articles. Knows no clock; never
//! shifts a day, and never makes a date more exact than its source.

mod clock;
mod day;
mod epoch;
mod field;
mod months;
mod plausible;

use super::Timestamp;

pub(crate) use field::take;
pub use plausible::doubt;

/// A date, and what had to be guessed about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Loose {
    /// What was read.
    pub at: Timestamp,
    /// What the text leaves open and was decided: an English phrase.
    pub guessed: Option<&'static str>,
}

/// No date is written longer, in bytes.
const MAX_LEN: usize = 120;

/// Reads RFC 3339, RFC 2822, `06.06.2023`, `26-FEB-1987 15:01:01.79`, `Tue, 6 June 2023`, `6 de junio de 2023`,
/// `2023年6月6日 11:43`, `20230606`, seconds since 1970 and the like. `None` for what is less than a day.
#[must_use]
pub fn read(text: &str) -> Option<Loose> {
    let text = text.trim();
    if let Ok(at) = text.parse() {
        return Some(Loose { at, guessed: None });
    }
    if text.is_empty() || text.len() > MAX_LEN {
        return None;
    }
    let text = level(text);
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return digits(&text).map(|at| Loose { at, guessed: None });
    }
    if let Some(at) = compact(&text) {
        return Some(Loose { at, guessed: None });
    }
    if let Ok(at) = text.to_uppercase().parse() {
        return Some(Loose { at, guessed: None });
    }
    let (clock, rest) = clock::take(&text)?;
    let (date, guessed) = day::read(&rest)?;
    let at = match clock {
        Some(clock) => Timestamp { date, time: Some(clock.time), offset: clock.offset },
        None => Timestamp::day(date),
    };
    Some(Loose { at, guessed })
}

/// ISO 8601's basic form, `20230606T114300Z`.
fn compact(text: &str) -> Option<Timestamp> {
    let (day, clock) = text.split_once('t')?;
    let (clock, offset) = clock.strip_suffix('z').map_or((clock, None), |clock| (clock, Some(0)));
    let both = format!("{day}{clock}");
    let fits = day.len() == 8 && matches!(clock.len(), 4 | 6) && both.bytes().all(|b| b.is_ascii_digit());
    let at = fits.then(|| digits(&both))??;
    Some(Timestamp { offset, ..at })
}

/// `20230606`, `20230606114300` as crawls write it, or seconds or milliseconds since 1970.
fn digits(text: &str) -> Option<Timestamp> {
    match text.len() {
        8 => format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..]).parse().ok(),
        12 | 14 => {
            let seconds = if text.len() == 14 { &text[12..] } else { "00" };
            let day = format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..8]);
            format!("{day}T{}:{}:{seconds}", &text[8..10], &text[10..12]).parse().ok()
        }
        9 | 10 => Timestamp::from_unix(text.parse().ok()?),
        13 => Timestamp::from_unix(text.parse::<i64>().ok()? / 1000),
        _ => None,
    }
}

/// Lower case, ASCII digits, single spaces for all white space, and plain hyphens.
fn level(text: &str) -> String {
    let level = |c: char| match c {
        '\u{660}'..='\u{669}' => ascii_digit(c, 0x660),
        '\u{6f0}'..='\u{6f9}' => ascii_digit(c, 0x6f0),
        '\u{966}'..='\u{96f}' => ascii_digit(c, 0x966),
        '\u{ff10}'..='\u{ff19}' => ascii_digit(c, 0xff10),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{ff1a}' => ':',
        '\u{200e}' | '\u{200f}' => ' ',
        c if c.is_whitespace() => ' ',
        c => c,
    };
    text.chars().map(level).flat_map(char::to_lowercase).collect::<String>().trim().to_owned()
}

fn ascii_digit(c: char, zero: u32) -> char {
    char::from_digit(c as u32 - zero, 10).unwrap_or(c)
}

#[cfg(test)]
mod tests;
