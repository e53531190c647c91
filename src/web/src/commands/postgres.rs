//! Backup and restore of a `PostgreSQL` database, with its own `pg_dump` and `pg_restore`.

use super::Failure;
use super::backup::{connect, refuse_unless_empty};
use std::path::Path;
use std::process::Command;

const TABLES: &str = "SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema()";

/// Writes the database as it is at this moment, in the custom format of `pg_dump`.
///
/// # Errors
/// `pg_dump` is not installed, or says no.
pub(super) async fn dump(url: &str, file: &Path) -> Result<(), Failure> {
    let mut command = talking_to("pg_dump", url);
    command.args(["--format=custom", "--no-owner", "--no-privileges", "--file"]).arg(file);
    finish("pg_dump", command).await
}

/// Puts a backup into an empty database, all of it or nothing.
///
/// # Errors
/// The database holds something, `pg_restore` is not installed, or says no.
pub(super) async fn restore(url: &str, file: &Path) -> Result<(), Failure> {
    let db = connect(url).await?;
    refuse_unless_empty(&db, TABLES).await?;
    db.close().await.map_err(|error| Failure::new(format!("The database could not be closed: {error}.")))?;
    let mut command = talking_to("pg_restore", url);
    command.args(["--clean", "--if-exists", "--no-owner", "--no-privileges", "--single-transaction"]).arg(file);
    finish("pg_restore", command).await
}

/// A command with the address of the database, the password apart: others on the machine can read the arguments of
/// a command, but not its environment.
fn talking_to(program: &str, url: &str) -> Command {
    let (address, password) = apart(url);
    let mut command = Command::new(program);
    command.arg(format!("--dbname={address}"));
    if let Some(password) = password {
        command.env("PGPASSWORD", password);
    }
    command
}

async fn finish(program: &'static str, mut command: Command) -> Result<(), Failure> {
    let ran = tokio::task::spawn_blocking(move || command.output()).await;
    match ran.map_err(std::io::Error::other).flatten() {
        Ok(output) if output.status.success() => Ok(()),
        Ok(output) => {
            let said = String::from_utf8_lossy(&output.stderr);
            let said = said.lines().next().unwrap_or_default().trim_end_matches('.');
            Err(Failure::new(format!("{program} did not finish: {said}.")))
        }
        Err(error) => Err(Failure::new(format!(
            "{program} could not be started ({error}); it comes with the package postgresql-client."
        ))),
    }
}

/// The address without its password, and the password.
fn apart(url: &str) -> (String, Option<String>) {
    let whole = || (url.to_owned(), None);
    let Some((scheme, rest)) = url.split_once("://") else {
        return whole();
    };
    let host_ends = rest.find(['/', '?']).unwrap_or(rest.len());
    let Some(at) = rest[..host_ends].rfind('@') else {
        return whole();
    };
    let Some((user, password)) = rest[..at].split_once(':') else {
        return whole();
    };
    (format!("{scheme}://{user}{}", &rest[at..]), Some(decoded(password)))
}

/// `%40` becomes `@`; what is no such escape stays.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let escaped = after.get(..2).filter(|_| *first == b'%').and_then(|two| hex::decode(two).ok());
        bytes.push(escaped.as_ref().map_or(*first, |byte| byte[0]));
        rest = if escaped.is_some() { &after[2..] } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_password_travels_apart() {
        let (address, password) = apart("postgres://me:p%40ss:%zz@db.example:5432/minsheng?sslmode=require");
        assert_eq!(address, "postgres://me@db.example:5432/minsheng?sslmode=require");
        assert_eq!(password.as_deref(), Some("p@ss:%zz"));
        assert_eq!(apart("postgres://me@db/minsheng"), ("postgres://me@db/minsheng".to_owned(), None));
        assert_eq!(
            apart("postgres:///minsheng?host=/tmp/a@b"),
            ("postgres:///minsheng?host=/tmp/a@b".to_owned(), None)
        );
    }
}
