//! Whether one word is the other with one slip of the finger.

/// One letter changed, left out, added, or two neighbours swapped (Damerau's edits), but not equal.
pub(super) fn is_slip(one: &str, other: &str) -> bool {
    if one.len().abs_diff(other.len()) > 4 || one == other {
        return false;
    }
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (short, long) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    let same = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let (short, long) = (&short[same..], &long[same..]);
    match long.len() - short.len() {
        0 => {
            short[1..] == long[1..]
                || (long.len() > 1 && short[..2] == [long[1], long[0]] && short[2..] == long[2..])
        }
        1 => *short == long[1..],
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_and_no_more() {
        for slip in ["cabel", "cble", "caable", "cabke", "able", "xcable", "cables", "acble", "cabl"] {
            assert!(is_slip("cable", slip) && is_slip(slip, "cable"), "{slip}");
        }
        for other in ["cable", "cabling", "bacle", "elbac", "", "ca"] {
            assert!(!is_slip("cable", other), "{other}");
        }
        assert!(is_slip("привет", "првиет"));
    }
}
