//! Measures files as hosts send them.

use super::Error;
use brotli::enc::BrotliEncoderParams;
use std::fs::{self, DirEntry};
use std::io;
use std::path::Path;

pub(super) struct Measured {
    /// The path below the folder.
    pub(super) name: String,
    pub(super) raw: u64,
    pub(super) brotli: u64,
}

/// All WebAssembly and JavaScript in a folder and the folders in it, in the order of their names.
pub(super) fn viewer(folder: &Path) -> Result<Vec<Measured>, Error> {
    let mut files = Vec::new();
    collect(folder, folder, &mut files)?;
    if !files.iter().any(|file| file.name.ends_with(".wasm")) {
        return Err(Error::NotBuilt { folder: folder.to_owned() });
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}

fn collect(top: &Path, folder: &Path, files: &mut Vec<Measured>) -> Result<(), Error> {
    let entries =
        match fs::read_dir(folder).and_then(|entries| entries.collect::<io::Result<Vec<DirEntry>>>()) {
            Ok(entries) => entries,
            Err(_) if folder == top => return Err(Error::NotBuilt { folder: folder.to_owned() }),
            Err(source) => return Err(Error::File { path: folder.to_owned(), source }),
        };
    for path in entries.iter().map(DirEntry::path) {
        let name = path.strip_prefix(top).unwrap_or(&path).to_string_lossy().into_owned();
        if path.is_dir() {
            collect(top, &path, files)?;
        } else if name.ends_with(".wasm") || name.ends_with(".js") {
            files.push(measure(&path, name)?);
        }
    }
    Ok(())
}

fn measure(path: &Path, name: String) -> Result<Measured, Error> {
    let failed = |source| Error::File { path: path.to_owned(), source };
    let bytes = fs::read(path).map_err(failed)?;
    Ok(Measured { name, raw: bytes.len() as u64, brotli: compressed(&bytes).map_err(failed)? })
}

/// The length after `brotli -q 11`.
fn compressed(bytes: &[u8]) -> io::Result<u64> {
    let params =
        BrotliEncoderParams { quality: 11, size_hint: bytes.len(), ..BrotliEncoderParams::default() };
    let mut sink = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut sink, &params)?;
    Ok(sink.len() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_runs_is_measured() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        assert!(matches!(viewer(&folder.join("none")), Err(Error::NotBuilt { .. })));
        fs::create_dir(folder.join("snippets")).unwrap();
        fs::write(folder.join("snippets/a.js"), "a".repeat(1000)).unwrap();
        fs::write(folder.join("index.html"), "a").unwrap();
        assert!(matches!(viewer(folder), Err(Error::NotBuilt { .. })));
        fs::write(folder.join("v.wasm"), "b").unwrap();
        let files = viewer(folder).unwrap();
        assert_eq!(
            files.iter().map(|file| (&*file.name, file.raw)).collect::<Vec<_>>(),
            [("snippets/a.js", 1000), ("v.wasm", 1)]
        );
        assert!(files[0].brotli < 30);
    }
}
