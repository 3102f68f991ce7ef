//! Dates as the reader's own language and habits have them.

use gloo::utils::window;
use js_sys::Intl::DateTimeFormat;
use js_sys::{Array, Date as JsDate, Function, Object, Reflect, global};
use wasm_bindgen::{JsCast, JsValue};

use crate::article::Date;
use crate::view::words;

thread_local! {
    /// Made once: to make one takes a phone some milliseconds, and lists have a date for each article.
    static FORMAT: Option<Function> = {
        let language = window().navigator().language().map_or(JsValue::UNDEFINED, JsValue::from);
        let format = formatter(&language).or_else(|| formatter(&JsValue::UNDEFINED));
        format.map(|format| format.format())
    };
}

/// `16 August 1858`, `16. August 1858`, `1858年8月16日`; never shifted by a time zone.
pub(in crate::view) fn long_day(date: Date) -> String {
    let js = JsDate::new(&JsValue::from(date.text('-') + "T00:00:00Z"));
    let text = FORMAT.with(|format| format.as_ref()?.call1(&JsValue::UNDEFINED, &js).ok());
    text.and_then(|text| text.as_string()).unwrap_or_else(|| words::day(date))
}

/// `None` for a language that the browser doesn't know, such as WebKitGTK's `c`: the constructor throws, so it is
/// called in the one way that catches.
fn formatter(language: &JsValue) -> Option<DateTimeFormat> {
    let options = Object::new();
    for (name, value) in [("day", "numeric"), ("month", "long"), ("year", "numeric"), ("timeZone", "UTC")] {
        Reflect::set(&options, &name.into(), &value.into()).ok()?;
    }
    let intl = Reflect::get(&global(), &"Intl".into()).ok()?;
    let constructor: Function = Reflect::get(&intl, &"DateTimeFormat".into()).ok()?.dyn_into().ok()?;
    let made = Reflect::construct(&constructor, &Array::of2(language, &options)).ok()?;
    Some(made.unchecked_into())
}
