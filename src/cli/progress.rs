//! A bar with rate and time left, where there is somebody to see it.

use std::io::IsTerminal;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::publish::Progress;

/// A bar on standard error; nothing, if that is no terminal or a plain one.
#[derive(Debug)]
pub(super) struct Bar(ProgressBar);

impl Bar {
    /// A bar for so many pages, pictures or whatever they are called.
    pub(super) fn of(what: &str, count: usize) -> Self {
        let term = std::env::var("TERM").unwrap_or_default();
        let no_colour = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let is_shown = std::io::stderr().is_terminal() && term != "dumb";
        let target = if is_shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let length = Some(count as u64);
        Self(ProgressBar::with_draw_target(length, target).with_style(style(Ink::of(no_colour), what)))
    }

    /// One more is done.
    pub(super) fn advance(&self) {
        self.0.inc(1);
    }
}

/// Whether the bar may be coloured.
enum Ink {
    Colour,
    Plain,
}

impl Ink {
    fn of(no_colour: bool) -> Self {
        if no_colour { Self::Plain } else { Self::Colour }
    }
}

fn style(ink: Ink, what: &str) -> ProgressStyle {
    let bar = match ink {
        Ink::Colour => "{bar:30.cyan/dim}",
        Ink::Plain => "{bar:30}",
    };
    let template = format!("{bar} {{pos}}/{{len}} {what}, {{per_sec}}, {{eta}} left");
    ProgressStyle::with_template(&template).unwrap_or_else(|_| ProgressStyle::default_bar())
}

impl Progress for Bar {
    fn begin(&self, pages: usize) {
        self.0.set_length(pages as u64);
    }

    fn printed(&self) {
        self.advance();
    }
}

/// The bar is gone when the work is done, however it ends.
impl Drop for Bar {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
