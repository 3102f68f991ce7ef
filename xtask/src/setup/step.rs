//! What a step of set-up is.

use super::Error;
use crate::task::Task;

/// Something to have, and the commands that bring it.
pub(crate) trait Step {
    /// What it provides, as a noun.
    fn name(&self) -> String;

    /// What it is for, to follow the name.
    fn why(&self) -> &'static str;

    /// What to try when a command fails.
    fn hint(&self) -> String;

    fn is_done(&self) -> bool;

    /// The exact commands, in order.
    fn tasks(&self) -> Result<Vec<Task>, Error>;

    /// Whether it changes more than the tools folder.
    fn reach(&self) -> Reach {
        Reach::Tools
    }

    /// Files that the commands need.
    fn prepare(&self) -> Result<(), Error> {
        Ok(())
    }

    /// Files to put into place after the commands.
    fn finish(&self) -> Result<(), Error> {
        Ok(())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    Tools,
    System,
}
