//! Puts a toolchain's folder together. It writes nothing below `/usr`: the folder links to the system's files and adds
//! what they lack.

use super::Error;
use super::debian_rust::Compiler;
use crate::toolchain::{SYSTEM_CARGO, SYSTEM_RUSTC, library, stamp_file, stamp_text};
use std::fs::{self, DirEntry};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

/// `built` holds the standard library. The stamp is written last, so that a half-made folder does not count.
pub(super) fn assemble(compiler: &Compiler, built: &Path, root: &Path) -> Result<(), Error> {
    clear(root)?;
    link_system(compiler, root)?;
    copy_library(built, &library(root))?;
    let programs = root.join("bin");
    write(&programs.join("rustc"), &wrapper(root))?;
    make_executable(&programs.join("rustc"))?;
    link(Path::new(SYSTEM_CARGO), &programs.join("cargo"))?;
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_nanos());
    write(&stamp_file(root), &stamp_text(now, &compiler.text))
}

fn wrapper(root: &Path) -> String {
    let root = root.to_string_lossy().replace('\'', r"'\''");
    format!("#!/bin/sh\nexec {SYSTEM_RUSTC} --sysroot '{root}' \"$@\"\n")
}

/// The host's own library serves for build scripts and procedural macros.
fn link_system(compiler: &Compiler, root: &Path) -> Result<(), Error> {
    let (system, own) = (compiler.sysroot.join("lib/rustlib"), root.join("lib/rustlib"));
    for name in ["etc", "src"] {
        link(&system.join(name), &own.join(name))?;
    }
    let (system, own) = (system.join(&compiler.host), own.join(&compiler.host));
    link(&system.join("lib"), &own.join("lib"))?;
    let programs = system.join("bin");
    // Not every version of the packages has programs of its own there.
    for entry in if programs.exists() { entries(&programs)? } else { Vec::new() } {
        if entry.file_name() != "rust-lld" {
            link(&entry.path(), &own.join("bin").join(entry.file_name()))?;
        }
    }
    link(&compiler.linker(), &own.join("bin/rust-lld"))
}

fn copy_library(from: &Path, to: &Path) -> Result<(), Error> {
    fs::create_dir_all(to).map_err(Error::file(to, "created"))?;
    for entry in entries(from)? {
        let name = entry.file_name();
        if name.to_str().is_some_and(is_of_library) {
            fs::copy(entry.path(), to.join(name)).map_err(Error::file(entry.path(), "copied"))?;
        }
    }
    Ok(())
}

fn is_of_library(name: &str) -> bool {
    name.starts_with("lib") && name.ends_with(".rlib") && !name.starts_with("libnursery-")
}

fn entries(folder: &Path) -> Result<Vec<DirEntry>, Error> {
    let entries = fs::read_dir(folder).and_then(|entries| entries.collect::<io::Result<_>>());
    entries.map_err(Error::file(folder, "read"))
}

pub(super) fn clear(folder: &Path) -> Result<(), Error> {
    match fs::remove_dir_all(folder) {
        Err(source) if source.kind() != io::ErrorKind::NotFound => {
            Err(Error::file(folder, "removed")(source))
        }
        _ => Ok(()),
    }
}

pub(super) fn write(path: &Path, text: &str) -> Result<(), Error> {
    make_parent(path)?;
    fs::write(path, text).map_err(Error::file(path, "written"))
}

fn link(to: &Path, at: &Path) -> Result<(), Error> {
    make_parent(at)?;
    symlink(to, at).map_err(Error::file(at, "linked"))
}

fn make_parent(path: &Path) -> Result<(), Error> {
    let parent = path.parent().map_or_else(PathBuf::new, Path::to_owned);
    fs::create_dir_all(&parent).map_err(Error::file(parent, "created"))
}

#[cfg(unix)]
fn symlink(to: &Path, at: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(to, at)
}

#[cfg(not(unix))]
fn symlink(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

#[cfg(unix)]
fn make_executable(path: &Path) -> Result<(), Error> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(0o755)).map_err(Error::file(path, "made executable"))
}

#[cfg(not(unix))]
fn make_executable(_: &Path) -> Result<(), Error> {
    Ok(())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_system_without_programs_of_its_own_still_links() {
        let folder = tempfile::tempdir().unwrap();
        let (sysroot, root) = (folder.path().join("usr"), folder.path().join("own"));
        fs::create_dir_all(sysroot.join("lib/rustlib/host/lib")).unwrap();
        link_system(&Compiler::at(&sysroot, "host"), &root).unwrap();
        assert!(root.join("lib/rustlib/host/bin/rust-lld").is_symlink());
        fs::create_dir_all(sysroot.join("lib/rustlib/host/bin/gcc-ld")).unwrap();
        clear(&root).unwrap();
        link_system(&Compiler::at(&sysroot, "host"), &root).unwrap();
        assert!(root.join("lib/rustlib/host/bin/gcc-ld").is_dir());
    }

    #[test]
    fn only_the_library_is_taken() {
        assert!(is_of_library("libstd-723a.rlib"));
        assert!(!is_of_library("libstd-723a.rmeta"));
        assert!(!is_of_library("libnursery-f0b9.rlib"));
    }

    #[test]
    fn the_wrapper_bears_quotes_and_spaces() {
        let text = wrapper(Path::new("/it's a folder"));
        assert!(text.ends_with("--sysroot '/it'\\''s a folder' \"$@\"\n"), "{text}");
    }
}
