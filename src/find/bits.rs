//! Whole numbers in as few bits as most of them need (Golomb 1966, Rice 1979): what exceeds `2^k` in ones and a zero, then
//! the lowest `k` bits. Bits fill bytes from the lowest on.

use super::bytes::Damage;

/// So many ones stand for a number that follows with all of its bits.
const ESCAPE: u32 = 24;

/// The most bits of a number that are told apart from the ones.
#[cfg(not(target_arch = "wasm32"))]
const MOST: u32 = 31;

/// Bits of a number of bits that are told apart.
const K_BITS: u32 = 5;

/// Writes numbers one after another.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Default)]
pub(super) struct BitWriter {
    bytes: Vec<u8>,
    /// Bits that fill no byte yet, and how many they are.
    rest: u64,
    held: u32,
}

#[cfg(not(target_arch = "wasm32"))]
impl BitWriter {
    /// Adds the lowest `count` bits of a number, 32 at the most.
    pub(super) fn push(&mut self, bits: u32, count: u32) {
        self.rest |= u64::from(bits) << self.held;
        self.held += count;
        while self.held >= 8 {
            self.bytes.push(self.rest as u8);
            self.rest >>= 8;
            self.held -= 8;
        }
    }

    /// Adds a number of bits that are told apart in what follows.
    pub(super) fn push_k(&mut self, k: u32) {
        self.push(k, K_BITS);
    }

    /// Adds a number, of which `k` bits are told apart.
    pub(super) fn push_rice(&mut self, number: u32, k: u32) {
        let ones = number >> k;
        if ones >= ESCAPE {
            self.push((1 << ESCAPE) - 1, ESCAPE);
            self.push(number, 32);
        } else {
            self.push((1 << ones) - 1, ones + 1);
            self.push(number & ((1 << k) - 1), k);
        }
    }

    /// All bytes; the last is filled with zeros.
    pub(super) fn finish(mut self) -> Vec<u8> {
        if self.held > 0 {
            self.bytes.push(self.rest as u8);
        }
        self.bytes
    }
}

/// The number of bits to tell apart with which `count` numbers of this sum take about the least room.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn best_k(sum: u64, count: usize) -> u32 {
    // The mean times the natural logarithm of two, as for a geometric distribution.
    (sum * 7 / 10 / (count as u64).max(1)).checked_ilog2().unwrap_or(0).min(MOST)
}

/// Reads what was written, and never beyond its bytes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bits<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Bits<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// The next `count` bits, 32 at the most.
    pub(super) fn take(&mut self, count: u32) -> Result<u32, Damage> {
        let bits = self.window() & ((1 << count) - 1);
        self.pass(count)?;
        Ok(bits as u32)
    }

    /// The next number, of which `k` bits are told apart.
    pub(super) fn rice(&mut self, k: u32) -> Result<u32, Damage> {
        let window = self.window();
        let ones = window.trailing_ones();
        if ones >= ESCAPE {
            self.pass(ESCAPE)?;
            return self.take(32);
        }
        let low = (window >> (ones + 1)) & ((1 << k) - 1);
        self.pass(ones + 1 + k)?;
        Ok(ones.checked_shl(k).unwrap_or_default() | low as u32)
    }

    /// A number of bits that may be told apart.
    pub(super) fn k(&mut self) -> Result<u32, Damage> {
        self.take(K_BITS)
    }

    /// The bytes after the last that was begun.
    pub(super) fn rest(self) -> &'a [u8] {
        self.bytes.get(self.at.div_ceil(8)..).unwrap_or_default()
    }

    /// At least 57 bits from here on; zeros after the end.
    fn window(&self) -> u64 {
        let rest = self.bytes.get(self.at / 8..).unwrap_or_default();
        let bytes = rest.first_chunk().copied().unwrap_or_else(|| {
            let mut bytes = [0; 8];
            bytes[..rest.len()].copy_from_slice(rest);
            bytes
        });
        u64::from_le_bytes(bytes) >> (self.at % 8)
    }

    fn pass(&mut self, count: u32) -> Result<(), Damage> {
        self.at += count as usize;
        if self.at <= self.bytes.len() * 8 { Ok(()) } else { Err(Damage) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NUMBERS: [u32; 9] = [0, 1, 2, 9, 100, 5_000, 70_000, u32::MAX - 1, u32::MAX];

    #[test]
    fn what_is_written_is_read() {
        for k in [0, 1, 5, 17, MOST] {
            let mut writer = BitWriter::default();
            writer.push_k(k);
            NUMBERS.iter().for_each(|number| writer.push_rice(*number, k));
            let bytes = [writer.finish(), vec![7]].concat();
            let mut bits = Bits::new(&bytes);
            let told = bits.k().unwrap();
            assert_eq!(NUMBERS.map(|_| bits.rice(told).unwrap()), NUMBERS);
            assert_eq!((told, bits.rest()), (k, &[7][..]));
        }
    }

    #[test]
    fn nothing_is_read_beyond_the_end() {
        let mut bits = Bits::new(&[0xff; 7]);
        assert!(bits.rice(3).is_ok());
        assert!(bits.rice(3).is_err());
        assert!(Bits::new(&[]).take(1).is_err());
        assert_eq!(Bits::new(&[]).rest(), [0_u8; 0]);
    }

    #[test]
    fn the_best_k_is_near_the_mean() {
        assert_eq!(
            [(0, 0), (10, 10), (1_000, 10), (u64::MAX / 8, 1)].map(|(sum, n)| best_k(sum, n)),
            [0, 0, 6, 31]
        );
    }
}
