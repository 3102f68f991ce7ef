//! A site that is built again: what is the same stays, what was broken off is put right.

use std::collections::BTreeMap;
use std::fs::{self, File, FileTimes};
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use backissue::archive::Archive;
use backissue::article::{Article, Date, Picture, Tag, Timestamp};
use backissue::publish::{Precompress, Publication, PublishError, Summary, Viewer, publish};

const PAGE: &str = "<!doctype html><html lang=\"en\" data-root=\"./\"><head><!--head--><script type=\"module\">x</script>\
    </head><body><div id=\"app\"><!--app--></div><!--data--></body></html>";

/// A folder with a viewer, and a site in it whose files are all old.
struct Workplace(tempfile::TempDir);

impl Workplace {
    fn new() -> Self {
        let temp = tempfile::tempdir().unwrap();
        fs::create_dir(temp.path().join("viewer")).unwrap();
        for (name, text) in [("index.html", PAGE), ("v.js", ""), ("v_bg.wasm", "")] {
            fs::write(temp.path().join("viewer").join(name), text).unwrap();
        }
        Self(temp)
    }

    fn built(archive: &Archive, precompress: Precompress) -> Self {
        let place = Self::new();
        place.publish(archive, precompress).unwrap();
        for path in place.files().into_keys() {
            let file = File::options().write(true).open(place.site().join(path)).unwrap();
            file.set_times(FileTimes::new().set_modified(long_ago())).unwrap();
        }
        place
    }

    fn site(&self) -> PathBuf {
        self.0.path().join("site")
    }

    fn beside(&self, what: &str) -> PathBuf {
        self.0.path().join(format!(".site.backissue-{what}"))
    }

    fn publish(&self, archive: &Archive, precompress: Precompress) -> Result<Summary, PublishError> {
        let viewer = Viewer::load(&self.0.path().join("viewer")).unwrap();
        let site = self.site();
        let publication =
            Publication { beside: self.0.path().to_owned(), precompress, ..Publication::to(&site) };
        publish(archive, &viewer, &publication)
    }

    fn files(&self) -> BTreeMap<String, Vec<u8>> {
        crate::published::files(&self.site())
    }

    /// The files that were not there with the same time before.
    fn fresh(&self) -> Vec<String> {
        let is_fresh =
            |path: &String| self.site().join(path).metadata().unwrap().modified().unwrap() != long_ago();
        self.files().into_keys().filter(is_fresh).collect()
    }

    fn nothing_is_left_beside(&self) {
        let names: Vec<_> =
            fs::read_dir(self.0.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(names.len(), 2, "{names:?}");
    }
}

fn long_ago() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000)
}

/// A hundred articles, one of which has this title.
fn archive(fiftieth: &str) -> Archive {
    let mut archive = Archive::new("Archive");
    archive.extend(
        (0..100_u16).map(|number| Article {
            id: format!("{number:03}"),
            url: Some(format!("https://example.org/{number}")),
            title: if number == 50 { fiftieth.to_owned() } else { format!("Article {number}") },
            tags: [format!("tag {}", number / 4), "all".to_owned()]
                .iter()
                .filter_map(|tag| Tag::new(tag))
                .collect(),
            published: Date::new(1900 + number, 1, 1).map(Timestamp::day),
            standfirst: Some("A sentence on what it is about. ".repeat(9)),
            ..Article::default()
        }),
    );
    archive
}

#[test]
fn an_unchanged_archive_rewrites_nothing() {
    for precompress in [Precompress::No, Precompress::Yes] {
        let archive = archive("Fifty");
        let place = Workplace::built(&archive, precompress);
        let before = (place.files(), place.site().metadata().unwrap().modified().unwrap());
        let summary = place.publish(&archive, precompress).unwrap();
        assert_eq!((summary.tally.written, summary.tally.kept() + 1), (0, before.0.len()));
        assert_eq!(place.fresh(), Vec::<String>::new());
        assert_eq!((place.files(), place.site().metadata().unwrap().modified().unwrap()), before);
        place.nothing_is_left_beside();
    }
}

#[test]
fn one_changed_article_rewrites_only_what_shows_it() {
    // The address stays, as an archive that is added to keeps it.
    let place = Workplace::built(&archive("Fifty"), Precompress::No);
    let mut changed = archive("Fifty");
    let fifty =
        changed.entries().iter().find(|entry| entry.article.title == "Fifty").unwrap().article.clone();
    changed.extend([Article { title: "Fifty anew".to_owned(), ..fifty }]);
    let summary = place.publish(&changed, Precompress::No).unwrap();
    let (files, fresh) = (place.files(), place.fresh());
    assert_eq!(summary.tally.written, fresh.len() - 1, "the mark of the folder is new, too");
    let shows = |path: &&String| String::from_utf8_lossy(&files[*path]).contains("Fifty anew");
    let mut expected: Vec<&String> = files.keys().filter(shows).collect();
    let always = ["data/site.json", "sw.js", ".backissue"].map(str::to_owned);
    expected.extend(&always);
    // Both files of the cards of its page are named alike.
    expected.extend(files.keys().filter(|path| path.starts_with("data/cards-2.")));
    // The words of all articles stand in one index.
    let index: Vec<&String> = files.keys().filter(|path| path.starts_with("data/find-")).collect();
    let parts = index.len();
    expected.extend(index);
    // The lists of files that its own files stand in.
    let lists: Vec<&String> = fresh.iter().filter(|path| path.starts_with("data/files-")).collect();
    assert!((1..=2).contains(&lists.len()), "{fresh:?}");
    expected.extend(lists);
    expected.sort();
    assert_eq!(fresh.iter().collect::<Vec<_>>(), expected);
    for part in ["1950/01/01/fifty/", "1949/01/01/article-49/", "page/2/", "data/cards-3."] {
        assert!(fresh.iter().any(|path| path.starts_with(part)), "{part}: {fresh:?}");
    }
    assert!(fresh.len() - parts < 15, "{fresh:?}");
    assert_eq!(files.keys().filter(|path| path.starts_with("data/cards-3.")).count(), 1);
    let elsewhere = Workplace::built(&changed, Precompress::No);
    assert_eq!(files, elsewhere.files(), "built step by step or at once, a site is the same");
}

