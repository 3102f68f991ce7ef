//! Several hosts at a time, each asked for one picture after the other, and left alone when it doesn't want to.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Mutex, PoisonError, mpsc};

use url::Url;

use super::Failure;
use super::miss::Miss;

/// How many hosts are asked at a time.
const AT_ONCE: usize = 4;

/// After how many pictures in a row that didn't come a host is left alone.
const PATIENCE: usize = 3;

/// Gets each address by `get`, and hands it to `take`, here and in no particular order, until that fails.
pub(super) fn each<'a, T: Send>(
    addresses: impl Iterator<Item = &'a str>,
    get: &(dyn Fn(&str) -> Result<T, Miss> + Sync),
    mut take: impl FnMut(&'a str, Result<T, Miss>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut hosts: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for address in addresses {
        hosts.entry(host(address)).or_default().push(address);
    }
    let waiting = Mutex::new(hosts.into_values().collect::<VecDeque<_>>());
    let next = || waiting.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
    std::thread::scope(|scope| {
        let (sender, results) = mpsc::sync_channel(AT_ONCE);
        for _ in 0..AT_ONCE {
            let sender = sender.clone();
            scope.spawn(move || while next().is_some_and(|host| one(&host, get, &sender)) {});
        }
        drop(sender);
        // If it fails, the channel closes, and that ends the others.
        results.into_iter().try_for_each(|(address, result)| take(address, result))
    })
}

type Sender<'a, T> = mpsc::SyncSender<(&'a str, Result<T, Miss>)>;

/// All of one host; whether anybody still waits for more.
fn one<'a, T>(addresses: &[&'a str], get: &dyn Fn(&str) -> Result<T, Miss>, sender: &Sender<'a, T>) -> bool {
    let mut silent = 0;
    let mut reason = None;
    for address in addresses {
        let result = match &reason {
            Some(reason) => Err(Miss::LeftAlone(String::clone(reason))),
            None => get(address),
        };
        if let Err(miss) = &result {
            silent = if matches!(miss, Miss::Unreachable(_)) { silent + 1 } else { 0 };
            if reason.is_none() && (miss.is_refusal() || silent == PATIENCE) {
                reason = Some(miss.to_string());
            }
        } else {
            silent = 0;
        }
        if sender.send((*address, result)).is_err() {
            return false;
        }
    }
    true
}

fn host(address: &str) -> String {
    let url = Url::parse(address).ok();
    url.and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn a_host_is_asked_for_one_thing_at_a_time_and_left_alone_when_it_is_silent() {
        let (now, asked) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let get = |address: &str| {
            assert_eq!(now.fetch_add(1, Ordering::SeqCst), 0, "two at a time");
            std::thread::yield_now();
            now.fetch_sub(1, Ordering::SeqCst);
            asked.fetch_add(1, Ordering::SeqCst);
            if address.ends_with("good") { Ok(()) } else { Err(Miss::Unreachable("silence".into())) }
        };
        let addresses: Vec<String> =
            ["a", "b", "good", "c", "d", "e", "f", "g"].map(|name| format!("http://h.example/{name}")).into();
        let mut misses = Vec::new();
        each(addresses.iter().map(String::as_str), &get, |address, result| {
            misses.extend(result.err().map(|miss| (address, miss.to_string())));
            Ok(())
        })
        .unwrap();
        assert_eq!((misses.len(), asked.load(Ordering::SeqCst)), (7, 6));
        assert!(misses[6].1.contains("left alone") && misses[6].1.contains("silence"), "{misses:?}");
    }

    #[test]
    fn what_fails_here_ends_the_rest() {
        let addresses: Vec<String> = (0..100).map(|nth| format!("http://h{nth}.example/")).collect();
        let mut taken = 0;
        let result = each(addresses.iter().map(String::as_str), &|_| Ok(()), |_, _: Result<(), Miss>| {
            taken += 1;
            Err(Failure::new("full", "make room"))
        });
        assert!(result.is_err() && taken == 1);
    }
}
