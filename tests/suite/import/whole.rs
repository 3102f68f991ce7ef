//! What holds of every import, whatever it is given. The fuzz targets check the same.

use backissue::archive::ledger::Ledger;
use backissue::archive::{Alike, Archive, feed};
use backissue::import::Reading;

/// Each record leaves again, each rejection says why and what to do, and what is written reads as it was.
pub(crate) fn check(source: &str, readings: Vec<Reading>) -> Ledger {
    let said = readings.iter().any(|reading| !reading.records.is_empty() || !reading.problems.is_empty());
    let about = readings.iter().any(|reading| reading.about != Archive::default());
    let is_empty = readings.iter().any(|reading| !reading.format.is_empty());
    assert!(said || about || is_empty, "nothing is said of the source");
    let mut archive = Archive::default();
    let mut ledger = Ledger::default();
    let mut intake = archive.open(Alike::Merged);
    let records = readings.into_iter().flat_map(|reading| reading.records);
    intake.records(records.map(|record| (source.to_owned(), record)).collect(), &mut ledger);
    archive.close(intake);
    assert!(ledger.adds_up(), "{:?}", ledger.summary());
    for (line, rejection) in ledger.rejections() {
        assert!(!line.place.is_empty() && !rejection.reason.is_empty() && !rejection.hint.is_empty());
    }
    let written = feed::write(&archive);
    let again = feed::read("written", written.as_bytes()).expect("what was written is a feed");
    assert_eq!(again.ledger.summary().rejected, 0, "{written}");
    assert_eq!(feed::write(&again.archive), written);
    ledger
}
