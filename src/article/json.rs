//! Reads values from parsed JSON. What `derive(Serialize)` writes is read here, by one small function a type: derived
//! readers would add 60 kB to the viewer.

use serde_json::{Map, Value};

/// A value that was not as it should be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{place}: expected {expected}")]
pub struct Mismatch {
    /// Where: `.cards[3].title`.
    pub place: String,
    /// What should be there.
    pub expected: &'static str,
}

/// A type that can be read from JSON.
pub trait FromJson: Sized {
    /// Reads it. A field that is absent is read from `null`.
    ///
    /// # Errors
    /// What was expected, and where.
    fn from_json(value: Value) -> Result<Self, Mismatch>;
}

/// The fields of an object, taken one by one.
pub(crate) struct Fields(Map<String, Value>);

impl Mismatch {
    pub(crate) fn new(expected: &'static str) -> Self {
        Self { place: String::new(), expected }
    }

    fn within(mut self, place: &str) -> Self {
        self.place.insert_str(0, place);
        self
    }
}

impl Fields {
    pub(crate) fn of(value: Value) -> Result<Self, Mismatch> {
        match value {
            Value::Object(fields) => Ok(Self(fields)),
            _ => Err(Mismatch::new("an object")),
        }
    }

    pub(crate) fn take<T: FromJson>(&mut self, name: &str) -> Result<T, Mismatch> {
        T::from_json(self.value(name)).map_err(|mismatch| mismatch.within(name).within("."))
    }

    /// The only field of an enum's object, and what it holds.
    pub(crate) fn only(self) -> Result<(String, Value), Mismatch> {
        self.0.into_iter().next().ok_or(Mismatch::new("an object with one field"))
    }

    fn value(&mut self, name: &str) -> Value {
        self.0.remove(name).unwrap_or(Value::Null)
    }
}

impl FromJson for String {
    fn from_json(value: Value) -> Result<Self, Mismatch> {
        match value {
            Value::String(text) => Ok(text),
            _ => Err(Mismatch::new("text")),
        }
    }
}

impl FromJson for i32 {
    fn from_json(value: Value) -> Result<Self, Mismatch> {
        let number = value.as_i64().and_then(|number| number.try_into().ok());
        number.ok_or(Mismatch::new("a whole number"))
    }
}

impl FromJson for u32 {
    fn from_json(value: Value) -> Result<Self, Mismatch> {
        let number = value.as_i64().and_then(|number| number.try_into().ok());
        number.ok_or(Mismatch::new("a whole number, not negative"))
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(value: Value) -> Result<Self, Mismatch> {
        if value.is_null() { Ok(None) } else { T::from_json(value).map(Some) }
    }
}

impl<T: FromJson> FromJson for Box<T> {
    fn from_json(value: Value) -> Result<Self, Mismatch> {
        T::from_json(value).map(Self::new)
    }
}

/// An absent list is empty.
impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(value: Value) -> Result<Self, Mismatch> {
        let items = match value {
            Value::Array(items) => items,
            Value::Null => Vec::new(),
            _ => return Err(Mismatch::new("a list")),
        };
        let mut list = Self::with_capacity(items.len());
        for (place, item) in items.into_iter().enumerate() {
            list.push(T::from_json(item).map_err(|mismatch| mismatch.within(&format!("[{place}]")))?);
        }
        Ok(list)
    }
}

/// Reads a struct from an object with fields of the same names.
macro_rules! from_json_object {
    ($type:ty { $($field:ident),+ $(,)? }) => {
        impl $crate::article::FromJson for $type {
            fn from_json(value: serde_json::Value) -> Result<Self, $crate::article::Mismatch> {
                let mut fields = $crate::article::json::Fields::of(value)?;
                Ok(Self { $($field: fields.take(stringify!($field))?),+ })
            }
        }
    };
}

/// Reads a type from a text, by a function that gives `None` for what is none.
macro_rules! from_json_text {
    ($type:ty, $read:expr, $expected:literal) => {
        impl $crate::article::FromJson for $type {
            fn from_json(value: serde_json::Value) -> Result<Self, $crate::article::Mismatch> {
                let read: fn(&str) -> Option<Self> = $read;
                value.as_str().and_then(read).ok_or($crate::article::Mismatch::new($expected))
            }
        }
    };
}

pub(crate) use {from_json_object, from_json_text};

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq)]
    struct Pair {
        name: String,
        numbers: Vec<u32>,
    }
    from_json_object!(Pair { name, numbers });

    fn read(text: &str) -> Result<Pair, String> {
        Pair::from_json(serde_json::from_str(text).unwrap()).map_err(|mismatch| mismatch.to_string())
    }

    #[test]
    fn the_place_of_a_mismatch_is_named() {
        assert_eq!(read(r#"{"name":"a"}"#), Ok(Pair { name: "a".into(), numbers: vec![] }));
        assert_eq!(
            read(r#"{"name":"a","numbers":[1,-1]}"#),
            Err(".numbers[1]: expected a whole number, not negative".into())
        );
        assert_eq!(read(r#"{"numbers":[]}"#), Err(".name: expected text".into()));
        assert_eq!(read("[]"), Err(": expected an object".into()));
    }
}
