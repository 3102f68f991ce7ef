//! Reads a body from HTML and writes it as HTML: what is not a block does not exist.
