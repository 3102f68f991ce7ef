//! The viewer that the program carries, so that installing it takes no WebAssembly toolchain.

/// Path and content of each file; none if `dist/viewer` was not there when the program was built.
pub(super) const FILES: &[(&str, &[u8])] = &include!(concat!(env!("OUT_DIR"), "/viewer.rs"));
