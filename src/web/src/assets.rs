//! The site files, embedded: hashed names, packed beforehand, kept by browsers for a year.

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode, header};
use rust_embed::RustEmbed;
use std::borrow::Cow;
use std::collections::HashMap;

#[derive(RustEmbed)]
#[folder = "../../target/site"]
struct Site;

/// The site files by their logical names.
#[derive(Debug, Default)]
pub(crate) struct Assets {
    paths: HashMap<String, String>,
    /// The style sheet, for pages that carry it inside.
    pub(crate) css: Cow<'static, str>,
}

impl Assets {
    /// Reads the manifest that the site was built with.
    pub(crate) fn load() -> Self {
        let manifest = Site::get("manifest.json").map(|file| file.data).unwrap_or_default();
        let paths: HashMap<String, String> = serde_json::from_slice(&manifest).unwrap_or_default();
        let css = paths.get("main.css").and_then(|path| Site::get(path)).map(|file| file.data).unwrap_or_default();
        let css = String::from_utf8(css.into_owned()).unwrap_or_default();
        Self { paths, css: Cow::Owned(css) }
    }

    /// The address of a site file by its logical name, for example `sprite.svg`.
    pub(crate) fn path(&self, name: &str) -> String {
        format!("/{}", self.paths.get(name).map_or(name, String::as_str))
    }
}

/// Answers with a site file, packed as the browser likes it, or nothing where there is none.
pub(crate) fn serve(path: &str, headers: &HeaderMap) -> Option<Response<Body>> {
    let path = path.trim_start_matches('/');
    if path == "manifest.json" || Site::get(path).is_none() {
        return None;
    }
    let accepts = |what: &str| {
        let value = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
        value.split(',').any(|part| part.trim().split(';').next() == Some(what))
    };
    let mut packed = [("br", "br"), ("gzip", "gz")].into_iter().filter(|(name, _)| accepts(name));
    let packed = packed.find_map(|(name, ending)| Some((name, Site::get(&format!("{path}.{ending}"))?)));
    let (encoding, file) = match packed {
        Some((name, file)) => (Some(name), file),
        None => (None, Site::get(path)?),
    };
    let mut answer = Response::new(Body::from(file.data.into_owned()));
    *answer.status_mut() = StatusCode::OK;
    let named_by_content = path.split('.').rev().nth(1).is_some_and(|hash| hash.len() == 12);
    let keep = if named_by_content { "public, max-age=31536000, immutable" } else { "public, max-age=3600" };
    let headers = answer.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind_of(path)));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Some(name) = encoding {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(name));
    }
    Some(answer)
}

fn kind_of(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("webmanifest") => "application/manifest+json",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
