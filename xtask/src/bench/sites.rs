//! Archives of any size and their sites, kept where benches find them again.

use super::Error;
use super::generate::{self, Size};
use super::run::{Ended, measured};
use crate::place::{Profile, Project};
use brotli::enc::BrotliEncoderParams;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, io};

/// The archive of a size, generated once.
pub(super) fn archive(project: &Project, size: Size) -> Result<PathBuf, Error> {
    let folder = project.bench();
    let archive = folder.join(format!("{}x{}.json", size.articles, size.letters));
    fs::create_dir_all(&folder).map_err(failed(&folder))?;
    if !archive.exists() {
        let part = archive.with_extension("part");
        generate::write(&part, size).and_then(|()| fs::rename(&part, &archive)).map_err(failed(&archive))?;
    }
    Ok(archive)
}

/// The place of a site, where none is any more.
pub(super) fn cleared(project: &Project, name: &str) -> Result<PathBuf, Error> {
    let site = project.bench().join(name);
    match fs::remove_dir_all(&site) {
        Err(source) if source.kind() != io::ErrorKind::NotFound => Err(failed(&site)(source)),
        _ => Ok(site),
    }
}

/// A site with compressed files, as hosts send them.
pub(super) fn compressed(project: &Project, archive: &Path, config: &str) -> Result<PathBuf, Error> {
    let settings = project.bench().join("backissue.toml");
    let written = fs::create_dir_all(project.bench()).and_then(|()| fs::write(&settings, config));
    written.map_err(failed(&settings))?;
    let settings = settings.into_os_string();
    let options = ["--precompress".into(), "--config".into(), settings];
    anew(project, archive, &options).map(|(site, _)| site)
}

/// A site as it is.
pub(super) fn plain(project: &Project, archive: &Path) -> Result<(PathBuf, Ended), Error> {
    anew(project, archive, &[])
}

/// A site with its articles in packs.
pub(super) fn packed(project: &Project, archive: &Path) -> Result<(PathBuf, Ended), Error> {
    anew(project, archive, &["--pack".into()])
}

/// Compresses what filtering and searching load: the data, and the first pages of tags.
pub(super) fn compress_found(site: &Path) -> Result<(), Error> {
    compress_top(site)?;
    // The pages of tags are left out where they would be too many.
    let folders = ["data", "tag"].map(|name| site.join(name));
    for folder in folders.into_iter().filter(|folder| folder.is_dir()) {
        for entry in fs::read_dir(&folder).map_err(failed(&folder))?.flatten() {
            let is_pack = entry.file_name().to_string_lossy().starts_with("pack-");
            match entry.path().is_dir() {
                true => compress_top(&entry.path())?,
                false if is_pack => {}
                false => compress(&entry.path())?,
            }
        }
    }
    Ok(())
}

fn anew(project: &Project, archive: &Path, options: &[OsString]) -> Result<(PathBuf, Ended), Error> {
    let site = cleared(project, "site")?;
    let ended = build(project, archive, &site, options)?;
    Ok((site, ended))
}

/// Builds a site with the program as users get it.
pub(super) fn build(
    project: &Project,
    archive: &Path,
    site: &Path,
    options: &[OsString],
) -> Result<Ended, Error> {
    let mut program = Command::new(project.program(Profile::Release));
    program.arg("build").arg(archive).arg("-o").arg(site).arg("--viewer").arg(project.viewer()).args(options);
    let broken = |said| Error::Site { archive: archive.to_owned(), said };
    let ended = measured(program).map_err(|error| broken(error.to_string()))?;
    if ended.is_success { Ok(ended) } else { Err(broken(ended.said)) }
}

/// Compresses what the first page loads: all files of a large site would take minutes.
pub(super) fn compress_top(site: &Path) -> Result<(), Error> {
    for entry in fs::read_dir(site).map_err(failed(site))?.flatten() {
        let path = entry.path();
        let kinds = ["html", "css", "js", "json", "wasm", "bin"];
        if path.extension().is_some_and(|kind| kinds.iter().any(|text| kind == *text)) {
            compress(&path)?;
        }
    }
    Ok(())
}

fn compress(path: &Path) -> Result<(), Error> {
    let (mut small, mut target) = (Vec::new(), path.to_owned().into_os_string());
    target.push(".br");
    let params = BrotliEncoderParams { quality: 9, ..Default::default() };
    let bytes = fs::read(path).map_err(failed(path))?;
    let compressed = brotli::BrotliCompress(&mut bytes.as_slice(), &mut small, &params);
    compressed.and_then(|_| fs::write(target, small)).map_err(failed(path))
}

pub(super) fn failed(path: &Path) -> impl FnOnce(io::Error) -> Error + use<> {
    let path = path.to_owned();
    move |source| Error::File { path, source }
}
