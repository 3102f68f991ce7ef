//! Filters that are typed into the search box, as in `tag:radio before:1900`.

use crate::article::Tag;
use crate::find::{Field, PartialDate, Selection};

use super::ask::{Token, tokens};

impl Selection {
    /// The same with what was typed: filters such as `tag:radio`, `-tag:"old war"`, `section:World`, `publisher:`, `language:`, `after:1858` (from
    /// then on) and `before:1900` (until then, it not included) are taken out of it. A filter that makes no sense stays text.
    #[must_use]
    pub fn typing(&self, typed: &str) -> Self {
        let mut next = self.clone();
        let mut text = String::new();
        let mut end = 0;
        for token in tokens(typed) {
            // What is still being typed is no filter yet.
            let is_done = token.end < typed.len() || token.value.is_some_and(|value| value.is_closed);
            if is_done && next.take(&token).is_some() {
                text.push_str(&typed[end..token.start]);
                end = token.end;
            }
        }
        text.push_str(&typed[end..]);
        next.asking(text.trim())
    }

    fn take(&mut self, token: &Token<'_>) -> Option<()> {
        let value = token.value?.text.trim();
        match (token.name, token.is_without) {
            ("tag", false) => push_new(&mut self.all, Tag::new(value)?),
            ("tag", true) => push_new(&mut self.not, Tag::new(value)?),
            ("after", false) => self.from = Some(PartialDate::parse(value)?),
            ("before", false) => self.to = Some(PartialDate::parse(value)?.before()?),
            (name, false) if !value.is_empty() => {
                push_new(&mut self.fields[Field::named(name)?], value.to_owned());
            }
            _ => return None,
        }
        Some(())
    }
}

fn push_new<T: PartialEq>(list: &mut Vec<T>, value: T) {
    if !list.contains(&value) {
        list.push(value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> (String, Vec<String>) {
        let selection = Selection::default().typing(text);
        let rest = selection.asking("");
        (selection.text, rest.filters().iter().map(|filter| format!("{filter:?}")).collect())
    }

    #[test]
    fn filters_are_taken_out() {
        let (text, filters) =
            typed("night tag:radio -tag:\"old war\" cable section:World after:1858-08 before:1900 ");
        assert_eq!(text, "night   cable");
        assert_eq!(
            filters,
            [
                r#"Field(Section, ["World"])"#,
                r#"All(Tag("radio"))"#,
                r#"Not(Tag("old war"))"#,
                "From(PartialDate { year: 1858, month: Some(8), day: None })",
                "To(PartialDate { year: 1899, month: None, day: None })",
            ]
        );
    }

    #[test]
    fn what_makes_no_sense_or_is_not_done_stays() {
        for text in [
            "tag:rad",
            "tag: ",
            "tag:\"rad",
            "tag:\"old w",
            "before:soon x",
            "\"tag:radio\" x",
            "https://example.org/ ",
            "section:",
            "note:x y ",
        ] {
            assert_eq!(typed(text), (text.trim().to_owned(), vec![]), "{text}");
        }
        assert_eq!(typed("tag:\"radio\""), (String::new(), vec![r#"All(Tag("radio"))"#.to_owned()]));
    }
}
