//! Tells open pages that the site was built anew. Each waits on a request; one whose server was restarted sees another
//! number as well.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{Query, State};
use axum::http::header;
use axum::routing::get;
use tokio::sync::watch;

/// How long a page waits before it asks again.
const PATIENCE: Duration = Duration::from_secs(25);

const SCRIPT: &str = "\
(async () => {
  let seen = null;
  for (;;) {
    try {
      const answer = await fetch('/_backissue/build?seen=' + (seen ?? ''));
      const build = await answer.text();
      if (seen !== null && build !== seen) { location.reload(); return; }
      seen = build;
    } catch {
      await new Promise((again) => setTimeout(again, 500));
    }
  }
})();
";

/// The number of the build that is shown.
pub(super) struct Live(watch::Sender<u64>);

impl Default for Live {
    /// Starts at a number that another server hardly had.
    fn default() -> Self {
        Self(watch::Sender::new(u64::from(std::process::id()) << 32))
    }
}

impl Live {
    /// Tells all pages.
    pub(super) fn announce(&self) {
        self.0.send_modify(|build| *build += 1);
    }
}

#[derive(serde::Deserialize)]
struct Asked {
    #[serde(default)]
    seen: String,
}

/// The script, and the request that it waits on.
pub(super) fn routes(live: Arc<Live>) -> Router {
    let script = || async { ([(header::CONTENT_TYPE, "text/javascript")], SCRIPT) };
    Router::new()
        .route(super::RELOAD_SCRIPT, get(script))
        .route("/_backissue/build", get(build))
        .with_state(live)
}

async fn build(State(live): State<Arc<Live>>, Query(asked): Query<Asked>) -> String {
    let mut builds = live.0.subscribe();
    let is_new = |build: &u64| build.to_string() != asked.seen;
    // After a while the page asks again: a connection that nobody holds any more must end.
    let _ = tokio::time::timeout(PATIENCE, builds.wait_for(is_new)).await;
    let build = *builds.borrow();
    build.to_string()
}
