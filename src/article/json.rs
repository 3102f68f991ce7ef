//! Reads values from parsed JSON. What `derive(Serialize)` writes is read here, by one small function a type: derived
//! readers would add 60 kB to the viewer.

use std::borrow::Cow;
use std::fmt;

use hifijson::token::Lex;
use hifijson::value::{Value, parse_bounded};
use hifijson::{Error, SliceLexer};

/// Any JSON value, as it stands in a text. `serde_json` would add 13 kB to the viewer, most of it for fractions.
pub type Json<'a> = Value<&'a str, Cow<'a, str>>;

/// How deep lists and objects may lie in each other.
const DEPTH: usize = 128;

/// A text that is not JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What was wrong, or else missing.
    pub message: String,
    /// How many bytes could be read before it.
    pub offset: usize,
    /// Whether the text ends too early.
    pub is_cut_off: bool,
}

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
    /// Reads it. What does not fit is told to `reading`; the value that stands in for it is thrown away in the end.
    fn from_json(json: &Json<'_>, reading: &mut Reading) -> Self;
}

/// Where reading is, and the first mismatch.
#[derive(Debug, Default)]
pub struct Reading {
    path: Vec<Step>,
    mismatch: Option<Mismatch>,
}

#[derive(Debug, Clone, Copy)]
enum Step {
    Field(&'static str),
    Item(usize),
}

/// Reads the text of one JSON value.
///
/// # Errors
/// What is wrong with it, and where.
pub fn parse(text: &str) -> Result<Json<'_>, Fault> {
    let mut lexer = SliceLexer::new(text.as_bytes());
    let result = lexer.exactly_one(SliceLexer::ws_peek, |next, lexer| parse_bounded(DEPTH, next, lexer));
    result.map_err(|error: Error| {
        let rest = lexer.as_slice();
        let word = text.rsplit(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
        let is_cut_off = rest.is_empty()
            || word.len() >= rest.len()
                && ["null", "true", "false"].iter().any(|whole| whole.starts_with(word));
        Fault { message: error.to_string(), offset: text.len() - rest.len(), is_cut_off }
    })
}

/// Reads a whole value.
///
/// # Errors
/// The first mismatch: what was expected, and where.
pub fn from_json<T: FromJson>(json: &Json<'_>) -> Result<T, Mismatch> {
    let mut reading = Reading::default();
    let value = T::from_json(json, &mut reading);
    reading.mismatch.map_or(Ok(value), Err)
}

/// The field of an object; `null` if there is none.
#[must_use]
pub fn field<'a, 'b>(json: &'b Json<'a>, name: &str) -> &'b Json<'a> {
    let Json::Object(fields) = json else { return &Json::Null };
    fields.iter().find(|(field, _)| field == name).map_or(&Json::Null, |(_, value)| value)
}

impl Reading {
    /// Says that something else should stand here.
    pub(crate) fn expected(&mut self, expected: &'static str) {
        if self.mismatch.is_none() {
            let place = self.path.iter().map(ToString::to_string).collect();
            self.mismatch = Some(Mismatch { place, expected });
        }
    }

    /// Says so if `json` is not an object.
    pub(crate) fn object(&mut self, json: &Json<'_>) {
        if !matches!(json, Json::Object(_)) {
            self.expected("an object");
        }
    }

    /// Reads a field.
    pub(crate) fn field<T: FromJson>(&mut self, object: &Json<'_>, name: &'static str) -> T {
        self.within(Step::Field(name), field(object, name))
    }

    /// The only field of an enum's object, and what it holds; `kinds` says what it could be.
    pub(crate) fn kind<'a, 'b>(
        &mut self,
        json: &'b Json<'a>,
        kinds: &'static str,
    ) -> (&'b str, &'b Json<'a>) {
        if let Json::Object(fields) = json
            && let [(kind, value)] = fields.as_slice()
        {
            return (kind, value);
        }
        self.expected(kinds);
        ("", &Json::Null)
    }

