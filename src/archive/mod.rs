//! The archive: ordered, deduplicated, named articles, kept as a JSON Feed 1.1 file. Pure.
