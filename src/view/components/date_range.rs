//! From when to when: a year, a month or a day each.

use yew::prelude::*;

use crate::find::{PartialDate, Selection};
use crate::view::browser;
use crate::view::scene::Scene;

/// Both ends of the range.
pub(super) fn date_range(scene: &Scene, selection: &Selection) -> Html {
    let input = |end: End| {
        let value = if end == End::From { selection.from } else { selection.to };
        let key = format!("{end:?}{}", value.map(|date| date.to_string()).unwrap_or_default());
        html! { <DateInput {key} scene={scene.clone()} selection={selection.clone()} {end} {value} /> }
    };
    html! {
        <section class="facet-group" aria-labelledby="dates-title">
            <h2 id="dates-title" class="facet-title">{ "Dates" }</h2>
            <div class="dates">{ input(End::From) }{ input(End::To) }</div>
        </section>
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    From,
    To,
}

#[derive(Properties, PartialEq)]
struct DateInputProps {
    scene: Scene,
    selection: Selection,
    end: End,
    value: Option<PartialDate>,
}

#[component]
fn DateInput(props: &DateInputProps) -> Html {
    let wrong = use_state(|| false);
    let (id, name, hint) = match props.end {
        End::From => ("date-from", "from", "date-from-hint"),
        End::To => ("date-to", "to", "date-to-hint"),
    };
    let onchange = {
        let (wrong, scene, end, before) = (wrong.setter(), props.scene.clone(), props.end, props.value);
        let selection = props.selection.clone();
        Callback::from(move |event: Event| {
            let text = browser::input_value(&event);
            let date = PartialDate::parse(&text);
            let fits = date.is_some() || text.trim().is_empty();
            wrong.set(!fits);
            if fits && date != before {
                let mut next = selection.clone();
                *(if end == End::From { &mut next.from } else { &mut next.to }) = date;
                scene.adjust(next);
            }
        })
    };
    html! {
        <div class="date-input">
            <label for={id}>{ name }</label>
            <input {id} type="text" inputmode="numeric" placeholder="year" autocomplete="off"
                value={props.value.map(|date| date.to_string()).unwrap_or_default()} {onchange}
                aria-invalid={wrong.then_some("true")} aria-describedby={wrong.then_some(hint)} />
            if *wrong {
                <p class="input-hint" id={hint} role="alert">{ "Write 1858, 1858-08 or 1858-08-16." }</p>
            }
        </div>
    }
}
