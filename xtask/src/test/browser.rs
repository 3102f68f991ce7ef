//! The browsers that the tests know, and what each needs.

use super::need::Need;
use super::program::{
    CHROMEDRIVER, CHROMIUM, FIREFOX, GECKODRIVER, MINIBROWSER, SAFARIDRIVER, WEBKITDRIVER, XVFB,
};
use clap::ValueEnum;
use std::env;

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Browser {
    Chromium,
    Firefox,
    Webkit,
}

impl Browser {
    pub(crate) const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::Webkit];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }

    /// The programs without which the tests can't use it.
    pub(super) fn needs(self) -> &'static [Need] {
        match self {
            Self::Chromium => &[CHROMEDRIVER, CHROMIUM],
            Self::Firefox => &[GECKODRIVER, FIREFOX],
            Self::Webkit if cfg!(target_os = "macos") => &[SAFARIDRIVER],
            Self::Webkit if self.needs_display() => &[WEBKITDRIVER, MINIBROWSER, XVFB],
            Self::Webkit => &[WEBKITDRIVER, MINIBROWSER],
        }
    }

    /// Whether a display has to be made for it.
    pub(super) fn needs_display(self) -> bool {
        self == Self::Webkit
            && cfg!(target_os = "linux")
            && env::var_os("DISPLAY").is_none_or(|display| display.is_empty())
    }

    /// Debian's packages of it.
    pub(super) fn packages(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["chromium", "chromium-driver"],
            Self::Firefox => &["firefox-esr"],
            Self::Webkit => &["webkit2gtk-driver", "xvfb"],
        }
    }

    /// Whether a program of its packages is missing.
    pub(super) fn lacks_packages(self) -> bool {
        let mut packaged = self.needs().iter().filter(|need| need.variable != GECKODRIVER.variable);
        packaged.any(|need| need.find_installed().is_none())
    }
}
