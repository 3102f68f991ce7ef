//! A built site, shown as a good static host does: ranges, compressed files, validators, and times to keep what is named by
//! its content.

use std::fs;
use std::path::Path;

use axum::extract::Request;
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Redirect, Response};

use super::host::{self, Bodies, Host};
use super::{Failure, ServeArgs};
use crate::cli::slashed;

/// Whether a folder is a built site.
pub(super) fn is_site(folder: &Path) -> bool {
    folder.join("index.html").is_file() && folder.join("data/site.json").is_file()
}

/// Serves until the program is interrupted.
pub(super) async fn serve(site: &Path, args: &ServeArgs) -> Result<(), Failure> {
    if args.site.viewer.is_some() || args.site.config.is_some() {
        return Err(Failure::new(
            format!("{} is built already and shown as it is", site.display()),
            "leave out --viewer and --config, or name an archive",
        ));
    }
    let base = args.site.base.as_deref().map(slashed).or_else(|| own_base(site));
    let base = base.unwrap_or_else(|| "/".to_owned());
    let pages = host::pages(site, &base, Bodies::Precompressed);
    let prefix = base.clone();
    let router = pages.layer(middleware::from_fn(move |request: Request, next: Next| {
        let prefix = prefix.clone();
        async move { as_hosts_do(&prefix, request, next).await }
    }));
    Host::open(args, &base).await?.serve(router).await
}

/// The path that the site was built for: its page for unknown addresses names it.
fn own_base(site: &Path) -> Option<String> {
    let page = fs::read_to_string(site.join("404.html")).ok()?;
    let root = page.split_once("data-root=\"")?.1.split('"').next()?;
    root.starts_with('/').then(|| slashed(root))
}

/// A page has one address, and what is named by its content is kept.
async fn as_hosts_do(base: &str, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    if let Some(folder) = path.strip_suffix("index.html").filter(|folder| folder.ends_with('/')) {
        let query = request.uri().query().map(|query| format!("?{query}")).unwrap_or_default();
        return Redirect::permanent(&format!("{folder}{query}")).into_response();
    }
    let mut response = next.run(request).await;
    let file = path.strip_prefix(base).unwrap_or_default();
    let is_kept = matches!(response.status(), StatusCode::OK | StatusCode::PARTIAL_CONTENT);
    let value = match is_kept && is_named_by_content(file) {
        true => "public, max-age=31536000, immutable",
        false => "no-cache",
    };
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static(value));
    response
}

/// Whether a part of the file's name is a digest. The archive's own pictures are named by their owner.
fn is_named_by_content(file: &str) -> bool {
    let is_ours =
        !file.contains('/') || ["data/", "fonts/", "share/"].iter().any(|folder| file.starts_with(folder));
    let is_digest = |part: &str| part.len() >= 8 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_ours && file.split(['-', '.', '_', '/']).any(is_digest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_are_told_from_other_names() {
        for file in [
            "viewer-0123456789ab_bg.wasm",
            "data/cards-0.0a1b2c3d.json",
            "share/1858-08-16-a-hello.0a1b2c3d4e5f.png",
            "icon-512-mask-0123456789ab.png",
        ] {
            assert!(is_named_by_content(file), "{file}");
        }
        for file in ["", "index.html", "data/site.json", "pictures/a-0123456789ab.png", "sw.js", "page/2/"] {
            assert!(!is_named_by_content(file), "{file}");
        }
    }
}
