//! Starts the viewer on a page: takes over what was prerendered, or renders afresh where that doesn't fit.

use std::rc::Rc;

use gloo::utils::{document, window};
use wasm_bindgen::JsValue;
use web_sys::Element;

use crate::site::{FRAGMENT, PAGE_DATA_ID, Page, PageData, Route, read};
use crate::view::Library;
use crate::view::app::{App, AppProps};

/// The element that holds the prerendered page.
const CONTAINER: &str = "#app";

/// Takes the page over. If it can't, the page stays as it is and the console says why, once.
pub fn start() {
    yew::set_custom_panic_hook(Box::new(|panic| {
        super::mark("stopped");
        report(&format!("the viewer stopped: {panic}"));
    }));
    match page() {
        // It is complete as it stands.
        Ok((_, _, PageData { page: Page::About, .. })) => super::mark("ready"),
        Ok((container, root, data)) => take_over(container, &root, data),
        Err(reason) => report(&format!("the viewer did not start: {reason}")),
    }
}

fn page() -> Result<(Element, String, PageData), String> {
    let container = document().query_selector(CONTAINER).ok().flatten().ok_or("the page has no #app")?;
    let text = document().get_element_by_id(PAGE_DATA_ID).and_then(|element| element.text_content());
    let data =
        read("the page", &text.ok_or("the page carries no data")?).map_err(|error| error.to_string())?;
    Ok((container, root()?, data))
}

/// The absolute path of the site's root, `/` at its end; `#/` in a site that is one file.
fn root() -> Result<String, String> {
    let relative = document().document_element().and_then(|html| html.get_attribute("data-root"));
    let relative = relative.ok_or("the page doesn't say where the site's root is")?;
    if relative.starts_with(FRAGMENT) {
        return Ok(relative);
    }
    let url = absolute(&relative).ok_or_else(|| format!("“{relative}” leads to no address"))?;
    Ok(url.pathname())
}

fn take_over(container: Element, root: &str, data: PageData) {
    super::watch();
    fix_icon();
    let fits = fits(&data.page, root);
    let props = AppProps {
        path: below(root),
        root: root.to_owned(),
        library: Library::inside(root, data.page, super::inlined),
        site: Rc::new(data.site),
    };
    let renderer = yew::Renderer::<App>::with_root_and_props(container.clone(), props);
    if fits {
        renderer.hydrate();
    } else {
        container.set_text_content(None);
        renderer.render();
    }
}

/// Browsers look for the icon anew after each change of the address, from which its relative address may lead nowhere.
fn fix_icon() {
    let icon = document().query_selector("link[rel=icon]").ok().flatten();
    let absolute =
        icon.as_ref().and_then(|icon| absolute(&icon.get_attribute("href")?)).map(|url| url.href());
    if let (Some(icon), Some(href)) = (icon, absolute) {
        // Where this fails, the icon is missing.
        let _ = icon.set_attribute("href", &href);
    }
}

/// A relative address as the whole of it.
pub(super) fn absolute(relative: &str) -> Option<web_sys::Url> {
    web_sys::Url::new_with_base(relative, &window().location().href().ok()?).ok()
}

/// Whether the page was prerendered for the address that it stands at: a host may answer every address with one page.
fn fits(page: &Page, root: &str) -> bool {
    let route = Route::parse(&below(root));
    match (page, route) {
        (Page::List(list), route) if route.is_list() => list.route() == route,
        (Page::Article(article), Route::Article(link)) => article.link == link,
        (Page::Lost, Route::NotFound(_)) => true,
        _ => false,
    }
}

/// The page's path below the site's root.
fn below(root: &str) -> String {
    let base = root.trim_end_matches('/');
    let (path, _) = super::location(base);
    path.strip_prefix(base).unwrap_or(&path).to_owned()
}

fn report(message: &str) {
    super::give_up();
    web_sys::console::error_1(&JsValue::from(format!("Backissue: {message}")));
}
