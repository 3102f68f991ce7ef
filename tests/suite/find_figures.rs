//! What building and asking the index costs natively, on an archive that `cargo xtask bench find` generates. Prints a line
//! for each figure; judges none.

use std::fs;
use std::path::PathBuf;
use std::time::Instant;

use backissue::archive::feed;
use backissue::find::text::{Ask, Extent, decompose, search};
use backissue::find::{IndexFiles, Postings};

const TRIES: usize = 20;

#[test]
#[ignore = "measures what `cargo xtask bench find` names"]
fn figures() {
    let archive = PathBuf::from(std::env::var_os("BACKISSUE_ARCHIVE").expect("the bench names its archive"));
    let words = std::env::var("BACKISSUE_WORDS").expect("the bench names words");
    let archive = feed::read("archive", &fs::read(archive).unwrap()).unwrap().archive;
    let articles = archive.entries().len();
    let letters: usize = archive.entries().iter().map(|entry| entry.article.body_text().len()).sum();
    let start = Instant::now();
    let files = IndexFiles::of(&archive, &Postings::of(&archive));
    tell("articles indexed a second", articles as f64 / start.elapsed().as_secs_f64());
    let bytes: usize = files.sealed("0123456789ab").map(|(_, file)| file.len()).sum();
    tell("index, % of the text", bytes as f64 * 100.0 / letters as f64);
    tell("files of the index", files.parts().count() as f64);
    let shelf = files.shelf();
    let mut times = Vec::new();
    for word in words.split(' ').cycle().take(TRIES * words.split(' ').count()) {
        let start = Instant::now();
        search(&shelf, &Ask::parse(&format!("{word} "), decompose), Extent::Whole).unwrap();
        times.push(start.elapsed().as_secs_f64() * 1e6);
    }
    times.sort_by(f64::total_cmp);
    tell("word natively, µs", times[times.len() / 2]);
}

#[expect(clippy::print_stdout, reason = "the bench reads it")]
fn tell(what: &str, figure: f64) {
    println!("figure: {what}: {figure:.0}");
}
