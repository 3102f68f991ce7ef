//! Makes what Trunk built smaller: the WebAssembly and its script call each other by short names, and the script has
//! nothing that only a developer reads. Nothing that Trunk made tells their content.

use super::Error;
use crate::place::Project;
use crate::task::Task;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What LLVM writes for browsers of today, and what wasm-opt must know of.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// A second round, from flat code, finds what the first could not.
const PASSES: [&str; 5] =
    ["--flatten", "--rereloop", "-Oz", "-Oz", "--minify-imports-and-exports-and-modules"];

/// What wasm-bindgen calls the module of its functions, and what wasm-opt does.
const MODULES: (&str, &str) = ("\"./viewer_bg.js\"", "\"a\"");

/// A second way to start the viewer that nobody takes.
const EXPORTS: (&str, &str) =
    ("export { initSync, __wbg_init as default }", "export { __wbg_init as default }");

/// Lists of a module, a name and its new name; for what WebAssembly gives, without the module.
type Renamed = BTreeMap<String, Vec<Vec<String>>>;

/// Makes both smaller where they lie. `lend` gives a task the tools.
pub(super) fn shrink(project: &Project, lend: &impl Fn(Task) -> Task) -> Result<(), Error> {
    let (script, wasm) = parts(&project.viewer())?;
    let task = lend(Task::new("wasm-opt").args(FEATURES).args(PASSES)).arg(&wasm).arg("-o").arg(&wasm);
    let said = task.read().map_err(|source| Error::Viewer { source })?;
    let names = names(&said).ok_or_else(|| Error::Names { said: said.lines().take(3).collect() })?;
    let text = fs::read_to_string(&script).map_err(file(&script, "read"))?;
    let text = text.replacen(MODULES.0, MODULES.1, 1).replacen(EXPORTS.0, EXPORTS.1, 1);
    fs::write(&script, text).map_err(file(&script, "written"))?;
    let list = project.wasm_target().join("names.json");
    fs::write(&list, serde_json::json!(names).to_string()).map_err(file(&list, "written"))?;
    let only: Vec<&str> = names.keys().map(String::as_str).collect();
    let options =
        ["--minify", "--tree-shaking=true", "--format=esm", "--log-level=warning", "--allow-overwrite"];
    let esbuild = lend(Task::new("esbuild").args(options))
        .arg(format!("--mangle-props=^({})$", only.join("|")))
        .arg(format!("--mangle-cache={}", list.display()))
        .arg(&script)
        .arg(format!("--outfile={}", script.display()));
    esbuild.show().map_err(|source| Error::Viewer { source })
}

/// The script that wasm-bindgen wrote, and the WebAssembly beside it.
fn parts(folder: &Path) -> Result<(PathBuf, PathBuf), Error> {
    let entries = fs::read_dir(folder).map_err(file(folder, "read"))?;
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let named = |end: &str| {
        let is_it = |name: &str| name.starts_with("viewer-") && name.ends_with(end);
        paths.iter().find(|path| path.file_name().is_some_and(|name| is_it(&name.to_string_lossy()))).cloned()
    };
    let missing = || file(folder, "searched for the viewer")(std::io::ErrorKind::NotFound.into());
    named(".js").zip(named("_bg.wasm")).ok_or_else(missing)
}

/// The new names by the old ones, as wasm-opt prints them.
fn names(said: &str) -> Option<BTreeMap<String, String>> {
    let renamed: Renamed = serde_json::from_str(said).ok()?;
    let pairs = renamed.into_values().flatten().map(|mut names| names.pop().zip(names.pop()));
    pairs.map(|pair| pair.map(|(new, old)| (old, new))).collect()
}

fn file(path: &Path, doing: &'static str) -> impl Fn(std::io::Error) -> Error {
    let path = path.to_owned();
    move |source| Error::File { path: path.clone(), doing, source }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_names_lead_to_new_ones() {
        let said = r#"{"imports": [["./viewer_bg.js", "__wbg_new_1", "$"]], "exports": [["memory", "Nb"]]}"#;
        let pairs = [("__wbg_new_1", "$"), ("memory", "Nb")];
        assert_eq!(names(said), Some(pairs.map(|(old, new)| (old.to_owned(), new.to_owned())).into()));
        assert_eq!(names("warning"), None);
        assert_eq!(names(r#"{"imports": [["alone"]]}"#), None);
    }
}
