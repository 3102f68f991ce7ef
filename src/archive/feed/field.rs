//! A field of a file that may be absent, or hold what it shouldn't: one bad field doesn't spoil its item.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use crate::article::{Problem, ProblemCode};

/// A field as it was found. `null` is absent.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) enum Field<T> {
    #[default]
    Absent,
    Read(T),
    /// Of another type than the standard says, and why.
    Unreadable(String),
}

impl<T> Field<T> {
    pub(super) fn is_absent(&self) -> bool {
        !matches!(self, Self::Read(_))
    }

    /// The value; if it is unreadable, that is a problem at `place`.
    pub(super) fn take(self, place: &str, problems: &mut Vec<Problem>) -> Option<T> {
        match self {
            Self::Absent => None,
            Self::Read(value) => Some(value),
            Self::Unreadable(why) => {
                problems.push(Problem::new(ProblemCode::Unreadable, place, format!("{why}; left out")));
                None
            }
        }
    }
}

impl<T> From<Option<T>> for Field<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Absent, Self::Read)
    }
}

impl<T: PartialEq + Default> Field<T> {
    /// Absent, if the value says nothing.
    pub(super) fn unless_empty(value: T) -> Self {
        if value == T::default() { Self::Absent } else { Self::Read(value) }
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Field<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        Ok(match value {
            Value::Null => Self::Absent,
            value => match serde_json::from_value(value) {
                Ok(value) => Self::Read(value),
                Err(error) => Self::Unreadable(error.to_string()),
            },
        })
    }
}

impl<T: Serialize> Serialize for Field<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Read(value) => value.serialize(serializer),
            Self::Absent | Self::Unreadable(_) => serializer.serialize_none(),
        }
    }
}
