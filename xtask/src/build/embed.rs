//! Puts the built viewer into `dist/viewer`, where the program takes it from and Cargo packages it from.

use super::Error;
use crate::place::Project;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::time::SystemTime;

/// What is the same already is not written: the program would be built anew.
pub(crate) fn copy(project: &Project) -> Result<(), Error> {
    let target = project.embedded_viewer();
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |source| Error::File { path, doing: "copied", source }
    };
    let built = files(&project.viewer()).map_err(failed(&project.viewer()))?;
    if files(&target).is_ok_and(|there| there == built) {
        return Ok(());
    }
    let was_there = target.is_dir();
    if was_there {
        fs::remove_dir_all(&target).map_err(failed(&target))?;
    }
    for (name, bytes) in built {
        let file = target.join(name);
        let parent = file.parent().unwrap_or(&target);
        fs::create_dir_all(parent).and_then(|()| fs::write(&file, bytes)).map_err(failed(&file))?;
    }
    if !was_there {
        notice(project).map_err(failed(&project.build_script()))?;
    }
    Ok(())
}

/// Cargo watches the folder only once its build script has seen it.
fn notice(project: &Project) -> io::Result<()> {
    File::options().append(true).open(project.build_script())?.set_modified(SystemTime::now())
}

fn files(folder: &Path) -> io::Result<BTreeMap<String, Vec<u8>>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            found.extend(files(&path)?.into_iter().map(|(below, bytes)| (format!("{name}/{below}"), bytes)));
        } else {
            found.insert(name, fs::read(&path)?);
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_read_whole() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("fonts")).unwrap();
        fs::write(folder.path().join("fonts/a.woff2"), "a").unwrap();
        fs::write(folder.path().join("index.html"), "b").unwrap();
        let names: Vec<_> = files(folder.path()).unwrap().into_keys().collect();
        assert_eq!(names, ["fonts/a.woff2", "index.html"]);
        assert!(files(&folder.path().join("none")).is_err());
    }
}
