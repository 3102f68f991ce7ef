//! JSON for files and for pages.

use std::io;

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;

const NO_FAULT: &str =
    "the shapes of a site hold nothing that JSON can't: maps have text keys, numbers are finite";

/// JSON as it stands in a file.
pub(super) fn json<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).expect(NO_FAULT)
}

/// JSON as it may stand in a script element, in the place of what `bytes` held: nothing in it can end the element.
pub(super) fn script_json<'a, T: Serialize>(value: &T, bytes: &'a mut Vec<u8>) -> &'a str {
    bytes.clear();
    value.serialize(&mut Serializer::with_formatter(&mut *bytes, InScript)).expect(NO_FAULT);
    std::str::from_utf8(bytes).expect("JSON of text is text")
}

struct InScript;

impl Formatter for InScript {
    fn write_string_fragment<W: ?Sized + io::Write>(
        &mut self,
        out: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let mut rest = fragment;
        while let Some((before, after)) = rest.split_once('<') {
            out.write_all(before.as_bytes())?;
            out.write_all(b"\\u003c")?;
            rest = after;
        }
        out.write_all(rest.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_ends_the_script() {
        let value = serde_json::json!({"<a>": ["</script><!--", "é\n\"<"]});
        let mut bytes = b"{".to_vec();
        let text = script_json(&value, &mut bytes);
        assert!(!text.contains('<'), "{text}");
        assert_eq!(serde_json::from_str::<serde_json::Value>(text).unwrap(), value);
    }
}
