//! From when to when: a year, a month or a day each.

use crate::find::{PartialDate, Selection};
use crate::view::app::Message;
use crate::view::browser;
use crate::view::element::{El, el};
use crate::view::scene::Scene;

use super::settings::Settings;

/// An end of the range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// The first day.
    From,
    /// The last day.
    To,
}

/// Both ends of the range.
pub(super) fn date_range(scene: &Scene, selection: &Selection, settings: &Settings) -> El {
    let dates = el("div")
        .class("dates")
        .child(date_input(scene, End::From, selection.from, settings.from_is_wrong))
        .child(date_input(scene, End::To, selection.to, settings.to_is_wrong));
    el("section")
        .class("facet-group")
        .attr("aria-labelledby", "dates-title")
        .child(el("h2").attr("id", "dates-title").class("facet-title").text("Dates"))
        .child(dates)
}

/// The key makes the input anew when its date was changed elsewhere; until then it keeps what was typed.
fn date_input(scene: &Scene, end: End, value: Option<PartialDate>, is_wrong: bool) -> El {
    let (id, name, hint) = match end {
        End::From => ("date-from", "from", "date-from-hint"),
        End::To => ("date-to", "to", "date-to-hint"),
    };
    let value = value.map(|date| date.to_string()).unwrap_or_default();
    let send = scene.send.clone();
    let input = el("input")
        .attr("id", id)
        .attr("type", "text")
        .attr("inputmode", "numeric")
        .attr("placeholder", "year")
        .attr("autocomplete", "off")
        .attr("aria-invalid", is_wrong.then_some("true"))
        .attr("aria-describedby", is_wrong.then_some(hint))
        .attr("value", value.clone())
        .on_change(move |event| send.emit(Message::Date(end, browser::input_value(&event))));
    let hint = el("p").class("input-hint").attr("id", hint).attr("role", "alert");
    el("div")
        .class("date-input")
        .key(format!("{name} {value}"))
        .child(el("label").attr("for", id).text(name))
        .child(input)
        .child(is_wrong.then(|| hint.text("Write 1858, 1858-08 or 1858-08-16.")))
}
