//! Cargo's build script: lists the files of the built viewer in `dist/viewer`, for [`super::embedded`]. Not a module.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

#[expect(clippy::print_stdout, reason = "this is how a build script talks to Cargo")]
fn main() {
    println!("cargo::rerun-if-changed=src/publish/embed.rs");
    let folder = variable("CARGO_MANIFEST_DIR").join("dist/viewer");
    let mut files = Vec::new();
    // The viewer is no part of itself.
    if env::var("CARGO_CFG_TARGET_ARCH").as_deref() != Ok("wasm32") && folder.is_dir() {
        // Where the folder is missing it is not named: Cargo would build anew each time.
        println!("cargo::rerun-if-changed=dist/viewer");
        collect(&folder, "", &mut files);
    }
    files.sort();
    let out = variable("OUT_DIR");
    let mut table = String::from("[\n");
    for (place, (name, path)) in files.iter().enumerate() {
        // A copy: the folder may be gone when Cargo takes the table up again.
        let copy = out.join(format!("{place}.bin"));
        fs::copy(path, &copy).unwrap_or_else(|error| panic!("can't copy {}: {error}", path.display()));
        let _ = writeln!(table, "    ({name:?}, include_bytes!({copy:?}).as_slice()),");
    }
    table.push_str("]\n");
    let target = out.join("viewer.rs");
    fs::write(&target, table).unwrap_or_else(|error| panic!("can't write {}: {error}", target.display()));
}

fn variable(name: &str) -> PathBuf {
    env::var_os(name).unwrap_or_else(|| panic!("Cargo sets {name}")).into()
}

fn collect(folder: &Path, prefix: &str, files: &mut Vec<(String, PathBuf)>) {
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    for entry in entries.unwrap_or_else(|error| panic!("can't read {}: {error}", folder.display())) {
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{name}/"), files);
        } else {
            files.push((name, entry.path()));
        }
    }
}
