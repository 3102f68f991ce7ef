//! Reading without a connection: a manifest and icons, and a service worker that knows every file of its build.

mod files;
mod icon;
mod manifest;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::site::{OVERVIEW_PATH, SiteName};

use super::json::json;
use super::staging::Staging;
use super::viewer::content_hash;
use super::{Articles, Config, Palette, PublishError, Viewer};
use files::{Bucket, buckets};
pub(super) use files::{Known, is_read};
pub(super) use manifest::MANIFEST_PATH;

/// Whether a site can be kept in a browser.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Offline {
    /// What was opened once reads without a connection, and the whole can be kept.
    #[default]
    Yes,
    /// For a site that is only looked at for a while: a worker that an earlier one left is taken away.
    No,
}

/// Shown for what was never opened, where there is no connection.
pub(super) const OFFLINE_PAGE: &str = "offline.html";

/// Shown at unknown addresses.
pub(super) const LOST_PAGE: &str = "404.html";

const WORKER_PATH: &str = "sw.js";
const WORKER: &str = include_str!("worker.js");
const KEEP: &str = include_str!("keep.js");

/// The worker of a site that is not to be kept: it ends itself.
const FAREWELL: &str = "addEventListener('install', () => skipWaiting());\n\
                        addEventListener('activate', (event) => event.waitUntil(registration.unregister()));\n";

/// The pages that an archive is entered by.
const ENTRANCES: [&str; 2] = ["index.html", "about/index.html"];

/// What a site needs to be kept.
pub(super) struct Kit {
    files: Vec<(String, Vec<u8>)>,
    /// The script of the pages that keep the archive and list what is kept.
    pub script: String,
    /// The icon for phones that read no manifest.
    pub touch_icon: String,
}

impl Kit {
    /// In the site's colours.
    pub(super) fn of(site: &SiteName, config: &Config) -> Self {
        let mut palette = Palette::default();
        palette.accent = config.accent.as_ref().map_or(palette.accent, |colour| colour.rgb());
        let icons = icon::icons(&site.title, &palette);
        let manifest = manifest::manifest(site, &palette, &icons);
        let script = format!("keep-{}.js", content_hash(KEEP.as_bytes()));
        let touch_icon = icons.iter().find(|icon| icon.size == icon::TOUCH);
        let touch_icon = touch_icon.map(|icon| icon.path.clone()).unwrap_or_default();
        let mut files = vec![
            (MANIFEST_PATH.to_owned(), manifest.into_bytes()),
            (script.clone(), KEEP.as_bytes().to_vec()),
        ];
        files.extend(icons.into_iter().map(|icon| (icon.path, icon.bytes)));
        Self { files, script, touch_icon }
    }

    /// Writes everything but the worker.
    pub(super) fn write(&self, staging: &Staging) -> Result<(), PublishError> {
        self.files.iter().try_for_each(|(path, bytes)| staging.write(path, bytes))
    }

    /// Writes the worker, once all files that it is to know are written, and the lists of them.
    pub(super) fn write_worker(
        &self,
        viewer: &Viewer,
        index: &str,
        articles: Articles,
        staging: &Staging,
    ) -> Result<(), PublishError> {
        let own = self.files.iter().map(|(path, _)| path.as_str());
        let viewer = viewer.files().map(|(path, _)| path);
        let data = [OVERVIEW_PATH, index, OFFLINE_PAGE];
        let lost = (articles == Articles::Packs).then_some(LOST_PAGE);
        let core: Vec<&str> = viewer.chain(own).chain(data).chain(ENTRANCES).chain(lost).collect();
        // Of the page for unknown addresses there is a use only where it stands for articles.
        let known = staging.take_known().into_iter().filter(|file| file.path != LOST_PAGE || lost.is_some());
        let (core, rest): (Vec<Known>, Vec<Known>) = known.partition(|file| core.contains(&&*file.path));
        let bytes = core.iter().chain(&rest).map(|file| file.bytes).sum();
        let mut lists = Vec::new();
        for (number, bucket) in buckets(rest).into_iter().enumerate() {
            let text = json(&Bucket::of(bucket));
            let digest = content_hash(text.as_bytes());
            staging.write(&format!("data/files-{number}.{digest}.json"), text.as_bytes())?;
            lists.push(digest);
        }
        let core: BTreeMap<_, _> =
            core.into_iter().map(|file| (file.path, (file.digest, file.bytes))).collect();
        let first = core.keys().filter(|path| is_needed_first(path)).cloned().collect();
        let build = Build { core, first, lists, bytes };
        staging.write(WORKER_PATH, format!("const BUILD = {};\n{WORKER}", json(&build)).as_bytes())
    }
}

/// Takes away the worker that a former site at the same address may have left.
pub(super) fn write_farewell(staging: &Staging) -> Result<(), PublishError> {
    staging.write(WORKER_PATH, FAREWELL.as_bytes())
}

/// What the worker knows by itself: it changes whenever a file of the site does.
#[derive(Serialize)]
struct Build {
    /// What all pages share: digest and bytes by path.
    core: BTreeMap<String, (String, u64)>,
    /// Without these nothing can be read.
    first: Vec<String>,
    /// The digests of the lists of all other files.
    lists: Vec<String>,
    /// In all files.
    bytes: u64,
}

/// Fonts, pictures and the index come when a page asks for them.
fn is_needed_first(path: &str) -> bool {
    let later = [".woff2", ".png", ".txt"].iter().any(|end| path.ends_with(end));
    !later && (!path.starts_with("data/") || path == OVERVIEW_PATH)
}
