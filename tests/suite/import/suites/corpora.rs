//! Whole blogs, as they lie in their repositories: each page becomes an article, or is left out with the reason, and
//! nothing of the generator's own language is left in any.

use std::fs;
use std::path::Path;

use backissue::article::{Article, ProblemCode};
use backissue::import::{self, Settings, Source};
use rayon::prelude::*;

use crate::import::read;
use crate::shared;

struct Corpus {
    archive: &'static str,
    folder: &'static str,
    /// Pages that become articles, and pages that don't.
    pages: (usize, usize),
}

const CORPORA: [Corpus; 5] = [
    Corpus { archive: "18f", folder: "18f/content", pages: (509, 0) },
    Corpus { archive: "rust-blog", folder: "rust-blog/content", pages: (750, 4) },
    Corpus { archive: "ruby-lang-en", folder: "ruby-lang-en/en", pages: (513, 0) },
    Corpus { archive: "digitalgov", folder: "digitalgov/content/news", pages: (2081, 3) },
    Corpus { archive: "digitalgov", folder: "digitalgov/content/events", pages: (332, 7) },
];

#[test]
fn whole_blogs_are_read_and_each_page_is_accounted_for() {
    for Corpus { archive, folder, pages } in CORPORA {
        let Some(root) = shared::folder(&format!("corpora/{archive}.tar.xz")) else { return };
        let root = root.path().join(folder);
        let files = shared::files(&root, "md");
        let outcomes: Vec<_> = files.par_iter().flat_map_iter(|file| outcomes(&root, file)).collect();
        let articles = outcomes.iter().filter(|faults| faults.is_some()).count();
        let counted = (articles, outcomes.len() - articles);
        let wrong: Vec<String> = outcomes.into_iter().flatten().flatten().collect();
        eprintln!("{folder}: {} articles, {} left out, {} doubtful", counted.0, counted.1, wrong.len());
        assert_eq!(counted, pages, "{folder}");
        assert!(wrong.len() <= pages.0 / 100, "{}", wrong.join("\n"));
    }
}

#[test]
fn what_lies_beside_the_pages_is_left_out_and_said() {
    for (name, records, left_out) in
        [("18f", 509, 3), ("rust-blog", 753, 10), ("ruby-lang-en", 513, 0), ("digitalgov", 2421, 1100)]
    {
        let path = format!("corpora/{name}.tar.xz");
        let Some(found) = shared::path(&path) else { return };
        let (mut counted, mut noted) = (0, Vec::new());
        let settings = Settings::default();
        let source = Source::new(&path, &settings);
        import::read_stream(&source, fs::File::open(found).unwrap(), &mut |reading| {
            counted += reading.records.len();
            noted.extend(reading.problems);
        });
        let is_left_out = noted.iter().all(|problem| problem.code == ProblemCode::LeftOut);
        assert!(is_left_out && (counted, noted.len()) == (records, left_out), "{name}: {counted} {noted:#?}");
    }
}

/// What is wrong with each article of a page; `None` for what is left out.
fn outcomes(root: &Path, file: &Path) -> Vec<Option<Vec<String>>> {
    let path = file.strip_prefix(root).unwrap().to_string_lossy().into_owned();
    let records = read(&path, &fs::read(file).unwrap()).records.into_iter();
    let named = |fault: String| format!("{path}: {fault}");
    let faults = |article: Box<Article>| faults(&article).into_iter().map(named).collect();
    records.map(|record| record.outcome.ok().map(faults)).collect()
}

fn faults(article: &Article) -> Vec<String> {
    let text = article.body_text();
    let mut faults = Vec::new();
    if article.title.is_empty() || article.published.is_none() {
        faults.push("no title or no date".to_owned());
    }
    for mark in ["{{<", ">}}", "{% ", " %}"] {
        if let Some(at) = text.find(mark) {
            faults.push(format!("left over: {}", text[at..].chars().take(60).collect::<String>()));
        }
    }
    faults
}