#[test]
fn articles_that_are_gone_are_gone_from_the_site() {
    let place = Workplace::built(&archive("Fifty"), Precompress::Yes);
    let mut fewer = Archive::new("Archive");
    fewer.extend(archive("Fifty").entries().iter().skip(1).map(|entry| entry.article.clone()));
    place.publish(&fewer, Precompress::No).unwrap();
    let files = place.files();
    assert!(!files.keys().any(|path| path.contains("article-99") || path.ends_with(".br")));
    assert!(files.contains_key("1998/01/01/article-98/index.html"));
}

#[test]
fn compressed_files_follow_theirs() {
    let place = Workplace::built(&archive("Fifty"), Precompress::Yes);
    let summary = place.publish(&archive("Fifty!"), Precompress::Yes).unwrap();
    let files = place.files();
    let list = &files["page/2/index.html"];
    let mut text = Vec::new();
    brotli::BrotliDecompress(&mut files["page/2/index.html.br"].as_slice(), &mut text).unwrap();
    assert_eq!(&text, list);
    text.clear();
    let mut gzip = flate2::read::GzDecoder::new(files["page/2/index.html.gz"].as_slice());
    std::io::Read::read_to_end(&mut gzip, &mut text).unwrap();
    assert_eq!(&text, list);
    let compressed = files.keys().filter(|path| path.ends_with(".br") || path.ends_with(".gz"));
    assert_eq!(summary.tally.compressed, compressed.count());
    assert!(place.fresh().len() < 40 && summary.tally.kept() > 200, "{summary:?}");
}

#[test]
fn a_build_that_fails_leaves_the_old_site() {
    let place = Workplace::built(&archive("Fifty"), Precompress::No);
    let before = place.files();
    let mut broken = archive("Fifty anew");
    let picture = Some(Picture { src: "viewer".to_owned(), ..Picture::default() });
    broken.extend([Article { id: "x".to_owned(), title: "X".to_owned(), picture, ..Article::default() }]);
    let error = place.publish(&broken, Precompress::No).unwrap_err();
    assert!(matches!(error, PublishError::Read { .. }), "{error}");
    assert_eq!((place.files(), place.fresh()), (before, Vec::new()));
    place.nothing_is_left_beside();
}

#[test]
fn a_run_that_died_while_writing_is_begun_afresh() {
    let place = Workplace::built(&archive("Fifty"), Precompress::No);
    let before = place.files();
    fs::create_dir(place.beside("new")).unwrap();
    fs::write(place.beside("new").join(".backissue"), "").unwrap();
    fs::write(place.beside("new").join("half.html"), "<p>ha").unwrap();
    place.publish(&archive("Fifty"), Precompress::No).unwrap();
    assert_eq!((place.files(), place.fresh()), (before, Vec::new()));
    place.nothing_is_left_beside();
}

#[test]
fn a_run_that_died_between_taking_away_and_putting_is_made_good() {
    let place = Workplace::built(&archive("Fifty"), Precompress::No);
    let before = place.files();
    fs::rename(place.site(), place.beside("old")).unwrap();
    fs::create_dir(place.beside("new")).unwrap();
    fs::write(place.beside("new").join(".backissue"), "").unwrap();
    let summary = place.publish(&archive("Fifty"), Precompress::No).unwrap();
    assert_eq!((place.files(), place.fresh(), summary.tally.written), (before, Vec::new(), 0));
    place.nothing_is_left_beside();
}

#[test]
fn a_run_that_died_before_it_cleared_away_is_cleared_after() {
    let place = Workplace::built(&archive("Fifty"), Precompress::No);
    fs::create_dir(place.beside("old")).unwrap();
    fs::write(place.beside("old").join(".backissue"), "").unwrap();
    place.publish(&archive("Fifty"), Precompress::No).unwrap();
    place.nothing_is_left_beside();
}

#[test]
fn folders_of_others_that_have_our_names_are_left_alone() {
    let place = Workplace::built(&archive("Fifty"), Precompress::No);
    fs::create_dir(place.beside("new")).unwrap();
    fs::write(place.beside("new").join("diary.txt"), "dear").unwrap();
    let error = place.publish(&archive("Fifty"), Precompress::No).unwrap_err();
    assert!(matches!(error, PublishError::Foreign(_)), "{error}");
    assert_eq!(fs::read(place.beside("new").join("diary.txt")).unwrap(), b"dear");
}

#[test]
fn two_runs_do_not_write_to_one_place() {
    let place = Workplace::built(&archive("Fifty"), Precompress::No);
    fs::create_dir(place.beside("new")).unwrap();
    let mark = File::create(place.beside("new").join(".backissue")).unwrap();
    mark.lock().unwrap();
    let error = place.publish(&archive("Fifty"), Precompress::No).unwrap_err();
    assert!(matches!(error, PublishError::Busy(_)), "{error}");
    drop(mark);
    place.publish(&archive("Fifty"), Precompress::No).unwrap();
}
