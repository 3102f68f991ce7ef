//! Numbers that look drawn by lot and are the same each time.

/// SplitMix64 (Steele, Lea, Flood 2014): small, fast, and even enough for made-up text.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// From 0 to `limit`, that excluded.
    pub(crate) fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }
}

/// Ranks from 0, of which each comes about as often as it is near the first: 1/1, 1/2, 1/3 …
pub(crate) struct Zipf {
    /// The sums of the weights up to each rank.
    sums: Vec<f64>,
}

impl Zipf {
    pub(crate) fn of(ranks: usize) -> Self {
        let sums = (1..=ranks).scan(0.0, |sum, rank| {
            *sum += 1.0 / rank as f64;
            Some(*sum)
        });
        Self { sums: sums.collect() }
    }

    pub(crate) fn draw(&self, random: &mut Random) -> usize {
        let whole = self.sums.last().copied().unwrap_or_default();
        let at = (random.next() >> 11) as f64 / (1_u64 << 53) as f64 * whole;
        self.sums.partition_point(|sum| *sum <= at).min(self.sums.len().saturating_sub(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_rank_is_the_commonest_and_all_are_in_reach() {
        let (zipf, mut random) = (Zipf::of(10), Random(1));
        let mut counts = [0; 10];
        for _ in 0..10_000 {
            counts[zipf.draw(&mut random)] += 1;
        }
        assert!(counts[0] > 3_000 && counts[0] < 3_800, "{counts:?}");
        assert!(counts.iter().all(|count| *count > 200), "{counts:?}");
    }
}