    fn within<T: FromJson>(&mut self, step: Step, json: &Json<'_>) -> T {
        self.path.push(step);
        let value = T::from_json(json, self);
        self.path.pop();
        value
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Field(name) => write!(f, ".{name}"),
            Self::Item(place) => write!(f, "[{place}]"),
        }
    }
}

impl FromJson for String {
    fn from_json(json: &Json<'_>, reading: &mut Reading) -> Self {
        let Json::String(text) = json else {
            reading.expected("text");
            return Self::new();
        };
        text.clone().into_owned()
    }
}

impl FromJson for i32 {
    fn from_json(json: &Json<'_>, reading: &mut Reading) -> Self {
        whole(json).unwrap_or_else(|| {
            reading.expected("a whole number");
            0
        })
    }
}

impl FromJson for u32 {
    fn from_json(json: &Json<'_>, reading: &mut Reading) -> Self {
        whole(json).unwrap_or_else(|| {
            reading.expected("a whole number, not negative");
            0
        })
    }
}

fn whole<T: std::str::FromStr>(json: &Json<'_>) -> Option<T> {
    let Json::Number((digits, _)) = json else { return None };
    digits.parse().ok()
}

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(json: &Json<'_>, reading: &mut Reading) -> Self {
        (!matches!(json, Json::Null)).then(|| T::from_json(json, reading))
    }
}

impl<T: FromJson> FromJson for Box<T> {
    fn from_json(json: &Json<'_>, reading: &mut Reading) -> Self {
        Self::new(T::from_json(json, reading))
    }
}

/// An absent list is empty.
impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(json: &Json<'_>, reading: &mut Reading) -> Self {
        let items = match json {
            Json::Array(items) => items.as_slice(),
            Json::Null => &[],
            _ => {
                reading.expected("a list");
                &[]
            }
        };
        let items = items.iter().enumerate();
        items.map(|(place, item)| reading.within(Step::Item(place), item)).collect()
    }
}

/// Reads a struct from an object with fields of the same names.
macro_rules! from_json_object {
    ($type:ty { $($field:ident),+ $(,)? }) => {
        impl $crate::article::FromJson for $type {
            fn from_json(json: &$crate::article::Json<'_>, reading: &mut $crate::article::Reading) -> Self {
                reading.object(json);
                Self { $($field: reading.field(json, stringify!($field))),+ }
            }
        }
    };
}

/// Reads a type from a text, by a function that gives `None` for what is none; then `$stand_in` is used.
macro_rules! from_json_text {
    ($type:ty, $read:expr, $expected:literal, $stand_in:expr) => {
        impl $crate::article::FromJson for $type {
            fn from_json(json: &$crate::article::Json<'_>, reading: &mut $crate::article::Reading) -> Self {
                let read: fn(&str) -> Option<Self> = $read;
                let text = if let $crate::article::Json::String(text) = json { text } else { "" };
                read(text).unwrap_or_else(|| {
                    reading.expected($expected);
                    $stand_in
                })
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
        from_json(&parse(text).unwrap()).map_err(|mismatch| mismatch.to_string())
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

    #[test]
    fn the_place_of_a_fault_is_known() {
        let fault = |text: &str| parse(text).map(|_| ()).map_err(|fault| (fault.offset, fault.is_cut_off));
        assert_eq!(fault(r#"{"a": [1, "b\n", null]} "#), Ok(()));
        assert_eq!(fault(r#"{"a": [1, "b"#), Err((12, true)));
        assert!(fault("[nul").unwrap_err().1);
        assert!(!fault("[nil").unwrap_err().1);
        assert_eq!(fault("[1 2]"), Err((3, false)));
        assert!(!fault(&"[".repeat(1000)).unwrap_err().1);
    }

    #[test]
    fn numbers_that_do_not_fit_are_refused() {
        for number in ["1.5", "1e3", "4294967296", "99999999999999999999", "true", "\"1\""] {
            assert!(read(&format!(r#"{{"name":"a","numbers":[{number}]}}"#)).is_err(), "{number}");
        }
    }
}
