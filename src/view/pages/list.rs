//! The list of articles, whole or filtered.

use std::rc::Rc;

use yew::prelude::*;

use crate::view::components::{failure, filters, results, skeleton};
use crate::view::hooks::{use_arrival, use_parts};
use crate::view::list_view::{ListKey, ListView, TagDepth};
use crate::view::scene::Scene;
use crate::view::words;

#[derive(Properties, PartialEq)]
pub(in crate::view) struct ListPageProps {
    pub scene: Scene,
    /// The page of the whole list, from 1.
    pub number: u32,
}

#[component]
pub(in crate::view) fn ListPage(props: &ListPageProps) -> Html {
    let scene = &props.scene;
    let tags = use_state(|| TagDepth::Commonest);
    let shown = use_mut_ref(|| None::<Rc<ListView>>);
    let mut query = scene.query.clone();
    query.page = query.page.max(props.number);
    let title = words::list_title(&scene.site, &query);
    let key = ListKey { query, problems: scene.problems.clone(), tags: *tags };
    let composed = ListView::compose(&scene.library, &key);
    let loading = use_parts(&scene.library, composed.as_ref().err().cloned());
    use_arrival(scene, composed.is_ok().then_some(title));
    let busy = composed.is_err();
    if let Ok(view) = composed {
        shown.replace(Some(Rc::new(view)));
    }
    let Some(view) = shown.borrow().clone() else {
        return html! { <>{ failure(&loading) }if loading.error.is_none() { { skeleton() } }</> };
    };
    let on_all_tags = Callback::from(move |()| tags.set(TagDepth::All));
    html! {
        <div class="library" aria-busy={busy.then_some("true")}>
            { filters(scene, &view, on_all_tags) }
            { results(scene, &view, &loading) }
        </div>
    }
}
