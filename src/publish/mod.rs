//! Writes a site: prerendered pages and data files.
