//! What the user says about the fields of a source: `title=headline,body=content.text,tags=`.

use super::Field;

/// Which fields of the source to take, instead of those that are guessed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AskedFields(Vec<(Field, String)>);

/// A text that does not say so.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AskedError {
    /// No `=`.
    #[error("'{0}' is not like title=headline")]
    NoPair(String),
    /// No field of an article.
    #[error("an article has no '{0}'; it has {list}", list = list())]
    NoField(String),
}

fn list() -> String {
    Field::ALL.map(Field::name).join(", ")
}

impl AskedFields {
    /// Where `field` is to be taken from: a name, or names with dots between them if it lies in another. Empty if it
    /// is to be left out; `None` if nothing was asked for.
    pub(super) fn path(&self, field: Field) -> Option<&str> {
        let found = self.0.iter().find(|(asked, _)| *asked == field);
        found.map(|(_, path)| path.as_str())
    }

    /// Whether nothing was asked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl std::str::FromStr for AskedFields {
    type Err = AskedError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let pairs = text.split(',').filter(|pair| !pair.trim().is_empty());
        let pair = |pair: &str| {
            let (name, path) = pair.split_once('=').ok_or_else(|| AskedError::NoPair(pair.to_owned()))?;
            let name = name.trim();
            let field = Field::ALL.into_iter().find(|field| field.name() == name);
            Ok((field.ok_or_else(|| AskedError::NoField(name.to_owned()))?, path.trim().to_owned()))
        };
        pairs.map(pair).collect::<Result<_, _>>().map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_asked_for_by_name() {
        let asked: AskedFields = "title=headline, body=content.text,tags=".parse().unwrap();
        assert_eq!(asked.path(Field::Body), Some("content.text"));
        assert_eq!((asked.path(Field::Tags), asked.path(Field::Url)), (Some(""), None));
        let error = |text: &str| text.parse::<AskedFields>().unwrap_err().to_string();
        assert!(error("heading=h").contains("standfirst"));
        assert!(error("title").contains("title=headline"));
    }
}
