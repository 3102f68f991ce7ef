//! Other names of tags, as the owner of an archive says: a tag that has one is brought to the name that counts.

use std::collections::HashMap;

use super::tags::folded;
use crate::article::{Article, Problem, ProblemCode, Record, Tag};

/// Names of tags and what counts instead; case and Unicode form don't matter, and no name leads to another.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Aliases(HashMap<String, Tag>);

/// Why a name can't be taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{alias}' {reason}")]
pub struct AliasError {
    /// The name, as it was given.
    pub alias: String,
    /// What is wrong with it.
    pub reason: String,
}

impl Aliases {
    /// Takes pairs of a name and the tag that counts instead.
    ///
    /// # Errors
    /// One is empty, is the same as the other, stands there twice, or leads to what is another name itself, so that the
    /// names would make a chain or a circle.
    pub fn new<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, AliasError> {
        let pairs: Vec<(&str, &str)> = pairs.into_iter().collect();
        let mut known = HashMap::new();
        for (alias, name) in &pairs {
            let wrong = |reason: &str| AliasError { alias: (*alias).to_owned(), reason: reason.to_owned() };
            let (Some(from), Some(to)) = (Tag::new(alias), Tag::new(name)) else {
                return Err(wrong("is, or leads to, no tag: a tag has letters"));
            };
            if from == to {
                return Err(wrong("leads to itself"));
            }
            if known.insert(folded(&from), to).is_some() {
                return Err(wrong("stands there twice, as case doesn't count"));
            }
        }
        for (alias, name) in &pairs {
            let to = Tag::new(name).map(|tag| folded(&tag)).unwrap_or_default();
            let is_own_spelling = Tag::new(alias).is_some_and(|tag| folded(&tag) == to);
            if let Some(next) = known.get(&to).filter(|_| !is_own_spelling) {
                let reason = format!("leads to '{name}', which leads on to '{next}'; name the last one");
                return Err(AliasError { alias: (*alias).to_owned(), reason });
            }
        }
        Ok(Self(known))
    }

    /// Brings the tags of a record to the names that count, and says which were others.
    pub fn apply(&self, record: &mut Record) {
        let Record { outcome: Ok(article), problems, .. } = record else { return };
        for (from, to) in self.rename(article) {
            let message = format!("'{from}' is called '{to}' here, as the configuration says");
            problems.push(Problem::new(ProblemCode::RenamedTag, "tags", message));
        }
    }

    /// Brings the tags of an article to the names that count; returns those that were others, with what they are now.
    pub fn rename(&self, article: &mut Article) -> Vec<(Tag, Tag)> {
        let mut renamed = Vec::new();
        if self.0.is_empty() {
            return renamed;
        }
        let mut tags: Vec<Tag> = Vec::with_capacity(article.tags.len());
        for tag in std::mem::take(&mut article.tags) {
            let name = self.0.get(&folded(&tag)).filter(|name| **name != tag).cloned();
            let kept = name.clone().unwrap_or_else(|| tag.clone());
            renamed.extend(name.map(|name| (tag, name)));
            if !tags.contains(&kept) {
                tags.push(kept);
            }
        }
        article.tags = tags;
        renamed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_get_the_names_that_count_and_it_is_said() {
        let aliases = Aliases::new([("covid 19", "covid-19"), ("uk", "UK")]).unwrap();
        let tags = ["COVID  19", "radio", "covid-19", "Uk", "UK"].iter().filter_map(|tag| Tag::new(tag));
        let article = Article { tags: tags.collect(), ..Article::default() };
        let mut record = Record::new("line 1", article, Vec::new());
        aliases.apply(&mut record);
        let tags: Vec<String> = record.outcome.unwrap().tags.iter().map(ToString::to_string).collect();
        assert_eq!(tags, ["covid-19", "radio", "UK"]);
        assert_eq!(record.problems.len(), 2);
        assert!(record.problems[0].message.contains("'COVID 19' is called 'covid-19'"));
    }

    #[test]
    fn chains_circles_and_what_says_nothing_are_errors() {
        for (pairs, said) in [
            (vec![("a", "b"), ("b", "c")], "'a' leads to 'b', which leads on to 'c'"),
            (vec![("a", "b"), ("B", "A")], "'a' leads to 'b', which leads on to 'A'"),
            (vec![("a", "a ")], "'a' leads to itself"),
            (vec![("a", "b"), ("A", "c")], "'A' stands there twice"),
            (vec![(" ", "b")], "' ' is, or leads to, no tag"),
            (vec![("a", "")], "'a' is, or leads to, no tag"),
        ] {
            let error = Aliases::new(pairs.clone()).unwrap_err().to_string();
            assert!(error.starts_with(said), "{pairs:?}: {error}");
        }
    }
}
