//! Whole numbers in as few bytes as they need (LEB128), and a reader that never leaves its bytes.

/// Bytes that end in the middle of something, or say what can't be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Damage;

/// Adds a number, seven bits a byte, the lowest first.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn push(out: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Adds a text after its length in bytes.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn push_text(out: &mut Vec<u8>, text: &str) {
    push(out, u32::try_from(text.len()).unwrap_or(u32::MAX));
    out.extend_from_slice(text.as_bytes());
}

/// Reads from the front.
#[derive(Clone)]
pub(super) struct Bytes<'a>(pub &'a [u8]);

impl<'a> Bytes<'a> {
    pub(super) fn number(&mut self) -> Result<u32, Damage> {
        let (mut number, mut shift) = (0, 0);
        while let Some((first, rest)) = self.0.split_first().filter(|_| shift < u32::BITS) {
            self.0 = rest;
            number |= u32::from(first & 0x7f) << shift;
            if first & 0x80 == 0 {
                return Ok(number);
            }
            shift += 7;
        }
        Err(Damage)
    }

    pub(super) fn take(&mut self, count: usize) -> Result<&'a [u8], Damage> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or(Damage)?;
        self.0 = rest;
        Ok(taken)
    }

    pub(super) fn text(&mut self) -> Result<&'a str, Damage> {
        let length = self.number()? as usize;
        std::str::from_utf8(self.take(length)?).map_err(|_| Damage)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let numbers = [0, 1, 127, 128, 16_383, 16_384, u32::MAX];
        let mut out = Vec::new();
        numbers.iter().for_each(|number| push(&mut out, *number));
        push_text(&mut out, "Köln");
        let mut bytes = Bytes(&out);
        assert!(numbers.iter().all(|number| bytes.number() == Ok(*number)));
        assert_eq!(bytes.text(), Ok("Köln"));
        assert_eq!(bytes.number(), Err(Damage));
        assert_eq!(Bytes(&[0xff; 9]).number(), Err(Damage));
        assert_eq!(Bytes(&[5, 65]).text(), Err(Damage));
    }
}
