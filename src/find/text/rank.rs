//! What a hit is worth: BM25 over weighted fields (Robertson and Zaragoza 2009), with a touch of recency.

/// Bits of an impact on the wire.
pub(super) const IMPACT_BITS: u32 = 4;

/// How soon one more occurrence stops mattering.
const K1: f32 = 2.0;
/// How much the length of a text matters, from 0 to 1.
#[cfg(not(target_arch = "wasm32"))]
const B: f32 = 0.5;
/// How much more the newest article is worth than the oldest.
const RECENCY: f32 = 0.1;

/// The least and the greatest saturated frequency that an impact tells.
const RANGE: (f32, f32) = (0.3, K1 + 1.0);

/// How much a term weighs in an article, in sixteen steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Impact(pub u8);

impl Impact {
    /// The greatest.
    pub(super) const MOST: u8 = (1 << IMPACT_BITS) - 1;

    /// Of a term whose occurrences weigh `weight` in an article `length` times as long as most.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn of(weight: f32, length: f32) -> Self {
        let saturated = weight * (K1 + 1.0) / (weight + K1 * (1.0 - B + B * length));
        let share = (saturated - RANGE.0) / (RANGE.1 - RANGE.0);
        Self((share.clamp(0.0, 1.0) * f32::from(Self::MOST)).round() as u8)
    }

    fn frequency(self) -> f32 {
        RANGE.0 + (RANGE.1 - RANGE.0) * f32::from(self.0) / f32::from(Self::MOST)
    }

    /// What the term brings to the article's score.
    pub(super) fn score(self, rarity: f32) -> f32 {
        self.frequency() * rarity
    }
}

/// How rare a term is that `articles` of `total` have (inverse document frequency).
pub(super) fn rarity(articles: u32, total: u32) -> f32 {
    let (articles, total) = (articles as f32, total as f32);
    (1.0 + (total - articles + 0.5).max(0.0) / (articles + 0.5)).ln()
}

/// By what a score is multiplied for the age of article `number` of `total`, newest first.
pub(super) fn recency(number: u32, total: u32) -> f32 {
    1.0 + RECENCY * (1.0 - number as f32 / total.max(1) as f32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_and_shorter_and_rarer_weighs_more() {
        assert!(Impact::of(5.0, 1.0) > Impact::of(1.0, 1.0));
        assert!(Impact::of(1.0, 0.3) > Impact::of(1.0, 3.0));
        assert!(rarity(1, 100) > rarity(50, 100));
        assert!(rarity(100, 100) > 0.0);
        assert!(Impact::of(0.001, 9.0).score(1.0) > 0.0);
        assert!(recency(0, 10) > recency(9, 10));
    }
}
