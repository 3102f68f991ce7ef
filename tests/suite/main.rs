//! The native tests, in one binary.
