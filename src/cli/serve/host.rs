//! A static host on this machine: files, `index.html` for folders, `404.html` for what is not there.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};

use axum::Router;
use axum::extract::RawQuery;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect};
use axum::routing::get;
use tokio::net::TcpListener;
use tower_http::services::ServeDir;

use super::Failure;
use crate::cli::ServeArgs;

/// What is listened at, and what the user was told.
pub(super) struct Host(TcpListener);

impl Host {
    /// Takes the port, says where the site is, and opens the browser if that is asked for.
    pub(super) async fn open(args: &ServeArgs, base: &str) -> Result<Self, Failure> {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, args.port));
        let listener = TcpListener::bind(address).await.map_err(|error| {
            Failure::new(
                format!("can't listen at {address}: {error}"),
                "name another port by --port, or 0 for a free one",
            )
        })?;
        let address = listener.local_addr().unwrap_or(address);
        let url = format!("http://{address}{base}");
        eprintln!("Serving at {url} (Ctrl-C ends it)");
        if args.open {
            open_browser(&url);
        }
        Ok(Self(listener))
    }

    /// Serves until the program is interrupted.
    pub(super) async fn serve(self, router: Router) -> Result<(), Failure> {
        let served = axum::serve(self.0, router).with_graceful_shutdown(async {
            // Without the signal the program is ended by the system all the same.
            let _ = tokio::signal::ctrl_c().await;
            std::process::exit(0);
        });
        served.await.map_err(|error| Failure::new(format!("serving ended: {error}"), "start it again"))
    }
}

/// What is sent for a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bodies {
    /// The file.
    Plain,
    /// The `.br` or `.gz` beside it, to those who take it.
    Precompressed,
}

/// The files of a folder below `base`. Folders are shown at their address with a slash at its end, `base` too: relative links lead
/// elsewhere without it.
pub(super) fn pages(folder: &Path, base: &str, bodies: Bodies) -> Router {
    let lost = folder.join("404.html");
    let prefix = base.trim_end_matches('/');
    let files = match bodies {
        Bodies::Plain => ServeDir::new(folder),
        Bodies::Precompressed => ServeDir::new(folder).precompressed_br().precompressed_gzip(),
    };
    let files = files.redirect_path_prefix(prefix).fallback(get(move || not_found(lost.clone())));
    if prefix.is_empty() {
        return Router::new().fallback_service(files);
    }
    let home = base.to_owned();
    let to_home = move |RawQuery(query): RawQuery| async move {
        Redirect::temporary(&query.map_or(home.clone(), |query| format!("{home}?{query}")))
    };
    Router::new().nest_service(base, files).route(prefix, get(to_home))
}

async fn not_found(page: PathBuf) -> impl IntoResponse {
    match tokio::fs::read_to_string(page).await {
        Ok(page) => (StatusCode::NOT_FOUND, Html(page)),
        Err(_) => (StatusCode::NOT_FOUND, Html("<title>Not found</title><p>Not found.".to_owned())),
    }
}

/// Opens the browser where there is one; where there is none, the address stands on the terminal.
fn open_browser(url: &str) {
    let (program, args): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("cmd", &["/C", "start"])
    } else if std::env::var_os("DISPLAY").is_some() || std::env::var_os("WAYLAND_DISPLAY").is_some() {
        ("xdg-open", &[])
    } else {
        return;
    };
    let quiet = std::process::Stdio::null;
    let _ = std::process::Command::new(program).args(args).arg(url).stdout(quiet()).stderr(quiet()).spawn();
}
