//! The checksum that lies beside a backup, in the form that `sha256sum --check` reads.

use super::Failure;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

/// `FILE.sha256`, beside `FILE`.
pub(crate) fn beside(file: &Path) -> PathBuf {
    super::backup::with_ending(file, ".sha256")
}

/// The SHA-256 of a file in hexadecimal, however large it is.
///
/// # Errors
/// It cannot be read.
pub(crate) fn of(file: &Path) -> std::io::Result<String> {
    let mut hasher = Sha256::new();
    let mut reader = File::open(file)?;
    let mut some = vec![0; 1 << 16];
    loop {
        match reader.read(&mut some)? {
            0 => return Ok(hex::encode(hasher.finalize())),
            n => hasher.update(&some[..n]),
        }
    }
}

/// Writes the checksum of a backup beside it.
///
/// # Errors
/// It cannot be written.
pub(crate) fn write(file: &Path) -> std::io::Result<()> {
    let sum = of(file)?;
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let mut out = File::create(beside(file))?;
    writeln!(out, "{sum}  {name}")?;
    out.sync_all()
}

/// Whether a backup is as it was written.
///
/// # Errors
/// The sentence says whether the checksum is missing or does not fit.
pub(crate) fn check(file: &Path) -> Result<(), Failure> {
    let beside = beside(file);
    let text = std::fs::read_to_string(&beside).map_err(|error| {
        Failure::new(format!("The checksum {} could not be read: {error}; nothing was restored.", beside.display()))
    })?;
    let sum =
        of(file).map_err(|error| Failure::new(format!("The backup {} could not be read: {error}.", file.display())))?;
    if text.split_whitespace().next() == Some(sum.as_str()) {
        return Ok(());
    }
    Err(Failure::new(format!(
        "The backup {} is not as it was written: its checksum does not fit; nothing was restored.",
        file.display()
    )))
}
