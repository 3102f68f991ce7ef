//! The index of tags, sections and dates, and the answers to queries. Pure.
