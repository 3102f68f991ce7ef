//! What stands for something that is on its way, or can't be had.

use yew::prelude::*;

use crate::site::DataError;
use crate::view::hooks::Loading;

/// What went wrong and what to do; nothing if nothing did.
pub(in crate::view) fn failure(loading: &Loading) -> Html {
    let Some(error) = &loading.error else { return Html::default() };
    let onclick = loading.retry.reform(|_: MouseEvent| ());
    html! {
        <div class="failure" role="alert">
            <h2>{ "This part of the archive could not be loaded" }</h2>
            <p>{ format!("{error}.") }</p>
            <p>{ DataError::hint(error) }</p>
            <button type="button" {onclick}>{ "Try again" }</button>
        </div>
    }
}

/// Shapes in the place of text; the style sheet shows them only after a moment.
pub(in crate::view) fn skeleton() -> Html {
    html! {
        <div class="skeleton" role="status" aria-label="Loading">
            { for (0..4).map(|_| html! { <div class="skeleton-card" aria-hidden="true"><i /><i /><i /></div> }) }
        </div>
    }
}
