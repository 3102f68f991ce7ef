//! `backissue serve`: shows the site of an archive on this machine, and again whenever a source changes; or a built site
//! as it is.

mod built;
mod host;
mod live;
mod watch;

use std::path::PathBuf;
use std::sync::Arc;

use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::publish::{Config, Offline, Publication, publish};

use super::gather::{archive_of, beside, config_of, config_path};
use super::{Exit, Failure, ServeArgs, base_path, viewer};
use host::{Bodies, Host};
use live::Live;
use watch::watch;

/// The script that reloads a page when the site was built anew.
const RELOAD_SCRIPT: &str = "/_backissue/reload.js";

pub(super) fn run(args: ServeArgs) -> Result<Exit, Failure> {
    let runtime = tokio::runtime::Runtime::new().map_err(|error| {
        Failure::new(format!("can't start serving: {error}"), "close other programs and try again")
    })?;
    if let [source] = args.sources.as_slice()
        && built::is_site(source)
    {
        return runtime.block_on(built::serve(source, &args)).map(|()| Exit::Done);
    }
    let folder = tempfile::tempdir().map_err(|error| {
        Failure::new(format!("can't make a folder for the site: {error}"), "check the free space")
    })?;
    let site = Site { args, folder: folder.path().join("site") };
    let is_empty = site.build()?;
    if is_empty {
        return Err(Failure::new("there is nothing to show", "the reasons stand above"));
    }
    runtime.block_on(serve(site)).map(|()| Exit::Done)
}

/// Shows a site, and builds it anew.
async fn serve(site: Site) -> Result<(), Failure> {
    let base = base_path(site.args.site.base.as_deref(), &site.config()?);
    let live = Arc::new(Live::default());
    let fresh = SetResponseHeaderLayer::overriding(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    let pages = host::pages(&site.folder, &base, Bodies::Plain);
    let router = pages.merge(live::routes(live.clone())).layer(fresh);
    let host = Host::open(&site.args, &base).await?;
    let _watcher = watch(site, live)?;
    host.serve(router).await
}

/// A site that is built from its sources as often as needed.
struct Site {
    args: ServeArgs,
    folder: PathBuf,
}

impl Site {
    /// Builds it; true if it has no article because all records were rejected.
    fn build(&self) -> Result<bool, Failure> {
        let config = self.config()?;
        let viewer = viewer(self.args.site.viewer.as_deref())?;
        let (archive, ledger) = archive_of(&self.args.sources, &config.aliases);
        let publication = Publication {
            beside: beside(&self.args.sources),
            base_path: base_path(self.args.site.base.as_deref(), &config),
            config: &config,
            scripts: vec![RELOAD_SCRIPT.to_owned()],
            offline: Offline::No,
            ..Publication::to(&self.folder)
        };
        publish(&archive, &viewer, &publication)?;
        Ok(archive.entries().is_empty() && ledger.summary().rejected > 0)
    }

    fn config(&self) -> Result<Config, Failure> {
        Ok(config_of(self.args.site.config.as_deref(), &self.args.sources)?)
    }

    /// The files and folders whose change makes it anew.
    fn watched(&self) -> Vec<PathBuf> {
        let mut watched = self.args.sources.clone();
        watched.extend(self.args.site.viewer.clone());
        watched.extend(config_path(self.args.site.config.as_deref(), &self.args.sources));
        watched
    }
}
