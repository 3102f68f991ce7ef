//! The posting list of a section or a tag: gaps where it is sparse, a bit an article where it is dense.

use fixedbitset::FixedBitSet;

#[cfg(not(target_arch = "wasm32"))]
use super::bytes::push;
use super::bytes::{Bytes, Damage};

const SPARSE: u8 = 0;
const DENSE: u8 = 1;

/// The bytes of the list of these articles, rising, of `total`.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn write(posting: &[u32], total: u32) -> Vec<u8> {
    let mut sparse = vec![SPARSE];
    let mut next = 0;
    for number in posting {
        push(&mut sparse, number - next);
        next = number + 1;
    }
    let bits = total.div_ceil(8) as usize;
    if sparse.len() <= bits {
        return sparse;
    }
    let mut dense = vec![0; 1 + bits];
    dense[0] = DENSE;
    posting.iter().for_each(|number| dense[1 + *number as usize / 8] |= 1 << (number % 8));
    dense
}

/// Adds the articles of a list to a set, which has room for all of the archive's; after an error it is of no use.
pub(super) fn read(list: &[u8], articles: u32, set: &mut FixedBitSet) -> Result<(), Damage> {
    let total = set.len();
    match list.split_first() {
        Some((&SPARSE, gaps)) => {
            let mut bytes = Bytes(gaps);
            let mut next = 0_usize;
            for _ in 0..articles {
                let number = next + bytes.number()? as usize;
                if number >= total {
                    return Err(Damage);
                }
                set.insert(number);
                next = number + 1;
            }
            if bytes.0.is_empty() { Ok(()) } else { Err(Damage) }
        }
        Some((&DENSE, bits)) => add_bits(bits, articles, set),
        _ => Err(Damage),
    }
}

fn add_bits(bits: &[u8], articles: u32, set: &mut FixedBitSet) -> Result<(), Damage> {
    const WORD: usize = size_of::<usize>();
    let beyond = bits.last().map_or(0, |last| u32::from(*last) >> ((set.len() - 1) % 8) >> 1);
    if bits.len() != set.len().div_ceil(8) || beyond != 0 {
        return Err(Damage);
    }
    let (whole, rest) = bits.as_chunks::<WORD>();
    let mut last = [0; WORD];
    last[..rest.len()].copy_from_slice(rest);
    let mut count = 0;
    for (word, bytes) in set.as_mut_slice().iter_mut().zip(whole.iter().chain(std::iter::once(&last))) {
        let bits = usize::from_le_bytes(*bytes);
        count += bits.count_ones();
        *word |= bits;
    }
    if count == articles { Ok(()) } else { Err(Damage) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_back(list: &[u8], articles: usize, total: u32) -> Result<Vec<u32>, Damage> {
        let mut set = FixedBitSet::with_capacity(total as usize);
        read(list, u32::try_from(articles).unwrap(), &mut set)?;
        Ok(set.ones().map(|number| u32::try_from(number).unwrap()).collect())
    }

    #[test]
    fn what_is_written_is_read() {
        for (posting, total) in [
            (vec![], 0),
            (vec![0], 1),
            (vec![999], 1_000),
            ((0..1_000).collect::<Vec<_>>(), 1_000),
            ((0..1_003).filter(|n| n % 3 == 1).collect(), 1_003),
            ((0..70).map(|n| n * 977).collect(), 100_000),
        ] {
            let list = write(&posting, total);
            assert_eq!(read_back(&list, posting.len(), total), Ok(posting.clone()), "{total}");
            assert!(list.len() <= 1 + (total as usize).div_ceil(8).max(posting.len()));
            for end in 0..list.len() {
                let cut = read_back(&list[..end], posting.len(), total);
                assert!(cut.is_err(), "{total}, cut at {end}");
            }
        }
    }

    #[test]
    fn what_leaves_the_archive_or_the_count_is_damage() {
        assert_eq!(read_back(&[SPARSE, 9], 1, 9), Err(Damage));
        assert_eq!(read_back(&[SPARSE, 1, 1], 1, 9), Err(Damage));
        assert_eq!(read_back(&[DENSE, 0b11, 0b10], 3, 9), Err(Damage), "beyond the last");
        assert_eq!(read_back(&[DENSE, 0b11, 0b1], 2, 9), Err(Damage), "another count");
        assert_eq!(read_back(&[DENSE, 0b11, 0b1], 3, 9), Ok(vec![0, 1, 8]));
        assert_eq!(read_back(&[7], 0, 9), Err(Damage));
    }
}
