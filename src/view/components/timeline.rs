//! How many articles each period has, as bars. Drawing across them, or two sliders, choose a range of dates.

use std::ops::Range;

use crate::find::{Axis, Selection};
use crate::view::app::Message;
use crate::view::browser;
use crate::view::element::{El, el};
use crate::view::list_view::ListView;
use crate::view::scene::Scene;
use crate::view::words;

use super::link::adjust;
use super::settings::Settings;

/// How high the highest bar is, in units of the drawing.
const HEIGHT: u32 = 100;

/// What the bars are drawn from.
struct Bars<'a> {
    axis: Axis,
    /// Empty as long as nothing is known.
    articles: &'a [u32],
    chosen: Range<usize>,
}

/// Bars, sliders and, if wanted, a table; nothing, if the archive has but one period.
pub(super) fn timeline(scene: &Scene, view: &ListView, settings: &Settings) -> Option<El> {
    let selection = &view.query.selection;
    let axis = view.facets.axis?;
    let chosen = settings.brush.map_or_else(
        || axis.covered(selection.from, selection.to),
        |(first, last)| first..(last + 1).min(axis.periods()),
    );
    let bars = Bars { axis, articles: &view.facets.periods, chosen };
    let is_all = bars.chosen == (0..axis.periods());
    let frame = el("section")
        .class(if is_all { "timeline" } else { "timeline timeline-narrowed" })
        .attr("aria-label", "Articles by date")
        .attr("dir", "ltr")
        .child(bars.drawn())
        .child(bars.sliders(scene))
        .child(bars.legend(scene, settings, is_all))
        .child(settings.as_table.then(|| bars.table(scene, selection)));
    Some(frame)
}

impl Bars<'_> {
    fn drawn(&self) -> El {
        let (all, chosen) = (0..self.axis.periods(), &self.chosen);
        let rest = self.path(all.filter(|period| !chosen.contains(period)));
        el("svg")
            .class("timeline-bars")
            .attr("viewBox", format!("0 0 {} {HEIGHT}", self.axis.periods()))
            .attr("preserveAspectRatio", "none")
            .attr("aria-hidden", "true")
            .child(el("path").class("timeline-rest").attr("d", rest))
            .child(el("path").class("timeline-chosen").attr("d", self.path(chosen.clone())))
    }

    /// The outlines of some bars.
    fn path(&self, periods: impl Iterator<Item = usize>) -> String {
        let most = self.articles.iter().max().copied().unwrap_or_default().max(1);
        let bar = |period: usize| {
            let articles = self.articles.get(period).filter(|articles| **articles > 0)?;
            let height = (u64::from(*articles) * u64::from(HEIGHT)).div_ceil(u64::from(most)).max(4);
            Some(format!("M{period} {HEIGHT}v-{height}h.8v{height}z"))
        };
        periods.filter_map(bar).collect()
    }

    /// The first and the last period that are chosen, as two sliders on one line.
    fn sliders(&self, scene: &Scene) -> El {
        let most = self.axis.periods() - 1;
        let (first, last) = (self.chosen.start.min(most), self.chosen.end.saturating_sub(1).min(most));
        let from = self.slider(scene, first, "From", first, move |edge| {
            let period = edge.min(most);
            (period, last.max(period))
        });
        let to = self.slider(scene, last + 1, "To", last, move |edge| {
            let period = edge.saturating_sub(1);
            (first.min(period), period)
        });
        el("div").class("timeline-sliders").child(from).child(to)
    }

    /// It moves from edge to edge of the bars; `range` tells what is chosen then.
    fn slider(
        &self,
        scene: &Scene,
        edge: usize,
        name: &'static str,
        period: usize,
        range: impl Fn(usize) -> (usize, usize) + 'static,
    ) -> El {
        let send = scene.send.clone();
        el("input")
            .value(edge.to_string())
            .attr("type", "range")
            .attr("min", "0")
            .attr("max", self.axis.periods().to_string())
            .attr("autocomplete", "off")
            .attr("aria-label", name)
            .attr("aria-valuetext", self.told(period))
            .on_input(move |event| {
                if let Ok(edge) = browser::input_value(&event).parse() {
                    let (first, last) = range(edge);
                    send.emit(Message::Brush(first, last));
                }
            })
    }

    /// `1858, 12 articles`.
    fn told(&self, period: usize) -> String {
        let name = words::periods(self.axis, period..period + 1);
        match self.articles.get(period) {
            Some(articles) => format!("{name}, {}", words::articles(*articles as usize)),
            None => name,
        }
    }

    /// The ends, what is chosen, and the way to the table.
    fn legend(&self, scene: &Scene, settings: &Settings, is_all: bool) -> El {
        let (first, last) = words::ends(self.axis, 0..self.axis.periods());
        let chosen = match self.chosen.is_empty() {
            true => "outside the archive’s dates".to_owned(),
            false => words::periods(self.axis, self.chosen.clone()),
        };
        let (send, next) =
            (scene.send.clone(), Settings { as_table: !settings.as_table, ..settings.clone() });
        let table = el("button")
            .attr("type", "button")
            .attr("aria-expanded", if settings.as_table { "true" } else { "false" })
            .on_click(move |_| send.emit(Message::Set(next.clone())))
            .text("Table");
        el("p")
            .class("timeline-legend")
            .child(el("span").text(first))
            .child(el("output").text(if is_all { String::new() } else { chosen }))
            .child(table)
            .child(el("span").text(last))
    }

    /// The periods that have articles, each a way to narrow the list.
    fn table(&self, scene: &Scene, selection: &Selection) -> El {
        let row = |(period, articles): (usize, &u32)| {
            let (from, to) = self.axis.dates(period..period + 1);
            let link = adjust(scene, Selection { from: Some(from), to: Some(to), ..selection.clone() });
            let name = link.text(words::periods(self.axis, period..period + 1));
            el("tr")
                .child(el("th").attr("scope", "row").child(name))
                .child(el("td").text(words::number(*articles as usize)))
        };
        let rows = self.articles.iter().enumerate().filter(|(_, articles)| **articles > 0).map(row);
        let head = el("tr")
            .child(el("th").attr("scope", "col").text("Date"))
            .child(el("th").attr("scope", "col").text("Articles"));
        el("table").class("timeline-table").child(el("thead").child(head)).child(el("tbody").children(rows))
    }
}
