//! Asks hosts for pictures: nothing but http and https, to public addresses alone, without cookies or referrer.

use std::net::IpAddr;
use std::time::Duration;

use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, Error};

use super::Rules;
use super::miss::Miss;

/// How often a picture may lead on to another address.
const REDIRECTS: u32 = 5;

/// How long connecting may take.
const CONNECT: Duration = Duration::from_secs(10);

const PROGRAM: &str = concat!("backissue/", env!("CARGO_PKG_VERSION"));

/// Asks for pictures.
#[derive(Debug)]
pub(super) struct Web {
    agent: Agent,
    bytes: u64,
}

impl Web {
    pub(super) fn new(rules: &Rules) -> Self {
        // A proxy would resolve names by itself, so none is used.
        let config = Agent::config_builder()
            .proxy(None)
            .max_redirects(REDIRECTS)
            .timeout_connect(Some(CONNECT))
            .timeout_global(Some(rules.time))
            .user_agent(PROGRAM)
            .accept("image/webp,image/png,image/jpeg,image/gif")
            .build();
        let resolver = Checked { inner: DefaultResolver::default(), allowed: rules.allowed };
        Self { agent: Agent::with_parts(config, DefaultConnector::default(), resolver), bytes: rules.bytes }
    }

    /// What lies at an `http` or `https` address.
    pub(super) fn get(&self, address: &str) -> Result<Vec<u8>, Miss> {
        let mut answer = self.agent.get(address).call().map_err(|error| self.miss(error))?;
        if !answer.status().is_success() {
            return Err(Miss::Status(answer.status().as_u16()));
        }
        if answer.body().content_length().is_some_and(|length| length > self.bytes) {
            return Err(Miss::TooLarge(self.bytes));
        }
        answer.body_mut().with_config().limit(self.bytes).read_to_vec().map_err(|error| self.miss(error))
    }

    fn miss(&self, error: Error) -> Miss {
        match error {
            Error::StatusCode(status) => Miss::Status(status),
            Error::TooManyRedirects => Miss::Redirects(REDIRECTS),
            Error::BadUri(_) | Error::Http(_) => Miss::Address,
            Error::BodyExceedsLimit(_) => Miss::TooLarge(self.bytes),
            Error::Other(other) if other.is::<Hidden>() => Miss::NotPublic,
            error => Miss::Unreachable(error.to_string()),
        }
    }
}

/// Resolves names, and refuses those of hosts that are not public. It is asked for each host that is connected to, also
/// after a redirect, and what it gives is what is connected to: no second answer of a name server can change that.
#[derive(Debug)]
struct Checked {
    inner: DefaultResolver,
    allowed: fn(IpAddr) -> bool,
}

#[derive(Debug, thiserror::Error)]
#[error("the host is not on the public internet")]
struct Hidden;

impl Resolver for Checked {
    fn resolve(
        &self,
        uri: &Uri,
        config: &ureq::config::Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, Error> {
        let found = self.inner.resolve(uri, config, timeout)?;
        match found.iter().all(|address| (self.allowed)(address.ip())) {
            true => Ok(found),
            false => Err(Error::Other(Box::new(Hidden))),
        }
    }
}
