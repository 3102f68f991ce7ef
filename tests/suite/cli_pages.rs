//! The program on a folder of saved pages: their pictures, and what they are to each other.

use std::fs;

use backissue::archive::feed;

use crate::cli_site::{run, workplace};

#[test]
fn pictures_of_a_saved_folder_come_into_the_site_wherever_the_archive_lies() {
    let temp = workplace();
    let text = "The first ship came into the harbour at noon, and the town was there to see it. ".repeat(5);
    let page = format!(
        "<!doctype html><html lang=en><head><title>One</title></head><body><article><h1>One</h1><p>{text}</p>\
         <figure><img src='a_files/ship%201.png' alt='A ship'></figure><p>{text}</p></article></body></html>"
    );
    let folder = temp.path().join("saved/news/a_files");
    fs::create_dir_all(&folder).unwrap();
    fs::write(temp.path().join("saved/news/a.html"), page).unwrap();
    fs::write(folder.join("ship 1.png"), "a ship").unwrap();
    fs::create_dir(temp.path().join("out")).unwrap();
    for (archive, src) in [
        ("a.json", "saved/news/a_files/ship%201.png"),
        ("saved/a.json", "news/a_files/ship%201.png"),
        ("out/a.json", "pictures/"),
    ] {
        let (code, _, said) = run(temp.path(), &["import", "saved/news", "saved", "-o", archive]);
        assert_eq!(code, 0, "{said}");
        let reading = feed::read("a.json", &fs::read(temp.path().join(archive)).unwrap()).unwrap();
        let entry = &reading.archive.entries()[0];
        let pictures = entry.article.pictures();
        assert!(pictures[0].src.starts_with(src), "{pictures:?}");
        let (code, _, said) = run(temp.path(), &["build", archive, "-o", "site", "--viewer", "viewer"]);
        assert_eq!(code, 0, "{said}");
        let file = temp.path().join("site").join(pictures[0].src.replace("%20", " "));
        assert_eq!(fs::read(file).unwrap(), b"a ship");
        fs::remove_file(temp.path().join(archive)).unwrap();
    }
}
