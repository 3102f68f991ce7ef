//! Where an article was first published; always there when it came from elsewhere.

use yew::prelude::*;

use crate::article::Article;

use super::spans::is_safe;

/// Publisher, organisation, original address and rights.
pub(in crate::view) fn provenance(article: &Article) -> Html {
    let publisher = article.publisher.as_ref();
    let url = article.url.clone().filter(|url| is_safe(url));
    if publisher.is_none() && url.is_none() {
        return Html::default();
    }
    let name = publisher.map(|publisher| publisher.name.clone());
    let organisation = publisher.and_then(|publisher| publisher.organisation.clone());
    let host = url.as_deref().and_then(host).map(str::to_owned);
    html! {
        <p class="provenance">
            { "First published by " }
            if let Some(name) = &name { <bdi>{ name.clone() }</bdi> } else { { "its publisher" } }
            if let Some(organisation) = organisation { { " (" }<bdi>{ organisation }</bdi>{ ")" } }
            if let Some(url) = url {
                { ", " }
                <a href={url} rel="external">{ host.unwrap_or_else(|| "the original".to_owned()) }</a>
            }
            if let Some(rights) = &article.rights { { format!(". {rights}") } }
        </p>
    }
}

/// `example.org` of `https://www.example.org/a`.
fn host(url: &str) -> Option<&str> {
    let rest = url.split_once("://")?.1;
    let host = rest.split(['/', '?', '#']).next()?;
    Some(host.strip_prefix("www.").unwrap_or(host))
}
