//! Small files that would become endless ones: each is stopped with its place, the reason and what to do, and what lies
//! beside the harm is read.

use std::io::{Cursor, Write};

use backissue::article::Record;
use backissue::import::{self, Limits, Settings, Source};

const POST: &[u8] = b"---\ntitle: Harbour opens\n---\n\nThe first ship came in at noon.\n";

fn records(name: &str, bytes: &[u8], limits: Limits) -> Vec<Record> {
    let settings = Settings { limits, ..Settings::default() };
    let mut records = Vec::new();
    import::read_stream(&Source::new(name, &settings), bytes, &mut |reading| records.extend(reading.records));
    records
}

/// Place, reason and hint of the last record, which is rejected.
fn last(records: &[Record]) -> (&str, &str, &str) {
    let last = records.last().expect("something is said");
    let rejection = last.outcome.as_ref().expect_err("it is stopped");
    (&last.place, &rejection.reason, &rejection.hint)
}

fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ::zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        writer.start_file(*path, ::zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn a_zip_that_becomes_thousands_of_times_its_size_is_stopped_at_its_ratio() {
    const BLANKS: usize = 16 << 20;
    let one = zip(&[("blank", &vec![b' '; BLANKS])]);
    let mut archive = ::zip::ZipArchive::new(Cursor::new(&one)).unwrap();
    let mut writer = ::zip::ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file("post.md", ::zip::write::SimpleFileOptions::default()).unwrap();
    writer.write_all(POST).unwrap();
    for nth in 0..40 {
        writer.raw_copy_file_rename(archive.by_index_raw(0).unwrap(), format!("blank{nth}.txt")).unwrap();
    }
    let bomb = writer.finish().unwrap().into_inner();
    assert!(bomb.len() * 800 < 40 * BLANKS, "{}", bomb.len());
    let records = records("bomb.zip", &bomb, Limits::DEFAULT);
    assert_eq!(records[0].outcome.as_ref().unwrap().title, "Harbour opens");
    let (place, reason, hint) = last(&records);
    assert_eq!(place, "blank39.txt: the file");
    assert!(
        reason.contains("more than 500 times its size") && hint.contains("--limit-ratio"),
        "{reason}: {hint}"
    );
    let stopped = records.iter().filter(|record| {
        record.outcome.as_ref().is_err_and(|rejection| rejection.reason.contains("500 times"))
    });
    assert_eq!(stopped.count(), 40 - bomb.len() * 500 / BLANKS, "what fits is read");
}

#[test]
fn zips_in_each_other_are_opened_to_the_limit() {
    let mut bomb = zip(&[("post.md", POST)]);
    for _ in 0..20 {
        bomb = zip(&[("in.zip", &bomb), ("post.md", POST)]);
    }
    let records = records("bomb.zip", &bomb, Limits::DEFAULT);
    let (read, stopped): (Vec<&Record>, Vec<&Record>) =
        records.iter().partition(|record| record.outcome.is_ok());
    assert_eq!((read.len(), stopped.len()), (5, 1));
    let rejection = stopped[0].outcome.as_ref().unwrap_err();
    assert_eq!(stopped[0].place, "in.zip: in.zip: in.zip: in.zip: in.zip: the file");
    assert!(rejection.reason.contains("more than 5 times") && rejection.hint.contains("--limit-depth"));
}

/// A tar whose first file claims to have 8 GB, nearly all of them a hole, and whose second is a post.
fn sparse() -> Vec<u8> {
    let mut header = ::tar::Header::new_gnu();
    header.set_entry_type(::tar::EntryType::GNUSparse);
    header.set_path("hole.txt").unwrap();
    header.set_mode(0o644);
    header.set_size(512);
    let gnu = header.as_gnu_mut().unwrap();
    gnu.sparse[0].offset = *b"77777776777\0";
    gnu.sparse[0].numbytes = *b"00000001000\0";
    gnu.realsize = *b"77777777777\0";
    header.set_cksum();
    let mut bytes = header.as_bytes().to_vec();
    bytes.extend([b'x'; 512]);
    let mut builder = ::tar::Builder::new(bytes);
    let mut header = ::tar::Header::new_gnu();
    header.set_size(POST.len() as u64);
    header.set_mode(0o644);
    builder.append_data(&mut header, "post.md", POST).unwrap();
    builder.into_inner().unwrap()
}

#[test]
fn a_hole_in_a_tar_is_not_filled() {
    let records = records("bomb.tar", &sparse(), Limits::DEFAULT);
    let [hole, post] = records.as_slice() else { panic!("{records:?}") };
    let (place, reason, hint) = last(std::slice::from_ref(hole));
    assert_eq!(place, "hole.txt: the file");
    assert!(reason.contains("larger than 512 MB") && hint.contains("--limit-file"), "{reason}: {hint}");
    assert_eq!(post.outcome.as_ref().unwrap().title, "Harbour opens");
}
