//! Sources that were made to do harm: nested, repeated and swollen. What comes of them is bounded by what they hold,
//! and each record is accounted for. Nothing here looks at a clock: what grows with the square of a source would
//! not end.

mod data;
mod html;
mod text;

use backissue::archive::ledger::Ledger;
use backissue::article::Record;
use backissue::import::{self, Format, Reading, Settings, Source};

use super::whole::check;

fn read_as(format: &str, text: &str) -> Reading {
    let format: Format = format.parse().unwrap();
    let settings = Settings { format: Some(format), ..Settings::default() };
    import::read(&Source::new("posts/a", &settings), text.as_bytes())
}

/// The size of a record as an archive and a ledger hold it, in bytes.
fn size(record: &Record) -> usize {
    let problems: usize =
        record.problems.iter().map(|problem| problem.place.len() + problem.message.len()).sum();
    let said = match &record.outcome {
        Ok(article) => serde_json::to_string(&article.body).unwrap().len() + article.title.len(),
        Err(rejection) => rejection.reason.len() + rejection.hint.len(),
    };
    problems + said
}

/// Imports `text`, and checks that no more comes of it than it holds, some times over.
fn bounded(format: &str, text: &str) -> Ledger {
    let reading = read_as(format, text);
    let size: usize = reading.records.iter().map(size).sum();
    let most = 12 * text.len() + 500 * reading.records.len() + 10_000;
    assert!(size < most, "{format}: {size} of {}: {:.60}", text.len(), text);
    check("a", vec![reading])
}

/// A beginning, many times a unit, and an end.
fn swollen(start: &str, unit: &str, times: usize, end: &str) -> String {
    format!("{start}{}{end}", unit.repeat(times))
}

/// The same, with `#` in the unit a number.
fn numbered(start: &str, unit: &str, times: usize, end: &str) -> String {
    let units: String = (0..times).map(|n| unit.replace('#', &n.to_string())).collect();
    format!("{start}{units}{end}")
}
