//! What an address asked for that could not be followed.

use yew::prelude::*;

/// Sentences that say so.
pub(super) fn notices(texts: &[String]) -> Html {
    if texts.is_empty() {
        return Html::default();
    }
    html! {
        <div class="notices" role="status">
            { for texts.iter().map(|text| html! { <p>{ text.clone() }</p> }) }
        </div>
    }
}
