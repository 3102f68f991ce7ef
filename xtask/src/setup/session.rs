//! One run of set-up: carries out steps that are not done, each under the lock of the tools folder.

use super::step::{Reach, Step};
use super::{Consent, Error, folder};
use crate::place::{Project, Tools};
use std::cell::Cell;

pub(crate) struct Session<'a> {
    pub(crate) project: &'a Project,
    pub(crate) tools: &'a Tools,
    consent: Consent,
    /// Whether the system's package lists were brought up to date in this run.
    pub(crate) is_list_fresh: Cell<bool>,
    has_worked: Cell<bool>,
}

impl<'a> Session<'a> {
    pub(crate) fn new(project: &'a Project, tools: &'a Tools, consent: Consent) -> Self {
        Self { project, tools, consent, is_list_fresh: Cell::new(false), has_worked: Cell::new(false) }
    }

    /// Whether any step had something to do.
    pub(crate) fn has_worked(&self) -> bool {
        self.has_worked.get()
    }

    pub(crate) fn carry_out(&self, step: &dyn Step) -> Result<(), Error> {
        if step.is_done() {
            return Ok(());
        }
        let _lock = folder::lock(self.tools)?;
        if step.is_done() {
            return Ok(());
        }
        self.work(step)?;
        if step.is_done() { Ok(()) } else { Err(Error::NotDone { step: step.name(), hint: step.hint() }) }
    }

    fn work(&self, step: &dyn Step) -> Result<(), Error> {
        let tasks = step.tasks()?;
        eprintln!("set-up: {}, {}. This runs:", step.name(), step.why());
        tasks.iter().for_each(|task| eprintln!("    {task}"));
        if step.reach() == Reach::System {
            self.consent.obtain(&step.name())?;
        }
        self.has_worked.set(true);
        step.prepare()?;
        for task in tasks {
            task.listen().map_err(|source| Error::Step { step: step.name(), source, hint: step.hint() })?;
        }
        step.finish()
    }
}
