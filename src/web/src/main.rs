//! `minsheng`: one binary that serves the platform and looks after its data.

mod app;
mod assets;
mod commands;
mod demo;
mod files;
mod forms;
mod jobs;
mod layers;
mod pages;
mod paths;
mod problem;
mod serve;
mod server;
mod settings;
mod texts;
mod times;
mod ui;
mod visit;

use settings::{Cli, Command, ImportWhat};
use std::io::Write;
use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let cli = Cli::read();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return fail(&format!("The program could not start: {error}.")),
    };
    match runtime.block_on(run(cli)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => fail(&failure.to_string()),
    }
}

fn fail(sentence: &str) -> ExitCode {
    let _ = writeln!(std::io::stderr(), "{sentence}");
    ExitCode::FAILURE
}

async fn run(cli: Cli) -> Result<(), commands::Failure> {
    let settings = cli.settings;
    let options = settings.database();
    match cli.command {
        Command::Serve(serving) => serve::run(&settings, &serving).await,
        Command::Migrate => commands::migrate::run(&options).await,
        Command::Seed(seeding) => {
            let secret = settings.secret()?;
            commands::seed::run(&options, secret, seeding.demo).await
        }
        Command::Import(importing) => {
            let store = settings.open().await?;
            let what = match importing.what {
                ImportWhat::Needs => commands::import::What::Needs,
                ImportWhat::Ratings => commands::import::What::Ratings,
                ImportWhat::Tallies => commands::import::What::Tallies,
            };
            commands::import::run(&store, what, &importing.file, importing.public).await
        }
        Command::Recount => commands::recount::run(&settings.open().await?).await,
        Command::Verify => commands::verify::run(&settings.open().await?).await,
        Command::Backup { file } => commands::backup::backup(&options, &file).await,
        Command::Restore { file } => commands::backup::restore(&options, &file).await,
    }
}
