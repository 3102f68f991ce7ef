//! Dates as the reader's own language and habits have them.

use gloo::utils::window;
use js_sys::{Array, Date as JsDate, Intl::DateTimeFormat, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::article::Date;

/// `16 August 1858`, `16. August 1858`, `1858年8月16日`; never shifted by a time zone.
pub(in crate::view) fn long_day(date: Date) -> String {
    let options = Object::new();
    for (name, value) in [("day", "numeric"), ("month", "long"), ("year", "numeric"), ("timeZone", "UTC")] {
        // Setting a field of a plain object can't fail.
        let _ = Reflect::set(&options, &name.into(), &value.into());
    }
    let locales =
        window().navigator().language().map_or_else(Array::new, |tag| Array::of1(&JsValue::from(tag)));
    let js = JsDate::new(&JsValue::from(format!("{date}T00:00:00Z")));
    let format = DateTimeFormat::new(&locales, &options).format();
    format
        .call1(&JsValue::UNDEFINED, &js)
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_else(|| date.to_string())
}
