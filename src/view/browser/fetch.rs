//! Fetches text from the site itself.

use gloo::utils::window;
use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestCache, RequestInit, Response};

use crate::site::DataError;

/// A request that is under way; several may be, before the first is awaited.
pub(in crate::view) enum Request {
    /// Nothing is asked for: the page itself held the text.
    Answered(String),
    /// The host was asked.
    Sent {
        /// What messages call the file.
        file: String,
        /// Its answer.
        promise: Promise,
    },
}

/// Asks for the text at `url`; `file` is what messages call it. With `anew`, what the browser has kept doesn't count.
pub(in crate::view) fn request(url: &str, file: &str, anew: bool) -> Request {
    let options = RequestInit::new();
    options.set_cache(if anew { RequestCache::Reload } else { RequestCache::Default });
    Request::Sent { file: file.to_owned(), promise: window().fetch_with_str_and_init(url, &options) }
}

impl Request {
    /// The text.
    ///
    /// # Errors
    /// The host can't be reached, or answers with an error.
    pub(in crate::view) async fn text(self) -> Result<String, DataError> {
        let (file, promise) = match self {
            Self::Answered(text) => return Ok(text),
            Self::Sent { file, promise } => (file, promise),
        };
        let text = async {
            let response: Response = JsFuture::from(promise).await.ok()?.dyn_into().ok()?;
            if !response.ok() {
                return Some(Err(response.status()));
            }
            JsFuture::from(response.text().ok()?).await.ok()?.as_string().map(Ok)
        };
        match text.await {
            Some(Ok(text)) => Ok(text),
            Some(Err(status)) => Err(DataError::Missing { file, status }),
            None => Err(DataError::Unreachable { file }),
        }
    }
}
