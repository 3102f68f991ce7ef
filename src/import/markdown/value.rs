//! The values of front matter, whichever language they are written in. Texts stay as they were written.

/// A value.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) enum Value {
    #[default]
    Nothing,
    Text(String),
    List(Vec<Value>),
    Map(Vec<(String, Value)>),
}

impl Value {
    /// The value of a key, or of a path of keys: `cover.image`. Keys are told apart without regard to case.
    pub(super) fn get(&self, path: &str) -> Option<&Self> {
        path.split('.').try_fold(self, |value, key| match value {
            Self::Map(entries) => {
                entries.iter().find(|(name, _)| name.eq_ignore_ascii_case(key)).map(|(_, value)| value)
            }
            _ => None,
        })
    }

    /// A text that says something.
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text.trim()).filter(|text| !text.is_empty()),
            _ => None,
        }
    }

    /// The first path that holds a text, and the text.
    pub(super) fn first<'p>(&self, paths: &[&'p str]) -> Option<(&'p str, &str)> {
        paths.iter().find_map(|path| Some((*path, self.get(path)?.text()?)))
    }

    /// The elements of a list; a value that is none is a list of itself.
    pub(super) fn items(&self) -> &[Self] {
        match self {
            Self::Nothing => &[],
            Self::List(items) => items,
            other => std::slice::from_ref(other),
        }
    }

    /// Whether it says yes.
    pub(super) fn is_true(&self) -> bool {
        self.text().is_some_and(|text| text.eq_ignore_ascii_case("true") || text.eq_ignore_ascii_case("yes"))
    }

    /// Whether it says no.
    pub(super) fn is_false(&self) -> bool {
        self.text().is_some_and(|text| text.eq_ignore_ascii_case("false") || text.eq_ignore_ascii_case("no"))
    }
}
