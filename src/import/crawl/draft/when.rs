//! When an article was published, from all that says so. Never makes a date more exact than its source.

use crate::article::{Date, Problem, ProblemCode, Timestamp};
use crate::import::crawl::address;
use crate::import::crawl::header::{Header, PartialDate};
use crate::import::crawl::stamp::{Form, Stamp};

/// What was found out.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Dates {
    pub(super) published: Option<Timestamp>,
    pub(super) modified: Option<Timestamp>,
    pub(super) problem: Option<Problem>,
}

/// Stamps of the page's metadata decide; then the first line with a visible stamp, the address, and `day`, which is
/// what some other line said.
pub(super) fn resolve(header: &Header, stamps: &[Stamp], day: Option<Date>) -> Dates {
    machine(stamps).unwrap_or_else(|| {
        let modified = first(stamps, |stamp| stamp.form == Form::Updated);
        let (published, problem) = visible(header, stamps)
            .or_else(|| Some((Timestamp::day(header.date?.full()?), None)))
            .or_else(|| day_from(header, "the address", address::date(header.address?)?))
            .or_else(|| day_from(header, "the text", day?))
            .map_or_else(|| (None, Some(unknown(header))), |(at, problem)| (Some(at), problem));
        Dates { published, modified, problem }
    })
}

/// The earliest and, if there are two or more, the latest.
fn machine(stamps: &[Stamp]) -> Option<Dates> {
    let times = || stamps.iter().filter(|stamp| stamp.form == Form::Machine).map(|stamp| stamp.at);
    let published = Some(times().min_by_key(Timestamp::order_key)?);
    let modified = times().max_by_key(Timestamp::order_key).filter(|_| times().count() > 1);
    Some(Dates { published, modified, problem: None })
}

/// A stamp that readers see, the first with a time if there is one.
fn visible(header: &Header, stamps: &[Stamp]) -> Option<(Timestamp, Option<Problem>)> {
    let fits = |stamp: &Stamp| stamp.form == Form::Visible && within(header.date, stamp.at.date);
    let at = first(stamps, |stamp| fits(stamp) && stamp.at.time.is_some()).or_else(|| first(stamps, fits))?;
    let known = at.time.is_none() && header.date.is_some_and(|date| date.full().is_some());
    Some((at, (!known).then(|| guessed(at, "the text"))))
}

fn first(stamps: &[Stamp], fits: impl Fn(&Stamp) -> bool) -> Option<Timestamp> {
    stamps.iter().find(|stamp| fits(stamp)).map(|stamp| stamp.at)
}

fn day_from(header: &Header, from: &str, day: Date) -> Option<(Timestamp, Option<Problem>)> {
    let at = Timestamp::day(day);
    within(header.date, day).then(|| (at, Some(guessed(at, from))))
}

fn within(known: Option<PartialDate>, day: Date) -> bool {
    known.is_none_or(|known| known.holds(day))
}

fn guessed(at: Timestamp, from: &str) -> Problem {
    Problem::new(ProblemCode::Guessed, "published", format!("{at}, from {from}"))
}

fn unknown(header: &Header) -> Problem {
    match header.date {
        Some(date) => {
            let what =
                format!("the day is not known: the first line says {date}, and nothing on the page agrees");
            Problem::new(ProblemCode::Unreadable, "line 1", what)
        }
        None => Problem::new(ProblemCode::Missing, "published", "the page has no date"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::crawl::{header, stamp};

    fn dates(first_line: &str, stamps: &[&str], day: Option<Date>) -> (String, String, bool) {
        let header = header::read(first_line).unwrap();
        let stamps: Vec<_> = stamps.iter().map(|line| stamp::read(line).unwrap()).collect();
        let dates = resolve(&header, &stamps, day);
        let text = |at: Option<Timestamp>| at.map(|at| at.to_string()).unwrap_or_default();
        (text(dates.published), text(dates.modified), dates.problem.is_some())
    }

    #[test]
    fn metadata_decides_before_what_readers_see() {
        let line = "date 2023-02-06 https://example.org/a";
        let both = ["09:00 06.02.2023", "2023-02-07T10:00+0000", "2023-02-06T11:43+0000"];
        assert_eq!(
            dates(line, &both, None),
            ("2023-02-06T11:43:00Z".into(), "2023-02-07T10:00:00Z".into(), false)
        );
        let one = ["2023-02-06T11:43+0000"];
        assert_eq!(dates(line, &one, None), ("2023-02-06T11:43:00Z".into(), String::new(), false));
        let seen = ["06.02.2023", "09:00 06.02.2023", "(updated: 10:00 06.02.2023)"];
        assert_eq!(
            dates(line, &seen, None),
            ("2023-02-06T09:00:00".into(), "2023-02-06T10:00:00".into(), true)
        );
        assert_eq!(dates(line, &["05.02.2023"], None), ("2023-02-06".into(), String::new(), false));
    }

    #[test]
    fn a_month_takes_its_day_from_the_address_or_the_text() {
        let none = String::new;
        let day = Date::new(2023, 2, 6);
        assert_eq!(
            dates("date 2023-02 https://example.org/20230206/a", &[], None),
            ("2023-02-06".into(), none(), true)
        );
        assert_eq!(
            dates("date 2023-02 https://example.org/20230306/a", &[], day),
            ("2023-02-06".into(), none(), true)
        );
        assert_eq!(dates("date 2023-02 https://example.org/a", &[], None), (none(), none(), true));
    }
}
