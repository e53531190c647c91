//! What was posted: fields by name, in either encoding, bounded in size and number.

use crate::problem::{Problem, Trouble};
use axum::body::Bytes;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::header;

/// How large a form may be, in bytes: 1,000 characters of any script fit many times.
pub(crate) const FORM_LIMIT: usize = 256 * 1024;
/// How many fields a form may have.
const FIELDS: usize = 64;

/// The fields of a posted form.
#[derive(Debug, Clone, Default)]
pub(crate) struct Posted {
    fields: Vec<(String, String)>,
    /// Names of fields in which files with content arrived.
    pub(crate) files: Vec<String>,
}

impl Posted {
    /// Fields that were not posted but set: to fill a form before anybody typed.
    pub(crate) fn preset(fields: &[(&str, &str)]) -> Self {
        let fields = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Self { fields, files: Vec::new() }
    }

    /// The value of a field; empty where it was not sent.
    pub(crate) fn get(&self, name: &str) -> &str {
        self.fields.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value)
    }

    /// Every value of a repeated field.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.fields.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// Whether a box was ticked.
    pub(crate) fn ticked(&self, name: &str) -> bool {
        !matches!(self.get(name), "" | "0" | "false" | "off")
    }

    /// What was sent, without the key itself: the content that a key stands for.
    pub(crate) fn content(&self) -> Vec<u8> {
        let mut content = Vec::new();
        for (name, value) in self.fields.iter().filter(|(name, _)| name != "k") {
            for text in [name, value] {
                content.extend_from_slice(&(text.len() as u64).to_be_bytes());
                content.extend_from_slice(text.as_bytes());
            }
        }
        content
    }
}

impl<S: Send + Sync> FromRequest<S> for Posted {
    type Rejection = Trouble;

    async fn from_request(request: Request, state: &S) -> Result<Self, Trouble> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        if kind.starts_with("multipart/form-data") {
            let form = Multipart::from_request(request, state).await.map_err(|_| Trouble(Problem::BadRequest))?;
            return multipart(form).await;
        }
        if !kind.is_empty() && !kind.starts_with("application/x-www-form-urlencoded") {
            return Err(Trouble(Problem::BadRequest));
        }
        let body = Bytes::from_request(request, state).await.map_err(|refused| {
            let too_large = refused.status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE;
            Trouble(if too_large { Problem::TooLarge } else { Problem::BadRequest })
        })?;
        if body.len() > FORM_LIMIT {
            return Err(Trouble(Problem::TooLarge));
        }
        let fields: Vec<(String, String)> = form_urlencoded::parse(&body).into_owned().collect();
        if fields.len() > FIELDS { Err(Trouble(Problem::BadRequest)) } else { Ok(Self { fields, files: Vec::new() }) }
    }
}

async fn multipart(mut form: Multipart) -> Result<Posted, Trouble> {
    let broken = |error: axum::extract::multipart::MultipartError| {
        let too_large = error.status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE;
        Trouble(if too_large { Problem::TooLarge } else { Problem::BadRequest })
    };
    let mut posted = Posted::default();
    let mut size = 0;
    while let Some(mut part) = form.next_field().await.map_err(broken)? {
        let name = part.name().unwrap_or_default().to_owned();
        let is_file = part.file_name().is_some_and(|file| !file.is_empty());
        let mut value = Vec::new();
        while let Some(chunk) = part.chunk().await.map_err(broken)? {
            size += chunk.len();
            if size > FORM_LIMIT && !is_file {
                return Err(Trouble(Problem::TooLarge));
            }
            if !is_file {
                value.extend_from_slice(&chunk);
            }
        }
        if is_file {
            posted.files.push(name);
        } else if posted.fields.len() >= FIELDS {
            return Err(Trouble(Problem::BadRequest));
        } else {
            let text = String::from_utf8(value).map_err(|_| Trouble(Problem::BadRequest))?;
            posted.fields.push((name, text));
        }
    }
    Ok(posted)
}
