//! The built viewer: its files and the page template.

use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::PublishError;
use super::embedded;
use super::integrity::integrity;
use super::start::{File, start_script, unhurried};
use super::style::Style;
use super::template::{Template, style_sheet};

/// A viewer as Trunk built it, ready to be put into sites.
#[derive(Debug, Clone)]
pub struct Viewer {
    template: Template,
    style: Style,
    files: Vec<File>,
}

impl Viewer {
    /// The viewer that the program carries, if it was built with one.
    #[must_use]
    pub fn embedded() -> Option<Self> {
        let files = embedded::FILES.iter().map(|(path, bytes)| ((*path).to_owned(), bytes.to_vec()));
        Self::of(files.collect()).ok()
    }

    /// Reads the folder that Trunk wrote.
    ///
    /// # Errors
    /// The folder can't be read, or is not a viewer's.
    pub fn load(folder: &Path) -> Result<Self, PublishError> {
        let mut files = Vec::new();
        if folder.is_dir() {
            collect(folder, "", &mut files)?;
        }
        files.sort();
        Self::of(files).map_err(|missing| PublishError::NoViewer { folder: folder.to_owned(), missing })
    }

    /// The viewer of its files, or what is missing among them.
    fn of(mut files: Vec<File>) -> Result<Self, &'static str> {
        let page = files.iter().position(|(path, _)| path == "index.html").ok_or("index.html")?;
        let (_, page) = files.remove(page);
        // Trunk leaves what told it to make no hashes.
        let mut page = String::from_utf8_lossy(&page).replace(" data-integrity=\"none\"", "");
        put_inside(&mut page, &mut files);
        name_fonts(&mut page, &mut files);
        let style = take_style(&mut page, &mut files);
        let wasm = files.iter().position(|(path, _)| path.ends_with("_bg.wasm")).ok_or("…_bg.wasm")?;
        let script = files[wasm].0.replace("_bg.wasm", ".js");
        let script = files.iter().position(|(path, _)| *path == script).ok_or("script beside …_bg.wasm")?;
        let hash = content_hash(&[files[script].1.as_slice(), &files[wasm].1].concat());
        files[wasm].0 = format!("viewer-{hash}_bg.wasm");
        files[script].0 = format!("viewer-{hash}.js");
        let start = start_script(&files[script], &files[wasm]);
        let start_path = format!("start-{}.js", content_hash(start.as_bytes()));
        let template = Template::new(&unhurried(&page), &start_path, &integrity(start.as_bytes()));
        files.push((start_path, start.into_bytes()));
        let template =
            template.ok_or("template with <!--head-->, <!--app--> and <!--data--> in index.html")?;
        Ok(Self { template, style, files })
    }

    /// The page template.
    pub(super) fn template(&self) -> &Template {
        &self.template
    }

    /// The style sheet.
    pub(super) fn style(&self) -> &Style {
        &self.style
    }

    /// A file by its address as seen from the site's root.
    pub(super) fn file(&self, address: &str) -> Result<&[u8], PublishError> {
        let path = address.trim_start_matches("./");
        let found = self.files().find(|(name, _)| *name == path);
        found.map(|(_, bytes)| bytes).ok_or_else(|| PublishError::ViewerLacks(path.to_owned()))
    }

    /// The script that wasm-bindgen made, and the WebAssembly that it starts.
    pub(super) fn program(&self) -> Result<(&str, &[u8]), PublishError> {
        let wasm = self.files().find(|(path, _)| path.ends_with("_bg.wasm"));
        let (path, wasm) = wasm.ok_or_else(|| PublishError::ViewerLacks("…_bg.wasm".to_owned()))?;
        let script = path.replace("_bg.wasm", ".js");
        let text = std::str::from_utf8(self.file(&script)?);
        Ok((text.map_err(|_| PublishError::ViewerLacks(format!("UTF-8 in {script}")))?, wasm))
    }

    /// The files to be put at the root of a site.
    pub(super) fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }
}

/// Puts the script that runs before anything shows into the page: as a file it would cost a round trip.
fn put_inside(page: &mut String, files: &mut Vec<File>) {
    let is_it = |(path, _): &File| path.starts_with("pending-") && path.ends_with(".js");
    let Some(place) = files.iter().position(is_it) else { return };
    let element = format!("<script src=\"./{}\"></script>", files[place].0);
    if page.contains(&element) {
        let (_, script) = files.remove(place);
        let script = String::from_utf8_lossy(&script).replace("</script", "<\\/script");
        *page = page.replace(&element, &format!("<script>{script}</script>"));
    }
}

/// Names fonts by their content, in the style sheets too.
fn name_fonts(page: &mut String, files: &mut [File]) {
    let (mut fonts, mut sheets) = (Vec::new(), Vec::new());
    for file in files {
        match file.0.rsplit_once('.') {
            Some((_, "woff2")) => fonts.push(file),
            Some((_, "css")) => sheets.push(file),
            _ => {}
        }
    }
    for (path, bytes) in fonts {
        let (former, name) = (path.clone(), path.trim_end_matches(".woff2"));
        let now = rename(path, format!("{name}-{}.woff2", content_hash(bytes)), page);
        for (_, sheet) in &mut sheets {
            *sheet = String::from_utf8_lossy(sheet).replace(&former, &now).into_bytes();
        }
    }
}

/// Takes the style sheet apart: its file keeps what no page has inside.
fn take_style(page: &mut String, files: &mut [File]) -> Style {
    let Some((path, bytes)) = style_sheet(page).and_then(|(_, address)| {
        let path = address.trim_start_matches("./").to_owned();
        files.iter_mut().find(|(name, _)| *name == path)
    }) else {
        return Style::default();
    };
    let style = Style::of(&String::from_utf8_lossy(bytes));
    *bytes = style.linked.clone().into_bytes();
    rename(path, format!("style-{}.css", content_hash(bytes)), page);
    style
}

/// Names a file by its content, in the page that names it too: Trunk named it before it was made smaller.
fn rename(path: &mut String, name: String, page: &mut String) -> String {
    *page = page.replace(path.as_str(), &name);
    path.clone_from(&name);
    name
}

/// Twelve hexadecimal digits that change with the content.
pub(super) fn content_hash(bytes: &[u8]) -> String {
    hash_of(std::iter::once(bytes))
}

/// The same of a content in parts.
pub(super) fn hash_of<'a>(parts: impl Iterator<Item = &'a [u8]>) -> String {
    let mut hash = Sha256::new();
    parts.for_each(|part| hash.update(part));
    hash.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

fn collect(folder: &Path, prefix: &str, files: &mut Vec<File>) -> Result<(), PublishError> {
    for entry in fs::read_dir(folder).map_err(PublishError::read(folder))? {
        let entry = entry.map_err(PublishError::read(folder))?;
        let path = entry.path();
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if path.is_dir() {
            collect(&path, &format!("{name}/"), files)?;
        } else {
            files.push((name, fs::read(&path).map_err(PublishError::read(&path))?));
        }
    }
    Ok(())
}
