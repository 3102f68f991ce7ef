//! Whatever can end a command early, and the exit code it ends with.

use std::process::ExitCode;

#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    #[error(transparent)]
    Place(#[from] crate::place::Error),
    #[error(transparent)]
    Task(#[from] crate::task::Error),
    #[error(transparent)]
    Setup(#[from] crate::setup::Error),
    #[error(transparent)]
    Build(#[from] crate::build::Error),
    #[error(transparent)]
    Budget(#[from] crate::budget::Error),
    #[error(transparent)]
    Bench(#[from] crate::bench::Error),
    #[error(transparent)]
    Serve(#[from] crate::serve::Error),
    #[error(transparent)]
    Test(#[from] crate::test::Error),
    #[error(transparent)]
    Clean(#[from] crate::clean::Error),
}

impl Failure {
    /// 1 for work that failed, 130 where the user stopped it.
    pub(crate) fn exit_code(&self) -> ExitCode {
        match self {
            Self::Test(crate::test::Error::Stopped) => ExitCode::from(STOPPED),
            _ => ExitCode::FAILURE,
        }
    }
}

const STOPPED: u8 = 130;
