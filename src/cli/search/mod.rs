//! `backissue search`: the readers' search, natively, over a built site.

mod built;

use std::io::{self, IsTerminal, Write};

use clap::ValueEnum;
use serde::Serialize;

use crate::find::text::{Found, Marks, Run, decompose, passage};
use crate::find::{Selection, Sort};
use crate::site::{Card, DataError, Query};

use super::{Exit, Failure, SearchArgs};
use built::Built;

/// The order of what was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Order {
    /// What fits best comes first.
    Best,
    /// Newest first.
    Newest,
    /// Oldest first.
    Oldest,
}

/// What a search came to.
#[derive(Serialize)]
struct Answer {
    total: usize,
    hits: Vec<Hit>,
    /// What could not be followed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    problems: Vec<String>,
}

#[derive(Serialize)]
struct Hit {
    /// From the site's root.
    path: String,
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<String>,
    /// A piece of the text that has what was looked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    passage: Option<String>,
    #[serde(skip)]
    marks: Marks,
}

pub(super) fn run(args: &SearchArgs) -> Result<Exit, Failure> {
    let answer = answer(args).map_err(|error| Failure::new(error.to_string(), error.hint()))?;
    let said = if args.json { json(&answer) } else { plain(&answer) };
    said.map_err(|error| Failure::new(format!("can't write the answer: {error}"), "check where it goes"))?;
    Ok(Exit::Done)
}

fn answer(args: &SearchArgs) -> Result<Answer, DataError> {
    let site = Built::open(&args.site)?;
    let index = &site.index;
    let typed = Selection::default().typing(&format!("{} ", args.query.join(" ")));
    let sort = match args.sort {
        Order::Best => typed.sort,
        Order::Newest => Sort::Newest,
        Order::Oldest => Sort::Oldest,
    };
    let (query, unknown) = Query::of(Selection { sort, ..typed }).known_to(index, decompose);
    let selection = &query.selection;
    let found = match selection.text.as_str() {
        "" => None,
        text => Some(site.search(text)?),
    };
    let hits = site.hits(selection, found.as_ref())?;
    let numbers = hits.ordered(index, selection.sort, found.as_ref());
    let marks = found.as_ref().map(Found::marks).unwrap_or_default();
    let shown = numbers.iter().take(args.limit).map(|number| hit(&site, *number, &marks));
    Ok(Answer {
        total: numbers.len(),
        hits: shown.collect::<Result<_, _>>()?,
        problems: unknown
            .iter()
            .map(ToString::to_string)
            .chain(found.iter().flat_map(Found::notes))
            .collect(),
    })
}

fn hit(site: &Built, number: u32, marks: &Marks) -> Result<Hit, DataError> {
    let Card { link, title, published, .. } = site.card(number)?;
    let article = site.article(&link)?.article;
    let text = article.body_text();
    let passage = passage(&text, marks, decompose).or(article.standfirst);
    let published = published.map(|at| at.date.to_string());
    Ok(Hit { path: format!("{link}/"), title, published, passage, marks: marks.clone() })
}

fn json(answer: &Answer) -> io::Result<()> {
    let mut out = io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, answer)?;
    writeln!(out)
}

fn plain(answer: &Answer) -> io::Result<()> {
    let mut out = io::stdout().lock();
    for problem in &answer.problems {
        eprintln!("{problem}");
    }
    let is_colourful = out.is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    for hit in &answer.hits {
        let date = hit.published.as_deref().unwrap_or("undated");
        writeln!(out, "{}\n  {date}  {}", hit.title, hit.path)?;
        if let Some(passage) = &hit.passage {
            writeln!(out, "  {}", marked(passage, &hit.marks, is_colourful))?;
        }
        writeln!(out)?;
    }
    match answer.total {
        1 => writeln!(out, "1 article"),
        total => writeln!(out, "{total} articles"),
    }
}

/// What was looked for in bold, where the terminal shows it.
fn marked(text: &str, marks: &Marks, is_colourful: bool) -> String {
    let bold = |run: Run<'_>| match run.is_marked && is_colourful {
        true => format!("\u{1b}[1m{}\u{1b}[0m", run.text),
        false => run.text.to_owned(),
    };
    marks.runs(text, decompose).into_iter().map(bold).collect()
}
