//! The command line: one file a subcommand, each thin.
//!
//! This is the edge: only here is anything printed, and only here is there an exit code. 0 is success, 1 means that
//! the input has errors or that generated files are stale, 2 that the command line itself is wrong.

mod check;
mod generate;
#[cfg(all(target_os = "linux", target_env = "gnu"))]
mod heap;
mod rust;
mod schema;
mod stamp;
mod winmd;

use crate::counted::counted;
use crate::output::Change;
use crate::{Builder, Compilation, Failure};
use crate::{diagnostics, output};
use clap::{Args, Parser, Subcommand};
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Compiles COM interface definitions (MIDL) to Windows metadata and safe Rust, on any operating system.
#[derive(Parser)]
#[command(name = "midl-bindgen", version, about, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    generate: generate::Options,
}

#[derive(Subcommand)]
enum Command {
    Generate(generate::Options),
    Check(check::Options),
    Rust(rust::Options),
    Winmd(winmd::Options),
    Schema(schema::Options),
}

/// Where imports and includes are looked for, and the macros that are defined from outside.
#[derive(Args)]
struct Search {
    /// Look in DIR for imported and included files, after the folder of the file that names them
    #[arg(short = 'I', value_name = "DIR")]
    include: Vec<PathBuf>,
    /// Define a macro, with the value 1 if none is given
    #[arg(short = 'D', value_name = "NAME[=VALUE]")]
    define: Vec<String>,
}

impl Search {
    fn configure(&self, mut builder: Builder) -> Builder {
        for folder in &self.include {
            builder = builder.include(folder);
        }
        for define in &self.define {
            let (name, value) = define.split_once('=').unwrap_or((define, "1"));
            builder = builder.define(name, value);
        }
        builder
    }
}

/// IDL files and metadata, and where the former look for others.
#[derive(Args)]
struct Inputs {
    #[command(flatten)]
    search: Search,
    /// The IDL files, and Windows metadata as files (.winmd) or as text (.rdl)
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
}

impl Inputs {
    fn builder(&self) -> Builder {
        let builder = self.files.iter().fold(Builder::new(), Builder::input);
        self.search.configure(builder)
    }
}

/// Why a subcommand did not do its work.
enum Error {
    /// The input, an output or the manifest is wrong.
    Input(Failure),
    /// Generated files are stale; they have been named.
    Stale,
    /// Standard output is closed or full.
    Output(io::Error),
}

impl From<Failure> for Error {
    fn from(failure: Failure) -> Self {
        Self::Input(failure)
    }
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

/// Runs the command line of this process.
pub fn run() -> ExitCode {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    heap::prepare();
    let cli = Cli::parse();
    let result = match &cli.command {
        None => generate::run(&cli.generate),
        Some(Command::Generate(options)) => generate::run(options),
        Some(Command::Check(options)) => check::run(options),
        Some(Command::Rust(options)) => rust::run(options),
        Some(Command::Winmd(options)) => winmd::run(options),
        Some(Command::Schema(options)) => schema::run(options),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(Error::Stale) => ExitCode::FAILURE,
        Err(Error::Input(failure)) => {
            let compilation = failure.compilation();
            report(compilation);
            let errors = compilation.diagnostics.error_count();
            eprintln!("midl-bindgen: {}", counted(errors, "error"));
            ExitCode::FAILURE
        }
        // The reader of a pipe that has seen enough (`| head`) is no failure of ours.
        Err(Error::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Error::Output(error)) => {
            eprintln!("midl-bindgen: cannot write to standard output: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Shows what was found, on standard error.
fn report(compilation: &Compilation) {
    let color = io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    eprint!(
        "{}",
        diagnostics::render(&compilation.diagnostics, &compilation.sources, color)
    );
}

/// Writes one file, if its bytes differ, and says so.
fn write_one(compilation: Compilation, path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let verb = match output::write_one(path, bytes) {
        Ok(Some(_)) => "wrote",
        Ok(None) => "unchanged",
        Err(diagnostic) => return Err(compilation.fail(diagnostic).into()),
    };
    writeln!(io::stdout(), "{verb} {}", path.display())?;
    Ok(())
}

/// Tells what became of each file.
fn tell(out: &mut impl Write, changes: &[Change]) -> io::Result<()> {
    changes.iter().try_for_each(|change| {
        let word = match change {
            Change::Added(_) => "added",
            Change::Changed(_) => "changed",
            Change::Removed(_) => "removed",
        };
        writeln!(out, "  {word} {}", change.path().display())
    })
}
