//! Commands and settings, read once. A wrong value stops the start with a sentence that names it.

use crate::commands::Failure;
use clap::error::{ContextKind, ContextValue};
use clap::{Args, Parser, Subcommand, ValueEnum};
use domain::store::Options;
use domain::{Clock, Secret, Store};
use std::io::Write;
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

/// Minsheng 民声台: where needs are reported and digital services are rated.
#[derive(Debug, Parser)]
#[command(name = "minsheng", version)]
pub(crate) struct Cli {
    /// What everything shares.
    #[command(flatten)]
    pub(crate) settings: Settings,
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// Settings of every command.
#[derive(Debug, Clone, Args)]
pub(crate) struct Settings {
    /// The database: sqlite://PATH or postgres://…
    #[arg(long, env = "MINSHENG_DATABASE_URL", default_value = "sqlite://data/minsheng.db", global = true, value_parser = database_url, hide_env_values = true)]
    database_url: String,
    /// The folder for keys, and later photos
    #[arg(long, env = "MINSHENG_DATA_DIR", default_value = "data", global = true)]
    data_dir: PathBuf,
    /// 64 hexadecimal characters; made and kept in the data folder when not given
    #[arg(long, env = "MINSHENG_SECRET", global = true, value_parser = secret_text, hide_env_values = true)]
    secret: Option<String>,
    /// What to log, for example info or domain=debug
    #[arg(long, env = "MINSHENG_LOG", default_value = "info", global = true)]
    pub(crate) log: String,
}

/// Settings of `serve`.
#[derive(Debug, Clone, Args)]
pub(crate) struct Serving {
    /// Where to listen
    #[arg(long, env = "MINSHENG_ADDR", default_value = "127.0.0.1:3000")]
    pub(crate) addr: SocketAddr,
    /// The address that people type, without a path; http://ADDR when not given
    #[arg(long, env = "MINSHENG_BASE_URL", value_parser = base_url)]
    pub(crate) base_url: Option<String>,
    /// Proxies whose X-Forwarded-For is believed, separated by commas
    #[arg(long, env = "MINSHENG_TRUSTED_PROXIES", value_delimiter = ',')]
    pub(crate) trusted_proxies: Vec<IpAddr>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Serve the platform
    Serve(Serving),
    /// Bring the database up to date, making it where there is none
    Migrate,
    /// Fill in the demonstration city
    Seed(Seeding),
    /// Bring in needs, ratings or monthly tallies from a CSV file
    Import(Importing),
    /// Rebuild the tallies from the ratings
    Recount,
    /// Check the sealed record and the tallies
    Verify,
    /// Write a backup with its checksum
    Backup {
        /// The file to write
        file: PathBuf,
    },
    /// Put a backup into an empty database
    Restore {
        /// The file to read
        file: PathBuf,
    },
}

/// What to seed.
#[derive(Debug, Args)]
pub(crate) struct Seeding {
    /// The demonstration city, with sign-ins whose password is public
    #[arg(long, required = true)]
    pub(crate) demo: bool,
}

/// What to import.
#[derive(Debug, Args)]
pub(crate) struct Importing {
    /// What the file holds
    pub(crate) what: ImportWhat,
    /// The file: UTF-8 CSV with a header
    pub(crate) file: PathBuf,
    /// Publish needs at once, without waiting for a worker
    #[arg(long)]
    pub(crate) public: bool,
}

/// What a file holds.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum ImportWhat {
    /// Needs
    Needs,
    /// Ratings
    Ratings,
    /// Monthly tallies
    Tallies,
}

impl Cli {
    /// Reads the command line and the environment, or says what is wrong and ends the program.
    pub(crate) fn read() -> Self {
        Self::try_parse().unwrap_or_else(|error| {
            let Some(sentence) = named(&error) else { error.exit() };
            let _ = writeln!(std::io::stderr(), "{sentence}");
            std::process::exit(2)
        })
    }
}

/// A wrong setting by its name, without its value: that may be a secret.
fn named(error: &clap::Error) -> Option<String> {
    let Some(ContextValue::String(option)) = error.get(ContextKind::InvalidArg) else { return None };
    let name = option.strip_prefix("--")?.split([' ', '=']).next()?;
    let why = std::error::Error::source(error)?;
    let setting = name.replace('-', "_").to_uppercase();
    Some(format!("MINSHENG_{setting} (--{name}) is not understood: {why}."))
}

impl Settings {
    /// The database.
    pub(crate) fn database(&self) -> Options {
        Options::new(self.database_url.clone())
    }

    /// The secret: given, kept, or made now and kept for its owner alone.
    ///
    /// # Errors
    /// The data folder cannot be written, or holds something else.
    pub(crate) fn secret(&self) -> Result<Secret, Failure> {
        if let Some(secret) = self.secret.as_deref().and_then(Secret::from_hex) {
            return Ok(secret);
        }
        let file = self.data_dir.join("secret");
        let wrong = |what: &str| Failure::new(format!("The secret in {} {what}.", file.display()));
        match std::fs::read_to_string(&file) {
            Ok(text) => Secret::from_hex(&text).ok_or_else(|| wrong("is not 64 hexadecimal characters")),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                let (secret, text) = Secret::generate();
                std::fs::create_dir_all(&self.data_dir).map_err(|e| wrong(&format!("could not be kept: {e}")))?;
                keep_private(&file, &text).map_err(|e| wrong(&format!("could not be kept: {e}")))?;
                Ok(secret)
            }
            Err(error) => Err(wrong(&format!("could not be read: {error}"))),
        }
    }

    /// Opens the database, after bringing it up to date.
    ///
    /// # Errors
    /// It cannot be reached.
    pub(crate) async fn open(&self) -> Result<Store, Failure> {
        let options = self.database();
        let unreachable = |e: domain::Error| Failure::new(format!("The database could not be opened: {e}."));
        Store::migrate(&options).await.map_err(unreachable)?;
        Store::open(&options, Clock::default(), self.secret()?).await.map_err(unreachable)
    }
}

fn keep_private(file: &std::path::Path, text: &str) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(file)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

fn database_url(text: &str) -> Result<String, String> {
    let known = ["sqlite:", "postgres://", "postgresql://"].iter().any(|scheme| text.starts_with(scheme));
    if known { Ok(text.to_owned()) } else { Err("it begins with sqlite:// or postgres://".to_owned()) }
}

fn secret_text(text: &str) -> Result<String, String> {
    Secret::from_hex(text).map(|_| text.to_owned()).ok_or_else(|| "it is 64 hexadecimal characters".to_owned())
}

fn base_url(text: &str) -> Result<String, String> {
    let text = text.trim_end_matches('/').to_ascii_lowercase();
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    match host {
        Some(host) if !host.is_empty() && !host.contains(['/', '?', '#', ' ', '@']) => Ok(without_usual_port(&text)),
        _ => Err("it is http:// or https:// and a host, without a path".to_owned()),
    }
}

/// Browsers leave the usual port out of an origin.
fn without_usual_port(origin: &str) -> String {
    let port = if origin.starts_with("https:") { ":443" } else { ":80" };
    origin.strip_suffix(port).unwrap_or(origin).to_owned()
}
