//! Backissue's own commands: they set up what is missing, then build, serve and test. Nothing of it is published.

mod bench;
mod budget;
mod build;
mod clean;
mod command_line;
mod failure;
mod group;
mod lock;
mod place;
mod serve;
mod setup;
mod task;
mod test;
mod toolchain;
mod version;

use clap::Parser as _;
use command_line::{Action, CommandLine};
use failure::Failure;
use place::{Project, Tools};
use setup::{Consent, Session};
use std::process::ExitCode;
use task::Task;

fn main() -> ExitCode {
    match run(CommandLine::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("error: {failure}");
            failure.exit_code()
        }
    }
}

fn run(line: CommandLine) -> Result<(), Failure> {
    let project = Project::find()?;
    let tools = Tools::find()?;
    let session = Session::new(&project, &tools, if line.yes { Consent::Given } else { Consent::Ask });
    match line.action {
        Action::Setup => setup::report(&session)?,
        Action::Serve(options) => serve::run(&session, &options)?,
        Action::Build => build::run(&session)?,
        Action::Sample => build::sample::run(&project)?,
        Action::Test(options) => test::run(&session, &options)?,
        Action::Fmt => Task::new("cargo").args(["fmt", "--all"]).within(project.root()).show()?,
        Action::Bench { benches } => bench::run(&session, &benches)?,
        Action::Clean { tools: all } => {
            clean::run(&session, if all { clean::Extent::Tools } else { clean::Extent::Output })?
        }
    }
    Ok(())
}
