//! The viewer: Yew components that render natively and in the browser.
