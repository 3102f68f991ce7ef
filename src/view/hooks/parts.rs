//! Loads the part of the library that a page lacks.

use std::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;

use crate::site::DataError;
use crate::view::{Library, Part, browser};

/// How the loading goes.
pub(in crate::view) struct Loading {
    /// Why the part can't be had.
    pub error: Option<DataError>,
    /// Tries again.
    pub retry: Callback<()>,
}

/// Loads `missing`, if any, then renders the component again. What comes after another part was asked for is kept in
/// the library but shown nowhere.
#[hook]
pub(in crate::view) fn use_parts(library: &Library, missing: Option<Part>) -> Loading {
    let done = use_force_update();
    let failure = use_state(|| None::<(Part, DataError)>);
    let error =
        failure.as_ref().filter(|(part, _)| Some(part) == missing.as_ref()).map(|(_, error)| error.clone());
    let (library, set_failure) = (library.clone(), failure.setter());
    use_effect_with((missing, error.is_some()), move |(missing, failed)| {
        let overtaken = Rc::new(Cell::new(false));
        if let Some(part) = missing.clone().filter(|_| !*failed) {
            let overtaken = overtaken.clone();
            browser::spawn(async move {
                let result = library.load(&part).await;
                match result {
                    _ if overtaken.get() => {}
                    Ok(()) => done.force_update(),
                    Err(reason) => set_failure.set(Some((part, reason))),
                }
            });
        }
        move || overtaken.set(true)
    });
    let set_failure = failure.setter();
    Loading { error, retry: Callback::from(move |()| set_failure.set(None)) }
}
