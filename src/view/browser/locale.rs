//! Dates and the names of languages as the reader's own language and habits have them.

use gloo::utils::window;
use js_sys::Intl::DateTimeFormat;
use js_sys::{Array, Date as JsDate, Function, Object, Reflect, global};
use wasm_bindgen::{JsCast, JsValue};

use crate::article::Date;
use crate::view::words;

thread_local! {
    /// Made once: to make one takes a phone some milliseconds, and lists have a date for each article.
    static FORMAT: Option<Function> = {
        let options = [("day", "numeric"), ("month", "long"), ("year", "numeric"), ("timeZone", "UTC")];
        let format: DateTimeFormat = intl("DateTimeFormat", &options)?.unchecked_into();
        Some(format.format())
    };
    /// Names of languages, made once likewise, and what gives them.
    static NAMES: Option<(JsValue, Function)> = {
        let names = intl("DisplayNames", &[("type", "language")])?;
        let of = Reflect::get(&names, &"of".into()).ok()?.dyn_into().ok()?;
        Some((names, of))
    };
}

/// `16 August 1858`, `16. August 1858`, `1858年8月16日`; never shifted by a time zone.
pub(in crate::view) fn long_day(date: Date) -> String {
    let js = JsDate::new(&JsValue::from(date.text('-') + "T00:00:00Z"));
    let text = FORMAT.with(|format| format.as_ref()?.call1(&JsValue::UNDEFINED, &js).ok());
    text.and_then(|text| text.as_string()).unwrap_or_else(|| words::day(date))
}

/// `French`, `Französisch`; `None` if the browser has no name for it.
pub(in crate::view) fn language_name(code: &str) -> Option<String> {
    NAMES.with(|names| {
        let (names, of) = names.as_ref()?;
        of.call1(names, &code.into()).ok()?.as_string()
    })
}

/// A formatter for the reader's language, or for the browser's own if it doesn't know that one, such as WebKitGTK's `c`:
/// constructors throw then, so they are called in the one way that catches.
fn intl(name: &str, options: &[(&str, &str)]) -> Option<JsValue> {
    let language = window().navigator().language().map_or(JsValue::UNDEFINED, JsValue::from);
    let settings = Object::new();
    for (name, value) in options {
        Reflect::set(&settings, &(*name).into(), &(*value).into()).ok()?;
    }
    let intl = Reflect::get(&global(), &"Intl".into()).ok()?;
    let constructor: Function = Reflect::get(&intl, &name.into()).ok()?.dyn_into().ok()?;
    let made = |language: &JsValue| Reflect::construct(&constructor, &Array::of2(language, &settings)).ok();
    made(&language).or_else(|| made(&JsValue::UNDEFINED))
}
