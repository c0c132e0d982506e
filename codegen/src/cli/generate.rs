//! `midl-bindgen generate`, and `midl-bindgen` alone: the files that the manifest here asks for.

use super::stamp::{self, Recorder, Stamp};
use super::{Error, report, tell};
use crate::output::Change;
use crate::{Manifest, output};
use clap::Args;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Regenerate what `[package.metadata.midl-bindgen]` of the manifest here says [default]
#[derive(Args)]
pub struct Options {
    /// Write nothing; name the files that are stale, and exit with 1 if there are any
    #[arg(long)]
    check: bool,
    /// The manifest [default: the nearest Cargo.toml from here upwards]
    #[arg(long, value_name = "FILE")]
    manifest_path: Option<PathBuf>,
}

pub fn run(options: &Options) -> Result<(), Error> {
    let path = match &options.manifest_path {
        Some(path) => path.clone(),
        None => find_manifest(),
    };
    let manifest = Manifest::read(&path)?;
    let stamp_path = stamp::path(&path);
    if let Some(stamp) = stamp_path
        .as_deref()
        .and_then(|stamp| Stamp::read_valid(stamp, &manifest.output))
    {
        writeln!(io::stdout(), "{}\nup to date", stamp.description)?;
        return Ok(());
    }

    let recorder = Recorder::default();
    let output = manifest.builder.rust_from(&recorder)?;
    report(&output.compilation);
    let description = format!("{}: {}", manifest.package, output.describe());
    let changes = if options.check {
        output::changes(&manifest.output, &output.files)
    } else {
        output::write(&manifest.output, &output.files)
    };
    let changes = match changes {
        Ok(changes) => changes,
        Err(diagnostic) => return Err(Error::Input(output.compilation.fail(diagnostic))),
    };

    let mut out = io::stdout().lock();
    writeln!(out, "{description}")?;
    if options.check && !changes.is_empty() {
        name_stale(&mut out, &changes)?;
        return Err(Error::Stale);
    }
    tell(&mut out, &changes)?;
    if changes.is_empty() {
        writeln!(out, "up to date")?;
    }
    if let (Some(path_of_stamp), true) = (stamp_path, output.compilation.diagnostics.is_empty())
        && let Some(stamp) = recorder.into_stamp(&path, &manifest.output, description)
    {
        stamp.keep(&path_of_stamp);
    }
    Ok(())
}

fn name_stale(out: &mut impl Write, changes: &[Change]) -> io::Result<()> {
    for change in changes {
        let word = match change {
            Change::Added(_) => "missing",
            Change::Changed(_) => "stale",
            Change::Removed(_) => "left over",
        };
        writeln!(out, "  {word}: {}", change.path().display())?;
    }
    writeln!(out, "run `midl-bindgen generate` to bring them up to date")
}

/// The nearest `Cargo.toml` from the current folder upwards; `Cargo.toml` itself where there is none, so that the
/// message names what was looked for.
pub fn find_manifest() -> PathBuf {
    let name = Path::new("Cargo.toml");
    let Ok(here) = std::env::current_dir() else {
        return name.to_owned();
    };
    // A path that is relative to the current folder is easier to read in messages.
    if here.join(name).is_file() {
        return name.to_owned();
    }
    here.ancestors()
        .map(|folder| folder.join(name))
        .find(|path| path.is_file())
        .unwrap_or_else(|| name.to_owned())
}
