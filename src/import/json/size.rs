//! How much a JSON document holds, told without reading it: each value takes far more memory than its letters.

/// Values that one document may hold. Larger collections are better written as JSON Lines.
pub(super) const MAX_VALUES: usize = 10_000_000;

/// How many lists, objects and further members of them there are, up to one more than `limit`.
pub(super) fn values(text: &str, limit: usize) -> usize {
    let (mut count, mut is_text, mut is_escaped) = (0, false, false);
    for byte in text.bytes() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = is_text,
            b'"' => is_text = !is_text,
            b',' | b'[' | b'{' if !is_text => count += 1,
            _ => {}
        }
        if count > limit {
            break;
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::values;

    #[test]
    fn what_stands_in_texts_does_not_count() {
        assert_eq!(values(r#"{"a,[": ["b\",{", 1, {}]}"#, 100), 5);
        assert_eq!(values("[[[[[[", 3), 4);
    }
}
