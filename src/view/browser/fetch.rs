//! Fetches text from the site itself.

use gloo::utils::window;
use js_sys::{Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
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
        match self {
            Self::Answered(text) => Ok(text),
            Self::Sent { file, promise } => {
                let text = read(&file, promise, Response::text).await?;
                text.as_string().ok_or(DataError::Unreachable { file })
            }
        }
    }

    /// The bytes; of a text in the page, those that it stands for (base64).
    ///
    /// # Errors
    /// The host can't be reached, or answers with an error.
    pub(in crate::view) async fn bytes(self) -> Result<Vec<u8>, DataError> {
        match self {
            // Each letter is a byte then. What is no such text gives none, and is no part of anything.
            Self::Answered(text) => {
                let letters = window().atob(text.trim()).unwrap_or_default();
                Ok(letters.chars().map(|letter| letter as u8).collect())
            }
            Self::Sent { file, promise } => {
                let buffer = read(&file, promise, Response::array_buffer).await?;
                Ok(Uint8Array::new(&buffer).to_vec())
            }
        }
    }
}

/// What `body` makes of the answer.
async fn read(
    file: &str,
    answer: Promise,
    body: fn(&Response) -> Result<Promise, JsValue>,
) -> Result<JsValue, DataError> {
    let unreachable = || DataError::Unreachable { file: file.to_owned() };
    let answer = JsFuture::from(answer).await.map_err(|_| unreachable())?;
    let answer: Response = answer.dyn_into().map_err(|_| unreachable())?;
    if !answer.ok() {
        return Err(DataError::Missing { file: file.to_owned(), status: answer.status() });
    }
    let body = body(&answer).map_err(|_| unreachable())?;
    JsFuture::from(body).await.map_err(|_| unreachable())
}
