//! Importers: one file per source format, from bytes to records. Pure; never fails as a whole.
