//! Cookies: the device, the session, the size and the theme. Behind TLS they are bound to the host.

use super::{Size, Theme, Visit};
use axum::http::{HeaderMap, HeaderValue, header};
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};

/// How long a session lasts, in hours.
const SESSION_HOURS: i64 = domain::people::SESSION_HOURS;

/// The name of a cookie: with the prefix that binds it to the host where there is TLS.
pub(super) fn name(secure: bool, plain: &'static str) -> String {
    if secure { format!("__Host-{plain}") } else { plain.to_owned() }
}

/// The value of a cookie. Only what we could have set ourselves is believed to be a token.
pub(super) fn read(jar: &CookieJar, secure: bool, plain: &'static str) -> Option<String> {
    jar.get(&name(secure, plain)).map(|cookie| cookie.value().to_owned())
}

/// Whether a value has the shape of a token: 64 hexadecimal characters.
pub(super) fn is_token(value: &str) -> bool {
    value.len() == 64 && value.bytes().all(|b| b.is_ascii_hexdigit())
}

impl Visit {
    fn cookie(&self, plain: &'static str, value: String, hours: i64) -> Cookie<'static> {
        let secure = self.app.is_secure();
        let seconds = hours.saturating_mul(3600);
        let age = format!("; Max-Age={seconds}");
        let mut cookie = Cookie::new(name(secure, plain), value);
        cookie.set_path("/");
        cookie.set_http_only(true);
        cookie.set_secure(secure);
        cookie.set_same_site(SameSite::Lax);
        if let Ok(with_age) = Cookie::parse(format!("{cookie}{age}")) { with_age.into_owned() } else { cookie }
    }

    fn put(headers: &mut HeaderMap, cookie: &Cookie<'_>) {
        if let Ok(value) = HeaderValue::from_str(&cookie.to_string()) {
            headers.append(header::SET_COOKIE, value);
        }
    }

    /// Gives the browser a device token where it has none: with it, a voice counts once and can be changed.
    pub(crate) fn put_device(&self, headers: &mut HeaderMap) {
        if self.device.is_none() {
            Self::put(headers, &self.cookie("device", domain::chance::token(), 24 * 365 * 2));
        }
    }

    /// Gives the browser a session.
    pub(crate) fn put_session(&self, headers: &mut HeaderMap, token: &str) {
        Self::put(headers, &self.cookie("session", token.to_owned(), SESSION_HOURS));
    }

    /// Takes the session from the browser.
    pub(crate) fn take_session(&self, headers: &mut HeaderMap) {
        Self::put(headers, &self.cookie("session", String::new(), 0));
    }

    /// Keeps size, theme or language.
    pub(crate) fn put_prefs(&self, headers: &mut HeaderMap, size: Option<Size>, theme: Option<Theme>) {
        if let Some(size) = size {
            Self::put(headers, &self.cookie("size", size.slug().to_owned(), 24 * 365 * 2));
        }
        if let Some(theme) = theme {
            Self::put(headers, &self.cookie("theme", theme.slug().to_owned(), 24 * 365 * 2));
        }
    }
}
