//! Hands an address on: by the system's own dialogue, else to the clipboard, else by mail.

use gloo::utils::window;
use js_sys::{Function, Object, Promise, Reflect, encode_uri_component};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::start::absolute;

/// Shares an address of this host under a title. To be called while a click is handled: browsers allow it then alone.
/// `copied` is called if the address was put into the clipboard.
pub(in crate::view) fn share(title: &str, address: &str, copied: impl FnOnce() + 'static) {
    let Some(url) = absolute(address).map(|url| url.href()) else { return };
    let title = title.to_owned();
    let shared = dialogue(&title, &url);
    super::spawn(async move {
        let is_done = match shared {
            Some(shared) => JsFuture::from(shared).await.map_or_else(|error| is_cancelled(&error), |_| true),
            None => false,
        };
        if is_done {
            return;
        }
        let is_copied = match copy(&url) {
            Some(copying) => JsFuture::from(copying).await.is_ok(),
            None => false,
        };
        if is_copied { copied() } else { mail(&title, &url) }
    });
}

fn dialogue(title: &str, url: &str) -> Option<Promise> {
    let data = Object::new();
    for (name, value) in [("title", title), ("url", url)] {
        Reflect::set(&data, &name.into(), &value.into()).ok()?;
    }
    call(&window().navigator(), "share", &data)
}

fn copy(url: &str) -> Option<Promise> {
    let clipboard = Reflect::get(&window().navigator(), &"clipboard".into()).ok()?;
    call(&clipboard, "writeText", &url.into())
}

fn mail(title: &str, url: &str) {
    let [title, url] = [title, url].map(|text| String::from(encode_uri_component(text)));
    // A browser that refuses leaves the address where it is: in its own bar.
    let _ = window().open_with_url_and_target(&format!("mailto:?subject={title}&body={url}"), "_self");
}

/// `None` where the browser has no such method, as on pages that came without encryption.
fn call(object: &JsValue, method: &str, argument: &JsValue) -> Option<Promise> {
    let method: Function = Reflect::get(object, &method.into()).ok()?.dyn_into().ok()?;
    Some(Promise::resolve(&method.call1(object, argument).ok()?))
}

/// The reader closed the dialogue.
fn is_cancelled(error: &JsValue) -> bool {
    Reflect::get(error, &"name".into()).is_ok_and(|name| name == "AbortError")
}
