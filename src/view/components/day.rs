//! A date that machines read as it is and readers in their own language.

use crate::article::Timestamp;
use crate::view::element::{El, el};
use crate::view::scene::Scene;
use crate::view::{browser, words};

/// The day of a timestamp.
pub(super) fn day(scene: &Scene, at: Timestamp) -> El {
    let text = if scene.hydrated { browser::long_day(at.date) } else { words::day(at.date) };
    el("time").attr("datetime", at.to_string()).text(text)
}
