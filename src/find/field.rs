//! What an article has at most one of, and can be chosen by.

use std::ops::{Index, IndexMut};

/// A facet with one value an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// Where it stands.
    Section,
    /// Who published it first.
    Publisher,
    /// What it is written in, as a BCP 47 tag: its own language, or else the archive's.
    Language,
}

/// Something for each field.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fields<T>([T; Field::ALL.len()]);

impl Field {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Section, Self::Publisher, Self::Language];

    /// As it is written in an address and in the search box.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Section => "section",
            Self::Publisher => "publisher",
            Self::Language => "language",
        }
    }

    /// The field that an address calls so.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.name() == name)
    }
}

impl<T> Fields<T> {
    /// In the order of [`Field::ALL`].
    pub fn iter(&self) -> impl Iterator<Item = &T> + Clone {
        self.0.iter()
    }

    /// What `make` makes for each.
    pub fn of(make: impl FnMut(Field) -> T) -> Self {
        Self(Field::ALL.map(make))
    }
}

impl<T> Index<Field> for Fields<T> {
    type Output = T;

    fn index(&self, field: Field) -> &T {
        &self.0[field as usize]
    }
}

impl<T> IndexMut<Field> for Fields<T> {
    fn index_mut(&mut self, field: Field) -> &mut T {
        &mut self.0[field as usize]
    }
}
