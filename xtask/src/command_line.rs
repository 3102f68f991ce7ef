//! What can be asked of `cargo xtask`, and nothing about how it is done.

use crate::bench::Bench;
use crate::test::Browser;
use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;

/// Build, serve and test Backissue.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
pub(crate) struct CommandLine {
    #[command(subcommand)]
    pub(crate) action: Action,
    /// Install system packages without asking
    #[arg(long, global = true)]
    pub(crate) yes: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Action {
    /// Install what building needs and is missing
    Setup,
    /// Serve an archive, and rebuild and reload when a source changes
    Serve(Serve),
    /// Build the viewer, the program and the sample site, and check the viewer's size
    Build,
    /// Run the tests, natively and in browsers
    Test(Test),
    /// Put the sample's site in the place of what Trunk built: its hook
    #[command(hide = true)]
    Sample,
    /// Format the code
    Fmt,
    /// Compare figures with their budgets
    Bench {
        /// What to measure [default: everything]
        #[arg(value_enum)]
        benches: Vec<Bench>,
    },
    /// Remove what was built
    Clean {
        /// Remove the shared tools folder too
        #[arg(long)]
        tools: bool,
    },
}

#[derive(Debug, Args)]
pub(crate) struct Serve {
    /// The archive's files [default: the sample archive]
    pub(crate) files: Vec<PathBuf>,
    /// The port to serve on
    #[arg(long, default_value_t = 8000)]
    pub(crate) port: u16,
    /// Do not open the page in a browser
    #[arg(long)]
    pub(crate) no_open: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Test {
    /// Run only the tests whose name contains this
    pub(crate) filter: Option<String>,
    /// Leave the browser tests out
    #[arg(long, conflicts_with = "browsers")]
    pub(crate) native: bool,
    /// Give the importers hostile input instead, for so many seconds each
    #[arg(long, value_name = "SECONDS", num_args = 0..=1, require_equals = true, default_missing_value = "60", conflicts_with = "browsers")]
    pub(crate) fuzz: Option<u32>,
    /// The browsers to test in
    #[arg(long, value_enum, value_delimiter = ',', default_values_t = Browser::ALL)]
    pub(crate) browsers: Vec<Browser>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn is_well_formed() {
        CommandLine::command().debug_assert();
    }

    #[test]
    fn benches_have_names() {
        let line = CommandLine::try_parse_from(["xtask", "bench", "size", "publish"]).unwrap();
        assert!(matches!(line.action, Action::Bench { benches } if benches == [Bench::Size, Bench::Publish]));
    }

    #[test]
    fn fuzzing_takes_a_minute_unless_told_otherwise() {
        for (line, seconds) in
            [("xtask test", None), ("xtask test --fuzz", Some(60)), ("xtask test --fuzz=5 csv", Some(5))]
        {
            let line = CommandLine::try_parse_from(line.split(' ')).unwrap();
            assert!(matches!(line.action, Action::Test(Test { fuzz, .. }) if fuzz == seconds));
        }
    }

    #[test]
    fn browsers_are_a_comma_separated_list() {
        let line =
            CommandLine::try_parse_from(["xtask", "test", "--browsers", "firefox,webkit", "share"]).unwrap();
        let Action::Test(options) = line.action else { panic!("another action") };
        assert_eq!(options.browsers, [Browser::Firefox, Browser::Webkit]);
        assert_eq!(options.filter.as_deref(), Some("share"));
    }
}
