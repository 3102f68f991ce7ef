//! Points in time as feeds want them. What a source doesn't say is midnight and UTC.

use crate::article::Timestamp;

/// What stands for an unknown time where a format must have one: the same at every build.
pub(super) const UNKNOWN: &str = "1970-01-01T00:00:00Z";

const DAYS: [&str; 7] = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// RFC 3339, as Atom wants it.
pub(super) fn rfc3339(at: Option<Timestamp>) -> String {
    at.map_or_else(|| UNKNOWN.to_owned(), |at| at.to_rfc3339())
}

/// RFC 822 with a year of four digits, as RSS 2.0 wants it: `Wed, 02 Oct 2002 08:00:00 +0000`.
pub(super) fn rfc822(at: &Timestamp) -> String {
    let full = at.to_rfc3339();
    let (_, clock) = full.split_once('T').unwrap_or_default();
    let (clock, zone) = clock.split_at(clock.find(['Z', '+', '-']).unwrap_or(clock.len()));
    let zone = if zone == "Z" { "+0000".to_owned() } else { zone.replace(':', "") };
    // Day 0, the first of January of the year 0, was a Saturday.
    let weekday = DAYS[(at.date.day_number() + 6).rem_euclid(7) as usize];
    let month = MONTHS[usize::from(at.date.month()) - 1];
    format!("{weekday}, {:02} {month} {:04} {clock} {zone}", at.date.day(), at.date.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rfc822_tells_the_day_of_the_week() {
        for (text, told) in [
            ("2002-10-02T08:00:00Z", "Wed, 02 Oct 2002 08:00:00 +0000"),
            ("1605-07-01", "Fri, 01 Jul 1605 00:00:00 +0000"),
            ("2000-02-29T23:59:30-05:30", "Tue, 29 Feb 2000 23:59:30 -0530"),
        ] {
            assert_eq!(rfc822(&text.parse().unwrap()), told);
        }
    }
}
