//! What a reader selected: filters and order. All filters hold at once.

use crate::article::Tag;

use super::{Field, Fields, PartialDate};

/// The filters of a list and its order. The default selects everything, newest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// What was typed: words, "phrases", -without; see [`Ask`](super::text::Ask). Nothing, if empty.
    pub text: String,
    /// Each of these tags.
    pub all: Vec<Tag>,
    /// At least one tag of each group.
    pub either: Vec<Vec<Tag>>,
    /// None of these tags.
    pub not: Vec<Tag>,
    /// One of these values of each field; any, if there are none.
    pub fields: Fields<Vec<String>>,
    /// Published on this day or later.
    pub from: Option<PartialDate>,
    /// Published on this day or earlier.
    pub to: Option<PartialDate>,
    /// The order of the hits.
    pub sort: Sort,
}

/// The order of a list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sort {
    /// Newest first; undated last.
    #[default]
    Newest,
    /// Oldest first; undated last.
    Oldest,
    /// What fits best what was typed.
    Best,
}

/// In which way a tag is added to a selection.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Mode {
    /// It must be there.
    #[default]
    All,
    /// It, or another of its group, must be there.
    Either,
    /// It must not be there.
    Not,
}

/// One filter of a selection, as a reader sees and removes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Filter {
    /// With what was typed.
    Text(String),
    /// With this tag.
    All(Tag),
    /// With one of these tags.
    Either(Vec<Tag>),
    /// Without this tag.
    Not(Tag),
    /// With one of these values.
    Field(Field, Vec<String>),
    /// From this day on.
    From(PartialDate),
    /// Up to this day.
    To(PartialDate),
}

impl Selection {
    /// The articles with a tag, in any of its spellings.
    #[must_use]
    pub fn of_spellings(tags: Vec<Tag>) -> Self {
        match tags.len() {
            0 => Self::default(),
            1 => Self { all: tags, ..Self::default() },
            _ => Self { either: vec![tags], ..Self::default() },
        }
    }

    /// The articles of a section.
    #[must_use]
    pub fn of_section(section: &str) -> Self {
        Self::default().field_toggled(Field::Section, section)
    }

    /// Its filters, in the order in which they are shown.
    #[must_use]
    pub fn filters(&self) -> Vec<Filter> {
        let field = |field: Field| {
            let values = &self.fields[field];
            (!values.is_empty()).then(|| Filter::Field(field, values.clone()))
        };
        let text = (!self.text.is_empty()).then(|| Filter::Text(self.text.clone()));
        text.into_iter()
            .chain(Field::ALL.into_iter().filter_map(field))
            .chain(self.all.iter().cloned().map(Filter::All))
            .chain(self.either.iter().cloned().map(Filter::Either))
            .chain(self.not.iter().cloned().map(Filter::Not))
            .chain(self.from.map(Filter::From))
            .chain(self.to.map(Filter::To))
            .collect()
    }

    /// Whether nothing is filtered, whatever the order.
    #[must_use]
    pub fn is_everything(&self) -> bool {
        self.filters().is_empty()
    }

    /// The same without one filter.
    #[must_use]
    pub fn without(&self, filter: &Filter) -> Self {
        let mut rest = self.clone();
        match filter {
            Filter::Text(_) => rest = rest.asking(""),
            Filter::All(tag) => rest.all.retain(|t| t != tag),
            Filter::Either(group) => rest.either.retain(|g| g != group),
            Filter::Not(tag) => rest.not.retain(|t| t != tag),
            Filter::Field(field, _) => rest.fields[*field].clear(),
            Filter::From(_) => rest.from = None,
            Filter::To(_) => rest.to = None,
        }
        rest
    }

    /// The same order with no filter.
    #[must_use]
    pub fn cleared(&self) -> Self {
        Self { sort: self.asking("").sort, ..Self::default() }
    }

    /// The order that it has unless another was chosen.
    #[must_use]
    pub fn usual_sort(&self) -> Sort {
        if self.text.is_empty() { Sort::Newest } else { Sort::Best }
    }

    /// The same with another text; what fits best comes first, unless another order was chosen.
    #[must_use]
    pub fn asking(&self, text: &str) -> Self {
        let was_usual = self.sort == self.usual_sort();
        let mut next = Self { text: text.to_owned(), ..self.clone() };
        if was_usual || next.sort == Sort::Best {
            next.sort = next.usual_sort();
        }
        next
    }

    /// In which way `tag` is selected, if it is.
    #[must_use]
    pub fn mode_of(&self, tag: &Tag) -> Option<Mode> {
        if self.all.contains(tag) {
            Some(Mode::All)
        } else if self.either.iter().any(|group| group.contains(tag)) {
            Some(Mode::Either)
        } else if self.not.contains(tag) {
            Some(Mode::Not)
        } else {
            None
        }
    }

    /// The same with `tag` taken away if it is selected, else added. In mode `Either` it joins the last group.
    #[must_use]
    pub fn toggled(&self, tag: &Tag, mode: Mode) -> Self {
        let mut next = self.clone();
        if self.mode_of(tag).is_some() {
            next.all.retain(|t| t != tag);
            next.not.retain(|t| t != tag);
            next.either.iter_mut().for_each(|group| group.retain(|t| t != tag));
            next.either.retain(|group| !group.is_empty());
            return next;
        }
        match mode {
            Mode::All => next.all.push(tag.clone()),
            Mode::Not => next.not.push(tag.clone()),
            Mode::Either => match next.either.last_mut() {
                Some(group) => group.push(tag.clone()),
                None => next.either.push(vec![tag.clone()]),
            },
        }
        next
    }

    /// The same with a value of a field taken away if it is selected, else added.
    #[must_use]
    pub fn field_toggled(&self, field: Field, value: &str) -> Self {
        let mut next = self.clone();
        let values = &mut next.fields[field];
        match values.iter().position(|other| other == value) {
            Some(place) => drop(values.remove(place)),
            None => values.push(value.to_owned()),
        }
        next
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(text: &str) -> Tag {
        Tag::new(text).unwrap()
    }

    #[test]
    fn toggling_twice_changes_nothing() {
        for mode in [Mode::All, Mode::Either, Mode::Not] {
            let once = Selection::default().toggled(&tag("a"), mode);
            assert_eq!(once.mode_of(&tag("a")), Some(mode));
            assert_eq!(once.toggled(&tag("a"), Mode::All), Selection::default());
        }
    }

    #[test]
    fn what_fits_best_comes_first_while_something_is_typed() {
        let asking = Selection::default().asking("cable");
        assert_eq!((asking.sort, asking.asking("").sort), (Sort::Best, Sort::Newest));
        let oldest = Selection { sort: Sort::Oldest, ..asking };
        assert_eq!((oldest.asking("x").sort, oldest.asking("").sort), (Sort::Oldest, Sort::Oldest));
    }

    #[test]
    fn each_filter_can_be_taken_away() {
        let selection = Selection {
            all: vec![tag("a")],
            either: vec![vec![tag("b"), tag("c")]],
            not: vec![tag("d")],
            from: PartialDate::parse("1850"),
            to: PartialDate::parse("1860"),
            sort: Sort::Oldest,
            text: "cable".into(),
            ..Selection::of_section("World")
        };
        let selection = selection.field_toggled(Field::Language, "fr");
        let filters = selection.filters();
        assert_eq!(filters.len(), 8);
        let rest = filters.iter().fold(selection.clone(), |rest, filter| rest.without(filter));
        assert_eq!(rest, selection.cleared());
        assert!(rest.is_everything());
    }
}
