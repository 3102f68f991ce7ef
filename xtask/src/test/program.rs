//! The programs that the browser tests run: under which names they go, and how to get them where set-up can't.

use super::need::Need;

pub(super) const CHROMEDRIVER: Need = Need {
    variable: "BACKISSUE_CHROMEDRIVER",
    names: &["chromedriver"],
    paths: &[],
    advice: "install chromedriver, of the browser's version",
};

pub(super) const CHROMIUM: Need = Need {
    variable: "BACKISSUE_CHROMIUM",
    names: &["chromium", "chromium-browser", "google-chrome", "chrome"],
    paths: &[
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ],
    advice: "install Chromium or Chrome",
};

pub(super) const GECKODRIVER: Need = Need {
    variable: "BACKISSUE_GECKODRIVER",
    names: &["geckodriver"],
    paths: &[],
    advice: "comes with set-up, once Firefox is there",
};

pub(super) const FIREFOX: Need = Need {
    variable: "BACKISSUE_FIREFOX",
    names: &["firefox-esr", "firefox"],
    paths: &["/Applications/Firefox.app/Contents/MacOS/firefox"],
    advice: "install Firefox",
};

pub(super) const SAFARIDRIVER: Need = Need {
    variable: "BACKISSUE_WEBKITDRIVER",
    names: &["safaridriver"],
    paths: &[],
    advice: "comes with Safari; run `safaridriver --enable` once",
};

pub(super) const WEBKITDRIVER: Need = Need {
    variable: "BACKISSUE_WEBKITDRIVER",
    names: &["WebKitWebDriver"],
    paths: &[],
    advice: "install WebKitGTK's driver",
};

pub(super) const MINIBROWSER: Need = Need {
    variable: "BACKISSUE_MINIBROWSER",
    names: &["MiniBrowser"],
    paths: &["/usr/lib/*/webkit2gtk-4.*/MiniBrowser", "/usr/libexec/webkit2gtk-4.*/MiniBrowser"],
    advice: "install WebKitGTK's MiniBrowser",
};

pub(super) const XVFB: Need =
    Need { variable: "BACKISSUE_XVFB", names: &["Xvfb"], paths: &[], advice: "install Xvfb, or set DISPLAY" };
